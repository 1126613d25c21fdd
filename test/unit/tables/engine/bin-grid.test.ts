import { countOnEdges, quantileEdges } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binGrid, cellOf } from '../../../../packages/tables/src/duckdb/queries/bin-grid.ts';
import { normals, seeded } from '../../gates/drift/drift-samples.ts';
import { col, withTable } from './fixture-tables.ts';

const NORMAL = normals(3000, seeded(1));

/** Shapes of data, and into how many stretches the grid of their quantiles may be cut. */
const SHAPES: Readonly<Record<string, readonly [values: Float64Array, stretches: number]>> = {
  normal: [NORMAL, 1],
  'whole numbers': [NORMAL.map((value) => Math.round(value * 20)), 1],
  'a mass at zero': [NORMAL.map((value) => Math.max(0, value)), 1],
  skewed: [NORMAL.map((value) => Math.exp(1.5 * value)), 16],
  'two far crowds': [NORMAL.map((value, at) => (at % 2 === 0 ? value * 1e-6 : 1e9 + value)), 16],
  'a crowd in a wide range': [NORMAL.map((value, at) => (at === 0 ? 1e300 : value)), 16],
  'the widest range': [NORMAL.map((value, at) => (at % 1000 === 0 ? Math.sign(value) * 1.7e308 : value)), 16],
  'the narrowest range': [Float64Array.from(NORMAL.keys(), (at) => (at % 50) * 5e-324), 16],
};

/** The values, and what is none: NULL, NaN and both infinities. */
function csv(values: Float64Array): string {
  return `x,y\n${[...[...values].map(String), '', 'nan', 'inf', '-inf'].join(',1\n')},1\n`;
}

describe('a histogram', () => {
  it.each(Object.entries(SHAPES))('of %s is that of the rows', async (_, [values, stretches]) => {
    const edges = quantileEdges(values);
    const expected = countOnEdges(values, edges);
    const [found] = await withTable(csv(values), { missing: [''] }, (tables) =>
      tables.histogram({ table: 't' }, [{ column: col('x'), edges: [...edges], sums: true }]),
    );
    const sum = (found?.sums ?? []).reduce((a, b) => a + b, 0);
    const onEdges = edges.reduce((total, edge, at) => total + edge * Number(expected.equal[at]), 0);

    expect(binGrid([...edges]).stretches).toBeLessThanOrEqual(stretches);
    expect(found?.equal).toEqual([...expected.equal]);
    expect(found?.between).toEqual([...expected.open]);
    const total = values.reduce((all, value) => all + value, 0);
    const size = values.reduce((all, value) => all + Math.abs(value), 0);
    if (Number.isFinite(size)) expect(Math.abs(sum + onEdges - total)).toBeLessThanOrEqual(1e-9 * size);
  });

  it('of values below, on, between and above few edges', async () => {
    const [found] = await withTable('x\n-9\n0\n0\n0.5\n1\n7\n8\n', {}, (tables) =>
      tables.histogram({ table: 't' }, [{ column: col('x'), edges: [0, 1, 7], sums: true }]),
    );

    expect(found).toEqual({ equal: [2, 1, 1], between: [1, 1, 0, 1], sums: [-9, 0.5, 0, 8] });
  });
});

describe('the cell of a value', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

  it('never falls when the value rises, so the edges before it are those of the cells before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(finite, { minLength: 1, maxLength: 60 }), finite, finite, (some, a, b) => {
        const grid = binGrid(
          some
            .map((edge) => edge + 0)
            .sort((x, y) => x - y)
            .filter((x, at, all) => x !== all[at - 1]),
        );
        const [low, high] = a <= b ? [a, b] : [b, a];

        expect(cellOf(grid, low)).toBeLessThanOrEqual(cellOf(grid, high));
        expect(cellOf(grid, high)).toBeLessThan(grid.cells);
      }),
    );
  });
});
