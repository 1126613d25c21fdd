import type { TellingWord } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { col, withTable } from './fixture-tables.ts';

const t = { table: 't' };
const pair = { columns: [col('x')], label: col('y') };

interface Row {
  readonly x: number | null;
  readonly y: string;
}

const row = fc.record({
  x: fc.option(fc.integer({ min: -3, max: 3 }), { freq: 4 }),
  y: fc.constantFrom('a', 'b', 'c'),
});

/** As the port says it, row by row. */
function tellingOf(rows: readonly Row[]): unknown {
  const labels = [...Map.groupBy(rows, ({ y }) => y)].map(([label, own]) => {
    const others = rows.filter(({ y }) => y !== label);
    const pairs = own.flatMap(({ x: a }) => others.flatMap(({ x: b }) => (a === null || b === null ? [] : [{ a, b }])));
    const sum = pairs.reduce((all, { a, b }) => all + (a > b ? 1 : a === b ? 0.5 : 0), 0);
    const above = pairs.length === 0 ? null : sum / pairs.length;
    return { label, rows: own.length, missing: own.filter(({ x }) => x === null).length, above };
  });
  const groups = [...Map.groupBy(rows, ({ x }) => x).values()].filter((same) => same.length > 1);
  const most = (some: readonly Row[]): number =>
    Math.max(0, ...[...Map.groupBy(some, ({ y }) => y).values()].map((same) => same.length));
  return {
    rows: rows.length,
    missing: rows.filter(({ x }) => x === null).length,
    labels: labels.sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1)),
    repeated: {
      rows: groups.flat().length,
      values: groups.length,
      told: groups.reduce((sum, same) => sum + most(same), 0),
      commonest: most(groups.flat()),
    },
  };
}

/** Spearman's by its definition: Pearson's of the mean ranks. */
function spearmanOf(pairs: readonly (readonly [number, number])[]): number | null {
  const rank = (values: readonly number[]): readonly number[] =>
    values.map((value) => values.filter((v) => v < value).length + values.filter((v) => v === value).length / 2);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [xs, ys] = [rank(pairs.map(([x]) => x)), rank(pairs.map(([, y]) => y))];
  const [mx, my] = [mean(xs), mean(ys)];
  const sum = (of: (at: number) => number): number => xs.reduce((all, _, at) => all + of(at), 0);
  const [dx, dy] = [(at: number) => (xs[at] ?? 0) - mx, (at: number) => (ys[at] ?? 0) - my];
  const [sxx, syy] = [sum((at) => dx(at) ** 2), sum((at) => dy(at) ** 2)];
  return sxx > 0 && syy > 0 ? sum((at) => dx(at) * dy(at)) / Math.sqrt(sxx * syy) : null;
}

describe('what a column tells of a label', () => {
  it('is what counting the rows one by one gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const text = `x,y\n${rows.map(({ x, y }) => `${x ?? ''},${y}\n`).join('')}`;
        const [found] = await withTable(text, {}, (tables) => tables.labelTellings(t, pair));

        expect(found).toEqual(tellingOf(rows));
      }),
      { numRuns: 12 },
    );
  });

  it('leaves rows without a label out, and takes NaN, infinities and empty texts for missing', async () => {
    const [numbers] = await withTable('x,y\nnan,a\ninf,b\n1,a\n2,\n', {}, (tables) => tables.labelTellings(t, pair));
    const [texts] = await withTable('x,y\n"",a\nv,b\n', {}, (tables) => tables.labelTellings(t, pair));

    expect([numbers?.rows, numbers?.missing, texts?.rows, texts?.missing]).toEqual([3, 2, 2, 1]);
  });

  it('names the commonest hundred labels and counts all', async () => {
    const text = `x,y\n${Array.from({ length: 150 }, (_, at) => `${at},l${at}\n`).join('')}1,l149\n`;
    const [found] = await withTable(text, {}, (tables) => tables.labelTellings(t, pair));

    expect([found?.rows, found?.labels.length, found?.labels[0]?.label]).toEqual([151, 100, 'l149']);
  });
});

