import { defined, type Measured, undefinedFor } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { observedMetric } from '../../../../packages/gates/src/performance/exam/observed-metric.ts';
import { metricOfFewUnits, metricWithoutValue } from '../../../../packages/gates/src/performance/exam/without-value.ts';

const QUESTION = { confidence: 0.95, seed: '00', thresholds: [] };
const NONE: Measured<string> = undefinedFor('empty-group');

function observed(challenger: Measured<string>, champion: Measured<string>, n = 100) {
  return observedMetric((side) => ({ challenger, champion })[side], n);
}

describe('a metric of which other rows have no bound', () => {
  it('is its value, and says how many other rows may lie beyond', () => {
    const metric = observed(defined(3), defined(2));

    expect(metric.estimate(QUESTION)).toMatchObject({
      value: 3,
      bounds: [3, 3],
      interval: [3, 3],
      // 1 - 0.05^(1/100)
      method: 'of these rows; up to 3 % of other rows may lie beyond',
      n: [100],
      resampling: null,
      p: null,
    });
    const estimate = metric.estimate({ ...QUESTION, confidence: 0.99 });
    expect('boundsAt' in estimate && estimate.boundsAt(0.5)).toEqual([3, 3]);
    expect(estimate).toHaveProperty('method', 'of these rows; up to 4.5 % of other rows may lie beyond');
  });

  it('is compared as challenger minus champion', () => {
    expect(observed(defined(3), defined(2)).compare(QUESTION)).toMatchObject({ value: 1, bounds: [1, 1], n: [100] });
  });

  it.each([
    [19, { reasonCode: 'insufficient-n' }],
    [20, expect.objectContaining({ value: 3 })],
  ])('of %i rows', (n, expected) => {
    expect(observed(defined(3), defined(2), n).estimate(QUESTION)).toEqual(expected);
  });

  it.each<[string, Measured<string>, Measured<string>, string]>([
    ['challenger', NONE, undefinedFor('single-class'), 'insufficient-n'],
    ['champion', defined(3), undefinedFor('single-class'), 'single-class'],
  ])('has no difference without a value of the %s', (_, challenger, champion, reasonCode) => {
    expect(observed(challenger, champion).compare(QUESTION)).toEqual({ reasonCode });
  });

  it('has no value without one of the challenger', () => {
    expect(observed(NONE, defined(2)).estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });
});

describe('a metric that rows cannot give', () => {
  it('says why, for both models', () => {
    const { value, estimate, compare } = metricWithoutValue('zero-target');

    expect(value('champion')).toEqual({ value: null, undefinedReason: 'zero-target' });
    expect([estimate(QUESTION), compare(QUESTION)]).toEqual([
      { reasonCode: 'zero-target' },
      { reasonCode: 'zero-target' },
    ]);
  });

  it('has a value where there are only too few of them', () => {
    const { value, estimate, compare } = metricOfFewUnits(observed(defined(3), defined(2)));

    expect(value('champion')).toEqual(defined(2));
    expect([estimate(QUESTION), compare(QUESTION)]).toEqual([
      { reasonCode: 'insufficient-n' },
      { reasonCode: 'insufficient-n' },
    ]);
  });
});
