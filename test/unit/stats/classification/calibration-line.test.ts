import { calibrationLine, undefinedFor } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import statsmodels from '../../../fixtures/oracles/statsmodels-classification/values.json' with { type: 'json' };

function sampleOf(labels: readonly number[], scores: readonly number[]) {
  return { labels: Uint8Array.from(labels), scores: Float64Array.from(scores) };
}

describe('the calibration line', () => {
  it.each(statsmodels.cases)('equals that of statsmodels: $name', (oracle) => {
    const line = calibrationLine(sampleOf(oracle.labels, oracle.scores), statsmodels.confidence);
    if (line.undefinedReason !== null) throw new Error(line.undefinedReason);

    expect(line.intercept).toBeCloseTo(oracle.intercept, 9);
    expect(line.slope).toBeCloseTo(oracle.slope, 9);
    for (const bound of [0, 1]) {
      expect(line.interceptInterval[bound]).toBeCloseTo(Number(oracle.interceptInterval[bound]), 8);
      expect(line.slopeInterval[bound]).toBeCloseTo(Number(oracle.slopeInterval[bound]), 8);
    }
  });

  it('of exact shares is intercept 0 and slope 1', () => {
    // One of four at 0.25, two of four at 0.5, three of four at 0.75.
    const labels = [1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0];
    const scores = [0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5, 0.75, 0.75, 0.75, 0.75];
    const line = calibrationLine(sampleOf(labels, scores), 0.95);
    if (line.undefinedReason !== null) throw new Error(line.undefinedReason);

    expect(line.intercept).toBeCloseTo(0, 12);
    expect(line.slope).toBeCloseTo(1, 12);
  });

  it.each([
    ['far scores', [17.3, 12.3, 9.4, -0.7], [0, 0.4], [-0.567027801, 0.385432846]],
    // A whole step of Newton lowers the likelihood here; the loop that stops at it gives a slope of 3.9.
    [
      'one score so far off that whole steps lead away from it',
      [30, 1.1, 0.05],
      [
        0.1, 0.1, 0.04, 0.04, 0.03, 0.23, 0.1, 0.05, 0.06, 0.13, 0.04, 0.08, 0.06, 0.16, 0.03, 0.05, 0.13, 0.15, 0.03,
        0.1, 0.04,
      ],
      [-3.52233523, 5.90052802],
    ],
  ])('is found with %s (statsmodels)', (_, positives, negatives, [intercept, slope]) => {
    const scores = [...positives, ...negatives].map((logit) => 1 / (1 + Math.exp(-logit)));
    const labels = [...positives.map(() => 1), ...negatives.map(() => 0)];
    const line = calibrationLine(sampleOf(labels, scores), 0.95);
    if (line.undefinedReason !== null) throw new Error(line.undefinedReason);

    expect(line.intercept).toBeCloseTo(Number(intercept), 7);
    expect(line.slope).toBeCloseTo(Number(slope), 7);
  });

  it('of sure probabilities has finite numbers', () => {
    const line = calibrationLine(sampleOf([1, 0, 1, 0, 0, 1], [1, 1, 0, 0, 0.5, 0.5]), 0.95);
    if (line.undefinedReason !== null) throw new Error(line.undefinedReason);

    expect(line.slope).toBeCloseTo(0, 9);
    expect([...line.slopeInterval, ...line.interceptInterval].every(Number.isFinite)).toBe(true);
  });

  it.each([
    ['no row', [], [], 'empty-group'],
    ['one class', [1, 1], [0.2, 0.4], 'single-class'],
    ['the other class alone', [0, 0], [0.2, 0.4], 'single-class'],
    ['one class constant and the lowest', [0, 1, 1], [0.2, 0.2, 0.5], 'separated-classes'],
    ['classes that touch in one point the wrong way', [1, 1, 0, 0], [0.1, 0.2, 0.2, 0.3], 'separated-classes'],
    ['equal probabilities', [1, 0], [0.4, 0.4], 'constant-prediction'],
    ['separated classes', [0, 0, 1], [0.1, 0.2, 0.3], 'separated-classes'],
    ['classes separated the wrong way', [1, 1, 0], [0.1, 0.2, 0.3], 'separated-classes'],
    ['classes that touch in one point', [0, 0, 1, 1], [0.1, 0.2, 0.2, 0.3], 'separated-classes'],
  ] as const)('is undefined with %s', (_, labels, scores, reason) => {
    expect(calibrationLine(sampleOf(labels, scores), 0.95)).toEqual(undefinedFor(reason));
  });

  it('refuses a score that is no probability and a confidence out of range', () => {
    expect(() => calibrationLine(sampleOf([1], [2]), 0.95)).toThrow(
      'A probability must be a number from 0 to 1, got 2',
    );
    expect(() => calibrationLine(sampleOf([1], [0.5]), 1)).toThrow('A confidence level is a number between 0 and 1');
  });
});
