/** What docs/ledger-broken.md tells to do, done: after it, pull requests go on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluate, push } from '../unit/approval-gate/scene.ts';
import { EVIDENCE, evidencePaths, evidenceTip, moveEvidence } from './support/evidence-tamper.ts';
import { type Judged, type JudgedPull, type JudgedScene, judgedScene, runJudgedStep } from './support/judged-scene.ts';

const approvers = ['colleague', 'risk-officer'] as const;
const BROKEN = { conclusion: 'failure', reasonCode: 'ledger-broken' };
const GREEN = { conclusion: 'success' };

let scene: JudgedScene;
let approved: Judged;
beforeAll(async () => {
  scene = await judgedScene();
  approved = await scene.approve(await scene.open({ branch: 'approved' }), ...approvers);
});
afterAll(() => scene?.close());

const conclusionOf = ({ head }: JudgedPull) =>
  scene.world.repository.checkRuns.findLast(({ headSha }) => headSha === head)?.conclusion;

it('a branch that is put back as it was needs a sweep, and no new approval', async () => {
  const { pull } = approved;
  const intact = await evidenceTip(scene.world);
  await moveEvidence(scene.world, `${intact}~1`);
  const cut = await scene.judge(pull);
  await moveEvidence(scene.world, intact);
  await runJudgedStep(scene, 'approval-gate', { with: { mode: 'sweep' } });

  expect(approved).toMatchObject(GREEN);
  expect(cut).toMatchObject(BROKEN);
  expect(conclusionOf(pull)).toBe('success');
});

it('a head that was judged by the history that was given up stays red, and the next one does not', async () => {
  const intact = await evidenceTip(scene.world);
  await moveEvidence(scene.world, `${intact}~1`);
  const misled = await scene.open({ branch: 'misled' });
  await moveEvidence(scene.world, intact);
  await evaluate(scene, { pull: misled.number, headSha: misled.head });
  const old = await scene.judge(misled);
  const next = await nextHead(misled);

  expect(old).toMatchObject(BROKEN);
  expect(await scene.approve(next, ...approvers)).toMatchObject(GREEN);
});

it('without the branch a new ledger begins, for heads that no check remembers', async () => {
  const { pull } = approved;
  await scene.world.git('update-ref', '-d', `refs/heads/${EVIDENCE}`);
  const old = await scene.judge(pull);
  const next = await nextHead(pull);

  expect(old).toMatchObject(BROKEN);
  expect(await scene.approve(next, ...approvers)).toMatchObject(GREEN);
  expect((await evidencePaths(scene.world, 'ledger')).slice(0, 1)).toEqual(['ledger/00000/00000001.json']);
});

/** Another commit on the branch, evaluated and ready for approval. */
async function nextHead(pull: JudgedPull): Promise<JudgedPull> {
  const head = await push(scene, pull.branch, { files: { 'train.mjs': `// ${pull.branch}, again\n` } });
  await evaluate(scene, { pull: pull.number, headSha: head });
  const next = { ...pull, head };
  expect(await scene.judge(next)).toMatchObject({ conclusion: 'action_required', reasonCode: 'ready-for-approval' });
  return next;
}
