import {
  type FoundFile,
  loadSigningKey,
  modelDifferences,
  modelSignatureStatement,
  parseSignedModel,
  type Statement,
  signedModelDigest,
  signStatement,
  type TrustRoot,
  verifyModel,
} from '@gatehouse/attest';
import { type ModelFile, modelDigest, sha256 } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/model-signing/values.json' with { type: 'json' };
import { KEY, newKey, trust } from '../example.ts';

const SHARD_BYTES = 10;
const file = (name: string, content = name): ModelFile => ({
  name,
  sizeBytes: Buffer.byteLength(content),
  digest: sha256(content),
});
const FILES = [file('config.json'), file('config/a.json'), file('model.safetensors'), file('vocabulary.txt')];
const [CONFIG, NESTED, WEIGHTS, VOCABULARY] = FILES as [ModelFile, ModelFile, ModelFile, ModelFile];
const BUNDLE = await signStatement(modelSignatureStatement('m', FILES), KEY);
const reason = (reasonCode: string) => expect.objectContaining({ name: 'ActionError', reasonCode });

function sharded(name: string, content: string): FoundFile {
  const bytes = Buffer.from(content);
  const shardDigests: string[] = [];
  for (let start = 0; start < bytes.length; start += SHARD_BYTES)
    shardDigests.push(sha256(bytes.subarray(start, start + SHARD_BYTES)).slice('sha256:'.length));
  return { ...file(name, content), shardDigests };
}

/** A statement of the reference implementation, decoded, with one change. */
function foreign(kind: 'files' | 'shards', change?: (statement: never) => void): Statement {
  const { dsseEnvelope } = JSON.parse(oracle.bundles[kind]);
  const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString());
  change?.(statement as never);
  return statement;
}

describe('a model signature of the reference implementation', () => {
  const root: TrustRoot = {
    kind: 'key',
    keys: [{ id: 'reference', publicKeyPem: oracle.publicKeyPem, revoked: false }],
  };
  const found = Object.entries(oracle.files).map(([name, content]) => sharded(name, content));

  it.each(['files', 'shards'] as const)('holds by %s, in the order of its list', async (kind) => {
    const { model, keyId } = await verifyModel(oracle.bundles[kind], { trustRoot: root, files: found });

    expect(keyId).toBe('reference');
    expect(model.name).toBe('example-model');
    expect(model.shardBytes).toBe(kind === 'shards' ? SHARD_BYTES : null);
    expect([...model.contents.keys()]).toEqual(['config/a.json', 'config.json', 'model.safetensors', 'é.txt']);
    expect([...model.ignoredPaths].sort()).toEqual(['.git', '.gitattributes', '.github', '.gitignore']);
  });

  it.each(['files', 'shards'] as const)('fails by %s when a byte differs', async (kind) => {
    const files = found.map((one) => (one.name === 'config.json' ? sharded('config.json', '[]\n') : one));

    await expect(verifyModel(oracle.bundles[kind], { trustRoot: root, files })).rejects.toEqual(
      reason('model-file-changed'),
    );
  });

  it('over shards is not judged by digests of whole files', async () => {
    const whole = found.map(({ name, sizeBytes, digest }) => ({ name, sizeBytes, digest }));

    await expect(verifyModel(oracle.bundles.shards, { trustRoot: root, files: whole })).rejects.toEqual(
      reason('signature-invalid'),
    );
  });

  it('does not hold for a key that is not trusted', async () => {
    await expect(verifyModel(oracle.bundles.files, { trustRoot: trust(KEY), files: found })).rejects.toEqual(
      reason('signature-invalid'),
    );
  });

  it('does not let files in that its signer left out', async () => {
    const files = [...found, file('.github/hook.py')];

    await expect(verifyModel(oracle.bundles.files, { trustRoot: root, files })).rejects.toEqual(
      reason('model-file-additional'),
    );
    await expect(
      verifyModel(oracle.bundles.files, { trustRoot: root, files, unsigned: ['.github'] }),
    ).resolves.toMatchObject({ keyId: 'reference' });
  });
});

