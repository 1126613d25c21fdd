import { createHash } from 'node:crypto';
import { ActionError, type TreeView, type Wanted } from '@gatehouse/core';
import { z } from 'zod';
import { shaAnswer } from './answer-fields.ts';
import { readBlob } from './blobs.ts';
import type { GitHubClient } from './client.ts';
import type { FieldFailure, Variables } from './graphql/question.ts';
import { type Purpose, unexpectedAnswer } from './service-errors.ts';

/** Paths in one question. GitHub bounds the time of a query; what is beyond is read at the same commit beside it. */
const MAX_PATHS = 100;
const BLOB = '... on Blob { oid text }';
/** Git's mode of a link, as the number that it is and as its octal digits read: GitHub documents only "Int". [live] */
const LINK_MODES: readonly number[] = [0o120000, 120_000];

const blobAnswer = z.object({ oid: shaAnswer, text: z.string().nullable() });
const treeAnswer = z.object({
  entries: z.array(z.object({ name: z.string().min(1), type: z.string(), mode: z.int(), object: z.unknown() })),
});
const entryAnswer = z.object({ type: z.string(), mode: z.int(), object: z.unknown() }).nullish();

type Entry = { readonly type: string; readonly mode: number; readonly object?: unknown };

/** A commit that was asked for `oid` and the selection of {@link selectTree}. */
export const commitAnswer = z.looseObject({ oid: shaAnswer });
export type CommitAnswer = z.output<typeof commitAnswer>;

/** Selection within a commit, with its variables. Nothing wanted is an empty selection. */
export function selectTree({ files = [], folders = [] }: Wanted): {
  readonly selection: string;
  readonly variables: Variables;
} {
  const entry = `type mode object { ${BLOB} }`;
  const tree = `type mode object { ... on Tree { entries { name ${entry} } } }`;
  return {
    selection: [
      ...files.map((_, index) => `f${index}: file(path: $f${index}) { ${entry} }`),
      ...folders.map((_, index) => `d${index}: file(path: $d${index}) { ${tree} }`),
    ].join(' '),
    variables: Object.fromEntries([
      ...files.map((value, index) => [`f${index}`, { type: 'String!', value }]),
      ...folders.map((value, index) => [`d${index}`, { type: 'String!', value }]),
    ]),
  };
}

/** A path that is not there is `null`, with or without an error that says so. */
export function isMissingPath({ type, path }: FieldFailure): boolean {
  return type === 'NOT_FOUND' && /^[fd]\d+$/.test(String(path.at(-1)));
}

/** As many questions as the paths need; the first holds whatever fits. */
export function splitWanted({ files = [], folders = [] }: Wanted): readonly [Wanted, ...Wanted[]] {
  const rest: Wanted[] = [];
  for (let start = MAX_PATHS; start < files.length; start += MAX_PATHS) {
    rest.push({ files: files.slice(start, start + MAX_PATHS) });
  }
  for (let start = MAX_PATHS; start < folders.length; start += MAX_PATHS) {
    rest.push({ folders: folders.slice(start, start + MAX_PATHS) });
  }
  return [{ files: files.slice(0, MAX_PATHS), folders: folders.slice(0, MAX_PATHS) }, ...rest];
}

export function joinViews(views: readonly TreeView[]): TreeView {
  return {
    files: new Map(views.flatMap(({ files }) => [...files])),
    folders: new Map(views.flatMap(({ folders }) => [...folders])),
  };
}

/** Reads the view out of a commit's answer. Bytes that GraphQL's text does not give exactly are read by REST. */
export async function toTreeView(client: GitHubClient, commit: CommitAnswer, wanted: Wanted): Promise<TreeView> {
  const { files = [], folders = [] } = wanted;
  const source = { client, commit: commit.oid };
  const [fileEntries, folderEntries] = await Promise.all([
    Promise.all(
      files.map(
        async (path, index) => [path, await toFile(source, path, entryOf(source, path, commit[`f${index}`]))] as const,
      ),
    ),
    Promise.all(
      folders.map(
        async (path, index) =>
          [path, await toFolder(source, path, entryOf(source, path, commit[`d${index}`]))] as const,
      ),
    ),
  ]);
  return { files: new Map(fileEntries), folders: new Map(folderEntries) };
}

interface Source {
  readonly client: GitHubClient;
  readonly commit: string;
}

function purposeOf({ commit }: Source, path: string): Purpose {
  return { doing: `read ${path} at ${commit}`, permission: 'contents: read' };
}

function entryOf(source: Source, path: string, value: unknown): Entry | null {
  if (value === undefined) throw unexpectedAnswer(purposeOf(source, path), 'nothing is said of this path');
  return parsed(entryAnswer, value, purposeOf(source, path)) ?? null;
}

async function toFile(source: Source, path: string, entry: Entry | null): Promise<Uint8Array | null> {
  if (entry === null || entry.type === 'tree') return null;
  if (entry.type !== 'blob' || LINK_MODES.includes(entry.mode)) throw notAFile(source, path, entry);
  return exactBytes(source, path, entry.object);
}

async function toFolder(source: Source, path: string, entry: Entry | null): Promise<ReadonlyMap<string, Uint8Array>> {
  if (entry !== null && entry.type !== 'tree' && entry.type !== 'blob') throw notAFile(source, path, entry);
  if (entry !== null && LINK_MODES.includes(entry.mode)) throw notAFile(source, path, entry);
  if (entry === null || entry.type !== 'tree') return new Map();
  const { entries } = parsed(treeAnswer, entry.object, purposeOf(source, path));
  const files = await Promise.all(
    entries.map(async (child) => {
      const childPath = `${path}/${child.name}`;
      return [childPath, await toFile(source, childPath, child)] as const;
    }),
  );
  return new Map(files.filter((file): file is [string, Uint8Array] => file[1] !== null));
}

/** Text counts only when it is the blob, byte for byte: not of a file that is binary, cut off, or no UTF-8. */
async function exactBytes(source: Source, path: string, object: unknown): Promise<Uint8Array> {
  const purpose = purposeOf(source, path);
  const { oid, text } = parsed(blobAnswer, object, purpose);
  const fromText = text === null ? null : Buffer.from(text, 'utf8');
  if (fromText !== null && blobId(fromText, oid) === oid) return fromText;
  const bytes = await readBlob(source.client, oid, purpose.doing);
  if (blobId(bytes, oid) === oid) return bytes;
  throw unexpectedAnswer(purpose, `bytes that are not the blob ${oid}`);
}

/** Git's name of a blob, with SHA-1 or SHA-256 as the name it is compared with. */
function blobId(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, purpose: Purpose): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw unexpectedAnswer(purpose, result.error.issues[0]?.message ?? 'another shape', result.error);
}

function notAFile({ commit }: Source, path: string, { type }: Entry): ActionError {
  return new ActionError('refused', {
    where: `${path} at ${commit}`,
    found: `It is a ${type === 'blob' ? 'symlink' : 'submodule'}`,
    allowed: 'A plain file or folder',
    remedy: 'Put the file itself there',
  });
}
