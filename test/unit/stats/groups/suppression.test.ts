import {
  type CellVerdict,
  type CountTable,
  type SuppressionRule,
  suppressCells,
  type TableSum,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A total named `all` and its parts. */
function oneSum(parts: Readonly<Record<string, number>>): CountTable {
  const cells = Object.entries(parts).map(([id, n]) => ({ id, n }));
  return {
    cells: [...cells, { id: 'all', n: cells.reduce((sum, { n }) => sum + n, 0) }],
    sums: [{ total: 'all', parts: Object.keys(parts) }],
  };
}

/** A table with the totals of rows and columns and of everything: cells `r0c0` …, totals `r0`, `c0`, `all`. */
function grid(counts: readonly (readonly number[])[]): CountTable {
  const rows = counts.map((_, r) => r);
  const columns = (counts[0] ?? []).map((_, c) => c);
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const inner = counts.flatMap((row, r) => row.map((n, c) => ({ id: `r${r}c${c}`, n })));
  const rowTotals = counts.map((row, r) => ({ id: `r${r}`, n: sumOf(row) }));
  const columnTotals = columns.map((c) => ({ id: `c${c}`, n: sumOf(counts.map((row) => row[c] ?? 0)) }));
  const sums: TableSum[] = [
    ...rows.map((r) => ({ total: `r${r}`, parts: columns.map((c) => `r${r}c${c}`) })),
    ...columns.map((c) => ({ total: `c${c}`, parts: rows.map((r) => `r${r}c${c}`) })),
    { total: 'all', parts: rows.map((r) => `r${r}`) },
    { total: 'all', parts: columns.map((c) => `c${c}`) },
  ];
  return { cells: [...inner, ...rowTotals, ...columnTotals, { id: 'all', n: sumOf(counts.flat()) }], sums };
}

function hidden(table: CountTable, rule: SuppressionRule): Readonly<Record<string, CellVerdict>> {
  return Object.fromEntries([...suppressCells(table, rule)].filter(([, verdict]) => verdict !== 'printed'));
}

describe('suppression in one sum', () => {
  it.each([
    ['nothing small: nothing hidden', { a: 10, b: 20 }, {}],
    ['one small: the next smallest, too', { a: 3, b: 20, c: 15 }, { a: 'small', c: 'complementary' }],
    ['two small of at least k together', { a: 6, b: 7, c: 50 }, { a: 'small', b: 'small' }],
    ['two small of less than k together', { a: 3, b: 4, c: 50 }, { a: 'small', b: 'small', c: 'complementary' }],
    ['two small of exactly k together', { a: 4, b: 6, c: 50 }, { a: 'small', b: 'small' }],
    ['an empty group is small', { a: 0, b: 30, c: 40 }, { a: 'small', b: 'complementary' }],
    ['ties go to the first id', { a: 3, c: 15, b: 15 }, { a: 'small', b: 'complementary' }],
    ['also where it is named first', { a: 3, b: 15, c: 15 }, { a: 'small', b: 'complementary' }],
    ['two groups', { a: 3, b: 100 }, { a: 'small', b: 'complementary' }],
    ['a single part hides its total', { a: 9 }, { a: 'small', all: 'small' }],
    ['everything small hides the total', { a: 4, b: 5 }, { a: 'small', b: 'small', all: 'small' }],
  ] as const)('%s', (_, parts, expected) => {
    expect(hidden(oneSum(parts), { k: 10 })).toEqual(expected);
  });

  it.each([
    ['exactly k is printed', 10, {}],
    ['one below is not', 11, { a: 'small', b: 'complementary' }],
  ] as const)('%s', (_, k, expected) => {
    expect(hidden(oneSum({ a: 10, b: 20 }), { k })).toEqual(expected);
  });
});

describe('suppression by shares', () => {
  const table = (part: number, whole: number): CountTable => ({
    cells: [
      { id: 'a', n: 50, shares: [{ part, whole }] },
      { id: 'b', n: 60 },
      { id: 'all', n: 110 },
    ],
    sums: [{ total: 'all', parts: ['a', 'b'] }],
  });

  it.each([
    ['a small part', 9, 50, true],
    ['a small rest', 41, 50, true],
    ['a part of k and a rest of k', 10, 20, false],
    ['no part at all', 0, 50, true],
  ])('%s hides only when strict', (_, part, whole, isHidden) => {
    expect(hidden(table(part, whole), { k: 10 })).toEqual({});
    expect('a' in hidden(table(part, whole), { k: 10, strict: true })).toBe(isHidden);
  });
});

describe('suppression in tables with two ways of totals', () => {
  it('hides a rectangle around one small cell', () => {
    const table = grid([
      [3, 20, 30],
      [40, 25, 60],
      [70, 80, 90],
    ]);

    expect(hidden(table, { k: 10 })).toEqual({
      r0c0: 'small',
      r0c1: 'complementary',
      r1c0: 'complementary',
      r1c1: 'complementary',
    });
  });

  it('hides a second part where another attribute gives a hidden total away', () => {
    // The one row of the first attribute is hidden with its total; the second attribute adds up to that total.
    const table: CountTable = {
      cells: [
        { id: 'total', n: 40 },
        { id: 'x', n: 40, shares: [{ part: 1, whole: 40 }] },
        { id: 'm', n: 15 },
        { id: 'f', n: 25 },
      ],
      sums: [
        { total: 'total', parts: ['x'] },
        { total: 'total', parts: ['m', 'f'] },
      ],
    };

    expect(hidden(table, { k: 10, strict: true })).toEqual({
      x: 'small',
      total: 'complementary',
      m: 'complementary',
    });
  });

  it('hides one more where the sums only together give a cell away', () => {
    // s1 - s2 = (a + b + c) - (a + b) would be c, although each sum has two or more hidden parts.
    const table: CountTable = {
      cells: [
        { id: 'a', n: 6 },
        { id: 'b', n: 7 },
        { id: 'c', n: 8 },
        { id: 'd', n: 90 },
        { id: 's1', n: 111 },
        { id: 's2', n: 13 },
      ],
      sums: [
        { total: 's1', parts: ['a', 'b', 'c', 'd'] },
        { total: 's2', parts: ['a', 'b'] },
      ],
    };

    expect(hidden(table, { k: 10 })).toEqual({ a: 'small', b: 'small', c: 'small', d: 'complementary' });
  });

  // The reader knows the printed cells and the sums, and tries every table of counts.
  it('leaves every hidden cell of a small table more than one value', () => {
    const counts = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(counts, (given) => {
        const table = grid([given.slice(0, 3), given.slice(3)]);
        const verdicts = suppressCells(table, { k: 3 });
        const hiddenAt = table.cells.flatMap(({ id }, at) => (verdicts.get(id) === 'printed' ? [] : [at]));
        expect(solvedCells(table, hiddenAt)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Totals of 2 × 3 counts in the order of {@link grid}: rows, columns, all. */
function withTotals([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): readonly number[] {
  return [a, b, c, d, e, f, a + b + c, d + e + f, a + d, b + e, c + f, a + b + c + d + e + f];
}

/** The hidden cells that have one value in all tables of 2 × 3 counts that agree with what is printed. */
function solvedCells(table: CountTable, hiddenAt: readonly number[]): readonly string[] {
  const truth = table.cells.map(({ n }) => n);
  const isHidden = truth.map((_, at) => hiddenAt.includes(at));
  const unsolved = new Set<number>();
  const fill = (filled: readonly number[]): void => {
    if (unsolved.size === hiddenAt.length) return;
    const own = truth[filled.length] ?? 0;
    if (filled.length === 3 && !isHidden[6] && withTotals(filled)[6] !== truth[6]) return;
    if (filled.length < 6) {
      const tried = isHidden[filled.length] ? [0, 1, 2, 3, 4, 5, 6, 7, 8] : [own];
      for (const n of tried) fill([...filled, n]);
      return;
    }
    const other = withTotals(filled);
    if (other.some((n, at) => !isHidden[at] && n !== truth[at])) return;
    for (const at of hiddenAt) if (other[at] !== truth[at]) unsolved.add(at);
  };
  fill([]);
  return hiddenAt.filter((at) => !unsolved.has(at)).map((at) => table.cells[at]?.id ?? '');
}

describe('a table', () => {
  const good = oneSum({ a: 10, b: 20 });

  it('of nothing has nothing to hide', () => {
    expect([...suppressCells({ cells: [], sums: [] }, { k: 10 })]).toEqual([]);
  });

  it.each([
    ['a k of zero', good, 0, 'The smallest cell must be a whole number from 1, got 0.'],
    ['half a row', oneSum({ a: 0.5 }), 1, 'A cell has a whole number of rows, got 0.5 for a.'],
    ['a negative count', oneSum({ a: -1 }), 1, 'A cell has a whole number of rows, got -1 for a.'],
    [
      'one id twice',
      { ...good, cells: [...good.cells, { id: 'a', n: 1 }] },
      1,
      'Cells must have different ids, got 4 cells with 3.',
    ],
    [
      'an unknown part',
      { ...good, sums: [{ total: 'all', parts: ['a', 'z'] }] },
      1,
      'A sum must name cells of the table, got z.',
    ],
    ['a sum without parts', { ...good, sums: [{ total: 'all', parts: [] }] }, 1, 'A sum must have parts, none of them'],
    [
      'a part twice',
      { ...good, sums: [{ total: 'all', parts: ['a', 'a', 'a'] }] },
      1,
      'A sum must have parts, none of them twice or the total, got a, a, a of all.',
    ],
    [
      'a total of itself',
      { ...good, sums: [{ total: 'all', parts: ['all'] }] },
      1,
      'A sum must have parts, none of them twice or the total, got all of all.',
    ],
    [
      'a sum that does not add up',
      { ...good, sums: [{ total: 'all', parts: ['a'] }] },
      1,
      'The parts of all must add up to 30 rows, got 10.',
    ],
  ])('with %s is refused', (_, table, k, message) => {
    expect(() => suppressCells(table, { k })).toThrow(message);
  });
});
