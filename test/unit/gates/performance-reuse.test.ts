import { ActionError } from '@gatehouse/core';
import { evaluatePerformance, reuseConfidence } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, modelWith, performanceConfig } from './fixture-inputs.ts';

function judge(more: { evaluations?: number | null; sharedIds?: number }) {
  const { labels, rows } = modelWith({ n: 1000, every: 2, right: 900 });
  return evaluatePerformance({
    config: performanceConfig({ accuracy: { floor: 0.8, margin: 0.02 } }),
    context: CONTEXT,
    labels,
    challenger: rows,
    champion: { state: 'none', versionsExist: false },
    ...more,
  });
}

describe('reuseConfidence', () => {
  it.each([
    [1, 0.05, 1 - 0.3 / Math.PI ** 2],
    [2, 0.05, 1 - 0.3 / Math.PI ** 2 / 4],
    [20, 0.1, 1 - 0.6 / Math.PI ** 2 / 400],
  ])('of evaluation %i at %d', (k, alpha, expected) => {
    expect(reuseConfidence(k, alpha)).toBeCloseTo(expected, 14);
  });

  it('spends no more than alpha over all evaluations', () => {
    let spent = 0;
    for (let k = 1; k <= 100_000; k += 1) spent += 1 - reuseConfidence(k, 0.05);

    expect(spent).toBeLessThan(0.05);
    expect(spent).toBeGreaterThan(0.04999);
  });

  it.each([
    [0, 0.05],
    [1.5, 0.05],
    [1, 0],
    [1, 0.5],
    [1, Number.NaN],
  ])('refuses evaluation %d at %d', (k, alpha) => {
    expect(() => reuseConfidence(k, alpha)).toThrow(RangeError);
  });
});

describe('evaluation rows', () => {
  const ofReuse = (evaluations?: number | null) =>
    judge(evaluations === undefined ? {} : { evaluations }).findings.filter(
      (f) => f.measure === 'test-set-evaluations',
    );

  it.each([undefined, 0, 19])('used %s times before give no note', (evaluations) => {
    expect(ofReuse(evaluations)).toEqual([]);
  });

  it.each([
    [20, 'test-set-reused', 21],
    [null, 'test-set-reuse-unknown', null],
  ])('used %s times before give a note that does not block', (evaluations, reasonCode, value) => {
    expect(ofReuse(evaluations)).toMatchObject([{ reasonCode, value, severity: 'warn' }]);
    expect(judge({ evaluations }).outcome).toBe('pass');
  });

  it.each([
    [1, '1 id that is in the training rows too'],
    [7, '7 ids that are in the training rows too'],
  ])('of which training has seen %i are refused', (sharedIds, message) => {
    expect(() => judge({ sharedIds })).toThrow(
      expect.objectContaining({ reasonCode: 'training-rows-in-evaluation', message: expect.stringContaining(message) }),
    );
  });

  it('that training has not seen are judged', () => {
    expect(judge({ sharedIds: 0 }).outcome).toBe('pass');
  });

  it('say what was not asked about them', () => {
    const reuse = 'how often the evaluation rows were used before';
    const leakage = 'whether training has seen evaluation rows';

    expect(judge({}).notMeasured).toEqual(expect.arrayContaining([reuse, leakage]));
    expect(judge({ evaluations: 0, sharedIds: 0 }).notMeasured).not.toEqual(expect.arrayContaining([reuse]));
    expect(judge({ evaluations: 0, sharedIds: 0 }).notMeasured).not.toEqual(expect.arrayContaining([leakage]));
  });

  it.each([{ evaluations: -1 }, { evaluations: 0.5 }, { sharedIds: -1 }, { sharedIds: Number.NaN }])(
    '%o is a bug',
    (more) => {
      expect(() => judge(more)).toThrow(ActionError);
    },
  );
});
