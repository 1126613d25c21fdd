import { ActionError, type CommitSha, type PostedCheck, type WorkflowRun } from '@gatehouse/core';
import { type EvidenceTip, type PullVerdict, pullOfRun, pullsOfRun } from '@gatehouse/governance';
import { type BaseRules, readBaseRules } from './base-rules.ts';
import type { CheckPorts } from './check-ports.ts';
import { type Gathered, type Origin, type PullPlace, readFirstWave, readSecondWave } from './gather.ts';
import { judgeAndRecord } from './judge-and-record.ts';
import { judgeGroup } from './merge-group.ts';
import { type PostRequest, postProblem, postVerdict } from './post-verdict.ts';
import { verdictOfError } from './refusal.ts';

export interface CheckRequest {
  readonly runId: number;
  readonly repositoryUrl: string;
  readonly detailsUrl: string;
  /** The decide run, when its jobs for the models have ended, whatever came of them; absent when it had none of them. */
  readonly decidedBy?: number;
}

/** What was decided, and where it stands; the pull request is `null` for a merge group and for what was refused. */
export interface Checked {
  readonly headSha: CommitSha;
  readonly verdict: PullVerdict;
  readonly pullRequest: number | null;
}

/** What is being read while the run is not known yet. */
interface Reading {
  readonly rules: Promise<BaseRules>;
  readonly tip: Promise<EvidenceTip | null>;
}

/**
 * Decides what the check of a pull request or merge group says now, and posts it on the head of the run. Everything is
 * read anew: evidence and policy by digest, reviews and roles from GitHub. When something cannot be read, the check says
 * so in red, so that a green one of before does not stay.
 *
 * @returns `null` when no open pull request has the head of the run, so that there is nothing to post on.
 */
export async function checkRun(request: CheckRequest, ports: CheckPorts): Promise<Checked | null> {
  const reading = startReading(ports);
  const run = await ports.runs.get(request.runId);
  try {
    const found = await judge(run, { ...request, ...reading }, ports);
    const { headSha, posted, ...judged } = found;
    await postVerdict(ports.checks, { ...judged, headSha, detailsUrl: request.detailsUrl }, posted);
    return { headSha, verdict: found.verdict, pullRequest: found.pullRequest };
  } catch (error) {
    if (error instanceof ActionError && error.reasonCode === 'head-moved') return null;
    const { verdict, known } = verdictOfError(error, request.detailsUrl);
    const post = postProblem(ports.checks, {
      headSha: run.headSha,
      verdict,
      ledgerHead: null,
      detailsUrl: request.detailsUrl,
    });
    if (known) {
      await post;
      return { headSha: run.headSha, verdict, pullRequest: null };
    }
    // When this fails too, the first error says more.
    await post.catch(() => undefined);
    throw error;
  }
}

/** Both requests go out beside the one for the run; what they say of errors is heard where they are awaited. */
function startReading(ports: CheckPorts): Reading {
  const rules = readBaseRules(ports.contents);
  const tip = ports.evidence.tip();
  rules.catch(() => undefined);
  tip.catch(() => undefined);
  return { rules, tip };
}

type Found = Omit<PostRequest, 'detailsUrl'> & {
  readonly posted: PostedCheck | null;
  readonly pullRequest: number | null;
};

async function judge(run: WorkflowRun, request: CheckRequest & Reading, ports: CheckPorts): Promise<Found> {
  const rules = await request.rules;
  if (run.event === 'merge_group') {
    const group = await judgeGroup(run.headSha, { ...request, rules }, ports);
    return { ...group, headSha: run.headSha, posted: null, pullRequest: null };
  }
  const gathered = await gatherForRun(run, { ...request, rules }, ports);
  const { id: runId, name: workflow, conclusion } = run;
  const training = { runId, workflow, conclusion, decidedBy: request.decidedBy ?? null };
  const judged = await judgeAndRecord(ports, { ...gathered, facts: { ...gathered.facts, training } });
  const { headSha, pull } = gathered.facts;
  return { ...judged, headSha, posted: gathered.posted, pullRequest: pull.number };
}

/**
 * The run says which pull request it may be about, so that this one is read at once. What GitHub lists for the head
 * decides; a run that says otherwise costs one more round trip and changes nothing.
 */
async function gatherForRun(
  run: WorkflowRun,
  request: Omit<CheckRequest, 'runId'> & Origin,
  ports: CheckPorts,
): Promise<Gathered> {
  const { rules, repositoryUrl } = request;
  const hint = hintOf(run);
  const early = hint === null ? null : readFirstWave(ports, request, hint);
  early?.catch(() => undefined);
  const pull = pullOfRun(run, await pullsOfRun(ports.pulls, run), rules.branch);
  const isRight = early !== null && hint?.number === pull.number && hint.headRef === pull.headRef;
  const wave = await (isRight ? early : readFirstWave(ports, request, pull));
  return readSecondWave(ports, rules, { pull, wave, repositoryUrl });
}

function hintOf({ pullRequestNumbers, headBranch, headSha, fromFork }: WorkflowRun): PullPlace | null {
  const [number, ...others] = pullRequestNumbers;
  if (number === undefined || others.length > 0 || headBranch === null || fromFork) return null;
  return { number, headSha, headRef: headBranch };
}
