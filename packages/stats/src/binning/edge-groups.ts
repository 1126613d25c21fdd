import { checkAscending, pointsBelow } from './count-vector.ts';
import { type EdgeCounts, edgeTotal } from './edge-counts.ts';

/**
 * Cut points of Q(bins) read from the counts of the reference: the smallest edge at or below which a share k/bins of the
 * values lies, distinct, below the maximum. Equal to `quantileCuts` of the rows when the edges hold the quantiles at
 * k/bins, as edges at j/1000 do for every `bins` that divides 1000.
 *
 * @throws RangeError when the counts are empty or `bins` is not a whole number from 2.
 */
export function cutsFromEdges(reference: EdgeCounts, bins: number): Float64Array {
  if (!Number.isSafeInteger(bins) || bins < 2) {
    throw new RangeError(`A number of bins is a whole number from 2, got ${bins}.`);
  }
  const n = edgeTotal(reference);
  if (n === 0) throw new RangeError('Cut points need at least one value, got none.');
  const cuts: number[] = [];
  let below = 0;
  let k = 1;
  for (const [i, edge] of reference.edges.entries()) {
    below += Number(reference.open[i]) + Number(reference.equal[i]);
    const before = k;
    while (k < bins && below * bins >= n * k) k += 1;
    if (k > before && below < n) cuts.push(edge);
  }
  return Float64Array.from(cuts);
}

/**
 * Counts of the right-closed bins between cuts that are edges: the same numbers that counting the rows would give, so
 * every measure of the bins is exact.
 *
 * @throws RangeError when a cut is not an edge, or the cuts do not ascend.
 * @example groupByCuts(countOnEdges(values, edges), cuts) // countByCuts(values, cuts)
 */
export function groupByCuts(counts: EdgeCounts, cuts: Float64Array): Float64Array {
  edgeTotal(counts);
  checkAscending(cuts, 'Cut points');
  for (const cut of cuts) {
    if (counts.edges[pointsBelow(counts.edges, cut)] !== cut) {
      throw new RangeError(`A cut point must be one of the edges, got ${cut}.`);
    }
  }
  const groups = new Float64Array(cuts.length + 1);
  let bin = 0;
  for (let i = 0; i < counts.open.length; i += 1) {
    groups[bin] = Number(groups[bin]) + Number(counts.open[i]) + Number(counts.equal[i] ?? 0);
    if (bin < cuts.length && counts.edges[i] === cuts[bin]) bin += 1;
  }
  return groups;
}
