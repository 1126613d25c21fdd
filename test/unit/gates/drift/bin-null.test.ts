import {
  type ChiSquareEffect,
  chiSquareEffectQuantile,
  cramerV,
  hellinger,
  jensenShannon,
  psi,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { binNull } from '../../../../packages/gates/src/drift/effects/bin-null.ts';
import { judgeColumns } from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';
import { categoryColumn, seeded } from './drift-samples.ts';

const draws = () => ({ random: seeded(5), redraws: 1999 });
const even = (categories: number, rows: number) =>
  Object.fromEntries(Array.from({ length: categories }, (_, at) => [`k${at}`, rows]));
/** So many rows, as evenly as they go. */
const spread = (categories: number, rows: number) =>
  Object.fromEntries(
    Array.from({ length: categories }, (_, at) => [`k${at}`, Math.floor((rows + categories - 1 - at) / categories)]),
  );

/** P(k of n) with share p. */
function binomial(n: number, p: number): readonly number[] {
  let mass = (1 - p) ** n;
  return Array.from({ length: n + 1 }, (_, k) => {
    const own = mass;
    mass *= (((n - k) / (k + 1)) * p) / (1 - p);
    return own;
  });
}

/** The 95 % quantile of an effect of two categories without drift, by adding up all tables. */
function enumerated(effect: (reference: number[], current: number[]) => number, n: number, m: number, p: number) {
  const [first, second] = [binomial(n, p), binomial(m, p)];
  const tables = first
    .flatMap((massOne, a) =>
      second.map((massTwo, b) => ({ mass: massOne * massTwo, value: effect([a, n - a], [b, m - b]) })),
    )
    .sort((x, y) => x.value - y.value);
  let below = 0;
  return tables.find(({ mass }) => {
    below += mass;
    return below >= 0.95;
  })?.value;
}

describe('the law of effects on rare categories', () => {
  const reference = [190, 10];
  const current = [57, 3];

  it.each<[ChiSquareEffect, (reference: number[], current: number[]) => number]>([
    ['jensen-shannon', (a, b) => Number(jensenShannon({ reference: a, current: b }, 'nats').value)],
    ['psi', (a, b) => Number(psi({ reference: a, current: b }).value)],
    ['hellinger', (a, b) => Number(hellinger({ reference: a, current: b }).value)],
    ['cramer-v', (a, b) => cramerV([a, b]).value ?? 0],
  ])('of %s is that of all tables', (effect, of) => {
    const exact = Number(enumerated(of, 200, 60, 13 / 260));
    const drawn = binNull({ reference, current }, draws()).quantile(effect, 0.95);

    // The law has steps: the drawn quantile is the exact one or a step beside it.
    expect(Math.abs(drawn / exact - 1)).toBeLessThan(0.08);
  });

  it('is χ² where every cell expects five rows', () => {
    const pair = { reference: [160, 40], current: [50, 10] };
    const data = { bins: 2, sizes: { reference: 200, current: 60 } };

    expect(binNull(pair, draws()).quantile('jensen-shannon', 0.95)).toBe(
      chiSquareEffectQuantile('jensen-shannon', data, 0.95),
    );
  });

  it('counts the cells that some row is in, and the smaller side', () => {
    const formula = (pair: { reference: number[]; current: number[] }) =>
      binNull(pair, { random: { ...seeded(1), uniform: () => Number.NaN }, redraws: 999 }).quantile('psi', 0.95);

    expect(formula({ reference: [100, 100, 0], current: [30, 30, 0] })).toBeGreaterThan(0);
    expect(formula({ reference: [30, 30], current: [2000, 2000] })).toBeGreaterThan(0);
  });

  it('is χ² in a batch so large that no law comes near a limit', () => {
    const pair = (rows: number) => ({ reference: [rows, rows, 3], current: [rows, rows, 0] });
    const quantileOf = (rows: number): readonly [number, number] => [
      binNull(pair(rows), draws()).quantile('cramer-v', 0.95),
      chiSquareEffectQuantile('cramer-v', { bins: 3, sizes: { reference: 2 * rows + 3, current: 2 * rows } }, 0.95),
    ];
    const [large, byFormula] = quantileOf(20_000);
    const [small, itsFormula] = quantileOf(2000);

    expect(large).toBe(byFormula);
    expect(small).not.toBe(itsFormula);
  });

  it('does not depend on how often it is asked', () => {
    const pair = { reference, current };
    const twice = binNull(pair, draws());
    twice.quantile('cramer-v', 0.95);

    expect(twice.quantile('psi', 0.95)).toBe(binNull(pair, draws()).quantile('psi', 0.95));
  });
});

describe('the rows that rare categories need', () => {
  const sides = (current: number) => ({
    reference: new Array<number>(40).fill(12),
    current: Object.values(spread(40, current)),
  });

  it.each<[ChiSquareEffect, number]>([
    ['jensen-shannon', 0.25],
    ['hellinger', 0.25],
    ['psi', 0.4],
    ['cramer-v', 0.28],
  ])('by %s bring chance below the limit, and half as many do not', (effect, limit) => {
    const at = (current: number) => binNull(sides(current), { random: seeded(5), redraws: 499 });
    const rows = Number(at(60).requiredRows(effect, limit, 0.99));

    expect(at(60).quantile(effect, 0.95)).toBeGreaterThan(limit);
    expect(rows).toBeGreaterThan(60);
    expect(at(Math.ceil(rows * 1.1)).quantile(effect, 0.95)).toBeLessThanOrEqual(limit);
    expect(at(Math.floor(rows * 0.5)).quantile(effect, 0.95)).toBeGreaterThan(limit);
  });
});

describe('a column of rare categories', () => {
  const verdictOf = (categories: number, rows: number, current: number) =>
    judgeColumns([categoryColumn('x', even(categories, rows), spread(categories, current))])[0];

  it('is too small where chance reaches the limit, though χ² says that it does not', () => {
    const data = { bins: 50, sizes: { reference: 2500, current: 230 } };
    const [distance] = verdictOf(50, 50, 230)?.effects ?? [];

    expect(chiSquareEffectQuantile('jensen-shannon', data, 0.95)).toBeLessThan(0.2);
    expect(distance).toMatchObject({ measure: 'jensen-shannon', reason: 'batch-too-small' });
    expect(distance?.nullQuantile).toBeGreaterThan(0.2);
  });

  it('names rows that are enough', () => {
    const needed = Number(verdictOf(50, 50, 100)?.effects[0]?.requiredRows);

    expect(needed).toBeGreaterThan(230);
    expect(verdictOf(50, 50, Math.ceil(needed * 1.05))).toMatchObject({ verdict: 'pass' });
  });

  it('names no rows where the reference is too small for any', () => {
    expect(verdictOf(60, 2, 100)?.effects[0]).toMatchObject({ reason: 'batch-too-small', requiredRows: null });
  });
});
