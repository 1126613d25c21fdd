import {
  modelSignatureStatement,
  releaseAuthorisation,
  requireTrustedKey,
  type SigningKey,
  signStatement,
} from '@gatehouse/attest';
import {
  ActionError,
  type CommitSha,
  candidateKey,
  type PullRequest,
  type RepositoryContents,
  type WorkflowRuns,
} from '@gatehouse/core';
import {
  changesRules,
  judgePull,
  type ModelVerdict,
  type PullFacts,
  type PullVerdict,
  type StoredAuthorisation,
  type StoredEvaluation,
  trustRootOf,
} from '@gatehouse/governance';
import { readCandidate } from '@gatehouse/registry';
import { type BaseRules, readRulesAt } from './base-rules.ts';
import { type GatherPorts, readFirstWave, readSecondWave } from './gather.ts';
import { mergedPulls } from './merged-pulls.ts';
import { requireListed, setsRules, treesOfMerges } from './merged-tree.ts';
import { refusedMerge } from './refused-merge.ts';

export interface AuthorisePorts extends GatherPorts {
  readonly contents: RepositoryContents;
  readonly runs: WorkflowRuns;
  readonly key: SigningKey;
}

export interface AuthoriseRequest {
  /** Only this model; `null` for all that the push concerns. */
  readonly model: string | null;
  /** The pushed commit, and the tip of the branch before it, whose policy judges. */
  readonly commit: CommitSha;
  readonly before: CommitSha;
  readonly ref: string;
  readonly repositoryUrl: string;
}

export interface Authorised {
  readonly signed: readonly {
    readonly model: string;
    readonly commit: CommitSha;
    readonly stored: StoredAuthorisation;
  }[];
  /** Why parts of the push, or all of it, have nothing to authorise. */
  readonly notes: readonly string[];
  /** Why others of the push are not authorised; only beside something that is. */
  readonly refusals: readonly ActionError[];
}

/**
 * After a push to the default branch: applies every rule once more to each pull request that was merged by it, under the
 * policy of before the push, and signs a release authorisation for exactly the evaluated bytes of each model, provided
 * the merged tree has the candidate key that was approved and the merge changed no governed file that was not.
 *
 * @throws ActionError `refused`/`integrity`: `not-authorised` with the reason, `review-after-merge`, `policy-changed`,
 *   `tree-changed`, `digest-mismatch`, `candidate-expired`, `signature-invalid`; when the push holds others that are
 *   signed, these are handed back and the refusals with them.
 */
export async function authorise(request: AuthoriseRequest, ports: AuthorisePorts): Promise<Authorised> {
  const branch = await ports.contents.defaultBranch();
  if (request.ref !== `refs/heads/${branch}`) {
    throw notAuthorised(request.commit, `the ref ${request.ref}`, `pushes to ${branch}`);
  }
  const rules = await rulesBefore(ports, { branch, commit: request.before });
  if (rules === null) return nothing('There was no policy before this push: it enrols the repository.');
  const pulls = await mergedPulls(ports, { ...request, branch });
  if (pulls.length === 0) return nothing('No pull request was merged by this push: nothing was approved.');

  const merges = await treesOfMerges(ports.contents, request.before, pulls);
  const done: Authorised[] = [];
  let rulesChangedBy: number | null = null;
  for (const { pull, ...trees } of merges) {
    try {
      const merged = await judgeMerged(pull, { ...request, rules }, ports);
      await requireListed(ports.contents, rules, { ...trees, listed: [merged.facts] });
      done.push(await authoriseOne(merged, { ...request, rulesChangedBy }, ports));
      if (changesRules(merged.facts)) rulesChangedBy = pull.number;
    } catch (error) {
      done.push(refused(error));
      rulesChangedBy ??= setsRules(rules, trees) ? pull.number : null;
    }
  }
  const all = together(done);
  const [first] = all.refusals;
  if (first !== undefined && all.signed.length === 0) throw first;
  return all;
}

function together(parts: readonly Authorised[]): Authorised {
  return {
    signed: parts.flatMap(({ signed }) => signed),
    notes: parts.flatMap(({ notes }) => notes),
    refusals: parts.flatMap(({ refusals }) => refusals),
  };
}

/** One that was merged past its check takes nothing from the others. What GitHub did not answer is asked again. */
function refused(error: unknown): Authorised {
  if (!(error instanceof ActionError) || error.reasonCode === undefined) throw error;
  return { signed: [], notes: [], refusals: [error] };
}

interface Merged {
  readonly facts: PullFacts;
  readonly verdict: PullVerdict;
  readonly judge: (facts: PullFacts) => PullVerdict;
}

