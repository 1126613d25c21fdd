import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SumEquation, solvableCell } from '../../../../packages/stats/src/groups/solvable-cell.ts';

const of = (total: string, ...unknowns: readonly string[]): SumEquation => ({ total, unknowns });

describe('the cell that equations of sums give away', () => {
  it.each([
    ['no equation', [], null],
    ['an equation without an unknown', [of('t')], null],
    ['one part', [of('t', 'a')], 'a'],
    ['the total', [of('t', 't')], 't'],
    ['two parts', [of('t', 'a', 'b')], null],
    ['a part and the total', [of('t', 't', 'a')], null],
    ['two sums of the same two parts', [of('t', 'a', 'b'), of('s', 'a', 'b')], null],
    ['two parts and three, of different totals', [of('t', 'a', 'b', 'c'), of('s', 'a', 'b')], 'c'],
    // t = a + b and a = b + c: their sum leaves t - 2b - c, their difference t - 2a + c.
    ['a total that is a part elsewhere', [of('t', 't', 'a', 'b'), of('a', 'a', 'b', 'c')], null],
    // a + b is known and so is a - b, where a is the total of b and something printed: both can be solved.
    ['a sum and a difference of the same two', [of('t', 'a', 'b'), of('a', 'a', 'b')], 'a'],
    ['three sums around a triangle', [of('x', 'a', 'b'), of('y', 'b', 'c'), of('z', 'a', 'c')], 'a'],
    ['four sums around a square', [of('x', 'a', 'b'), of('y', 'c', 'd'), of('v', 'a', 'c'), of('w', 'b', 'd')], null],
    ['an unknown apart from the others', [of('x', 'a', 'b'), of('y', 'z')], 'z'],
  ] as const)('with %s', (_, equations, expected) => {
    expect(solvableCell(equations)).toBe(expected);
  });

  it('is one that whole numbers fix as well, and none where they fix none', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const equation = fc
      .record({ unknowns: fc.subarray(ids), total: fc.constantFrom(...ids, 'printed') })
      .map(({ unknowns, total }) => of(total, ...unknowns));
    fc.assert(
      fc.property(fc.array(equation, { maxLength: 6 }), (equations) => {
        const found = solvableCell(equations);
        const fixed = ids.filter((id) => isFixed(id, ids, equations));

        if (found === null) expect(fixed).toEqual([]);
        else expect(fixed).toContain(found);
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether one more equation, that names the cell alone, would say nothing new. */
function isFixed(id: string, ids: readonly string[], equations: readonly SumEquation[]): boolean {
  const rows = equations.map(({ unknowns, total }) =>
    ids.map((own) => (unknowns.includes(own) ? (own === total ? -1n : 1n) : 0n)),
  );
  const alone = ids.map((own) => (own === id ? 1n : 0n));
  return rankOf(rows) === rankOf([...rows, alone]);
}

/** Rank by elimination in whole numbers, which rounds nothing. */
function rankOf(matrix: readonly (readonly bigint[])[]): number {
  const pivot = matrix.find((row) => row.some((value) => value !== 0n));
  if (pivot === undefined) return 0;
  const column = pivot.findIndex((value) => value !== 0n);
  const scale = pivot[column] ?? 0n;
  const rest = matrix
    .filter((row) => row !== pivot)
    .map((row) => row.map((value, at) => value * scale - (row[column] ?? 0n) * (pivot[at] ?? 0n)));
  return 1 + rankOf(rest);
}
