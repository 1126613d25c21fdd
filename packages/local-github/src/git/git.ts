import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { type GitObject, ObjectReader, type ObjectType } from './object-reader.ts';

export type { GitObject, ObjectType } from './object-reader.ts';

export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  readonly input?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The user's own configuration must not change what the server does. */
const BASE_ENV: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** Runs the git executable, without a shell, and waits for it. */
export function runGit(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(gitDir, args, options.env ?? {});
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // Git may end before it has read its input; its exit status says whether that was a fault.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** Starts a git command that talks over its pipes: the two services of smart HTTP. */
export function spawnGit(
  gitDir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcessWithoutNullStreams {
  return spawn('git', [...args], { env: environment(gitDir, env), stdio: 'pipe' });
}

function environment(gitDir: string, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', HOME: gitDir, ...BASE_ENV, GIT_DIR: gitDir, ...extra };
}

/** As `runGit`; throws when git fails. */
export async function git(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const result = await runGit(gitDir, args, options);
  if (result.code !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr.trim() || `exit ${result.code}`}`);
  return result.stdout;
}

async function gitLine(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  return (await git(gitDir, args, options)).toString('utf8').trim();
}

export const ZERO_SHA = '0'.repeat(40);

export async function initBare(gitDir: string): Promise<void> {
  await git(gitDir, ['init', '--quiet', '--bare', '-b', 'main', gitDir]);
  // Clients may ask for any reachable commit, as on github.com: `actions/checkout` fetches by SHA.
  await git(gitDir, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  await git(gitDir, ['config', 'uploadpack.allowFilter', 'true']);
  await git(gitDir, ['config', 'http.receivepack', 'true']);
  await git(gitDir, ['config', 'gc.auto', '0']);
}

/** Every ref with the object it names (a tag object for an annotated tag), ordered by name. */
export async function listRefs(gitDir: string, prefix = 'refs/'): Promise<ReadonlyMap<string, string>> {
  const text = await gitLine(gitDir, ['for-each-ref', '--format=%(objectname) %(refname)', prefix]);
  const lines = text === '' ? [] : text.split('\n');
  return new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
}

/** SHA of the object that a full ref name, or another expression that git understands, names; `null` for none. */
export async function readRef(gitDir: string, expression: string): Promise<string | null> {
  return (await readerOf(gitDir).ask('info', expression))?.sha ?? null;
}

/** SHA of the commit that a branch, tag, SHA or `refs/…` names; branches before tags, as GitHub does. */
export async function resolveCommit(gitDir: string, name: string): Promise<string | null> {
  const candidates = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  if (/^[0-9a-f]{7,40}$/i.test(name)) candidates.unshift(name);
  for (const candidate of candidates) {
    const sha = await readRef(gitDir, `${candidate}^{commit}`);
    if (sha !== null) return sha;
  }
  return null;
}

/** Moves a ref if it is still at `before` (`ZERO_SHA`: must not exist). False when it was not. */
export async function updateRef(
  gitDir: string,
  ref: string,
  change: { readonly before: string; readonly after: string },
): Promise<boolean> {
  const args =
    change.after === ZERO_SHA
      ? ['update-ref', '-d', ref, change.before]
      : ['update-ref', ref, change.after, change.before];
  return (await runGit(gitDir, args)).code === 0;
}

export async function setRef(gitDir: string, ref: string, sha: string): Promise<void> {
  await git(gitDir, ['update-ref', ref, sha]);
}

export async function isValidRefName(gitDir: string, ref: string): Promise<boolean> {
  return (await runGit(gitDir, ['check-ref-format', ref])).code === 0;
}

const readers = new Map<string, ObjectReader>();

function readerOf(gitDir: string): ObjectReader {
  const known = readers.get(gitDir);
  if (known !== undefined) return known;
  const reader = new ObjectReader(() => spawnGit(gitDir, ['cat-file', '--batch-command'], {}));
  readers.set(gitDir, reader);
  return reader;
}

/** Ends the processes that read from repositories below a folder. */
export function closeReaders(folder: string): void {
  for (const [gitDir, reader] of readers) {
    if (!gitDir.startsWith(folder)) continue;
    reader.close();
    readers.delete(gitDir);
  }
}

/** One object by any expression that git understands, or `null`. */
export function readObject(gitDir: string, expression: string): Promise<GitObject | null> {
  return readerOf(gitDir).ask('contents', expression);
}

/** Many objects, in the order asked for; `null` where there is none. */
export function readObjects(gitDir: string, expressions: readonly string[]): Promise<readonly (GitObject | null)[]> {
  return Promise.all(expressions.map((expression) => readObject(gitDir, expression)));
}

/** Kinds of objects, without their content. */
export function objectTypes(gitDir: string, expressions: readonly string[]): Promise<readonly (ObjectType | null)[]> {
  const reader = readerOf(gitDir);
  return Promise.all(expressions.map(async (expression) => (await reader.ask('info', expression))?.type ?? null));
}

export async function writeObject(gitDir: string, type: ObjectType, content: Uint8Array | string): Promise<string> {
  return gitLine(gitDir, ['hash-object', '-w', '-t', type, '--stdin'], { input: content });
}

export async function isAncestor(gitDir: string, ancestor: string, descendant: string): Promise<boolean> {
  return (await runGit(gitDir, ['merge-base', '--is-ancestor', ancestor, descendant])).code === 0;
}

export async function mergeBase(gitDir: string, left: string, right: string): Promise<string | null> {
  const result = await runGit(gitDir, ['merge-base', left, right]);
  return result.code === 0 ? result.stdout.toString('utf8').trim() : null;
}

/** Commits reachable from `include` and not from `exclude`, oldest first. */
export async function commitsBetween(
  gitDir: string,
  exclude: string | null,
  include: string,
): Promise<readonly string[]> {
  const args = ['rev-list', '--reverse', '--topo-order', include, ...(exclude === null ? [] : [`^${exclude}`])];
  const text = await gitLine(gitDir, args);
  return text === '' ? [] : text.split('\n');
}

/** Whether there are merge commits among those reachable from `include` and not from `exclude` (`null`: from any ref). */
export async function bringsMerges(gitDir: string, exclude: string | null, include: string): Promise<boolean> {
  const args = ['rev-list', '--merges', '--max-count=1', include, '--not', exclude ?? '--all'];
  return (await gitLine(gitDir, args)) !== '';
}

/** Whether commits that no ref holds yet change files below `.github/workflows`. */
export async function bringsWorkflows(gitDir: string, sha: string): Promise<boolean> {
  if (sha === ZERO_SHA) return false;
  const args = ['rev-list', '--max-count=1', sha, '--not', '--all', '--', '.github/workflows'];
  return (await gitLine(gitDir, args)) !== '';
}

/** Copies commits from another repository, so that a fork's pull request can be read in its base. */
export async function fetchObjects(gitDir: string, fromGitDir: string, refspec: string): Promise<void> {
  await git(gitDir, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', fromGitDir, refspec]);
}
