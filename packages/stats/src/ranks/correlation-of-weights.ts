import { defined, type Measured, undefinedFor } from '../measured.ts';
import type { MeasureOfWeights } from '../resampling/measure-of-weights.ts';
import { checkFinite, checkSameLength, type Numbers } from '../sample-checks.ts';
import { ascendingOrder } from './ascending-order.ts';
import { endOfTie } from './midranks.ts';
import type { CorrelationUndefined } from './rank-correlation.ts';

/**
 * `spearmanRho` for rows drawn again; the weights are whole numbers. O(N) a call after two sorts.
 *
 * @throws RangeError when the lengths differ or a value is not finite.
 */
export function spearmanRhoOfWeights(
  target: Float64Array,
  prediction: Float64Array,
): MeasureOfWeights<CorrelationUndefined> {
  const [a, b] = checkedOrders(target, prediction);
  const [x, y] = [new Float64Array(target.length), new Float64Array(target.length)];
  return (weights) => {
    const total = centredRanks(a, weights, x);
    if (total < 2) return undefinedFor('insufficient-n');
    centredRanks(b, weights, y);
    let [products, ofX, ofY] = [0, 0, 0];
    for (let row = 0; row < x.length; row += 1) {
      const weight = Number(weights[row]);
      products += weight * Number(x[row]) * Number(y[row]);
      ofX += weight * Number(x[row]) ** 2;
      ofY += weight * Number(y[row]) ** 2;
    }
    return correlation(products, ofX, ofY);
  };
}

/**
 * `kendallTauB` for rows drawn again; the weights are whole numbers. O(N log N) a call: rows come in the order of the target,
 * and a tree of sums over the places of the predictions tells how many came before with a lower and with a higher one.
 *
 * @throws RangeError when the lengths differ or a value is not finite.
 */
export function kendallTauBOfWeights(
  target: Float64Array,
  prediction: Float64Array,
): MeasureOfWeights<CorrelationUndefined> {
  const [byTarget, byPrediction] = checkedOrders(target, prediction);
  const placeOf = new Int32Array(target.length);
  for (const [place, { first, end }] of byPrediction.runs.entries()) {
    for (let at = first; at < end; at += 1) placeOf[Number(byPrediction.order[at])] = place + 1;
  }
  const tree = new Float64Array(byPrediction.runs.length + 1);
  return (weights) => {
    tree.fill(0);
    let [score, before] = [0, 0];
    for (const { first, end } of byTarget.runs) {
      let own = 0;
      for (let at = first; at < end; at += 1) {
        const row = Number(byTarget.order[at]);
        const weight = Number(weights[row]);
        if (weight === 0) continue;
        const place = Number(placeOf[row]);
        score += weight * (sumTo(tree, place - 1) - (before - sumTo(tree, place)));
        own += weight;
      }
      for (let at = first; at < end; at += 1) {
        const row = Number(byTarget.order[at]);
        add(tree, Number(placeOf[row]), Number(weights[row]));
      }
      before += own;
    }
    if (before < 2) return undefinedFor('insufficient-n');
    const pairs = pairsOf(before);
    return correlation(score, pairs - tiedPairs(byTarget, weights), pairs - tiedPairs(byPrediction, weights));
  };
}

interface Ordered {
  readonly order: Int32Array;
  /** Runs of equal values in the order. */
  readonly runs: readonly { readonly first: number; readonly end: number }[];
}

function checkedOrders(target: Float64Array, prediction: Float64Array): readonly [Ordered, Ordered] {
  checkSameLength(target, prediction, 'targets and predictions');
  checkFinite(target, 'A target');
  checkFinite(prediction, 'A prediction');
  return [ordered(target), ordered(prediction)];
}

function ordered(values: Float64Array): Ordered {
  const order = ascendingOrder(values);
  const runs: { readonly first: number; readonly end: number }[] = [];
  for (let first = 0; first < order.length; ) {
    const end = endOfTie(values, order, first);
    runs.push({ first, end });
    first = end;
  }
  return { order, runs };
}

/** Midranks minus their mean, in rows of weight; returns the sum of the weights. */
function centredRanks({ order, runs }: Ordered, weights: Numbers, into: Float64Array): number {
  let total = 0;
  for (let at = 0; at < order.length; at += 1) total += Number(weights[Number(order[at])]);
  let before = 0;
  for (const { first, end } of runs) {
    let own = 0;
    for (let at = first; at < end; at += 1) own += Number(weights[Number(order[at])]);
    const rank = before + own / 2 - total / 2;
    for (let at = first; at < end; at += 1) into[Number(order[at])] = rank;
    before += own;
  }
  return total;
}

function correlation(products: number, ofTarget: number, ofPrediction: number): Measured<CorrelationUndefined> {
  if (ofTarget === 0) return undefinedFor('constant-target');
  if (ofPrediction === 0) return undefinedFor('constant-prediction');
  return defined(Math.min(1, Math.max(-1, products / Math.sqrt(ofTarget) / Math.sqrt(ofPrediction))));
}

function tiedPairs({ order, runs }: Ordered, weights: Numbers): number {
  let tied = 0;
  for (const { first, end } of runs) {
    let own = 0;
    for (let at = first; at < end; at += 1) own += Number(weights[Number(order[at])]);
    tied += pairsOf(own);
  }
  return tied;
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

/** Fenwick (1994), Software: Practice and Experience 24, 327-336. */
function add(tree: Float64Array, place: number, amount: number): void {
  for (let at = place; at < tree.length; at += at & -at) tree[at] = Number(tree[at]) + amount;
}

function sumTo(tree: Float64Array, place: number): number {
  let sum = 0;
  for (let at = place; at > 0; at -= at & -at) sum += Number(tree[at]);
  return sum;
}
