import { describe, expect, it } from 'vitest';
import {
  judgeAsEvidently,
  judgeDatasetAsEvidently,
} from '../../../../packages/gates/src/drift/evidently/evidently-rule.ts';

function tenths(rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, at) => (at % 10) / 10);
}
function numbers(reference: Float64Array, current: Float64Array): ReturnType<typeof judgeAsEvidently> {
  return judgeAsEvidently({ kind: 'numbers', reference, current });
}
function categories(
  reference: Readonly<Record<string, number>>,
  current: Readonly<Record<string, number>>,
): ReturnType<typeof judgeAsEvidently> {
  return judgeAsEvidently({
    kind: 'categories',
    reference: new Map(Object.entries(reference)),
    current: new Map(Object.entries(current)),
  });
}

describe('where rules of evidently meet', () => {
  it.each([
    [1000, 'ks'],
    [1001, 'wasserstein-normed'],
  ])('%d reference numbers are judged by %s', (rows, method) => {
    expect(numbers(tenths(rows), tenths(100))).toMatchObject({ method, verdict: 'pass' });
  });

  it('many reference numbers against none cannot be judged', () => {
    expect(numbers(tenths(1500), new Float64Array(0))).toMatchObject({ value: null, verdict: 'inconclusive' });
  });

  it('a category without a row on either side is none', () => {
    expect(categories({ a: 50, b: 30, c: 0 }, { a: 50, b: 30, c: 0 }).method).toBe('z');
    expect(categories({ a: 50, b: 30, c: 0 }, { a: 50, b: 30, c: 1 })).toMatchObject({
      method: 'chi-square-goodness-of-fit',
      value: 0,
    });
  });

  it.each([-1, 0.5])('a category of %d rows is refused', (count) => {
    expect(() => categories({ a: 10, b: 3 }, { a: count, b: 3 })).toThrow(/whole number from 0/);
    expect(() => categories({ a: -count, b: 3 }, { a: count, b: 3 })).toThrow(/whole number from 0/);
  });

  it.each([
    [[], null, 'inconclusive'],
    [['pass', 'inconclusive'], 0, 'inconclusive'],
    [['pass', 'pass', 'inconclusive'], 0, 'pass'],
  ] as const)('of the columns %j the share is %s and the data are %s', (verdicts, share, verdict) => {
    const [column] = [categories({ a: 10 }, { a: 10 })];
    const judged = judgeDatasetAsEvidently(verdicts.map((own) => ({ ...column, verdict: own })));

    expect(judged).toEqual({ share, limit: 0.5, verdict });
  });
});
