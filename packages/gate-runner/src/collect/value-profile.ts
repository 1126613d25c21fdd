import { edgesId, type NumbersColumn, type ValueCounts } from '@gatehouse/core';
import { missingOf } from './column-counts.ts';

/** Quantiles at 0/parts, 1/parts … of counted values, each once: the value at position ceil(n·j/parts), the first for 0. */
export function quantilesOf({ values, counts }: ValueCounts, parts: number): readonly number[] {
  const n = total(counts);
  const edges: number[] = [];
  let [at, below] = [0, 0];
  for (let j = 0; j <= parts && n > 0; j += 1) {
    const position = Math.max(1, Math.floor((n * j + parts - 1) / parts));
    while (below + Number(counts[at]) < position) {
      below += Number(counts[at]);
      at += 1;
    }
    const edge = Number(values[at]);
    if (edges.at(-1) !== edge) edges.push(edge);
  }
  return edges;
}

/** Counted values on and between edges: what counting the rows gives, but for the last digits of sums and moments. */
export function numbersOfValues(counted: ValueCounts, edges: readonly number[]): NumbersColumn {
  const { values, counts } = counted;
  const n = total(counts);
  const mean = n === 0 ? null : compensated(values, (value, at) => value * Number(counts[at])) / n;
  const squares = (value: number, at: number): number => Number(counts[at]) * (value - (mean ?? 0)) ** 2;
  return {
    kind: 'numbers',
    n,
    missing: missingOf(counted.missing),
    zeros: counts[values.indexOf(0)] ?? 0,
    edges: [...edges],
    edgesId: edgesId(edges),
    ...onEdges(counted, edges),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
    mean,
    m2: n === 0 ? null : compensated(values, squares),
  };
}

function onEdges(
  { values, counts }: ValueCounts,
  edges: readonly number[],
): Pick<NumbersColumn, 'equal' | 'open' | 'openSums'> {
  const equal = edges.map(() => 0);
  const open = [...equal, 0];
  const openSums = [...open];
  let bin = 0;
  for (const [at, value] of values.entries()) {
    while (bin < edges.length && Number(edges[bin]) < value) bin += 1;
    const rows = Number(counts[at]);
    if (edges[bin] === value) equal[bin] = rows;
    else {
      open[bin] = Number(open[bin]) + rows;
      openSums[bin] = Number(openSums[bin]) + rows * value;
    }
  }
  return { equal, open, openSums };
}

/** Rounding errors are carried along (Neumaier); a sum that is beyond the doubles has none. */
function compensated(values: readonly number[], term: (value: number, at: number) => number): number {
  let [sum, error] = [0, 0];
  for (const [at, value] of values.entries()) {
    const next = term(value, at);
    const both = sum + next;
    error += Math.abs(sum) >= Math.abs(next) ? sum - both + next : next - both + sum;
    sum = both;
  }
  return Number.isFinite(error) ? sum + error : sum;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, rows) => sum + rows, 0);
}
