import { checkFinite } from '../sample-checks.ts';
import { checkAscending, pointsBelow, totalCount } from './count-vector.ts';

/**
 * How many values lie on each edge and strictly between two edges. Kept apart, point masses cost no precision: what is
 * said of the distribution at the edges is exact.
 */
export interface EdgeCounts {
  /** Finite, strictly ascending, at least one. */
  readonly edges: Float64Array;
  /** Values equal to each edge. */
  readonly equal: Float64Array;
  /** Values strictly between; `open[i]` lies below edge i and above edge i-1, the first and last are unbounded. */
  readonly open: Float64Array;
}

/**
 * Counts the values of a sample on and between edges. O(n log edges).
 *
 * @throws RangeError when the edges are empty or do not ascend, or a value is not finite.
 */
export function countOnEdges(values: Float64Array, edges: Float64Array): EdgeCounts {
  if (edges.length === 0) throw new RangeError('Edge counts need at least one edge, got none.');
  checkAscending(edges, 'Edges');
  checkFinite(values, 'A value');
  const equal = new Float64Array(edges.length);
  const open = new Float64Array(edges.length + 1);
  for (const value of values) {
    const at = pointsBelow(edges, value);
    if (edges[at] === value) equal[at] = Number(equal[at]) + 1;
    else open[at] = Number(open[at]) + 1;
  }
  return { edges, equal, open };
}

/**
 * Counts of two parts of one sample together. Whole counts add without rounding up to 2^53, so the order and grouping of
 * shards cannot be seen in the result.
 *
 * @throws RangeError when the edges differ.
 */
export function mergeEdgeCounts(first: EdgeCounts, second: EdgeCounts): EdgeCounts {
  checkSameEdges(first, second);
  return {
    edges: first.edges,
    equal: first.equal.map((count, i) => count + Number(second.equal[i])),
    open: first.open.map((count, i) => count + Number(second.open[i])),
  };
}

/** Number of values. @throws RangeError when the arrays do not fit each other or a count is no count. */
export function edgeTotal(counts: EdgeCounts): number {
  const { edges, equal, open } = counts;
  if (edges.length === 0 || equal.length !== edges.length || open.length !== edges.length + 1) {
    throw new RangeError(
      `Edge counts hold k edges, k equal and k + 1 open counts, k ≥ 1, got ${edges.length}, ${equal.length} and ${open.length}.`,
    );
  }
  checkAscending(edges, 'Edges');
  return totalCount(equal) + totalCount(open);
}

/** @throws RangeError when two profiles do not share every edge: their counts cannot be compared then. */
export function checkSameEdges(first: EdgeCounts, second: EdgeCounts): void {
  const same =
    first.edges.length === second.edges.length && first.edges.every((edge, i) => Object.is(edge, second.edges[i]));
  if (!same) throw new RangeError('Both counts must be of the same edges, got different ones.');
}
