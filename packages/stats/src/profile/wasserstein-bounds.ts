import { checkSameEdges, type EdgeCounts, edgeTotal } from '../binning/edge-counts.ts';
import type { Bounds } from '../interval.ts';

/** Counts on and between edges, with the sums of the values between and the range of all values. */
export interface EdgeSums {
  readonly counts: EdgeCounts;
  /** Sum of the values counted in each `open`; 0 where there are none. */
  readonly openSums: Float64Array;
  readonly minimum: number;
  readonly maximum: number;
}

interface Bin {
  readonly from: number;
  readonly to: number;
  /** F - G at the left end. */
  readonly start: number;
  readonly p: number;
  readonly q: number;
  readonly meanP: number;
  readonly meanQ: number;
}

/**
 * Bounds of the Wasserstein-1 distance ∫|F - G| dx of two samples known by counts and sums between edges.
 *
 * Over bin j the signed integral is known exactly: I = w·start + p·(e_j - x̄) - q·(e_j - ȳ), start = F - G at the left end,
 * p and q the shares strictly inside, x̄ and ȳ their means. Σ|I| is the lower bound, and exact unless F - G changes its sign
 * inside a bin. That needs q > start > 0, p > -start > 0, or start = 0 and both shares positive; such a bin adds at most
 * ½·w·max(p, q). Outside the edges the least and largest values close the outer bins.
 *
 * `null` when a side has no value. Use the lower bound to fail and the upper to pass.
 *
 * @throws RangeError when the edges differ, counts are not finite numbers from 0, or a mean lies outside its bin.
 */
export function wassersteinBounds(reference: EdgeSums, current: EdgeSums): Bounds | null {
  checkSameEdges(reference.counts, current.counts);
  if (edgeTotal(reference.counts) === 0 || edgeTotal(current.counts) === 0) return null;
  let lower = 0;
  let slack = 0;
  for (const bin of bins(reference, current)) {
    const { from, to, start, p, q } = bin;
    const width = to - from;
    lower += Math.abs(width * start + p * (to - bin.meanP) - q * (to - bin.meanQ));
    if (signCanChange(start, p, q)) slack += (width * Math.max(p, q)) / 2;
  }
  return [lower, lower + slack];
}

function signCanChange(start: number, p: number, q: number): boolean {
  if (start === 0) return p > 0 && q > 0;
  return start > 0 ? q > start : p > -start;
}

function* bins(reference: EdgeSums, current: EdgeSums): Generator<Bin> {
  const { edges } = reference.counts;
  const n = edgeTotal(reference.counts);
  const m = edgeTotal(current.counts);
  let from = Math.min(reference.minimum, current.minimum, Number(edges[0]));
  const end = Math.max(reference.maximum, current.maximum, Number(edges[edges.length - 1]));
  let [f, g] = [0, 0];
  for (let j = 0; j <= edges.length; j += 1) {
    const to = Number(edges[j] ?? end);
    const inside = Number(reference.counts.open[j]);
    const insideCurrent = Number(current.counts.open[j]);
    yield {
      from,
      to,
      start: f / n - g / m,
      p: inside / n,
      q: insideCurrent / m,
      meanP: meanInside(Number(reference.openSums[j]), inside, { from, to }),
      meanQ: meanInside(Number(current.openSums[j]), insideCurrent, { from, to }),
    };
    f += inside + Number(reference.counts.equal[j] ?? 0);
    g += insideCurrent + Number(current.counts.equal[j] ?? 0);
    from = to;
  }
}

function meanInside(sum: number, count: number, { from, to }: { readonly from: number; readonly to: number }): number {
  if (count === 0) return to;
  const mean = sum / count;
  // A sum is rounded, so a mean may end a few units of the last place outside; further out it belongs to another bin.
  const rounding = 1e-9 * Math.max(Math.abs(from), Math.abs(to), to - from);
  if (!(mean >= from - rounding && mean <= to + rounding)) {
    throw new RangeError(`The mean of values between ${from} and ${to} lies between them, got ${mean}.`);
  }
  return Math.min(to, Math.max(from, mean));
}