describe('a model signature of ours', () => {
  it('holds for its files in any order', async () => {
    const { model, statement } = await verifyModel(BUNDLE, { trustRoot: trust(KEY), files: FILES.toReversed() });

    expect([...model.contents.keys()]).toEqual(FILES.map(({ name }) => name));
    expect(model.ignoredPaths).toEqual(['model.sig']);
    expect(signedModelDigest(statement)).toBe(modelDigest(FILES));
  });

  it.each<[string, readonly ModelFile[], string, string]>([
    ['tampered', [CONFIG, NESTED, file(WEIGHTS.name, 'x'), VOCABULARY], 'model-file-changed', 'has other bytes'],
    ['missing', [CONFIG, NESTED, WEIGHTS], 'model-file-missing', '"vocabulary.txt" is missing'],
    ['additional', [...FILES, file('extra.py')], 'model-file-additional', '"extra.py" was not signed'],
    ['empty and additional', [...FILES, file('__init__.py', '')], 'model-file-additional', 'was not signed'],
    [
      'renamed',
      [CONFIG, NESTED, WEIGHTS, file('words.txt', 'vocabulary.txt')],
      'model-file-renamed',
      '"words.txt" was signed as "vocabulary.txt"',
    ],
    [
      'exchanged',
      [file(CONFIG.name, NESTED.name), file(NESTED.name, CONFIG.name), WEIGHTS, VOCABULARY],
      'model-file-changed',
      '"config.json" has other bytes; "config/a.json" has other bytes',
    ],
    ['copied', [...FILES, file('copy', CONFIG.name)], 'model-file-additional', '"copy" was not signed'],
    ['gone altogether', [], 'model-file-missing', '"config.json" is missing; "config/a.json" is missing'],
  ])('fails when a file is %s', async (_, files, reasonCode, message) => {
    const verdict = verifyModel(BUNDLE, { trustRoot: trust(KEY), files });

    await expect(verdict).rejects.toEqual(reason(reasonCode));
    await expect(verdict).rejects.toThrow(message);
  });

  it('names five differences and counts the others', async () => {
    const files = Array.from({ length: 8 }, (_, index) => file(`extra-${index}`));

    await expect(verifyModel(BUNDLE, { trustRoot: trust(KEY), files: [...FILES, ...files] })).rejects.toThrow(
      /"extra-4" was not signed; and 3 more/,
    );
  });

  it('lets a file in by its whole name or its folder, never by the beginning of a name', () => {
    const signed = parseSignedModel(modelSignatureStatement('m', FILES));
    const files = [...FILES, file('model.sig'), file('logs/a'), file('logs-of-mine')];

    expect(modelDifferences(signed, files, ['model.sig', 'logs'])).toEqual([
      { reasonCode: 'model-file-additional', name: 'logs-of-mine' },
    ]);
  });

  it('fails in every part that is changed after signing', async () => {
    const bundle = JSON.parse(BUNDLE);
    const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString();
    bundle.dsseEnvelope.payload = Buffer.from(payload.replace('config.json', 'config.yaml')).toString('base64');

    await expect(verifyModel(JSON.stringify(bundle), { trustRoot: trust(KEY), files: FILES })).rejects.toEqual(
      reason('signature-invalid'),
    );
  });

  it('of any files holds for them and for no other set', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 6 });
    const files = (list: readonly string[]) => list.map((name) => file(name));
    fc.assert(
      fc.property(names, names, (signed, found) => {
        const differences = modelDifferences(
          parseSignedModel(modelSignatureStatement('m', files(signed))),
          files(found),
        );

        expect(differences.length === 0).toBe([...signed].sort().join() === [...found].sort().join());
      }),
    );
  });
});

