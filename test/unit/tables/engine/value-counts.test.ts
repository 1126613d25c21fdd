import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { col, refusalOf, withTable } from './fixture-tables.ts';

const t = { table: 't' };
const NONE = { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 };

describe('rows of each value', () => {
  it('are counted by what the values are, the missing ones by their kind', async () => {
    const text = 'x,o\n2,1\n-0.0,1\n0,1\n2.0,1\n,1\nnan,1\nNaN,1\ninf,1\n-inf,1\n-3,1\n';
    const found = await withTable(text, {}, (tables) => tables.valueCounts(t, [col('x'), col('o')], { most: 9 }));

    expect(found).toEqual([
      {
        missing: { nulls: 1, nans: 2, positiveInfinities: 1, negativeInfinities: 1 },
        values: [-3, 0, 2],
        counts: [1, 2, 2],
      },
      { missing: NONE, values: [1], counts: [10] },
    ]);
  });

  it.each([
    ['as many values as allowed', 4, [1, 2, 3, 4]],
    ['one more than allowed', 3, undefined],
    ['many more than allowed', 1, undefined],
  ])('are told of a column of %s', async (_, most, values) => {
    const text = 'x,o\n1,1\n2,1\n3,1\n4,1\n,1\nnan,1\ninf,1\n-inf,1\n';
    const [found] = await withTable(text, {}, (tables) => tables.valueCounts(t, [col('x')], { most }));

    expect(found?.values).toEqual(values);
  });

  it('are those of plain counting, column by column of many', async () => {
    const columns = Array.from({ length: 43 }, (_, at) => `x${at}`);
    const row = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 43, maxLength: 43 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const text = `${[columns, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
        const refs = columns.map((name) => col(name));
        const found = await withTable(text, {}, (tables) => tables.valueCounts(t, refs, { most: 9 }));

        columns.forEach((_, at) => {
          const own = rows.map((cells) => Number(cells[at]));
          const values = [...new Set(own)].sort((a, b) => a - b);
          const counts = values.map((value) => own.filter((one) => one === value).length);
          expect(found[at]).toEqual({ missing: NONE, values, counts });
        });
      }),
      { numRuns: 5 },
    );
  });

  it('are refused of texts', async () => {
    const run = withTable('g\na\n', {}, (tables) => tables.valueCounts(t, [col('g')], { most: 9 }));

    expect((await refusalOf(run)).code).toBe('column-unsupported');
  });
});
