import {
  modelSignatureStatement,
  releaseAuthorisation,
  requireTrustedKey,
  type SigningKey,
  signStatement,
} from '@gatehouse/attest';
import {
  ActionError,
  type Clock,
  type CommitSha,
  candidateKey,
  pathMatcher,
  type RepositoryContents,
  resourceUri,
  tupleDigest,
} from '@gatehouse/core';
import {
  type EvidenceStore,
  mergedPullOf,
  modelOf,
  type Policy,
  readPolicy,
  type StoredAuthorisation,
  type StoredEvaluation,
  trustRootOf,
} from '@gatehouse/governance';
import { readCandidate } from '@gatehouse/registry';
import { type ApprovalPorts, readApprovals } from './approval-state.ts';
import { tupleOf } from './judge-model.ts';

export interface AuthorisePorts extends ApprovalPorts {
  readonly contents: RepositoryContents;
  readonly evidence: EvidenceStore;
  readonly key: SigningKey;
  readonly clock: Clock;
}

export interface AuthoriseRequest {
  readonly model: string;
  /** The pushed commit, and the tip of the branch before it, whose policy judges. */
  readonly commit: CommitSha;
  readonly before: CommitSha;
  readonly ref: string;
  readonly repositoryUrl: string;
}

/** Either the signed authorisation, or why this push has nothing to authorise. */
export type Authorised =
  | { readonly kind: 'signed'; readonly stored: StoredAuthorisation }
  | { readonly kind: 'nothing'; readonly why: string };

/**
 * After a merge: applies the review rule once more to what is on GitHub now, and signs the release authorisation for
 * exactly the evaluated bytes, provided the merged tree has the candidate key that was approved.
 *
 * @throws ActionError `refused`/`integrity`: `not-authorised` with the reason, `tree-changed`, `digest-mismatch`,
 *   `candidate-expired`, `signature-invalid`.
 */
export async function authorise(request: AuthoriseRequest, ports: AuthorisePorts): Promise<Authorised> {
  const defaultBranch = await ports.contents.defaultBranch();
  if (request.ref !== `refs/heads/${defaultBranch}`) {
    throw notAuthorised(request, `the ref ${request.ref}`, `pushes to ${defaultBranch}`);
  }
  const policy = await policyBefore(ports.contents, request.before);
  if (policy === null)
    return { kind: 'nothing', why: 'There was no policy before this push: it enrols the repository.' };
  const pull = await mergedPullOf(ports, request.commit);
  if (pull === null)
    return { kind: 'nothing', why: 'No pull request was merged as this commit: nothing was approved.' };
  const modelConfig = modelOf(policy, request.model);
  const changedFiles = await ports.pulls.changedFiles(pull.number);
  if (!changedFiles.some(pathMatcher(modelConfig.paths))) {
    return { kind: 'nothing', why: `No file of ${request.model} changed.` };
  }

  const about = { pullRequest: pull.number, model: request.model };
  const trustRoot = trustRootOf(policy);
  requireTrustedKey(ports.key, trustRoot, 'Input "signing-key"');
  const evaluation = await ports.evidence.readEvaluation(about, pull.headSha, trustRoot);
  if (evaluation === null) throw notAuthorised(request, `no evaluation of head ${pull.headSha}`, 'an evaluated head');
  checkEvaluation(request, policy, evaluation);
  const tuple = tupleDigest(tupleOf(pull.headSha, evaluation));
  const ready = await ports.evidence.readReady(about, tuple);
  const approvals = await readApprovals(ports, {
    pull,
    modelConfig,
    change: { files: changedFiles, policyFiles: policy.config.trust.keys.map((key) => key.file) },
    tuple,
    readyAt: ready?.at ?? null,
    training: evaluation.training,
  });
  if (approvals.state !== 'approved')
    throw notAuthorised(request, approvals.message, 'approvals of every required role');

  const candidate = await readCandidate(ports.runs, evaluation.candidate.artifactId);
  if (candidate.modelDigest !== evaluation.id.modelDigest) {
    throw notAuthorised(request, `candidate bytes of ${candidate.modelDigest}`, evaluation.id.modelDigest);
  }
  const statement = releaseAuthorisation({
    summary: evaluation.summaryStatement,
    candidateKey: candidateKey(await ports.contents.listFiles(request.commit), modelConfig),
    approvals: approvals.approvals,
    pullRequest: pull.number,
    headSha: pull.headSha,
    mergedSha: request.commit,
    policyUri: `${request.repositoryUrl}/blob/${policy.commit}/gatehouse.yml`,
    timeVerified: ports.clock.now(),
  });
  const signed = {
    bundle: await signStatement(statement, ports.key),
    modelSignature: await signStatement(modelSignatureStatement(request.model, candidate.files), ports.key),
  };
  return { kind: 'signed', stored: await ports.evidence.recordAuthorisation(signed, trustRoot) };
}

async function policyBefore(contents: RepositoryContents, before: CommitSha): Promise<Policy | null> {
  if (/^0+$/.test(before)) return null;
  try {
    return await readPolicy(contents, before);
  } catch (error) {
    if (error instanceof ActionError && error.reasonCode === 'no-policy') return null;
    throw error;
  }
}

function checkEvaluation(request: AuthoriseRequest, policy: Policy, evaluation: StoredEvaluation): void {
  const { summary } = evaluation;
  const expected = resourceUri({ ...request, headSha: evaluation.id.headSha });
  if (summary.resourceUri !== expected) throw notAuthorised(request, summary.resourceUri, expected);
  if (summary.policyDigest !== policy.digest) {
    throw notAuthorised(request, `an evaluation under policy ${summary.policyDigest}`, `the policy ${policy.digest}`);
  }
  if (summary.result !== 'PASSED') throw notAuthorised(request, 'an evaluation that did not pass', 'one that passed');
}

function notAuthorised(request: AuthoriseRequest, found: string, allowed: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Authorising ${request.model} at ${request.commit}`,
      found,
      allowed,
      remedy: 'The merge did not go through gatehouse/governance: find out how, then open a pull request again',
    },
    { reasonCode: 'not-authorised' },
  );
}