describe('parseSignedModel', () => {
  type Predicate = { serialization: Record<string, unknown>; resources: Record<string, unknown>[] };
  const edit =
    (change: (predicate: Predicate) => void) =>
    ({ predicate }: { predicate: Predicate }): void =>
      change(predicate);
  const first = (change: Record<string, unknown>) =>
    edit(({ resources }) => Object.assign(resources[0] as object, change));

  it('refuses a list in another order than the digest of the whole was made over', () => {
    const reordered = foreign('files', edit(({ resources }) => resources.reverse()) as never);

    expect(() => parseSignedModel(reordered)).toThrow(reason('model-root-mismatch'));
  });

  it.each<[string, 'files' | 'shards', (statement: { predicate: Predicate }) => void]>([
    ['another hash', 'files', edit(({ serialization }) => Object.assign(serialization, { hash_type: 'blake3' }))],
    ['links', 'files', edit(({ serialization }) => Object.assign(serialization, { allow_symlinks: true }))],
    ['an unknown method', 'files', edit(({ serialization }) => Object.assign(serialization, { method: 'tree' }))],
    ['an unknown member', 'files', edit((predicate) => Object.assign(predicate, { note: 'x' }))],
    ['no resource', 'files', edit(({ resources }) => resources.splice(0))],
    ['a name twice', 'files', edit(({ resources }) => resources.push({ ...resources[0] }))],
    ['a way out of the folder', 'files', first({ name: '../a' })],
    ['an absolute name', 'files', first({ name: '/a' })],
    ['a name of a drive', 'files', first({ name: 'c:a' })],
    ['names that differ in case only', 'files', first({ name: 'CONFIG.JSON' })],
    ['the signature as a file', 'files', first({ name: 'model.sig' })],
    ['a file hashed by shards', 'files', first({ algorithm: 'sha256-sharded-10' })],
    ['a digest of another length', 'files', first({ digest: 'ab' })],
    ['shards of no size', 'shards', edit(({ serialization }) => Object.assign(serialization, { shard_size: 0 }))],
    ['shards of another size', 'shards', edit(({ serialization }) => Object.assign(serialization, { shard_size: 20 }))],
    ['a shard without a range', 'shards', first({ name: 'config/a.json' })],
    ['a shard that ends before it begins', 'shards', first({ name: 'config/a.json:0:0' })],
    ['a shard that is too long', 'shards', first({ name: 'config/a.json:0:11' })],
    ['a gap before the first shard', 'shards', first({ name: 'config/a.json:1:8' })],
    ['a missing shard', 'shards', edit(({ resources }) => resources.splice(3, 1))],
    ['a shard twice', 'shards', edit(({ resources }) => resources.splice(3, 0, { ...resources[2] }))],
    [
      'a shard after one that is not full',
      'shards',
      edit(({ resources }) => resources.splice(1, 0, { ...resources[0], name: 'config/a.json:8:9' })),
    ],
  ])('refuses %s', (_, kind, change) => {
    expect(() => parseSignedModel(foreign(kind))).not.toThrow();
    expect(() => parseSignedModel(foreign(kind, change as never))).toThrow(reason('signature-invalid'));
  });

  it('refuses another predicate and another key', async () => {
    const other = { ...modelSignatureStatement('m', FILES), predicateType: 'https://model_signing/Digests/v0.1' };
    const bundle = await signStatement(other, KEY);

    await expect(verifyModel(bundle, { trustRoot: trust(KEY), files: FILES })).rejects.toThrow('predicate type');
    await expect(verifyModel(BUNDLE, { trustRoot: trust(loadSigningKey(newKey())), files: FILES })).rejects.toEqual(
      reason('signature-invalid'),
    );
  });

  it('accepts shards by either spelling of their algorithm, and refuses a colon in a name', () => {
    const spec = foreign(
      'shards',
      edit(({ resources }) => resources.map((resource) => Object.assign(resource, { algorithm: 'sha256' }))) as never,
    );

    expect(parseSignedModel(spec).contents).toEqual(parseSignedModel(foreign('shards')).contents);
    expect(() => parseSignedModel(foreign('shards', first({ name: 'a:b:0:8' }) as never))).toThrow('colon');
  });
});
