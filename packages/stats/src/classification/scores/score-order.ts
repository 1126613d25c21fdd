import { descendingOrder } from '../../descending-order.ts';
import { checkFinite, type Numbers } from '../../sample-checks.ts';

/**
 * Rows by descending score, with the ends of the runs of equal scores. It is made once and used for every bootstrap
 * replicate of a measure that depends on the order of the scores alone.
 */
export interface ScoreOrder {
  readonly rows: Uint32Array;
  /** Exclusive end in `rows` of each run of equal scores. */
  readonly ends: Uint32Array;
}

/**
 * Sorts rows by descending score. O(N log N).
 *
 * @throws RangeError when a score is not finite.
 */
export function scoreOrder(scores: Numbers): ScoreOrder {
  checkFinite(scores, 'A score');
  const rows = descendingOrder(scores);
  const ends = new Uint32Array(scores.length);
  let runs = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && scores[Number(rows[at])] === scores[Number(rows[at - 1])]) continue;
    ends[runs] = at;
    runs += 1;
  }
  return { rows, ends: ends.subarray(0, runs) };
}

/** Labels in the order of {@link ScoreOrder} with how often each row counts; a weight may be 0 here. */
export interface OrderedLabels {
  readonly order: ScoreOrder;
  readonly labels: Numbers;
  readonly weights?: Numbers | undefined;
}

/** Calls `visit` with the weight of the positive and of the negative rows of each run of equal scores, highest first. */
export function eachRun(ordered: OrderedLabels, visit: (positives: number, negatives: number) => void): void {
  const { order, labels, weights } = ordered;
  let start = 0;
  for (let run = 0; run < order.ends.length; run += 1) {
    const end = Number(order.ends[run]);
    let positives = 0;
    let negatives = 0;
    for (let at = start; at < end; at += 1) {
      const row = Number(order.rows[at]);
      const weight = weights === undefined ? 1 : Number(weights[row]);
      if (labels[row] === 1) positives += weight;
      else negatives += weight;
    }
    visit(positives, negatives);
    start = end;
  }
}
