import { readPolicyTip, trustRootOf } from '@gatehouse/governance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepResult } from '../../../actions/approval-gate/src/results.ts';
import { type SweepReport, type Swept, sweep } from '../../../actions/approval-gate/src/sweep.ts';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import {
  checkHead,
  DETAILS,
  evaluate,
  later,
  openPull,
  portsOf,
  postedOn,
  push,
  review,
  type Scene,
  startScene,
} from './scene.ts';

let scene: Scene;
const started: string[] = [];

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

async function sweepAll(): Promise<readonly Swept[]> {
  return (await sweepReport()).swept;
}

async function sweepReport(): Promise<SweepReport> {
  later(scene);
  const dispatch = {
    workflow: async (file: string, ref: string, inputs: Readonly<Record<string, string>>) => {
      started.push(`${file} ${ref} ${inputs['run-id']}`);
    },
  };
  const request = { decideWorkflow: 'decide.yml', repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS };
  return sweep(request, { ...portsOf(scene), dispatch });
}

const rowOf = (swept: readonly Swept[], pull: number): string => {
  const row = swept.find((each) => each.pull.number === pull);
  return row === undefined ? 'not swept' : `${row.done} ${row.verdict.state} ${row.verdict.reasonCode}`;
};

async function ledger() {
  const ports = portsOf(scene);
  const state = await ports.evidence.readState({}, trustRootOf(await readPolicyTip(ports.contents)));
  return state.window.map(({ entry }) => entry);
}

async function modelPull(branch: string, runId: number) {
  const headSha = await push(scene, branch, { files: { 'train.mjs': `export const seed = '${branch}';\n` } });
  const pull = await openPull(scene, branch);
  await evaluate(scene, { pull, headSha, runId });
  return { pull, headSha, run: { pullRequestNumbers: [pull], headBranch: branch } };
}

describe('a sweep', () => {
  test('heals checks, posts the same only once, and decides anew after a change of the policy', async () => {
    const model = await modelPull('model', 501);
    const readmeSha = await push(scene, 'readme', { files: { 'README.md': 'Swept.\n' } });
    const readme = await openPull(scene, 'readme');

    const first = await sweepAll();
    expect([rowOf(first, model.pull), rowOf(first, readme)]).toEqual([
      'posted waiting ready-for-approval',
      'posted success no-governed-file',
    ]);
    expect(await postedOn(scene, readmeSha)).toMatchObject([{ conclusion: 'success' }]);

    const second = await sweepAll();
    expect([rowOf(second, model.pull), rowOf(second, readme)]).toEqual([
      'unchanged waiting ready-for-approval',
      'unchanged success no-governed-file',
    ]);

    await review(scene, model.pull, { by: 'model-validator' });
    await review(scene, model.pull, { by: 'risk-officer' });
    expect(rowOf(await sweepAll(), model.pull)).toBe('posted success approved');
    expect(started).toEqual([]);

    await scene.world.commit('main', { 'gatehouse.yml': EXAMPLE_POLICY.replace('0.70', '0.60') });
    const changed = await sweepAll();
    const again = await sweepAll();

    expect([rowOf(changed, model.pull), rowOf(again, model.pull)]).toEqual([
      'posted failure policy-changed',
      'unchanged failure policy-changed',
    ]);
    expect(started).toEqual(['decide.yml main 501']);
    const entries = (await ledger()).filter(({ kind }) => kind === 'policy-changed');
    expect(entries.map(({ pull, subject }) => [pull?.number ?? null, subject.model])).toEqual([
      [null, '_policy'],
      [null, '_policy'],
      [model.pull, 'mortgage-approval'],
    ]);
    expect(entries[1]?.facts.loosened?.join()).toContain('0.6');

    await evaluate(scene, { pull: model.pull, headSha: model.headSha, runId: 501 });
    expect(rowOf(await sweepAll(), model.pull)).toBe('posted waiting ready-for-approval');
    expect(started).toHaveLength(1);
  });

  test('turns the check of a pull request that it cannot judge red, judges the others, and fails', async () => {
    const broken = await modelPull('broken', 502);
    await checkHead(scene, broken.headSha, broken.run);
    const heal = scene.world.github.faults.add({
      operation: new RegExp(`/compare/.*${broken.headSha}`),
      times: 100,
      status: 502,
    });

    const report = await sweepReport();
    const { swept } = report;
    heal();

    expect(rowOf(swept, broken.pull)).toBe('posted failure service-unavailable');
    expect(swept.filter(({ error }) => error !== null)).toHaveLength(1);
    expect(sweepResult(report)).toMatchObject({ outcome: 'fail', title: expect.stringContaining(`#${broken.pull}: `) });
    expect(await postedOn(scene, broken.headSha)).toMatchObject([{ conclusion: 'failure' }]);
    expect(rowOf(await sweepAll(), broken.pull)).toBe('posted waiting ready-for-approval');
  });

  test('refuses heads that two pull requests share', async () => {
    const model = await modelPull('shared', 503);
    await scene.copies['ml-engineer'].git('push', '--quiet', 'origin', `${model.headSha}:refs/heads/shared-twin`);
    const twin = await openPull(scene, 'shared-twin');

    const swept = await sweepAll();

    expect([rowOf(swept, model.pull), rowOf(swept, twin)]).toEqual([
      'posted failure head-shared',
      'posted failure head-shared',
    ]);
  });
});