/** Signs for each model that a merged pull request trained. */
async function authoriseOne(
  { facts, verdict, judge }: Merged,
  request: AuthoriseRequest & { readonly rulesChangedBy: number | null },
  ports: AuthorisePorts,
): Promise<Authorised> {
  const { pull } = facts;
  const released = verdict.models.filter(({ model }) => facts.evaluations.has(model));
  if (released.length > 0 && request.rulesChangedBy !== null) throw changedBefore(pull, request.rulesChangedBy);
  if (verdict.state !== 'success') {
    const inTime = judge({ ...facts, pull: { ...pull, mergedAt: null } });
    throw refusedMerge({ facts, verdict, inTime });
  }
  const wanted = released.filter(({ model }) => request.model === null || model === request.model);
  if (wanted.length === 0) return nothing(`#${pull.number} changes no file of ${request.model ?? 'any model'}.`);
  const parts: Authorised[] = [];
  for (const row of wanted) {
    try {
      const stored = await signOne(row, { ...request, facts }, ports);
      const signed = [{ model: row.model, commit: stored.authorisation.mergedSha, stored }];
      parts.push({ signed, notes: [], refusals: [] });
    } catch (error) {
      parts.push(refused(error));
    }
  }
  return together(parts);
}

async function rulesBefore(
  { contents }: AuthorisePorts,
  at: { readonly branch: string; readonly commit: CommitSha },
): Promise<BaseRules | null> {
  if (/^0+$/.test(at.commit)) return null;
  try {
    return await readRulesAt(contents, at);
  } catch (error) {
    if (error instanceof ActionError && error.reasonCode === 'no-policy') return null;
    throw error;
  }
}

async function judgeMerged(
  pull: PullRequest,
  { rules, repositoryUrl }: AuthoriseRequest & { readonly rules: BaseRules },
  ports: AuthorisePorts,
): Promise<Merged> {
  // Who pushed to a branch of a fork cannot be read here, and a branch of ours with that name is another one.
  if (pull.fromFork) {
    throw notAuthorised(`#${pull.number}`, 'its head is in a fork', 'a pull request from a branch of this repository');
  }
  const wave = await readFirstWave(ports, { rules, tip: ports.evidence.tip() }, pull);
  const { facts, state } = await readSecondWave(ports, rules, { pull, wave, repositoryUrl });
  const judge = (known: PullFacts): PullVerdict =>
    judgePull(known, (model) => {
      if (state === null) throw new RangeError('the ledger of a change that it does not govern is not read');
      return state.history({ pullRequest: pull.number, model });
    });
  return { facts, verdict: judge(facts), judge };
}

/** Hashes the candidate's bytes and the merged tree once more, and signs. */
async function signOne(
  { model, approvals }: ModelVerdict,
  { facts, repositoryUrl }: AuthoriseRequest & { readonly facts: PullFacts },
  ports: AuthorisePorts,
): Promise<StoredAuthorisation> {
  const { policy, pull } = facts;
  const evaluation = facts.evaluations.get(model);
  const config = policy.config.models[model];
  const commit = pull.mergeCommitSha;
  if (evaluation === undefined || config === undefined || commit === null || approvals === null) {
    throw new TypeError(`${model} of #${pull.number} has no evaluation or approvals`);
  }
  const trustRoot = trustRootOf(policy);
  requireTrustedKey(ports.key, trustRoot, 'Input "signing-key"');
  const candidate = await readCandidate(ports.runs, evaluation.candidate.artifactId);
  checkBytes(candidate.modelDigest, evaluation, commit);
  const statement = releaseAuthorisation({
    summary: evaluation.summaryStatement,
    candidateKey: candidateKey(await ports.contents.listFiles(commit), config),
    approvals: approvals.approvals,
    pullRequest: pull.number,
    headSha: pull.headSha,
    mergedSha: commit,
    policyUri: `${repositoryUrl}/blob/${policy.commit}/gatehouse.yml`,
    timeVerified: ports.clock.now(),
  });
  const signed = {
    bundle: await signStatement(statement, ports.key),
    modelSignature: await signStatement(modelSignatureStatement(model, candidate.files), ports.key),
  };
  return ports.evidence.recordAuthorisation(signed, trustRoot);
}

function checkBytes(found: string, { id }: StoredEvaluation, commit: CommitSha): void {
  if (found !== id.modelDigest) throw notAuthorised(commit, `candidate bytes of ${found}`, id.modelDigest);
}

function nothing(why: string): Authorised {
  return { signed: [], notes: [why], refusals: [] };
}

function changedBefore(pull: PullRequest, changedBy: number): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Authorising #${pull.number}`,
      found: `#${changedBy} of the same push changes the rules, and this one was decided before that`,
      allowed: 'a merge that was decided under the policy in force',
      remedy: 'Open a pull request that trains again',
    },
    { reasonCode: 'policy-changed' },
  );
}

function notAuthorised(what: string, found: string, allowed: string): ActionError {
  return new ActionError(
    'refused',
    {
      where: `Authorising ${what}`,
      found,
      allowed,
      remedy: 'The merge did not go through gatehouse/governance: find out how, then open a pull request again',
    },
    { reasonCode: 'not-authorised' },
  );
}
