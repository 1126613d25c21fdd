import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checked, checkRun } from '../../../actions/approval-gate/src/check.ts';
import { addRun, DETAILS, evaluate, openPull, portsOf, push, review, type Scene, startScene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.close());

async function check(
  headSha: string,
  pull?: number,
  change: Parameters<typeof addRun>[2] = {},
): Promise<Checked | null> {
  const runId = addRun(scene, headSha, { pullRequestNumbers: pull === undefined ? [] : [pull], ...change });
  return checkRun({ runId, repositoryUrl: scene.repositoryUrl, detailsUrl: DETAILS }, portsOf(scene));
}

const verdictOf = async (headSha: string, pull?: number, change?: Parameters<typeof addRun>[2]) => {
  const checked = await check(headSha, pull, change);
  if (checked === null) throw new Error('nothing was posted');
  return checked.verdict;
};

describe('a pull request that changes a model', () => {
  test('waits for training, then for each role, is approved, and stale after another commit', async () => {
    const headSha = await push(scene, 'first', { files: { 'train.mjs': 'export const seed = 2;\n' } });
    const pull = await openPull(scene, 'first');
    const seen: string[] = [];
    const look = async (head = headSha): Promise<void> => {
      const { state, reasonCode, title } = await verdictOf(head, pull, { headBranch: 'first' });
      seen.push(`${state} ${reasonCode}: ${title}`);
    };

    await look();
    await evaluate(scene, { pull, headSha });
    await review(scene, pull, { by: 'model-validator' });
    await look();
    await review(scene, pull, { by: 'model-validator' });
    await look();
    await review(scene, pull, { by: 'risk-officer' });
    await look();
    const next = await push(scene, 'first', { files: { 'README.md': 'A better model.\n' } });
    await look(next);

    expect(seen).toEqual([
      'waiting decision-missing: Waiting for training and evaluation of this head',
      'waiting ready-for-approval: Ready for approval; missing validation (team bank/model-validation), risk (team bank/risk)',
      'waiting ready-for-approval: Ready for approval; missing risk (team bank/risk)',
      'success approved: Approved: validation by model-validator, risk by risk-officer',
      'waiting decision-missing: Waiting for training and evaluation of this head',
    ]);
  });
});
