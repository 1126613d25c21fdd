import { variable } from '../step.ts';

/** What is checked out. */
export interface Target {
  /** As asked for, or the run's own ref. */
  readonly ref: string;
  readonly commit: string;
  /** Ref that keeps the fetched commit, or `null` for a bare SHA. */
  readonly localRef: string | null;
  /** Branch to check out, or `null` for a detached HEAD. */
  readonly branch: string | null;
}

export interface TargetRequest {
  readonly ref: string;
  /** The repository is the one that the workflow runs in. */
  readonly ownRepository: boolean;
  readonly lsRemote: (...args: readonly string[]) => string;
}

/** The run's own commit by default; else a SHA, a full ref, a branch or a tag, in this order. */
export function targetOf({ ref, ownRepository, lsRemote }: TargetRequest): Target {
  if (ref === '' && ownRepository) return ofFullRef(variable('GITHUB_REF'), variable('GITHUB_SHA'));
  if (/^[0-9a-f]{40}$/i.test(ref)) return { ref, commit: ref, localRef: null, branch: null };
  if (ref === '') return ofDefaultBranch(lsRemote('--symref', 'origin', 'HEAD'));
  const candidates = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
  const listed = lsRemote('origin', ...candidates, ...candidates.map((candidate) => `${candidate}^{}`));
  for (const candidate of candidates) {
    // The peeled line of an annotated tag names its commit.
    const commit = shaOf(listed, `${candidate}^{}`) ?? shaOf(listed, candidate);
    if (commit !== null) return { ...ofFullRef(candidate, commit), ref };
  }
  throw new Error(`A branch or tag with the name '${ref}' could not be found`);
}

function ofFullRef(ref: string, commit: string): Target {
  if (ref.startsWith('refs/heads/')) {
    const branch = ref.slice('refs/heads/'.length);
    return { ref, commit, localRef: `refs/remotes/origin/${branch}`, branch };
  }
  if (ref.startsWith('refs/pull/'))
    return { ref, commit, localRef: `refs/remotes/${ref.slice('refs/'.length)}`, branch: null };
  return { ref, commit, localRef: ref.startsWith('refs/tags/') ? ref : null, branch: null };
}

function ofDefaultBranch(listed: string): Target {
  const ref = /^ref: (\S+)\tHEAD$/m.exec(listed)?.[1];
  const commit = shaOf(listed, 'HEAD');
  if (ref === undefined || commit === null) throw new Error('The repository has no default branch');
  return ofFullRef(ref, commit);
}

function shaOf(listed: string, ref: string): string | null {
  const line = listed.split('\n').find((each) => each.endsWith(`\t${ref}`) && !each.startsWith('ref:'));
  return line?.slice(0, 40) ?? null;
}
