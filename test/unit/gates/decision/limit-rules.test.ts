import { describe, expect, it } from 'vitest';
import {
  isWorse,
  judgeCeiling,
  judgeFloor,
  judgeNonInferiority,
  judgeTrivialBaseline,
} from '../../../../packages/gates/src/decision/limit-rules.ts';

// A limit is met up to 1e-12 of it, or 1e-12 where it is below 1: half of that and all of it is met, twice that is not.
const [HALF, ALL, TWICE] = [0.5e-12, 1e-12, 2e-12];

describe('a ceiling', () => {
  it.each([
    ['the interval lies below', [0, 0.05], 0.1, 'pass', 'within-limit'],
    ['its upper bound is the ceiling', [0, 0.1], 0.1, 'pass', 'within-limit'],
    ['its upper bound is rounded above the ceiling', [0, 0.1 + HALF], 0.1, 'pass', 'within-limit'],
    ['its upper bound is all that counts as rounding above', [0, 0.1 + ALL], 0.1, 'pass', 'within-limit'],
    [
      'its lower bound is all that counts as rounding above',
      [0.1 + ALL, 1],
      0.1,
      'inconclusive',
      'interval-spans-limit',
    ],
    ['its upper bound is above the ceiling', [0, 0.1 + TWICE], 0.1, 'inconclusive', 'interval-spans-limit'],
    ['its lower bound is the ceiling', [0.1, 0.2], 0.1, 'inconclusive', 'interval-spans-limit'],
    ['its lower bound is rounded above the ceiling', [0.1 + HALF, 0.2], 0.1, 'inconclusive', 'interval-spans-limit'],
    ['its lower bound is above the ceiling', [0.1 + TWICE, 0.2], 0.1, 'fail', 'limit-exceeded'],
    ['a large ceiling is passed by little of it', [0, 1000 + 1000 * HALF], 1000, 'pass', 'within-limit'],
    ['a large ceiling is passed by more', [0, 1000 + 1000 * TWICE], 1000, 'inconclusive', 'interval-spans-limit'],
    ['the interval has no width', [0.1, 0.1], 0.1, 'pass', 'within-limit'],
    [
      'nothing is known',
      [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      0.1,
      'inconclusive',
      'interval-spans-limit',
    ],
  ] as const)('where %s', (_, interval, limit, outcome, reasonCode) => {
    expect(judgeCeiling(interval, limit)).toEqual({ outcome, reasonCode });
  });
});

describe('a floor', () => {
  it.each([
    ['the interval lies above', [0.8, 0.9], 0.7, 'pass', 'floor-met'],
    ['its lower bound is the floor', [0.7, 0.9], 0.7, 'pass', 'floor-met'],
    ['its lower bound is rounded below the floor', [0.7 - HALF, 0.9], 0.7, 'pass', 'floor-met'],
    ['its lower bound is all that counts as rounding below', [0.7 - ALL, 0.9], 0.7, 'pass', 'floor-met'],
    [
      'its upper bound is all that counts as rounding below',
      [0, 0.7 - ALL],
      0.7,
      'inconclusive',
      'interval-spans-floor',
    ],
    ['its lower bound is below the floor', [0.7 - TWICE, 0.9], 0.7, 'inconclusive', 'interval-spans-floor'],
    ['its upper bound is the floor', [0.5, 0.7], 0.7, 'inconclusive', 'interval-spans-floor'],
    ['its upper bound is rounded below the floor', [0.5, 0.7 - HALF], 0.7, 'inconclusive', 'interval-spans-floor'],
    ['its upper bound is below the floor', [0.5, 0.7 - TWICE], 0.7, 'fail', 'below-floor'],
    ['a large negative floor is missed by little of it', [-1000 - 1000 * HALF, 0], -1000, 'pass', 'floor-met'],
  ] as const)('where %s', (_, interval, floor, outcome, reasonCode) => {
    expect(judgeFloor(interval, floor)).toEqual({ outcome, reasonCode });
  });
});

describe('a trivial baseline', () => {
  it.each([
    ['the interval lies above', [0.8, 0.9], 'pass', 'floor-met'],
    ['its lower bound is just above the baseline', [0.7 + TWICE, 0.9], 'pass', 'floor-met'],
    ['its lower bound is the baseline', [0.7, 0.9], 'inconclusive', 'interval-spans-floor'],
    ['its lower bound is rounded above the baseline', [0.7 + HALF, 0.9], 'inconclusive', 'interval-spans-floor'],
    ['its lower bound is all that counts as rounding above', [0.7 + ALL, 0.9], 'inconclusive', 'interval-spans-floor'],
    ['its upper bound is all that counts as rounding above', [0.5, 0.7 + ALL], 'fail', 'not-better-than-trivial'],
    ['its upper bound is above the baseline', [0.5, 0.7 + TWICE], 'inconclusive', 'interval-spans-floor'],
    ['its upper bound is rounded above the baseline', [0.5, 0.7 + HALF], 'fail', 'not-better-than-trivial'],
    ['its upper bound is the baseline', [0.5, 0.7], 'fail', 'not-better-than-trivial'],
  ] as const)('where %s', (_, interval, outcome, reasonCode) => {
    expect(judgeTrivialBaseline(interval, 0.7)).toEqual({ outcome, reasonCode });
  });
});

describe('non-inferiority with a margin of 0.01', () => {
  it.each([
    ['better', [0.001, 0.1], 'pass', 'superior'],
    ['just better', [TWICE, 0.1], 'pass', 'superior'],
    ['better only by rounding', [HALF, 0.1], 'pass', 'non-inferior'],
    ['equal at worst', [0, 0.1], 'pass', 'non-inferior'],
    ['worse by the margin at worst', [-0.01, 0.1], 'pass', 'non-inferior'],
    ['worse by the margin and a rounding at worst', [-0.01 - HALF, 0.1], 'pass', 'non-inferior'],
    ['better by all that counts as rounding', [ALL, 0.1], 'pass', 'non-inferior'],
    ['worse by the margin and all that counts as rounding at worst', [-0.01 - ALL, 0.1], 'pass', 'non-inferior'],
    ['worse by that at best', [-0.1, -0.01 - ALL], 'inconclusive', 'interval-spans-limit'],
    ['worse by more at worst', [-0.01 - TWICE, 0.1], 'inconclusive', 'interval-spans-limit'],
    ['worse by the margin at best', [-0.1, -0.01], 'inconclusive', 'interval-spans-limit'],
    ['worse by the margin and a rounding at best', [-0.1, -0.01 - HALF], 'inconclusive', 'interval-spans-limit'],
    ['worse by more at best', [-0.1, -0.01 - TWICE], 'fail', 'inferior'],
  ] as const)('of a model that is %s', (_, interval, outcome, reasonCode) => {
    expect(judgeNonInferiority(interval, 0.01)).toEqual({ outcome, reasonCode });
  });

  it.each([
    ['above what is asked', [0.02 + TWICE, 0.1], 'superior'],
    ['exactly what is asked', [0.02, 0.1], 'non-inferior'],
  ] as const)('calls a model superior only %s', (_, interval, reasonCode) => {
    expect(judgeNonInferiority(interval, 0.01, 0.02)).toEqual({ outcome: 'pass', reasonCode });
  });
});

describe('a difference is worse', () => {
  it.each([
    [[-0.2, -0.1], true],
    [[-0.2, -TWICE], true],
    [[-0.2, -ALL], false],
    [[-0.2, -HALF], false],
    [[-0.2, 0], false],
    [[-0.2, 0.1], false],
  ] as const)('where its interval is %o: %s', (interval, worse) => {
    expect(isWorse(interval)).toBe(worse);
  });
});
