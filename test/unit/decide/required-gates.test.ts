import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { decideScene } from './scene.ts';

const WITH_DATA = EXAMPLE_POLICY.replace(/\n {4}gates:\n/, '\n    gates:\n      data: { dataset: applications }\n');

describe('a policy with a data gate', () => {
  it('needs the decision of the data gate', async () => {
    const world = await decideScene({ files: { 'gatehouse.yml': WITH_DATA }, gates: ['performance', 'fairness'] });

    await expect(world.decide()).rejects.toMatchObject({ reasonCode: 'decision-missing' });
  });

  it('passes with it', async () => {
    const world = await decideScene({
      files: { 'gatehouse.yml': WITH_DATA },
      gates: ['performance', 'fairness', 'data'],
    });

    expect(await world.decide()).toMatchObject({ outcome: 'pass' });
  });

  it('does not pass when the data fail', async () => {
    const failed = {
      measure: 'schema',
      outcome: 'fail',
      severity: 'block',
      reasonCode: 'schema-broken',
      value: null,
      message: 'the column age is required and is not there',
    } as const;
    const world = await decideScene({
      files: { 'gatehouse.yml': WITH_DATA },
      gates: ['performance', 'fairness', 'data'],
      against: { data: [failed] },
    });

    expect(await world.decide()).toMatchObject({ outcome: 'fail' });
  });
});
