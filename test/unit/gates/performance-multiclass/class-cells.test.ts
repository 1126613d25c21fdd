import { type ClassConfusion, defined, type Measured, momentsOf, undefinedFor } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import type { Estimate, Undefined } from '../../../../packages/gates/src/performance/estimate/metric-estimate.ts';
import { EQUAL_ROWS } from '../../../../packages/gates/src/performance/estimate/sampling.ts';
import { classMetric } from '../../../../packages/gates/src/performance/multiclass/class-cells.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const Z_SQUARED = 3.841458820694124;

/** The sum of all cells, each times a weight of its own, by the number of rows. */
function weighed({ cells, classes }: ClassConfusion): Measured<string> {
  const rows = Array.from(cells).reduce((sum, cell) => sum + cell, 0);
  const sum = Array.from(cells).reduce((total, cell, at) => total + cell * weightOf(at, classes), 0);
  return rows === 0 ? undefinedFor('empty-group') : defined(sum / rows);
}

const weightOf = (cell: number, classes: number): number => 10 * Math.floor(cell / classes) + (cell % classes);

interface Rows {
  readonly classes?: number;
  readonly labels: readonly number[];
  readonly challenger: readonly number[];
  readonly champion: readonly number[];
  readonly measure?: (confusion: ClassConfusion) => Measured<string>;
}

function metric({ classes = 3, labels, challenger, champion, measure = weighed }: Rows) {
  const predicted = { challenger: Int32Array.from(challenger), champion: Int32Array.from(champion) };
  return classMetric(
    { measure, range: [0, 22] },
    { classes, labels: Int32Array.from(labels), predicted: (side) => predicted[side] },
    EQUAL_ROWS,
  );
}

const rows = (n: number, of: (row: number) => number): readonly number[] =>
  Array.from({ length: n }, (_, row) => of(row));

const VARIED: Rows = {
  labels: rows(60, (row) => row % 3),
  challenger: rows(60, (row) => (row % 4 === 0 ? 2 : row % 3)),
  champion: rows(60, (row) => (row % 5 === 0 ? 0 : row % 3)),
};

function meanWeight(of: Rows, side: 'challenger' | 'champion'): number {
  return of.labels.reduce((sum, label, row) => sum + 10 * label + Number(of[side][row]), 0) / of.labels.length;
}

function estimated<T extends Estimate>(estimate: T | Undefined): T {
  if ('reasonCode' in estimate) throw new Error(`undefined: ${estimate.reasonCode}`);
  return estimate;
}

