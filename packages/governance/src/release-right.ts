import {
  ActionError,
  type CommitSha,
  type PullRequest,
  type PullRequests,
  type RepositoryContents,
  resourceUri,
} from '@gatehouse/core';
import type { EvidenceStore } from './evidence/store.ts';
import type { StoredAuthorisation } from './evidence/stored-authorisation.ts';
import type { StoredEvaluation } from './evidence/stored-evaluation.ts';
import { type Policy, trustRootOf } from './policy.ts';

export interface ReleaseRightPorts {
  readonly pulls: PullRequests;
  readonly contents: RepositoryContents;
  readonly evidence: EvidenceStore;
}

/** The right to release one model at one merged commit, with the evidence it rests on; all of it verified. */
export interface ReleaseRight {
  readonly pull: PullRequest;
  readonly stored: StoredAuthorisation;
  readonly evaluation: StoredEvaluation;
}

/**
 * The merged pull request that produced a commit of the default branch, or `null` for a direct push.
 *
 * @throws ActionError `refused`, reason `not-merged`, when several claim to.
 */
export async function mergedPullOf(
  ports: Pick<ReleaseRightPorts, 'pulls' | 'contents'>,
  commit: CommitSha,
): Promise<PullRequest | null> {
  const defaultBranch = await ports.contents.defaultBranch();
  const merged = (await ports.pulls.ofCommit(commit)).filter(
    (pull) => pull.merged && pull.mergeCommitSha === commit && pull.baseRef === defaultBranch,
  );
  const [pull, ...others] = merged;
  if (others.length > 0) {
    throw refused('not-merged', commit, `${merged.length} merged pull requests claim this commit`);
  }
  return pull ?? null;
}

/**
 * Finds and verifies the release authorisation of a model at a merged commit. This is the only door to a release:
 * whoever asks, from whichever branch, without a signed authorisation that names this commit there is none.
 *
 * @throws ActionError `refused`, reason `not-authorised`; `signature-invalid`; `decision-mismatch`.
 */
export async function findReleaseRight(
  ports: ReleaseRightPorts,
  policy: Policy,
  request: { readonly model: string; readonly commit: CommitSha; readonly repositoryUrl: string },
): Promise<ReleaseRight> {
  const { model, commit } = request;
  const trustRoot = trustRootOf(policy);
  const pull = await mergedPullOf(ports, commit);
  if (pull === null) throw refused('not-authorised', commit, 'no pull request was merged as this commit');
  const subject = { pullRequest: pull.number, model };
  const evaluation = await ports.evidence.readEvaluation(subject, pull.headSha, trustRoot);
  if (evaluation === null) throw refused('not-authorised', commit, `no evaluation of "${model}" for its head`);
  const stored = await ports.evidence.readAuthorisation(
    { model, modelDigest: evaluation.id.modelDigest, mergedSha: commit },
    trustRoot,
  );
  if (stored === null) throw refused('not-authorised', commit, `no authorisation of ${evaluation.id.modelDigest}`);
  const { authorisation } = stored;
  const expected = resourceUri({ repositoryUrl: request.repositoryUrl, headSha: pull.headSha, model });
  const problem =
    authorisation.model !== model
      ? `an authorisation of the model "${authorisation.model}"`
      : authorisation.resourceUri !== expected
        ? `an authorisation for ${authorisation.resourceUri}`
        : authorisation.headSha !== pull.headSha || authorisation.pullRequest !== pull.number
          ? `an authorisation of pull request #${authorisation.pullRequest} at ${authorisation.headSha}`
          : authorisation.summaryDigest !== evaluation.summaryStatement.digest
            ? 'an authorisation that rests on another evaluation summary'
            : null;
  if (problem !== null) throw refused('not-authorised', commit, problem);
  return { pull, stored, evaluation };
}

function refused(reasonCode: 'not-authorised' | 'not-merged', commit: CommitSha, found: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Commit ${commit}`,
      found,
      allowed: 'a commit of the default branch whose pull request was approved, merged and authorised',
      remedy: 'Merge a pull request with a green gatehouse/governance and let the workflow "authorise" run',
    },
    { reasonCode },
  );
}
