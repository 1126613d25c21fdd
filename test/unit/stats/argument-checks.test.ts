import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfidence, checkCount, checkCounts, checkProbability } from '../../../packages/stats/src/arguments.ts';
import {
  checkBinary,
  checkClasses,
  checkDepth,
  checkFinite,
  checkNotNegative,
  checkProbabilities,
  checkSameLength,
  checkWeights,
} from '../../../packages/stats/src/sample-checks.ts';

const NAN = Number.NaN;
const INFINITE = Number.POSITIVE_INFINITY;
const UNSAFE = 2 ** 53;
const LARGEST = Number.MAX_SAFE_INTEGER;
const TINY = Number.MIN_VALUE;

interface Check {
  readonly check: (value: number) => void;
  readonly allowed: readonly number[];
  readonly refused: readonly number[];
}

/** Checks of one number: the ends of what is allowed, and what lies beside them. */
const OF_ONE: Readonly<Record<string, Check>> = {
  'a confidence': {
    check: checkConfidence,
    allowed: [TINY, 0.95, 1 - 2 ** -53],
    refused: [0, -0.1, 1, 1.5, NAN, INFINITE],
  },
  'a probability': {
    check: checkProbability,
    allowed: [0, 0.5, 1],
    refused: [-TINY, 1 + 2 ** -52, NAN, INFINITE, -INFINITE],
  },
  'a count': { check: checkCount, allowed: [0, 1, LARGEST], refused: [-1, 0.5, UNSAFE, NAN, INFINITE] },
  'a depth': {
    check: (value) => checkDepth(value, 'A depth'),
    allowed: [1, 2, LARGEST],
    refused: [0, -1, 1.5, UNSAFE, NAN, INFINITE],
  },
  'a number of classes': {
    check: (value) => checkClasses([], value, 'A label'),
    allowed: [2, 3, LARGEST],
    refused: [1, 0, -2, 2.5, UNSAFE, NAN, INFINITE],
  },
  'a sample size': {
    check: (value) => checkCounts(0, value),
    allowed: [1, 2, LARGEST],
    refused: [0, -1, 1.5, UNSAFE, NAN],
  },
  'successes of ten': { check: (value) => checkCounts(value, 10), allowed: [0, 3, 10], refused: [-1, 11, 2.5, NAN] },
};

/** Checks of every number of a sample. */
const OF_EACH: Readonly<Record<string, Check>> = {
  'a finite number': { check: inSample(checkFinite), allowed: [0, -1e308, 1e308], refused: [NAN, INFINITE, -INFINITE] },
  'a number from 0': {
    check: inSample(checkNotNegative),
    allowed: [0, TINY, Number.MAX_VALUE],
    refused: [-TINY, -1, NAN, INFINITE, -INFINITE],
  },
  'a share': {
    check: inSample(checkProbabilities),
    allowed: [0, 0.5, 1],
    refused: [-TINY, 1 + 2 ** -52, NAN, INFINITE],
  },
  'a binary label': { check: inSample(checkBinary), allowed: [0, 1], refused: [2, -1, 0.5, NAN] },
  'a class of three': {
    check: (value) => checkClasses([0, value, 2], 3, 'A label'),
    allowed: [0, 1, 2],
    refused: [3, -1, 0.5, NAN, INFINITE],
  },
  'a weight': {
    check: (value) => checkWeights([1, value, 1], [0, 0, 0]),
    allowed: [TINY, 1, Number.MAX_VALUE],
    refused: [0, -1, NAN, INFINITE],
  },
};

/** The value in the middle of two that are allowed everywhere. */
function inSample(check: (values: readonly number[], what: string) => void): (value: number) => void {
  return (value) => check([1, value, 1], 'A value');
}

const CHECKS = Object.entries({ ...OF_ONE, ...OF_EACH });

describe('a check', () => {
  it.each(CHECKS.flatMap(([name, { check, allowed }]) => allowed.map((value) => [name, value, check] as const)))(
    'of %s takes %s',
    (_, value, check) => {
      expect(() => check(value)).not.toThrow();
    },
  );

  it.each(CHECKS.flatMap(([name, { check, refused }]) => refused.map((value) => [name, value, check] as const)))(
    'of %s refuses %s, and says so',
    (_, value, check) => {
      expect(() => check(value)).toThrow(RangeError);
      expect(() => check(value)).toThrow(`got ${value}`);
    },
  );

  it('of a sample finds the bad value wherever it is, and says where', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), fc.nat(), (values, place) => {
        const bad = place % values.length;

        expect(() => checkFinite(values.with(bad, NAN), 'A value')).toThrow(
          `A value must be finite, got NaN at position ${bad}.`,
        );
      }),
    );
  });

  it('of nothing finds nothing', () => {
    expect(() => checkFinite([], 'A value')).not.toThrow();
    expect(() => checkWeights(undefined, [1, 2])).not.toThrow();
  });

  it('of lengths wants one length', () => {
    expect(() => checkSameLength([1, 2], [3, 4], 'rows')).not.toThrow();
    expect(() => checkSameLength([1, 2], [3], 'rows')).toThrow('The rows must have one length, got 2 and 1.');
    expect(() => checkWeights([1], [1, 2])).toThrow('The rows and weights must have one length, got 2 and 1.');
  });
});
