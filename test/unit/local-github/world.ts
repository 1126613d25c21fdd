import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type LocalGitHub,
  type RepositoryRecord,
  startLocalGitHub,
  type User,
  type WorkflowRunRecord,
} from '@gatehouse/local-github';
import { Octokit } from '@octokit/core';

const run = promisify(execFile);

/** A local GitHub with one organisation, one public repository and its first commit on `main`. */
export interface World {
  readonly github: LocalGitHub;
  /** Administrator of the organisation. */
  readonly owner: User;
  /** A person without any right of their own. */
  readonly reader: User;
  readonly repository: RepositoryRecord;
  readonly folder: string;
  /** The server's only source of time. */
  readonly clock: { now: Date };
  /** SHA of the first commit. */
  readonly sha: string;
  /** Adds a commit with these files to a branch and returns its SHA. */
  commit(branch: string, files: Readonly<Record<string, string>>): Promise<string>;
  git(...args: readonly string[]): Promise<string>;
  /** A REST client of a person. */
  as(user: User): Octokit;
  /** A REST client with any token. */
  client(token: string): Octokit;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'local-github-'));
  const clock = { now: new Date('2026-11-23T08:00:00Z') };
  const github = await startLocalGitHub({ root: join(folder, 'github'), clock: () => clock.now });
  const owner = github.admin.createUser('maintainer');
  const reader = github.admin.createUser('reader');
  github.admin.createOrg('bank', { admins: [owner] });
  const repository = await github.admin.createRepository({ owner: 'bank', name: 'credit' });
  const client = (token: string): Octokit => new Octokit({ baseUrl: github.apiUrl, auth: token, log: SILENT });
  const world: Omit<World, 'sha'> = {
    github,
    owner,
    reader,
    repository,
    folder,
    clock,
    commit: (branch, files) => commitFiles(repository, { folder, branch, files }),
    git: async (...args) => (await run('git', ['--git-dir', repository.gitDir, ...args])).stdout.trim(),
    as: (user) => client(github.admin.createToken(user)),
    client,
    close: async () => {
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return { ...world, sha: await world.commit('main', { 'README.md': 'A model.\n' }) };
}

const ignore = (): undefined => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

interface NewCommit {
  readonly folder: string;
  readonly branch: string;
  readonly files: Readonly<Record<string, string>>;
}

async function commitFiles(repository: RepositoryRecord, { folder, branch, files }: NewCommit): Promise<string> {
  const work = await mkdtemp(join(folder, 'work-'));
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', work, ...args])).stdout.trim();
  await git('init', '--quiet', '-b', branch);
  if ((await git('ls-remote', repository.gitDir, `refs/heads/${branch}`)) !== '') {
    await git('pull', '--quiet', repository.gitDir, branch);
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), text);
  }
  await git('add', '-A');
  await git(
    '-c',
    'user.name=maintainer',
    '-c',
    'user.email=maintainer@example.com',
    'commit',
    '--quiet',
    '-m',
    'Change',
  );
  await git('push', '--quiet', repository.gitDir, `HEAD:refs/heads/${branch}`);
  return git('rev-parse', 'HEAD');
}

/** Status and message with which a request was refused. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ readonly status: number; readonly message: string }> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
      return { status: error.status, message: error.message };
    }
    throw error;
  }
  throw new Error('The request was not refused.');
}

/** A finished run of a pull request's workflow. */
export function runRecord(world: Pick<World, 'sha' | 'owner' | 'clock'>, id: number): WorkflowRunRecord {
  return {
    id,
    repository: 'bank/credit',
    workflowPath: '.github/workflows/train.yml',
    name: 'train',
    runNumber: 1,
    attempt: 1,
    event: 'pull_request',
    headSha: world.sha,
    headBranch: 'main',
    headRepository: 'bank/credit',
    pullRequestNumbers: [],
    actor: world.owner,
    createdAt: world.clock.now,
    updatedAt: world.clock.now,
    status: 'completed',
    conclusion: 'success',
    jobs: [],
  };
}
