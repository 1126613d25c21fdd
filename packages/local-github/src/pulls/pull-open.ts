import { actorOf, canSee } from '../access/access.ts';
import type { Services } from '../context.ts';
import { commitsBetween, fetchObjects, mergeBase, readRef } from '../git/git.ts';
import { type FieldError, HttpProblem, unprocessable } from '../http/http-problem.ts';
import type { Credential } from '../model.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';
import { findRepository } from '../state.ts';
import { emitPullEvent } from './pull-events.ts';
import { refreshTestMerge } from './test-merge.ts';

export interface PullProposal {
  readonly title: string;
  readonly body: string | null;
  /** `branch`, or `owner:branch` of a fork. */
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
  readonly credential: Credential;
}

/** Opens a pull request, with its refs, and tells of it. Inside the repository's lock. */
export async function openPull(
  services: Services,
  repository: RepositoryRecord,
  proposal: PullProposal,
): Promise<PullRecord> {
  const source = sourceOf(services, repository, proposal);
  const baseSha = await readRef(repository.gitDir, `refs/heads/${proposal.base}`);
  if (baseSha === null) throw invalid('base');
  const headSha = source === null ? null : await readRef(source.repository.gitDir, `refs/heads/${source.branch}`);
  if (source === null || headSha === null) throw invalid('head');
  const number = repository.lastNumber + 1;
  if (source.repository !== repository) {
    await fetchObjects(
      repository.gitDir,
      source.repository.gitDir,
      `+refs/heads/${source.branch}:refs/pull/${number}/head`,
    );
  }
  await requireNews(repository, { ...source, proposal, baseSha, headSha });
  repository.lastNumber = number;
  const now = services.state.now();
  const pull: PullRecord = {
    id: services.state.nextId(),
    number,
    title: proposal.title,
    body: proposal.body,
    author: actorOf(proposal.credential),
    headRef: source.branch,
    headRepository: source.repository.fullName,
    headSha,
    baseRef: proposal.base,
    baseSha,
    state: 'open',
    draft: proposal.draft,
    merged: false,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    mergeable: null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    reviews: [],
    baseChanges: [],
  };
  repository.pulls.push(pull);
  await refreshTestMerge(services, repository, pull);
  await emitPullEvent(services, repository, { pull, action: 'opened', credential: proposal.credential });
  return pull;
}

interface Source {
  readonly repository: RepositoryRecord;
  readonly branch: string;
}

/** The repository and branch that `head` names: this one, or a fork of it that the caller can see. */
function sourceOf(services: Services, repository: RepositoryRecord, { head, credential }: PullProposal): Source | null {
  const colon = head.indexOf(':');
  const owner = colon < 0 ? repository.owner.login : head.slice(0, colon);
  const branch = head.slice(colon + 1);
  if (owner.toLowerCase() === repository.owner.login.toLowerCase()) return { repository, branch };
  const fork = [...services.state.repositories.values()].find(
    (candidate) =>
      candidate.forkOf === repository.fullName && candidate.owner.login.toLowerCase() === owner.toLowerCase(),
  );
  const found = fork ?? findRepository(services.state, `${owner}/${repository.name}`);
  return found?.forkOf === repository.fullName && canSee(services.state, credential, found)
    ? { repository: found, branch }
    : null;
}

async function requireNews(
  repository: RepositoryRecord,
  wanted: Source & {
    readonly proposal: PullProposal;
    readonly baseSha: string;
    readonly headSha: string;
    readonly branch: string;
  },
): Promise<void> {
  const { proposal, baseSha, headSha, branch } = wanted;
  const open = repository.pulls.some(
    (pull) =>
      pull.state === 'open' &&
      pull.headRepository === wanted.repository.fullName &&
      pull.headRef === branch &&
      pull.baseRef === proposal.base,
  );
  const label = `${wanted.repository.owner.login}:${branch}`;
  if (open) throw unprocessable('PullRequest', `A pull request already exists for ${label}.`);
  if ((await mergeBase(repository.gitDir, baseSha, headSha)) === null) {
    throw unprocessable('PullRequest', `The ${branch} branch has no history in common with ${proposal.base}`);
  }
  if ((await commitsBetween(repository.gitDir, baseSha, headSha)).length === 0) {
    throw unprocessable('PullRequest', `No commits between ${proposal.base} and ${branch}`);
  }
}

function invalid(field: string): HttpProblem {
  const error: FieldError = { resource: 'PullRequest', field, code: 'invalid' };
  return new HttpProblem(422, 'Validation Failed', { errors: [error] });
}
