import type { AggregateTables, BaselineProfile, NumbersColumn, ValueCounts } from '@gatehouse/core';
import { quantileEdges } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectProfile, type ProfileRequest } from '../../../packages/gate-runner/src/collect/profile.ts';
import { numbersOfValues, quantilesOf } from '../../../packages/gate-runner/src/collect/value-profile.ts';
import { numbersOf } from '../core/baseline-profile/made-profile.ts';
import { withTable } from '../tables/engine/fixture-tables.ts';

const NONE = { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 };
const rows = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ min: -9, max: 9, noNaN: true })), {
  minLength: 1,
  maxLength: 80,
});

function counted(all: readonly number[]): ValueCounts {
  const values = [...new Set(all.map((value) => value + 0))].sort((a, b) => a - b);
  return { missing: NONE, values, counts: values.map((value) => all.filter((one) => one === value).length) };
}

/** Sums and moments without what the order of adding may change in the last digits. */
function rounded(column: NumbersColumn): unknown {
  const digits = (value: number | null): number => Math.round(Number(value) * 1e9) / 1e9 + 0;
  const { mean, m2, openSums, minimum, maximum } = column;
  const range = [Number(minimum) + 0, Number(maximum) + 0];
  return {
    ...column,
    mean: digits(mean),
    m2: digits(m2),
    openSums: openSums.map(digits),
    minimum: 0,
    maximum: 0,
    range,
  };
}

describe('counted values', () => {
  it.each([1, 4, 1000])('have the quantiles of their rows, of %d parts', (parts) => {
    fc.assert(
      fc.property(rows, (all) => {
        const sorted = all.map((value) => value + 0).sort((a, b) => a - b);
        const at = (j: number): number => sorted[Math.max(0, Math.ceil((all.length * j) / parts) - 1)] ?? Number.NaN;
        const expected = [...new Set(Array.from({ length: parts + 1 }, (_, j) => at(j)))];

        expect(quantilesOf(counted(all), parts)).toEqual(expected);
        if (parts === 1000) expect(expected).toEqual([...quantileEdges(Float64Array.from(all))].map((x) => x + 0));
      }),
    );
  });

  it('of no row have no quantile', () => {
    expect(quantilesOf({ missing: NONE, values: [], counts: [] }, 10)).toEqual([]);
  });

  it('are on and between edges what their rows are', () => {
    fc.assert(
      fc.property(rows, rows, (all, others) => {
        for (const on of [counted(all).values, counted(others).values.filter((_, at) => at % 3 === 0)]) {
          expect(rounded(numbersOfValues(counted(all), on))).toEqual(rounded(numbersOf(all, on)));
        }
      }),
    );
  });

  it('of no finite value have neither range nor moments', () => {
    const empty = { missing: { ...NONE, nans: 2 }, values: [], counts: [] };

    expect(numbersOfValues(empty, [0])).toMatchObject({
      ...{ n: 0, zeros: 0, equal: [0], open: [0, 0], openSums: [0, 0] },
      ...{ minimum: null, maximum: null, mean: null, m2: null },
      missing: { null: 0, nan: 2, positiveInfinity: 0, negativeInfinity: 0 },
    });
  });
});

/** Few whole numbers, some more, a constant, nothing finite, and numbers with gaps. */
const TABLE = ['few,some,one,none,gaps,g']
  .concat(Array.from({ length: 300 }, (_, r) => `${r % 3},${(r * 7) % 90},5,nan,${r % 4 === 0 ? '' : r / 8},t${r % 2}`))
  .join('\n');

describe('a profile', () => {
  const build = (
    request: ProfileRequest,
    change: (tables: AggregateTables) => AggregateTables,
  ): Promise<BaselineProfile> =>
    withTable(`${TABLE}\n`, { types: { none: 'number' } }, async (tables) => {
      const { profile } = await collectProfile({ tables: change(tables), relation: { table: 't' } }, request);
      return profile;
    });
  const byRows = (tables: AggregateTables): AggregateTables => ({
    ...tables,
    valueCounts: (_, columns) => Promise.resolve(columns.map(() => null)),
  });

  it('is the same whether its columns are counted by value or by row, also on the edges of another', async () => {
    const [byValue, plain] = [await build({}, (tables) => tables), await build({}, byRows)];
    const edgesFrom = byValue;

    expect(
      Object.values(byValue.columns)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...['categories', 'categories', 'categories', 'categories'], ...['numbers', 'numbers']]);
    for (const other of [plain, await build({ edgesFrom }, (tables) => tables), await build({ edgesFrom }, byRows)]) {
      for (const [name, column] of Object.entries(byValue.columns)) {
        const own = other.columns[name];
        if (own === undefined) throw new Error('a column is missing');
        const shown = (of: typeof own): unknown => (of.kind === 'numbers' ? rounded(of) : of);
        expect(shown(own)).toEqual(shown(column));
      }
    }
  });
});
