/**
 * Prints what one approval check costs: API calls, round trips in sequence and wall time with 100 ms for every call, on
 * a pull request of 100 files and 100 commits with 30 reviewers and three roles held by teams.
 */
import type { CallRecord } from '@gatehouse/local-github';
import { checkRun } from '../../actions/approval-gate/src/check.ts';
import {
  addRun,
  DETAILS,
  evaluate,
  later,
  openPull,
  portsOf,
  push,
  type Scene,
  type ScenePorts,
  startScene,
} from '../unit/approval-gate/scene.ts';
import { EXAMPLE_POLICY } from '../unit/governance/example-policy.ts';
import type { Row } from './row.ts';

export interface ApprovalCheckCost {
  readonly what: string;
  readonly calls: number;
  readonly inSequence: number;
  readonly milliseconds: number;
  readonly state: string;
}

export const APPROVAL_CHECK_BUDGET = { calls: 12, inSequence: 5, milliseconds: 2000 } as const;
const LATENCY_MS = 100;
const FILES = 100;
const COMMITS = 100;
const TEAMS = ['model-validation', 'risk', 'legal'] as const;
const REVIEWERS_OF_EACH = 10;

const POLICY = EXAMPLE_POLICY.replace(
  'risk: { teams: [bank/risk] }',
  'risk: { teams: [bank/risk] }\n        legal: { teams: [bank/legal] }',
).replace('high: [validation, risk]', 'high: [validation, risk, legal]');

/** The check that announces, and the one that finds every role filled; each with one token and with two. */
export async function measureApprovalCheck(): Promise<readonly ApprovalCheckCost[]> {
  const scene = await startScene({ policy: POLICY });
  const { admin } = scene.world.github;
  for (const name of TEAMS.filter((team) => !scene.teams.has(team)))
    admin.createTeam({ org: 'bank', name, members: [] });
  try {
    const costs: ApprovalCheckCost[] = [];
    for (const tokens of ['one token', 'a token of its own for teams'] as const) {
      const { pull, headSha, branch } = await bigPull(scene, tokens === 'one token' ? 'first' : 'second');
      const orgToken = scene.world.github.admin.createToken(scene.world.owner);
      const ports = portsOf(scene, tokens === 'one token' ? {} : { orgToken });
      const run = { pullRequestNumbers: [pull], headBranch: branch };
      await evaluate(scene, { pull, headSha });
      costs.push(await measure(scene, ports, { what: `announces, ${tokens}`, runId: addRun(scene, headSha, run) }));
      later(scene);
      await approveByAll(scene, pull);
      costs.push(await measure(scene, ports, { what: `approves, ${tokens}`, runId: addRun(scene, headSha, run) }));
    }
    return costs;
  } finally {
    await scene.close();
  }
}

async function bigPull(scene: Scene, branch: string): Promise<{ pull: number; headSha: string; branch: string }> {
  const files = Object.fromEntries(
    Array.from({ length: FILES - 1 }, (_, index) => [`data/${branch}-${index}.csv`, '\n']),
  );
  await push(scene, branch, { files: { ...files, 'train.mjs': `export const seed = '${branch}';\n` } });
  const copy = scene.copies['ml-engineer'];
  for (let index = 1; index < COMMITS; index += 1) await copy.git('commit', '--quiet', '--allow-empty', '-m', 'Tune');
  await copy.git('push', '--quiet', 'origin', branch);
  const headSha = await copy.git('rev-parse', 'HEAD');
  return { pull: await openPull(scene, branch), headSha, branch };
}

async function approveByAll({ world }: Scene, pull: number): Promise<void> {
  const { admin } = world.github;
  for (const name of TEAMS) {
    const team = world.github.state.teams.find((candidate) => candidate.name === name);
    if (team === undefined) throw new Error(`no team ${name}`);
    for (let index = 0; index < REVIEWERS_OF_EACH; index += 1) {
      const user = admin.createUser(`${name}-${pull}-${index}`);
      admin.setCollaborator(world.repository, user, 'write');
      team.members.set(user.id, 'member');
      await world.as(user).request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        owner: 'bank',
        repo: 'credit',
        pull_number: pull,
        event: 'APPROVE',
        body: 'Read.',
      });
    }
  }
  world.clock.now = new Date(world.clock.now.getTime() + 5000);
}

async function measure(
  scene: Scene,
  ports: ScenePorts,
  { what, runId }: { readonly what: string; readonly runId: number },
): Promise<ApprovalCheckCost> {
  const { github } = scene.world;
  github.latency(LATENCY_MS);
  github.resetCalls();
  const started = performance.now();
  const checked = await checkRun({ runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS }, ports);
  const milliseconds = performance.now() - started;
  github.latency(0);
  const calls = github.calls();
  if (process.env['GATEHOUSE_BENCH_CALLS'] === '1')
    console.log(
      what,
      calls.map(({ method, path, startedAt }) => `${Math.round(startedAt - started)} ${method} ${path}`),
    );
  const state = checked === null ? 'nothing posted' : `${checked.verdict.state} ${checked.verdict.title.slice(0, 70)}`;
  return { what, calls: calls.length, inSequence: longestSequence(calls), milliseconds, state };
}

/** The most calls of which each began after the one before had ended. */
export function longestSequence(calls: readonly Pick<CallRecord, 'startedAt' | 'endedAt'>[]): number {
  const ordered = calls.toSorted((a, b) => (a.endedAt ?? Infinity) - (b.endedAt ?? Infinity));
  let length = 0;
  let end = -Infinity;
  for (const call of ordered) {
    if (call.startedAt < end) continue;
    length += 1;
    end = call.endedAt ?? Infinity;
  }
  return length;
}

/** A row whose counts are the same on every machine, so that a build may fail by them. */
export interface CountedRow extends Row {
  readonly countsKept: boolean;
}

/** The costs as rows of the table of benchmarks. */
export async function approvalCheckRows(): Promise<readonly CountedRow[]> {
  const { calls, inSequence, milliseconds } = APPROVAL_CHECK_BUDGET;
  return (await measureApprovalCheck()).map((cost) => {
    const countsKept = cost.calls <= calls && cost.inSequence <= inSequence;
    return {
      what: `approval check that ${cost.what}`,
      measured: `${cost.calls} calls, ${cost.inSequence} in sequence, ${Math.round(cost.milliseconds)} ms`,
      budget: `${calls} calls, ${inSequence} in sequence, ${milliseconds} ms at ${LATENCY_MS} ms a call`,
      verdict: countsKept && cost.milliseconds <= milliseconds ? 'ok' : 'over',
      isTime: true,
      countsKept,
    };
  });
}

if (import.meta.main) console.table(await measureApprovalCheck());
