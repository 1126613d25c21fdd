import { checkFinite } from '../sample-checks.ts';

/** Values of one sample, each of weight one unless weights are given. */
export interface Sample {
  /** Finite, in any order. */
  readonly values: Float64Array;
  /** As many as values; finite, above zero. */
  readonly weights?: Float64Array;
}

/**
 * ∫ g(F - G) dx over the range of both samples, F and G their distribution functions. The integrand is constant between
 * neighbouring values, so the sum is exact up to rounding. `null` when a sample has no value. O(N log N).
 *
 * @throws RangeError when a value or weight is not finite, a weight is not above zero, or the lengths differ.
 */
export function integrateCdfDifference(
  first: Sample,
  second: Sample,
  g: (difference: number) => number,
): number | null {
  const a = steps(first);
  const b = steps(second);
  if (a === null || b === null) return null;
  let i = 0;
  let j = 0;
  let integral = 0;
  let x = Math.min(Number(a.points[0]), Number(b.points[0]));
  while (i < a.points.length || j < b.points.length) {
    const next = Math.min(a.points[i] ?? Number.POSITIVE_INFINITY, b.points[j] ?? Number.POSITIVE_INFINITY);
    integral += g(Number(a.below[i]) - Number(b.below[j])) * (next - x);
    while (a.points[i] === next) i += 1;
    while (b.points[j] === next) j += 1;
    x = next;
  }
  return integral;
}

interface Steps {
  readonly points: Float64Array;
  /** Share of the weight before each point, and 1 after the last. */
  readonly below: Float64Array;
}

function steps(sample: Sample): Steps | null {
  const { values, weights } = sample;
  checkFinite(values, 'A value');
  const n = values.length;
  if (n === 0) return null;
  if (weights === undefined) {
    return { points: Float64Array.from(values).sort(), below: Float64Array.from({ length: n + 1 }, (_, i) => i / n) };
  }
  if (weights.length !== n) throw new RangeError(`Each value has one weight, got ${n} and ${weights.length}.`);
  const bad = weights.find((weight) => !(weight > 0 && weight < Number.POSITIVE_INFINITY));
  if (bad !== undefined) throw new RangeError(`A weight is a finite number above 0, got ${bad}.`);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => Number(values[i]) - Number(values[j]));
  const cumulated = new Float64Array(n + 1);
  for (let i = 0; i < n; i += 1) cumulated[i + 1] = Number(cumulated[i]) + Number(weights[Number(order[i])]);
  const total = Number(cumulated[n]);
  return {
    points: Float64Array.from(order, (index) => Number(values[index])),
    below: cumulated.map((sum) => sum / total),
  };
}
