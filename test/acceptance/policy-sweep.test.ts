/** A policy that changes on the default branch decides open pull requests again, also those that were approved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneOf } from '../../packages/cli/src/demo/steps/enrol.ts';
import { pushMain } from './support/push-main.ts';
import { asRead } from './support/red-check.ts';
import { enrolledScene, logOf, type Scene } from './support/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await enrolledScene();
});
afterAll(() => scene.close());

describe('a stricter policy on the default branch', () => {
  it('takes the approvals back, is decided by without another training, and can be approved', async () => {
    const pull = await scene.openPull();
    await scene.idle();
    await scene.approve(pull, 'model-validator', 'risk-officer');
    expect((await scene.check(pull)).conclusion).toBe('success');
    const trainings = scene.runs('train').length;

    const policy = readFileSync(join(cloneOf(scene.world), 'gatehouse.yml'), 'utf8');
    await pushMain(scene, { 'gatehouse.yml': policy.replace('limit: 0.10', 'limit: 0.09') });

    expect(logOf(scene.runs('sweep')[0])).toContain('1 decisions started again');
    const [decide] = scene.runs('decide');
    expect([decide?.event, decide?.conclusion]).toEqual(['workflow_dispatch', 'success']);
    expect(scene.runs('train')).toHaveLength(trainings);
    const check = await scene.check(pull);
    expect(check.conclusion).toBe('action_required');
    expect(asRead(check.summary)).toMatch(
      /approved for .*policy sha256:[0-9a-f]{12}…; now .*policy sha256:[0-9a-f]{12}…/,
    );
    expect((await scene.merge(pull)).status).toBe(405);
    expect(scene.history(pull).map(({ kind }) => kind)).toContain('policy-changed');

    await scene.approve(pull, 'model-validator', 'risk-officer');
    expect((await scene.merge(pull)).status).toBe(200);
    await scene.idle();
    expect(scene.runs('authorise')[0]?.conclusion).toBe('success');
    expect(scene.tags()).toEqual(['mortgage-approval@v1.0.0']);
  });
});
