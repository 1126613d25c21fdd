/** An authorisation holds for ever: what was authorised and never published, when there is a newer version. */
import { afterAll, beforeAll, expect } from 'vitest';
import { textField } from '../../packages/cli/src/demo/person.ts';
import { MODEL } from '../../packages/cli/src/demo/world.ts';
import { attack } from './support/attack.ts';
import { succeeded } from './support/green.ts';
import { refusedRun } from './support/observed.ts';
import { enrolledScene, FAIR_TRAINING, jobConclusion, type Scene } from './support/scene.ts';

let scene: Scene;
let older: string;
let newer: string;

/** Trains, gets the approvals and merges; the merge is authorised and published. */
async function mergeModel(train: string): Promise<string> {
  const pull = await scene.openPull({ files: { 'train.mjs': train } });
  await scene.idle();
  await scene.approve(pull, 'model-validator', 'risk-officer');
  const answer = await scene.merge(pull);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await scene.idle();
  return textField(answer.body, 'sha');
}

beforeAll(async () => {
  scene = await enrolledScene();
  const lift = scene.world.github.faults.add({ operation: 'repos/create-release', status: 422 });
  older = await mergeModel(FAIR_TRAINING.replace('THRESHOLD = 0.5', 'THRESHOLD = 0.49'));
  lift();
  newer = await mergeModel(FAIR_TRAINING);
});
afterAll(() => scene?.close());

attack(
  {
    id: 'older-authorisation-published-after-a-newer-version',
    threats: ['T17'],
    may: 'start workflows',
    does: 'publishes an authorised merge that was never published, after a later one has become a version',
    refusedBy: 'publish',
    reasonCodes: ['version-superseded'],
  },
  {
    green: () => {
      expect(jobConclusion(scene.runs('authorise', older)[0], 'authorise')).toBe('success');
      expect(scene.repository.releases.map(({ tagName }) => tagName)).toEqual([`${MODEL}@v1.0.0`]);
      return succeeded(scene.runs('authorise', newer)[0]);
    },
    attempt: async () => {
      await scene.dispatch('publish.yml', 'main', { model: MODEL, commit: older });
      await scene.idle();
      expect(scene.tags()).toEqual([`${MODEL}@v1.0.0`]);
      return refusedRun('publish', scene.runs('publish')[0]);
    },
  },
);
