import type { Dispatch, PostedCheck, PullRequest } from '@gatehouse/core';
import { combined, type PullVerdict, plainVerdict } from '@gatehouse/governance';
import { readBaseRules } from './base-rules.ts';
import type { CheckPorts } from './check-ports.ts';
import { decideAgain } from './decide-again.ts';
import { type Origin, readFirstWave, readSecondWave } from './gather.ts';
import { judgeAndRecord } from './judge-and-record.ts';
import { recordNewPolicy } from './policy-change.ts';
import { checkOf, type PostRequest, postProblem, postVerdict } from './post-verdict.ts';
import { verdictOfError } from './refusal.ts';

export interface SweepPorts extends CheckPorts {
  readonly dispatch: Dispatch;
}

export interface SweepRequest {
  /** The workflow that evaluates and decides, to be started for evaluations of an older policy. */
  readonly decideWorkflow: string;
  readonly repositoryUrl: string;
  readonly detailsUrl: string;
}

/** What the sweep did with one pull request. */
export interface Swept {
  readonly pull: PullRequest;
  readonly verdict: PullVerdict;
  readonly done: 'posted' | 'unchanged';
  /** Training runs for which a new decision was started. */
  readonly dispatched: readonly number[];
  /** What went wrong, when it could not be judged. */
  readonly error: unknown;
}

export interface SweepReport {
  readonly swept: readonly Swept[];
  /** Why the ledger could not be told of a new policy; `null` when it was, or there is none. */
  readonly policyError: unknown;
}

/** So many pull requests are read at once: their questions share requests, and their entries one commit. */
const AT_ONCE = 5;

/**
 * Judges all open pull requests onto the default branch anew. A check that says the same already is not posted again.
 * Where an evaluation was made under an older policy, its decision is started again, once for each head and policy.
 */
export async function sweep(request: SweepRequest, ports: SweepPorts): Promise<SweepReport> {
  const [rules, open] = await Promise.all([readBaseRules(ports.contents), ports.pulls.listOpen()]);
  // A ledger that cannot be written reddens checks, and must not keep the sweep from posting them.
  const policyError = await recordNewPolicy(rules, ports).then(
    () => null,
    (error: unknown) => error,
  );
  const judged = judgedOf(open.filter((pull) => pull.baseRef === rules.branch));
  const swept: Swept[] = [];
  for (let start = 0; start < judged.length; start += AT_ONCE) {
    // One tip for a chunk: after it the ledger holds what the chunk wrote.
    const tip = ports.evidence.tip();
    tip.catch(() => undefined);
    const chunk = judged.slice(start, start + AT_ONCE);
    swept.push(...(await Promise.all(chunk.map((pull) => sweepOne(pull, { ...request, rules, tip, open }, ports)))));
  }
  return { swept, policyError };
}

type OneRequest = SweepRequest & Origin & { readonly open: readonly PullRequest[] };

/** Never throws: one pull request that cannot be judged does not stop the others, and its check turns red. */
async function sweepOne(pull: PullRequest, request: OneRequest, ports: SweepPorts): Promise<Swept> {
  try {
    const refused = refusedHead(pull, request.open);
    if (refused !== null) {
      const { detailsUrl } = request;
      return await finish({ pull, verdict: refused, ledgerHead: null, posted: null, detailsUrl }, ports);
    }
    return await judgeOne(pull, request, ports);
  } catch (error) {
    const { verdict } = verdictOfError(error, request.detailsUrl);
    const { headSha } = pull;
    const { detailsUrl } = request;
    await postProblem(ports.checks, { headSha, verdict, ledgerHead: null, detailsUrl }).catch(() => undefined);
    return { pull, verdict, done: 'posted', dispatched: [], error };
  }
}

/** A fork may carry a commit of ours: it says nothing about our pull request, and the check on that commit is ours. */
function judgedOf(pulls: readonly PullRequest[]): readonly PullRequest[] {
  const own = new Set(pulls.filter(({ fromFork }) => !fromFork).map(({ headSha }) => headSha));
  return pulls.filter(({ fromFork, headSha }) => !fromFork || !own.has(headSha));
}

/** Heads that are not judged: those of forks, and those that another pull request of ours has as well. */
function refusedHead(pull: PullRequest, open: readonly PullRequest[]): PullVerdict | null {
  if (pull.fromFork) {
    const notes = ['A maintainer may bring the commit into a branch after reading it.'];
    return combined([plainVerdict('', 'fork-needs-sponsor', { state: 'failure', notes })]);
  }
  const same = open.filter(({ fromFork, headSha }) => !fromFork && headSha === pull.headSha);
  if (same.length <= 1) return null;
  const notes = [`Open pull requests with this head: ${same.map(({ number }) => `#${number}`).join(', ')}.`];
  return combined([plainVerdict('', 'head-shared', { state: 'failure', notes })]);
}

async function judgeOne(pull: PullRequest, request: OneRequest, ports: SweepPorts): Promise<Swept> {
  const { rules, repositoryUrl } = request;
  const wave = await readFirstWave(ports, request, pull);
  const gathered = await readSecondWave(ports, rules, { pull, wave, repositoryUrl });
  const judged = await judgeAndRecord(ports, gathered);
  const { detailsUrl } = request;
  const swept = await finish({ ...judged, pull, posted: gathered.posted, detailsUrl }, ports);
  const { decideWorkflow: workflow } = request;
  const again = { verdict: judged.verdict, workflow, branch: rules.branch };
  return { ...swept, dispatched: await decideAgain(ports, gathered, again) };
}

interface Found extends Pick<PostRequest, 'verdict' | 'ledgerHead' | 'detailsUrl'> {
  readonly pull: PullRequest;
  readonly posted: PostedCheck | null;
}

async function finish(found: Found, ports: SweepPorts): Promise<Swept> {
  const { pull, verdict, ledgerHead, detailsUrl } = found;
  const { headSha } = pull;
  const posted = found.posted ?? (await ports.checks.current(headSha));
  const shown = { headSha, verdict, ledgerHead, detailsUrl };
  const unchanged = saysTheSame(posted, checkOf(shown));
  if (!unchanged) await postVerdict(ports.checks, shown, posted);
  return { pull, verdict, done: unchanged ? 'unchanged' : 'posted', dispatched: [], error: null };
}

/** True when posting would change nothing that people or a ruleset look at. */
function saysTheSame({ shows, announcements }: PostedCheck, check: ReturnType<typeof checkOf>): boolean {
  if (shows === null || shows.state !== check.state) return false;
  const announced = announcements !== 'unknown' && (check.announces ?? []).every((tuple) => announcements.has(tuple));
  return announced && shows.externalId === check.externalId && shows.title === check.title;
}
