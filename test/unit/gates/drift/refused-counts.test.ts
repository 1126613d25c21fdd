import { describe, expect, it } from 'vitest';
import { type DomainEvidence, judgeDataset } from '../../../../packages/gates/src/drift/verdicts/dataset-verdict.ts';
import { judgeQuality, type QualityCounts } from '../../../../packages/gates/src/drift/verdicts/quality-verdict.ts';

const rows = { reference: 100, current: 100 };
const missing = (reference: number, current: number, sizes = rows): QualityCounts => ({
  ...{ measure: 'missing-rate-difference', column: 'x', missing: { reference, current }, rows: sizes },
});
const outside = (count: number, sizes = rows): QualityCounts => ({
  ...{ measure: 'out-of-range-rate', column: 'x', outside: count, rows: sizes },
});
const fresh = (newRows: number, singletons = 0, pooled = 0, sizes = rows): QualityCounts => ({
  ...{ measure: 'new-category-rate', column: 'x', newRows, singletons, pooled, rows: sizes },
});

describe('counts that cannot be', () => {
  it.each<[string, QualityCounts, string]>([
    ['a part below 0', missing(-1, 0), '-1 of 100'],
    ['half a row', missing(0, 0.5), '0.5 of 100'],
    ['more than all of the reference', missing(101, 0), '101 of 100'],
    ['more than all of the current rows', missing(0, 101), '101 of 100'],
    ['no number of rows', outside(0, { reference: Number.NaN, current: 100 }), '0 of NaN'],
    ['more out of range than there are', outside(101), '101 of 100'],
    ['more new rows than there are', fresh(101), '101 of 100'],
    ['more singletons than there are', fresh(0, 101), '101 of 100'],
    ['more pooled rows than there are', fresh(0, 0, 101), '101 of 100'],
  ])('are refused: %s', (_, count, got) => {
    const judge = (): unknown => judgeQuality([count]);

    expect(judge).toThrow(RangeError);
    expect(judge).toThrow(`${count.measure} of "x" counts 0 ≤ part ≤ rows, got ${got}.`);
  });

  it('but not where all or none of the rows are meant', () => {
    const most = [missing(100, 100), outside(100), fresh(100, 100, 0), missing(0, 0), fresh(0, 0, 100)];

    expect(judgeQuality(most)).toHaveLength(5);
  });
});

describe('the reason of a judged count', () => {
  const large = { reference: 1000, current: 1000 };

  it.each<[QualityCounts, string]>([
    [missing(10, 60, large), 'fail limit-exceeded'],
    [missing(10, 40, large), 'warn warning-exceeded'],
    [missing(10, 10, large), 'pass within-limit'],
    [missing(0, 1, { reference: 20, current: 20 }), 'inconclusive effect-without-evidence'],
    [missing(10, 0, { reference: 100, current: 0 }), 'inconclusive empty-group'],
  ])('goes with its verdict: %j', (count, expected) => {
    const [found] = judgeQuality([count]);

    expect(`${found?.verdict} ${found?.reason}`).toBe(expected);
  });

  it('is no evidence where the reference has one value, which has no range', () => {
    const of = (reference: number) => judgeQuality([outside(50, { reference, current: 50 })])[0];

    expect(of(1)).toMatchObject({ verdict: 'inconclusive', p: 1 });
    // None of 50 lies between two values: of all pairs of 52 places the two are neighbours.
    expect(of(2)?.p).toBeCloseTo(51 / ((52 * 51) / 2), 12);
  });
});

describe('features that cannot be judged together', () => {
  const passing = { column: 'c', verdict: 'pass' } as const;
  const weighing = (...importances: readonly number[]) =>
    importances.map((importance) => ({ judged: passing, importance }));
  const area = (lower: number): DomainEvidence => ({ lower, undefinedReason: null });

  it.each<[string, () => unknown, string]>([
    ['no importance', () => judgeDataset(weighing(Number.NaN, 1), null), 'of "c" is a finite number from 0, got NaN'],
    ['a negative one', () => judgeDataset(weighing(-1, 3), null), 'of "c" is a finite number from 0, got -1'],
    ['an infinite one', () => judgeDataset(weighing(Infinity), null), 'of "c" is a finite number from 0, got Infinity'],
    ['an infinite sum', () => judgeDataset(weighing(1e308, 1e308), null), 'and their sum finite, got Infinity'],
    ['a limit of warning above the other', () => shared(0.4, 0.3), 'got 0.4 and 0.3'],
    ['a limit above all', () => shared(0.4, 1.1), 'got 0.4 and 1.1'],
    ['an area below 0', () => judgeDataset(weighing(1), area(-0.1)), 'is from 0 to 1, got -0.1'],
    ['an area above 1', () => judgeDataset(weighing(1), area(1.1)), 'is from 0 to 1, got 1.1'],
  ])('are refused: %s', (_, judge, words) => {
    expect(judge).toThrow(RangeError);
    expect(judge).toThrow(words);
  });

  it.each([
    [0.3, 0.3],
    [0.5, 1],
  ])('but not by limits of %d and %d', (warn, fail) => {
    expect(shared(warn, fail)).toMatchObject({ verdict: 'pass', failsWhen: 'above' });
  });

  it.each([
    [0, 'pass'],
    [1, 'fail'],
  ] as const)('but not by an area of %d', (lower, verdict) => {
    expect(judgeDataset(weighing(1), area(lower)).rules.domain).toBe(verdict);
  });

  function shared(warn: number, fail: number): unknown {
    return judgeDataset(weighing(1), null, { share: { warn, fail } });
  }
});
