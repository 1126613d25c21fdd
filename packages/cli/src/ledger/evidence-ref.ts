import { ActionError, type Fault } from '@gatehouse/core';
import { type GitRepository, openRepository } from './git-repository.ts';

/** The evidence branch of a clone, at the commit that it has now. */
export interface LedgerBranch {
  readonly repository: GitRepository;
  readonly ref: string;
  readonly commit: string;
}

const EVIDENCE_REFS = ['refs/remotes/origin/gatehouse-evidence', 'refs/heads/gatehouse-evidence'];

/**
 * Finds the evidence branch.
 *
 * @throws ActionError when the clone has none, or is shallow: half a history proves nothing.
 */
export async function openLedger(folder: string, ref: string | undefined): Promise<LedgerBranch> {
  const repository = openRepository(folder);
  const names = ref === undefined ? EVIDENCE_REFS : [ref];
  const [isShallow, ...commits] = await Promise.all([
    repository.text(['rev-parse', '--is-shallow-repository']),
    ...names.map(async (name) => ({ name, commit: await repository.commitOf(name) })),
  ]);
  if (isShallow.trim() === 'true') {
    throw cannotTell({
      where: folder,
      found: 'a shallow clone',
      allowed: 'a complete clone: half a history proves nothing',
      remedy: 'Run git fetch --unshallow',
    });
  }
  for (const { name, commit } of commits) {
    if (commit !== null) return { repository, ref: name, commit };
  }
  throw cannotTell({
    where: folder,
    found: `none of ${names.join(', ')}`,
    allowed: 'a clone with the evidence branch',
    remedy: 'Run git fetch origin gatehouse-evidence:refs/remotes/origin/gatehouse-evidence, or give --ref',
  });
}

/** The commit that an option names. */
export async function requireCommit(repository: GitRepository, option: string, name: string): Promise<string> {
  const commit = await repository.commitOf(name);
  if (commit !== null) return commit;
  throw cannotTell({
    where: `Option ${option} ${name}`,
    found: 'no such commit in this clone',
    allowed: 'a ref or commit that the clone has',
    remedy: 'Fetch it from the older clone first',
  });
}

function cannotTell(fault: Fault): ActionError {
  return new ActionError('command', fault);
}
