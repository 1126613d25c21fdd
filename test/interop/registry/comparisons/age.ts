import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decryptPayload,
  encryptPayload,
  headerFor,
  newFileKey,
  newX25519Identity,
  openHeader,
  x25519Identity,
  x25519Recipient,
} from '@gatehouse/attest';
import { type Comparison, type Verdict, verdictOf } from '../comparison.ts';
import { type Draws, drawsOf } from '../draws.ts';
import { withFlippedBit } from '../model-folder.ts';
import { mustWith } from '../process.ts';

/** The command, and a folder for keys. */
export interface AgePlace {
  readonly age: string;
  readonly keygen: string;
  readonly folder: string;
  readonly seed: number;
}

const CHUNK = 64 * 1024;

interface Reader {
  readonly identity: string;
  readonly recipient: string;
  /** Where the identity lies. */
  readonly file: string;
}

/** Files of the age command and ours, opened by the other. */
export function ageComparisons(place: AgePlace): readonly Comparison[] {
  return [
    { name: 'it opens files of ours', compare: (spoilt) => theyOpen(place, spoilt) },
    { name: 'we open its files', compare: (spoilt) => weOpen(place, spoilt) },
    { name: 'a reader added later opens the same payload', compare: (spoilt) => addedReader(place, spoilt) },
    { name: 'its keys are read as it reads them', compare: (spoilt) => sameRecipients(place, spoilt) },
  ];
}

/** Around the ends of the first chunks, and some at random. */
function drawSizes(draws: Draws): number[] {
  const around = [0, 1, 2].flatMap((chunks) => [-1, 0, 1].map((by) => chunks * CHUNK + by));
  return [...around.filter((size) => size >= 0), ...Array.from({ length: 4 }, () => draws.below(5 * CHUNK))];
}

async function theyOpen(place: AgePlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const draws = drawsOf(place.seed, 'age ours');
  const readers = ['first', 'second'].map((name) => newReader(place.folder, `ours-${name}`));
  return inTurn(drawSizes(draws), async (size, index) => {
    const content = draws.bytes(size);
    const file = await encrypted(content, readers);
    const { file: identity } = readers[index % 2] ?? readers[0] ?? newReader(place.folder, 'none');
    await mustOpenAs(content, await opened(place, identity, spoilt ? withFlippedBit(file, draws) : file));
  });
}

async function weOpen(place: AgePlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const draws = drawsOf(place.seed, 'age theirs');
  const readers = ['first', 'second'].map((name) => newReader(place.folder, `theirs-${name}`));
  const recipients = readers.flatMap(({ recipient }) => ['-r', recipient]);
  return inTurn(drawSizes(draws), async (size, index) => {
    const content = draws.bytes(size);
    const file = await mustWith(place.age, recipients, content);
    const { identity } = readers[index % 2] ?? newReader(place.folder, 'none');
    const given = spoilt ? withFlippedBit(file, draws) : file;
    const { fileKey, headerBytes } = await openHeader(given, [x25519Identity(identity)]);
    const parts: Uint8Array[] = [];
    for await (const part of decryptPayload(fileKey, [given.subarray(headerBytes)])) parts.push(Buffer.from(part));
    await mustOpenAs(content, Buffer.concat(parts));
  });
}

/** A key release of design §9: another header before the payload that is there. Spoilt: the payload of another key. */
async function addedReader(place: AgePlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const draws = drawsOf(place.seed, 'age added');
  const later = newReader(place.folder, 'later');
  return inTurn([0, CHUNK, CHUNK + 1], async (size) => {
    const content = draws.bytes(size);
    const fileKey = newFileKey();
    const payload = await collected(encryptPayload(spoilt ? newFileKey() : fileKey, [content]));
    const header = await headerFor(fileKey, [x25519Recipient(later.recipient)]);
    await mustOpenAs(content, await opened(place, later.file, Buffer.concat([header, payload])));
  });
}

/** Recipients of identities, made by either. Spoilt: those of another identity. */
async function sameRecipients(place: AgePlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const theirs = (await mustWith(place.keygen, [])).toString().match(/^AGE-SECRET-KEY-1.+$/m)?.[0] ?? '';
  return inTurn([theirs, newX25519Identity()], async (identity) => {
    const asked = spoilt ? newX25519Identity() : identity;
    const said = (await mustWith(place.keygen, ['-y'], Buffer.from(`${asked}\n`))).toString().trim();
    const { recipient } = x25519Identity(identity);
    if (said !== recipient) throw new Error(`age-keygen says ${said}, we ${recipient}`);
  });
}

async function inTurn<T extends string | number>(
  cases: readonly T[],
  act: (one: T, index: number) => Promise<void>,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [index, one] of cases.entries()) {
    const name = typeof one === 'number' ? `${one} bytes` : `case ${index}`;
    verdicts.push(await verdictOf(name, () => act(one, index)));
  }
  return verdicts;
}

function newReader(folder: string, name: string): Reader {
  const identity = newX25519Identity();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.key`);
  writeFileSync(file, `${identity}\n`, { mode: 0o600 });
  return { identity, file, recipient: x25519Identity(identity).recipient };
}

async function encrypted(content: Uint8Array, readers: readonly Reader[]): Promise<Buffer> {
  const fileKey = newFileKey();
  const header = await headerFor(
    fileKey,
    readers.map(({ recipient }) => x25519Recipient(recipient)),
  );
  return Buffer.concat([header, await collected(encryptPayload(fileKey, [content]))]);
}

async function opened({ age }: AgePlace, identity: string, file: Uint8Array): Promise<Buffer> {
  return mustWith(age, ['--decrypt', '--identity', identity], file);
}

async function mustOpenAs(content: Buffer, found: Buffer): Promise<void> {
  if (!content.equals(found)) throw new Error(`${found.length} other bytes in place of ${content.length}`);
}

async function collected(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
