import {
  ActionError,
  type Checks,
  type CommitSha,
  ConfigError,
  canonicalJson,
  formatFault,
  isReasonCode,
  sha256,
} from '@gatehouse/core';
import { modelOf, resolveSubject, type Subject, type SubjectPorts } from '@gatehouse/governance';
import type { PolicyChange } from './approval-state.ts';
import { assess, governs, type JudgePorts, judgeApprovals, type Trigger } from './judge-model.ts';
import { type CheckVerdict, combined, plainVerdict, renderCheck, type Verdict } from './verdict.ts';

export interface CheckPorts extends SubjectPorts, JudgePorts {
  readonly checks: Checks;
}

export interface CheckRequest {
  /** The model that the triggering workflow trained; the check is about every model that the change concerns. */
  readonly model: string;
  readonly runId: number;
  /** Why an earlier step gave up. It can explain a red check and never make one green. */
  readonly reasonCode: string | undefined;
  readonly repositoryUrl: string;
  readonly detailsUrl: string;
}

/**
 * Decides what the check of a pull request says now, and posts it on the head. Everything is read anew: evidence and
 * policy by digest, reviews and roles from GitHub. Every model of the policy that the change concerns is judged, whatever
 * model the workflow names, and the worst verdict is the check's.
 *
 * @returns `null` when no open pull request has the head of the run, so that there is nothing to post on.
 */
export async function checkPullRequest(request: CheckRequest, ports: CheckPorts): Promise<CheckVerdict | null> {
  const { headSha, conclusion } = await ports.runs.get(request.runId);
  try {
    const verdict = await judge({ ...request, conclusion }, ports);
    if (verdict !== null) await post(request, ports, { headSha, verdict });
    return verdict;
  } catch (error) {
    // Also when nothing can be judged: a green check of before must not stay.
    const refusal = refusalVerdict(error);
    if (refusal !== null) {
      const verdict = combined([[request.model, refusal]]);
      await post(request, ports, { headSha, verdict });
      return verdict;
    }
    // When this fails too, the first error says more.
    const verdict = combined([[request.model, unforeseen(request)]]);
    await post(request, ports, { headSha, verdict }).catch(() => undefined);
    throw error;
  }
}

async function judge(trigger: CheckRequest & Trigger, ports: CheckPorts): Promise<CheckVerdict | null> {
  let subject: Subject;
  try {
    subject = await resolveSubject(ports, trigger);
  } catch (error) {
    if (error instanceof ActionError && error.reasonCode === 'head-moved') return null;
    throw error;
  }
  const change: PolicyChange = {
    files: await ports.pulls.changedFiles(subject.pull.number),
    policyFiles: subject.policy.config.trust.keys.map((key) => key.file),
  };
  const subjects = Object.keys(subject.policy.config.models)
    .map((model) => ({ ...subject, model, modelConfig: modelOf(subject.policy, model) }))
    .filter((candidate) => governs(candidate, change));
  if (subjects.length === 0) {
    const paths = subject.modelConfig.paths.join(', ');
    const title = `No governed file changed (${paths})`;
    return combined([[trigger.model, plainVerdict('no-governed-file', 'success', { title })]]);
  }
  const verdicts: [string, Verdict][] = [];
  for (const candidate of subjects) {
    // What the triggering run says of its own model explains nothing about another.
    const own = candidate.model === trigger.model;
    const told = own ? trigger : { ...trigger, reasonCode: undefined, conclusion: 'success' };
    const assessment = await assess(ports, candidate, told);
    const verdict =
      assessment.kind === 'decided' ? assessment.verdict : await judgeApprovals(ports, assessment, change);
    verdicts.push([candidate.model, verdict]);
  }
  return combined(verdicts);
}

function unforeseen({ detailsUrl }: CheckRequest): Verdict {
  return plainVerdict('evaluation-error', 'failure', { notes: [`The log says what stopped it: ${detailsUrl}`] });
}

/** What a refusal or a fault of the policy means for the check, in its own words; `null` for what nobody foresaw. */
function refusalVerdict(error: unknown): Verdict | null {
  if (error instanceof ConfigError) {
    return plainVerdict('policy-invalid', 'failure', { notes: error.faults.map(formatFault) });
  }
  const reasonCode = error instanceof ActionError ? error.reasonCode : undefined;
  if (!(error instanceof ActionError) || reasonCode === undefined || !isReasonCode(reasonCode)) return null;
  return plainVerdict(reasonCode, 'failure', { notes: [formatFault(error.fault)] });
}

async function post(
  request: CheckRequest,
  ports: CheckPorts,
  found: { readonly headSha: CommitSha; readonly verdict: CheckVerdict },
): Promise<void> {
  const { headSha, verdict } = found;
  const [only, ...others] = verdict.tuples;
  const externalId =
    only === undefined
      ? sha256(`${headSha} ${verdict.reasonCode}`)
      : others.length === 0
        ? only
        : sha256(canonicalJson([...verdict.tuples].sort()));
  await ports.checks.post({
    headSha,
    state: verdict.state,
    title: verdict.title,
    summary: renderCheck(verdict),
    externalId,
    announces: verdict.tuples,
    detailsUrl: request.detailsUrl,
  });
}
