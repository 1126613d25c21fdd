import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSigningKey, modelSignatureStatement, signStatement, type TrustRoot, verifyModel } from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import { type Comparison, type Verdict, verdictOf } from '../comparison.ts';
import { type Draws, drawsOf } from '../draws.ts';
import { drawModels, foundFiles, type Model, spoiltModel, writeModel } from '../model-folder.ts';
import { askReference } from '../python-task.ts';

/** Where and with what a comparison works. */
export interface OmsPlace {
  readonly python: string;
  readonly folder: string;
  readonly seed: number;
}

const SHARD_BYTES = 1000;

/** Signatures of the reference implementation and ours, read by the other. */
export function omsComparisons(place: OmsPlace): readonly Comparison[] {
  return [
    { name: 'it verifies model signatures of ours', compare: (spoilt) => theyVerify(place, plainModels, spoilt) },
    { name: 'it does with .gitattributes, when told', compare: (spoilt) => theyVerify(place, gitModels, spoilt) },
    { name: 'it leaves .gitattributes out by itself', compare: (spoilt) => theyLeaveOut(place, spoilt) },
    { name: 'it refuses another key of ours', compare: (spoilt) => theyVerifyKeys(place, spoilt) },
    { name: 'we verify its signatures over files', compare: (spoilt) => weVerify(place, null, spoilt) },
    { name: 'we verify its signatures over shards', compare: (spoilt) => weVerify(place, SHARD_BYTES, spoilt) },
  ];
}

/** What the reference implementation hashes only when it is told to. */
const GIT_FILE = '.gitattributes';

interface Chosen {
  readonly purpose: string;
  readonly gitFiles: boolean;
  readonly models: readonly Model[];
}

function plainModels(draws: Draws): Chosen {
  const models = drawModels(draws).map((model) => new Map([...model].filter(([name]) => name !== GIT_FILE)));
  return { purpose: 'plain', gitFiles: false, models };
}

function gitModels(draws: Draws): Chosen {
  const models = drawModels(draws).slice(0, 3);
  return {
    purpose: 'git',
    gitFiles: true,
    models: models.map((model) => new Map([...model, [GIT_FILE, draws.bytes(20)]])),
  };
}

async function theyVerify(
  { python, folder, seed }: OmsPlace,
  choose: (draws: Draws) => Chosen,
  spoilt: boolean,
): Promise<readonly Verdict[]> {
  const draws = drawsOf(seed, 'oms ours');
  const { purpose, gitFiles, models } = choose(draws);
  const room = join(folder, `oms-${purpose}-${spoilt}`);
  const key = newKey(room, 'key');
  const tasks = models.map(async (model, index) => {
    const target = join(room, `model-${index}`);
    const signature = join(target, 'model.sig');
    writeModel(target, spoilt ? spoiltModel(model, index, draws) : model);
    writeFileSync(signature, await signed(model, key));
    return { do: 'verify' as const, folder: target, signature, key: key.file, gitFiles };
  });
  return verdicts(models, await askReference(python, await Promise.all(tasks)));
}

/** A known difference: by itself it misses the file that we signed. Spoilt: it is told to hash it, and is content. */
async function theyLeaveOut({ python, folder }: OmsPlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const room = join(folder, `oms-left-out-${spoilt}`);
  const key = newKey(room, 'key');
  const model: Model = new Map([GIT_FILE, 'weights.bin'].map((name) => [name, Buffer.from(name)]));
  const target = join(room, 'model');
  const signature = join(room, 'model.sig');
  writeModel(target, model);
  writeFileSync(signature, await signed(model, key));
  const task = { do: 'verify' as const, folder: target, signature, key: key.file, gitFiles: spoilt };
  const [error = null] = await askReference(python, [task]);
  const agrees = error?.includes(`Missing files in model 'model': ${GIT_FILE}`) === true;
  return [{ name: GIT_FILE, agrees, detail: error ?? 'it verifies' }];
}

/** Signed by one key and verified with its public half, or, when spoilt, with that of another. */
async function theyVerifyKeys({ python, folder }: OmsPlace, spoilt: boolean): Promise<readonly Verdict[]> {
  const room = join(folder, `oms-keys-${spoilt}`);
  const model: Model = new Map([['weights.bin', Buffer.from('weights')]]);
  const [signer, other] = [newKey(room, 'signer'), newKey(room, 'other')];
  const target = join(room, 'model');
  writeModel(target, model);
  writeFileSync(join(room, 'model.sig'), await signed(model, signer));
  const task = { folder: target, signature: join(room, 'model.sig'), key: (spoilt ? other : signer).file };
  return verdicts([model], await askReference(python, [{ do: 'verify', gitFiles: false, ...task }]));
}

async function weVerify(place: OmsPlace, shardBytes: number | null, spoilt: boolean): Promise<readonly Verdict[]> {
  const draws = drawsOf(place.seed, `oms theirs ${shardBytes}`);
  const room = join(place.folder, `oms-theirs-${shardBytes}-${spoilt}`);
  mkdirSync(room, { recursive: true });
  // Over shards nothing is signed of an empty file, which is then one that nobody signed.
  const models = drawModels(draws).map((model) =>
    shardBytes === null ? model : new Map([...model].filter(([, bytes]) => bytes.length > 0)),
  );
  const tasks = models.map((model, index) => {
    const folder = join(room, `model-${index}`);
    writeModel(folder, model);
    return {
      do: 'sign' as const,
      folder,
      signature: join(room, `${index}.sig`),
      key: join(room, 'key.pem'),
      shardBytes,
    };
  });
  await askReference(place.python, tasks, room);
  const publicKeyPem = readFileSync(join(room, 'key.pub'), 'utf8');
  const trustRoot: TrustRoot = { kind: 'key', keys: [{ id: 'reference', publicKeyPem, revoked: false }] };
  return Promise.all(
    models.map((model, index) =>
      verdictOf(caseName(model, index), async () => {
        const files = foundFiles(spoilt ? spoiltModel(model, index, draws) : model, SHARD_BYTES);
        await verifyModel(readFileSync(join(room, `${index}.sig`), 'utf8'), { trustRoot, files });
      }),
    ),
  );
}

interface KeyFile {
  readonly pem: string;
  /** Where its public half lies. */
  readonly file: string;
}

function newKey(room: string, name: string): KeyFile {
  mkdirSync(room, { recursive: true });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const file = join(room, `${name}.pub`);
  writeFileSync(file, loadSigningKey(pem).publicKeyPem);
  return { pem, file };
}

async function signed(model: Model, { pem }: KeyFile): Promise<string> {
  const files = [...model].map(([name, bytes]) => ({ name, sizeBytes: bytes.length, digest: sha256(bytes) }));
  return signStatement(modelSignatureStatement('example', files), loadSigningKey(pem));
}

function verdicts(models: readonly Model[], said: readonly (string | null)[]): readonly Verdict[] {
  return models.map((model, index) => {
    const error = said[index];
    return { name: caseName(model, index), agrees: error === null, detail: error ?? '' };
  });
}

function caseName(model: Model, index: number): string {
  return `model ${index} of ${model.size} files`;
}