describe('a metric of the confusion of classes', () => {
  it('has the value of each model and of their difference', () => {
    const { value, estimate, compare } = metric(VARIED);
    const [challenger, champion] = [meanWeight(VARIED, 'challenger'), meanWeight(VARIED, 'champion')];

    expect(value('challenger').value).toBeCloseTo(challenger, 12);
    expect(value('champion').value).toBeCloseTo(champion, 12);
    expect(estimated(estimate(QUESTION)).value).toBeCloseTo(challenger, 12);
    expect(estimated(compare(QUESTION)).value).toBeCloseTo(challenger - champion, 12);
  });

  it('is by BCa, paired for a difference', () => {
    const { estimate, compare } = metric(VARIED);

    expect(estimate(QUESTION)).toMatchObject({ method: 'bca', n: [60], resampling: { replicates: 9999 } });
    expect(compare(QUESTION)).toMatchObject({ method: 'paired bca', n: [60], p: null });
  });

  it('is as sure as the rows differ', () => {
    const { estimate, compare } = metric(VARIED);
    const spread = (of: (row: number) => number): number => {
      const { n, m2 } = momentsOf(Float64Array.from(rows(60, of)));
      return 2 * 1.6448536269514722 * (Math.sqrt(m2 / n) / Math.sqrt(n));
    };
    const number = (side: 'challenger' | 'champion') => (row: number) =>
      10 * Number(VARIED.labels[row]) + Number(VARIED[side][row]);
    const width = ({ bounds }: { readonly bounds: readonly [number, number] }): number => bounds[1] - bounds[0];
    const difference = (row: number): number => number('challenger')(row) - number('champion')(row);

    expect(width(estimated(estimate(QUESTION))) / spread(number('challenger'))).toBeCloseTo(1, 1);
    expect(width(estimated(compare(QUESTION))) / spread(difference)).toBeCloseTo(1, 1);
  });

  it('draws both models together', () => {
    const challenger = VARIED.challenger.map((own, row) => (row === 7 ? (own + 1) % 3 : own));
    const { bounds, value } = estimated(
      metric({ ...VARIED, challenger, champion: VARIED.challenger }).compare(QUESTION),
    );

    // One row of 60 differs.
    expect(Math.abs(value)).toBeGreaterThan(0);
    expect(bounds[1] - bounds[0]).toBeLessThan(0.15);
  });

  it.each([
    [19, 'insufficient-n'],
    [20, null],
  ])('of %i rows', (n, reasonCode) => {
    const few: Rows = {
      labels: VARIED.labels.slice(0, n),
      challenger: VARIED.challenger.slice(0, n),
      champion: VARIED.champion.slice(0, n),
    };
    const { estimate, compare } = metric(few);
    const codes = [estimate(QUESTION), compare(QUESTION)].map((of) => ('reasonCode' in of ? of.reasonCode : null));

    expect(codes).toEqual([reasonCode, reasonCode]);
    if (reasonCode !== null) expect(compare(QUESTION)).toEqual({ reasonCode });
  });

  it.each<[string, (cells: Float64Array | readonly number[]) => boolean, string | null, string | null]>([
    // Class 2 is predicted for class 0 by the challenger alone, class 0 for class 1 by the champion alone.
    ['the challenger', (cells) => Number(cells[2]) > 0, 'absent-class', 'absent-class'],
    ['the champion', (cells) => Number(cells[3]) > 0, null, 'absent-class'],
  ])('has no value where that of %s has none', (_, isUndefined, own, compared) => {
    const measure = (confusion: ClassConfusion): Measured<string> =>
      isUndefined(Array.from(confusion.cells)) ? undefinedFor('absent-class') : weighed(confusion);
    const { estimate, compare } = metric({ ...VARIED, measure });
    const codes = [estimate(QUESTION), compare(QUESTION)].map((of) => ('reasonCode' in of ? of.reasonCode : null));

    expect(codes).toEqual([own, compared]);
  });

  it('of no row is not known', () => {
    const { estimate, compare } = metric({ labels: [], challenger: [], champion: [] });

    expect(estimate(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(compare(QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });
});

describe('rows of classes that do not vary', () => {
  const same = (classes: number, label: number, own: number, other: number): Rows => ({
    classes,
    labels: rows(6, () => label),
    challenger: rows(6, () => own),
    champion: rows(6, () => other),
  });

  it.each<[string, Rows, number, number, number]>([
    // Rows of any label and prediction are added: they weigh from 0 to 22.
    ['three classes', same(3, 1, 2, 0), 12, 0, 22],
    ['twelve classes', same(12, 0, 1, 0), 1, 0, 121],
    ['more classes, of which the first twelve are added', same(13, 0, 1, 0), 1, 0, 121],
  ])('are drawn towards the kinds of rows that change the value most: %s', (_, of, value, least, greatest) => {
    const estimate = estimated(metric(of).estimate(QUESTION));
    const towards = (end: number) => (6 * value + Z_SQUARED * end) / (6 + Z_SQUARED);

    expect(estimate).toMatchObject({ value, n: [6], method: 'no variation, z² rows added' });
    expect(estimate.interval[0]).toBeCloseTo(towards(least), 9);
    expect(estimate.interval[1]).toBeCloseTo(towards(greatest), 9);
  });

  it.each<[string, Rows, number, number]>([
    ['three classes', same(3, 1, 2, 0), 2, 2],
    ['twelve classes', same(12, 0, 1, 0), 1, 11],
    ['more classes, of which the first twelve are added', same(13, 0, 1, 0), 1, 11],
  ])('are drawn towards the kinds of rows that differ most: %s', (_, of, value, most) => {
    const estimate = estimated(metric(of).compare(QUESTION));
    const towards = (end: number) => (6 * value + Z_SQUARED * end) / (6 + Z_SQUARED);

    expect(estimate).toMatchObject({ value, n: [6], p: null, method: 'no variation, z² rows added' });
    expect(estimate.interval[0]).toBeCloseTo(towards(-most), 9);
    expect(estimate.interval[1]).toBeCloseTo(towards(most), 9);
  });

  it('leave out kinds of rows with which there is no value', () => {
    const measure = (confusion: ClassConfusion): Measured<string> =>
      Number(confusion.cells[8]) > 0 ? undefinedFor('absent-class') : weighed(confusion);
    const of = { ...same(3, 1, 2, 0), measure };
    const towards = (value: number, end: number) => (6 * value + Z_SQUARED * end) / (6 + Z_SQUARED);

    const [own, compared] = [estimated(metric(of).estimate(QUESTION)), estimated(metric(of).compare(QUESTION))];

    expect(own.interval[0]).toBeCloseTo(towards(12, 0), 9);
    expect(own.interval[1]).toBeCloseTo(towards(12, 21), 9);
    expect(compared.interval[0]).toBeCloseTo(towards(2, -2), 9);
    expect(compared.interval[1]).toBeCloseTo(towards(2, 2), 9);
  });
});
