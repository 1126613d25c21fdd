import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkFinite, checkSameLength } from '../sample-checks.ts';
import { ascendingOrder } from './ascending-order.ts';
import { endOfTie, midranks } from './midranks.ts';

/** Why a rank correlation has no value. */
export type CorrelationUndefined = 'insufficient-n' | 'constant-target' | 'constant-prediction';

/**
 * Spearman's ρ of a target and its prediction: Pearson's correlation of the midranks. From -1, reversed, to 1, the same
 * order; higher is better. Spearman (1904). O(N log N).
 *
 * Undefined for fewer than two rows, and when one side is constant.
 *
 * @throws RangeError when the lengths differ or a value is not finite.
 * @example spearmanRho(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4)).value // 0.8
 */
export function spearmanRho(target: Float64Array, prediction: Float64Array): Measured<CorrelationUndefined> {
  const reason = whyUndefined(target, prediction);
  if (reason !== null) return undefinedFor(reason);
  const [a, b] = [midranks(target), midranks(prediction)];
  const middle = (target.length + 1) / 2;
  let [products, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [Number(a[i]) - middle, Number(b[i]) - middle];
    products += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return defined(clamped(products / (Math.sqrt(ofA) * Math.sqrt(ofB))));
}

/**
 * Kendall's τ-b of a target and its prediction: (concordant - discordant pairs)/√(pairs not tied in the target · pairs not
 * tied in the prediction). From -1, reversed, to 1, the same order and ties; higher is better. Knight (1966, JASA 61,
 * 436-439), O(N log N): the discordant pairs are the exchanges of a merge sort.
 *
 * Undefined for fewer than two rows, and when one side is constant.
 *
 * @throws RangeError when the lengths differ or a value is not finite.
 * @example kendallTauB(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4)).value // 0.6666666666666666
 */
export function kendallTauB(target: Float64Array, prediction: Float64Array): Measured<CorrelationUndefined> {
  const reason = whyUndefined(target, prediction);
  if (reason !== null) return undefinedFor(reason);
  const byPrediction = ascendingOrder(prediction);
  const tiedInPrediction = tiedPairs(prediction, byPrediction);
  // By the target, and among its ties by the prediction.
  const order = ascendingOrder(target, byPrediction);
  const tiedInTarget = tiedPairs(target, order);
  const tiedInBoth = tiedPairs(prediction, order, (a, b) => target[a] === target[b]);
  const exchanges = countExchanges(inOrder(prediction, order));
  const pairs = pairsOf(target.length);
  const score = pairs - tiedInTarget - tiedInPrediction + tiedInBoth - 2 * exchanges;
  return defined(clamped(score / Math.sqrt(pairs - tiedInTarget) / Math.sqrt(pairs - tiedInPrediction)));
}

function whyUndefined(target: Float64Array, prediction: Float64Array): CorrelationUndefined | null {
  checkSameLength(target, prediction, 'targets and predictions');
  checkFinite(target, 'A target');
  checkFinite(prediction, 'A prediction');
  if (target.length < 2) return 'insufficient-n';
  if (target.every((value) => value === target[0])) return 'constant-target';
  return prediction.every((value) => value === prediction[0]) ? 'constant-prediction' : null;
}

function inOrder(values: Float64Array, order: Int32Array): Float64Array {
  const ordered = new Float64Array(order.length);
  for (let at = 0; at < order.length; at += 1) ordered[at] = Number(values[Number(order[at])]);
  return ordered;
}

function tiedPairs(
  values: Float64Array,
  order: Int32Array,
  isTied: (a: number, b: number) => boolean = () => true,
): number {
  let tied = 0;
  for (let start = 0; start < order.length; ) {
    const last = endOfTie(values, order, start);
    let end = start + 1;
    while (end < last && isTied(Number(order[start]), Number(order[end]))) end += 1;
    tied += pairsOf(end - start);
    start = end;
  }
  return tied;
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

/** How many pairs stand in the wrong order; sorts the values. */
function countExchanges(values: Float64Array): number {
  let exchanges = 0;
  let from = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      exchanges += mergeRuns({ from, to, start, width });
    }
    [from, to] = [to, from];
  }
  return exchanges;
}

interface Runs {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly start: number;
  readonly width: number;
}

/** Merges two neighbouring sorted runs, and counts over how many of the first each of the second moves. */
function mergeRuns({ from, to, start, width }: Runs): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let exchanges = 0;
  let [i, j] = [start, middle];
  for (let at = start; at < end; at += 1) {
    if (i < middle && (j >= end || Number(from[i]) <= Number(from[j]))) {
      to[at] = Number(from[i]);
      i += 1;
    } else {
      to[at] = Number(from[j]);
      j += 1;
      exchanges += middle - i;
    }
  }
  return exchanges;
}

/** Rounding must not carry a correlation beyond 1. */
function clamped(correlation: number): number {
  return Math.min(1, Math.max(-1, correlation));
}
