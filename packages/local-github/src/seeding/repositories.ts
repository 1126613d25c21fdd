import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from '../context.ts';
import { fetchObjects, git, initBare, readRef } from '../git/git.ts';
import type { User } from '../model.ts';
import type { ProtectionRecord, RepositoryRecord } from '../records.ts';
import { installHooks } from '../rules/push-rules.ts';
import type { State } from '../state.ts';
import { requireUser } from './accounts.ts';

export interface NewRepository {
  /** Login of a user or organisation. */
  readonly owner: string;
  readonly name: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
}

/** A protected branch with nothing required: no force pushes, no deletion, no exception for administrators. */
export const NO_PROTECTION: ProtectionRecord = {
  requiredStatusChecks: null,
  requiredReviews: null,
  enforceAdmins: true,
  allowForcePushes: false,
  allowDeletions: false,
};

export async function addRepository(services: Services, repository: NewRepository): Promise<RepositoryRecord> {
  const owner = requireUser(services.state, repository.owner);
  const gitDir = await createGitDir(services, owner, repository.name);
  return registerRepository(services.state, { owner, gitDir, forkOf: null, repository });
}

export async function addFork(services: Services, source: RepositoryRecord, owner: User): Promise<RepositoryRecord> {
  const gitDir = await createGitDir(services, owner, source.name);
  for (const kind of ['heads', 'tags']) await fetchObjects(gitDir, source.gitDir, `+refs/${kind}/*:refs/${kind}/*`);
  const repository = {
    owner: owner.login,
    name: source.name,
    private: source.private,
    defaultBranch: source.defaultBranch,
  };
  return registerRepository(services.state, { owner, gitDir, forkOf: source.fullName, repository });
}

async function createGitDir(services: Services, owner: User, name: string): Promise<string> {
  const gitDir = join(services.root, 'git', owner.login, `${name}.git`);
  await mkdir(gitDir, { recursive: true });
  await initBare(gitDir);
  await installHooks(gitDir);
  return gitDir;
}

function registerRepository(
  state: State,
  made: {
    readonly owner: User;
    readonly gitDir: string;
    readonly forkOf: string | null;
    readonly repository: NewRepository;
  },
): RepositoryRecord {
  const fullName = `${made.owner.login}/${made.repository.name}`;
  if (state.repositories.has(fullName.toLowerCase())) throw new Error(`The repository "${fullName}" exists already.`);
  const now = state.now();
  const record: RepositoryRecord = {
    id: state.nextId(),
    owner: made.owner,
    name: made.repository.name,
    fullName,
    gitDir: made.gitDir,
    private: made.repository.private ?? false,
    defaultBranch: made.repository.defaultBranch ?? 'main',
    forkOf: made.forkOf,
    createdAt: now,
    pushedAt: now,
    updatedAt: now,
    lastNumber: 0,
    collaborators: new Map(),
    protections: new Map(),
    rulesets: [],
    immutableReleases: false,
    burnedTags: new Set(),
    pulls: [],
    checkRuns: [],
    statuses: [],
    releases: [],
    deployments: [],
    runs: [],
    artifacts: [],
    environments: new Map(),
    secrets: new Map(),
    variables: new Map(),
    activity: [],
    mergeQueues: new Map(),
    issues: [],
    threads: new Map(),
    labels: new Map(),
    pendingDeployments: [],
  };
  state.repositories.set(fullName.toLowerCase(), record);
  return record;
}

/** Throws away every commit that no ref holds, as GitHub does some day; reviews of them lose their commit. */
export async function collectGarbage(repository: RepositoryRecord): Promise<void> {
  await git(repository.gitDir, ['gc', '--quiet', '--prune=now']);
  for (const review of repository.pulls.flatMap((pull) => pull.reviews)) {
    if (review.commitId !== null && (await readRef(repository.gitDir, review.commitId)) === null)
      review.commitId = null;
  }
}