describe('the correlation of ranks', () => {
  const number = fc.integer({ min: -5, max: 5 });

  it('is that of mean ranks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 12 }), async (pairs) => {
        const text = `x,y\n${pairs.map((of) => `${of.join(',')}\n`).join('')}`;
        const [found] = await withTable(text, {}, (tables) => tables.rankCorrelations(t, pair));
        const expected = spearmanOf(pairs);

        expect(found?.count).toBe(pairs.length);
        if (expected === null) expect(found?.value).toBeNull();
        else expect(found?.value).toBeCloseTo(expected, 12);
      }),
      { numRuns: 12 },
    );
  });

  it('leaves out rows in which either is missing, and refuses a label of texts', async () => {
    const [some] = await withTable('x,y\n1,1\n,2\nnan,3\n3,inf\n2,2\n', {}, (tables) =>
      tables.rankCorrelations(t, pair),
    );

    expect(some).toEqual({ count: 2, value: expect.closeTo(1, 12) });
    await expect(withTable('x,y\n1,a\n', {}, (tables) => tables.rankCorrelations(t, pair))).rejects.toThrow(RangeError);
  });
});

describe('the word that tells the most', () => {
  const wordOf = async (text: string, least = 1): Promise<TellingWord | null | undefined> =>
    (await withTable(text, {}, (tables) => tables.tellingWords(t, { ...pair, labels: ['Yes', 'No'], least })))[0];

  it.each<[string, string, string, number]>([
    ['whatever its case', 'YES 1,Yes\nno 2,No\nyes 3,Yes\nNo 4,No\n', 'no', 1],
    ['within another', 'qyesq,Yes\nznoz,No\nyesk,Yes\nlno,No\n', 'no', 1],
    ['by being absent', 'b 1,No\nc 2,Yes\nb 3,No\nd 4,Yes\n', 'b', 1],
    ['counted once in a row', 'b b b,Yes\nb,No\nb,No\nc,Yes\n', 'b', Math.sqrt(1 / 3)],
    ['and not where the text is missing', 'b,Yes\n,No\nb,Yes\nc,No\n', 'b', 1],
  ])('%s', async (_, lines, word, value) => {
    const found = await wordOf(`x,y\n${lines}`);

    expect(found?.word).toBe(word);
    expect(Math.abs(found?.value ?? 0)).toBeCloseTo(value, 12);
  });

  it('is none where no word occurs often enough', async () => {
    expect(await wordOf('x,y\na,Yes\nb,No\nc,Yes\nd,No\n', 2)).toBeNull();
  });
});

describe('many columns at once', () => {
  const HEADER = 'y,a,b,c,d,e,f';
  const LINES = ['k,1,x q,,true,0.5,', 'l,2,"",,false,nan,', 'k,2,z,,true,-1,', 'l,,x,,,7.25,'].join('\n');

  it('are answered as each by itself, in the order in which they are named', async () => {
    const columns = ['e', 'b', 'a', 'f', 'd', 'c', 'b'].map((name) => col(name));
    const [numbers, texts] = [['d', 'a', 'e'].map((name) => col(name)), ['b', 'b'].map((name) => col(name))];
    const label = col('y');
    const [together, apart] = await withTable(`${HEADER}\n${LINES}\n`, {}, async (tables) => {
      const asked = async (
        some: (of: readonly ReturnType<typeof col>[]) => Promise<readonly unknown[]>,
        of: typeof columns,
      ) => [await some(of), (await Promise.all(of.map((one) => some([one])))).flat()];
      const answers = [
        await asked((of) => tables.labelTellings(t, { columns: of, label }), columns),
        await asked((of) => tables.correlations(t, { columns: of, label: { of: label, equals: 'k' } }), numbers),
        await asked(
          (of) => tables.rankCorrelations(t, { columns: of, label: col('a') }),
          [col('e'), col('b'), col('d')],
        ),
        await asked((of) => tables.tellingWords(t, { columns: of, label, labels: ['k', 'l'], least: 1 }), texts),
      ];
      return [answers.map(([all]) => all), answers.map(([, each]) => each)];
    });

    expect(together).toEqual(apart);
    expect(together?.[0]).toHaveLength(columns.length);
  });
});
