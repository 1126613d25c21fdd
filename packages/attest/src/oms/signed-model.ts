import { createHash } from 'node:crypto';
import { checkModelFiles, type Digest } from '@gatehouse/core';
import { z } from 'zod';
import { MODEL_SIGNATURE_PREDICATE } from '../predicate-types.ts';
import { hexSchema, parsePredicate, refusedStatement, type Statement, subjectDigest } from '../statement.ts';

/** What an OpenSSF Model Signing v1 statement says, whoever wrote it. */
export interface SignedModel {
  /** Name that the signer gave the model; it binds nothing. */
  readonly name: string;
  /** SHA-256 over the digests in the order of the list, recomputed here. */
  readonly rootDigest: Digest;
  /** Bytes of a shard, or `null` where whole files are hashed. */
  readonly shardBytes: number | null;
  /** Content of every signed file by its name, in the order of the list. */
  readonly contents: ReadonlyMap<string, string>;
  /** Paths that the signer left out. That it left them out makes no file in them trusted. */
  readonly ignoredPaths: readonly string[];
}

interface Resource {
  readonly name: string;
  readonly digest: string;
}

const schema = z.strictObject({
  serialization: z.discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('files'),
      hash_type: z.literal('sha256'),
      allow_symlinks: z.literal(false),
      ignore_paths: z.array(z.string()).optional(),
    }),
    z.strictObject({
      method: z.literal('shards'),
      hash_type: z.literal('sha256'),
      allow_symlinks: z.literal(false),
      shard_size: z.int().min(1),
      ignore_paths: z.array(z.string()).optional(),
    }),
  ]),
  resources: z.array(z.strictObject({ name: z.string(), digest: hexSchema, algorithm: z.string() })).min(1),
});

/**
 * Reads a model signature in the order in which it lists its resources: the specification sorts names by code point,
 * the reference implementation by parts of the path, and both are valid.
 *
 * @throws ActionError `model-root-mismatch` when the digest of the whole is not that of the list; `signature-invalid`
 *   when it is no model signature, hashes by another function than SHA-256, follows links, or lists a name twice, a
 *   name that could leave the folder, or shards that leave a gap or overlap.
 */
export function parseSignedModel(statement: Statement): SignedModel {
  const { serialization, resources } = parsePredicate(statement, {
    predicateType: MODEL_SIGNATURE_PREDICATE,
    schema,
    what: 'an OpenSSF Model Signing v1 predicate over SHA-256, without links',
    reasonCode: 'signature-invalid',
  });
  const shardBytes = serialization.method === 'shards' ? serialization.shard_size : null;
  const algorithms = ['sha256', ...(shardBytes === null ? [] : [`sha256-sharded-${shardBytes}`])];
  const other = resources.find(({ algorithm }) => !algorithms.includes(algorithm));
  if (other !== undefined) throw refused(`"${other.name}" hashed by ${JSON.stringify(other.algorithm)}`);
  const contents = shardBytes === null ? contentsOfFiles(resources) : contentsOfShards(resources, shardBytes);
  requirePlainNames([...contents.keys()]);
  return {
    name: statement.subject[0].name,
    rootDigest: requireRoot(statement, resources),
    shardBytes,
    contents,
    ignoredPaths: serialization.ignore_paths ?? [],
  };
}

/** How the content of a sharded file is written down: the digests of its shards in their order. */
export function shardedContent(digests: readonly string[]): string {
  return digests.join(' ');
}

function contentsOfFiles(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const { name, digest } of resources) {
    if (contents.has(name)) throw refused(`"${name}" listed twice`);
    contents.set(name, digest);
  }
  return contents;
}

/** Shards of a file must follow each other without a gap, each full but the last. */
function contentsOfShards(resources: readonly Resource[], shardBytes: number): ReadonlyMap<string, string> {
  const files = new Map<string, { readonly digests: string[]; end: number }>();
  for (const { name, digest } of resources) {
    const [, path, first, last] = /^(.+):(\d{1,15}):(\d{1,15})$/su.exec(name) ?? [];
    if (path === undefined) throw refused(`"${name}", which is not "path:start:end"`);
    const [start, end] = [Number(first), Number(last)];
    const file = files.get(path) ?? { digests: [], end: 0 };
    const follows = start === file.end && start === file.digests.length * shardBytes;
    if (!follows || end <= start || end - start > shardBytes) {
      throw refused(`"${name}" where a shard of at most ${shardBytes} bytes from byte ${file.end} follows`);
    }
    file.digests.push(digest);
    file.end = end;
    files.set(path, file);
  }
  return new Map([...files].map(([path, { digests }]) => [path, shardedContent(digests)]));
}

function requirePlainNames(names: readonly string[]): void {
  const digest: Digest = `sha256:${'0'.repeat(64)}`;
  try {
    checkModelFiles(names.map((name) => ({ name, sizeBytes: 0, digest })));
  } catch (cause) {
    throw refused(cause);
  }
}

function requireRoot(statement: Statement, resources: readonly Resource[]): Digest {
  const hash = createHash('sha256');
  for (const { digest } of resources) hash.update(digest, 'hex');
  const root: Digest = `sha256:${hash.digest('hex')}`;
  const signed = subjectDigest(statement);
  if (signed === root) return root;
  throw refusedStatement({
    found: `${signed} as digest of the whole`,
    allowed: `${root}, over the listed files in their order`,
    reasonCode: 'model-root-mismatch',
  });
}

function refused(found: unknown): Error {
  return refusedStatement({
    found,
    allowed: 'an OpenSSF Model Signing v1 statement that names every byte of every file once',
    reasonCode: 'signature-invalid',
  });
}
