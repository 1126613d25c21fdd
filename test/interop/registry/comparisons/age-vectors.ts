import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { decryptPayload, openHeader, x25519Identity } from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import testkit from '../../../fixtures/oracles/age-testkit/values.json' with { type: 'json' };
import type { Comparison, Verdict } from '../comparison.ts';
import { runWith } from '../process.ts';
import type { AgePlace } from './age.ts';

interface Vector {
  readonly name: string;
  readonly expect: string;
  /** SHA-256 of what is given out before a failure, if anything is. */
  readonly payload: string | null;
  readonly identities: readonly string[];
  readonly file: Uint8Array;
}

const OURS: Readonly<Record<string, string>> = {
  'encrypted-header-invalid': 'header failure',
  'encrypted-header-changed': 'HMAC failure',
  'encrypted-no-identity': 'no match',
  'encrypted-payload-invalid': 'payload failure',
};

/** The published vectors of C2SP, judged by us and by the command. */
export function ageVectorComparisons(place: AgePlace | null): readonly Comparison[] {
  const ours: Comparison = { name: 'published vectors, judged by us', compare: weJudge };
  if (place === null) return [ours];
  return [ours, { name: 'published vectors, judged by it', compare: (spoilt) => theyJudge(place, spoilt) }];
}

/** What a vector expects. Spoilt: the result of another one. */
function expectedOf({ expect }: Vector, spoilt: boolean): string {
  if (!spoilt) return expect;
  return expect === 'success' ? 'payload failure' : 'success';
}

async function weJudge(spoilt: boolean): Promise<readonly Verdict[]> {
  return Promise.all(
    vectors().map(async (vector) => {
      const { outcome, released } = await judged(vector);
      const agrees = outcome === expectedOf(vector, spoilt) && (vector.payload ?? released) === released;
      return { name: vector.name, agrees, detail: `${outcome} where ${vector.expect} is expected` };
    }),
  );
}

async function judged({ file, identities }: Vector): Promise<{ readonly outcome: string; readonly released: string }> {
  const parts: Uint8Array[] = [];
  const released = (): string => sha256(Buffer.concat(parts)).slice('sha256:'.length);
  try {
    const { fileKey, headerBytes } = await openHeader(
      file,
      identities.map((identity) => x25519Identity(identity)),
    );
    for await (const part of decryptPayload(fileKey, [file.subarray(headerBytes)])) parts.push(Buffer.from(part));
    return { outcome: 'success', released: released() };
  } catch (error) {
    const code = error instanceof Error && 'reasonCode' in error ? String(error.reasonCode) : 'no reason';
    return { outcome: OURS[code] ?? code, released: released() };
  }
}

/** The command says that it failed, not how, so success alone is compared. */
async function theyJudge({ age, folder }: AgePlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for (const [index, vector] of vectors().entries()) {
    const identity = join(folder, `vector-${index}.key`);
    writeFileSync(identity, `${vector.identities.join('\n')}\n`, { mode: 0o600 });
    const { status } = await runWith(age, ['--decrypt', '--identity', identity], { input: vector.file });
    const agrees = (status === 0) === (expectedOf(vector, spoilt) === 'success');
    found.push({ name: vector.name, agrees, detail: `ended with ${status} where ${vector.expect} is expected` });
  }
  return found;
}

function vectors(): readonly Vector[] {
  return Object.entries(testkit.vectors).map(([name, { expect, payload, identities, zlib, file }]) => {
    const bytes = Buffer.from(file, 'base64');
    return {
      name,
      expect,
      payload,
      identities: identities.map((tail) => `AGE-SECRET-KEY-1${tail}`),
      file: zlib ? inflateSync(bytes) : bytes,
    };
  });
}
