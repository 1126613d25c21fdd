import { checkSameEdges, type EdgeCounts, edgeTotal } from '../binning/edge-counts.ts';
import type { Bounds } from '../interval.ts';

/**
 * Bounds of the Kolmogorov-Smirnov distance sup|F - G| of two samples known by their counts on and between edges.
 *
 * Lower: the largest |F - G| at an edge and just below one, where both are known. Upper: within an open bin F - G can
 * rise to at most F(e_j-) - G(e_(j-1)), and G - F likewise. They part by max_j min(p_open, q_open) at most, so by 1/1000
 * where the edges are quantiles of one sample at j/1000, and not at all where one side has no value inside a bin.
 *
 * `null` when a side has no value.
 *
 * @throws RangeError when the edges differ or counts are not finite numbers from 0.
 * @example ksBounds(countOnEdges(a, edges), countOnEdges(b, edges)) // [0.0544, 0.0554]
 */
export function ksBounds(reference: EdgeCounts, current: EdgeCounts): Bounds | null {
  checkSameEdges(reference, current);
  const n = edgeTotal(reference);
  const m = edgeTotal(current);
  if (n === 0 || m === 0) return null;
  let [f, g, lower, upper] = [0, 0, 0, 0];
  for (let j = 0; j < reference.open.length; j += 1) {
    const beforeF = f + Number(reference.open[j]);
    const beforeG = g + Number(current.open[j]);
    // Counts are kept whole and divided late, so that equal shares give exactly zero.
    upper = Math.max(upper, beforeF / n - g / m, beforeG / m - f / n);
    lower = Math.max(lower, Math.abs(beforeF / n - beforeG / m));
    f = beforeF + Number(reference.equal[j] ?? 0);
    g = beforeG + Number(current.equal[j] ?? 0);
    lower = Math.max(lower, Math.abs(f / n - g / m));
  }
  return [Math.min(1, lower), Math.min(1, Math.max(lower, upper))];
}
