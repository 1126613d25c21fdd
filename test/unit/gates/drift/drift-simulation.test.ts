import { multinomialDraw } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { type ColumnVerdict, judgeColumns } from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';
import { categoryColumn, normals, numericColumn, seeded } from './drift-samples.ts';

const LETTERS = 'abcdefghij';

function named(counts: Float64Array): Record<string, number> {
  return Object.fromEntries([...counts].map((count, i) => [LETTERS[i] ?? '', count]));
}

/** Verdicts on a numeric column and one of ten categories, both drifted or neither, in every trial anew. */
function trials(count: number, current: number, drift: { readonly mean: number; readonly weights: Float64Array }) {
  const random = seeded(1000 + current);
  const even = new Float64Array(10).fill(1);
  return Array.from({ length: count }, (): readonly ColumnVerdict[] =>
    judgeColumns([
      numericColumn('numbers', normals(500, random), normals(current, random, drift)),
      categoryColumn(
        'categories',
        named(multinomialDraw(10_000, even, random)),
        named(multinomialDraw(current, drift.weights, random)),
      ),
    ]),
  );
}

function shareOf(found: readonly (readonly ColumnVerdict[])[], is: (column: ColumnVerdict) => boolean): number {
  return found.filter((columns) => columns.some(is)).length / found.length;
}

const none = { mean: 0, weights: new Float64Array(10).fill(1) };
const some = { mean: 1, weights: Float64Array.of(9, 1, 1, 1, 1, 1, 1, 1, 1, 1) };

describe('without drift', () => {
  it.each([50, 100, 200, 500, 1000])('at most 1 % of batches of %i rows fail', (current) => {
    const found = trials(150, current, none);

    // Three standard errors of 1 % over 150 trials above 1 %.
    expect(shareOf(found, ({ verdict }) => verdict === 'fail')).toBeLessThanOrEqual(0.01 + 3 * Math.sqrt(0.0099 / 150));
  });

  it('a large batch passes, and a small one says that it cannot tell', () => {
    const isPass = ({ verdict }: ColumnVerdict): boolean => verdict === 'pass';

    expect(
      shareOf(
        trials(40, 1000, none).map((columns) => [...columns].slice(0, 1)),
        isPass,
      ),
    ).toBeGreaterThan(0.95);
    expect(
      shareOf(
        trials(40, 50, none).map((columns) => [...columns].slice(0, 1)),
        isPass,
      ),
    ).toBe(0);
  });
});

describe('with a shift of one deviation', () => {
  it.each([50, 200, 1000])('nine in ten batches of %i rows fail in both columns', (current) => {
    const found = trials(40, current, some);

    expect(shareOf(found, ({ column, verdict }) => column === 'numbers' && verdict === 'fail')).toBeGreaterThan(0.9);
    expect(shareOf(found, ({ column, verdict }) => column === 'categories' && verdict === 'fail')).toBeGreaterThan(0.9);
  });
});
