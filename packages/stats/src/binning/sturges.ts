import { checkFinite } from '../sample-checks.ts';
import { checkAscending, pointsBelow } from './count-vector.ts';

/**
 * Equal-width bin edges by Sturges' rule on the pooled sample, as evidently draws them (its argument `n_bins` changes
 * nothing): numpy `histogram_bin_edges(pooled, bins="sturges")`, which is ⌈log2 N + 1⌉ bins from minimum to maximum.
 * A pooled sample of one value v has the edges v ± ½. For compatibility only: one far outlier empties every other bin.
 *
 * Sturges (1926), JASA 21, 65-66; numpy 2.4 `lib/_histograms_impl.py` for the order of the operations.
 *
 * @throws RangeError when both samples are empty or a value is not finite.
 */
export function sturgesEdges(reference: Float64Array, current: Float64Array): Float64Array {
  const n = reference.length + current.length;
  if (n === 0) throw new RangeError('Bins need at least one value, got none.');
  checkFinite(reference, 'A value');
  checkFinite(current, 'A value');
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const sample of [reference, current]) {
    for (const value of sample) {
      if (value < first) first = value;
      if (value > last) last = value;
    }
  }
  if (first === last) return Float64Array.of(first - 0.5, last + 0.5);
  const width = (last - first) / (Math.log2(n) + 1);
  const bins = Math.ceil((last - first) / width);
  const step = (last - first) / bins;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => i * step + first);
  edges[bins] = last;
  return edges;
}

/**
 * Counts of numpy's `histogram`: bins closed on the left, the last one closed on both sides; values outside count
 * nowhere. One bin fewer than edges.
 *
 * @throws RangeError when there are fewer than two edges, they do not ascend, or a value is not finite.
 */
export function countLeftClosed(values: Float64Array, edges: Float64Array): Float64Array {
  if (edges.length < 2) throw new RangeError(`A histogram needs at least two edges, got ${edges.length}.`);
  checkAscending(edges, 'Edges');
  checkFinite(values, 'A value');
  const counts = new Float64Array(edges.length - 1);
  const last = Number(edges[edges.length - 1]);
  for (const value of values) {
    const at = pointsBelow(edges, value);
    const bin = value === last ? counts.length - 1 : edges[at] === value ? at : at - 1;
    if (bin >= 0 && bin < counts.length) counts[bin] = Number(counts[bin]) + 1;
  }
  return counts;
}
