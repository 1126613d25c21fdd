import { scoreOrder } from '../classification/scores/score-order.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../classification/scores/scored-labels.ts';
import { checkFinite } from '../sample-checks.ts';

/** A calibration curve: linear between the points, constant outside. `scores` ascend strictly, `probabilities` ascend. */
export interface CalibrationCurve {
  readonly scores: Float64Array;
  readonly probabilities: Float64Array;
}

/** A run of scores that share one mean. */
interface Block {
  weight: number;
  mean: number;
  first: number;
  last: number;
}

/**
 * Isotonic regression of the label on the score: the non-decreasing curve with the least squares, by pooling adjacent
 * violators. Rows of one score count as one point. Barlow, Bartholomew, Bremner and Brunk (1972), chapter 1; scikit-learn
 * `IsotonicRegression(out_of_bounds="clip")`. O(N log N).
 *
 * @throws RangeError when there is no row, a score is not in [0, 1], a label not 0 or 1, a weight not positive, or lengths differ.
 */
export function fitIsotonic(sample: ScoredLabels): CalibrationCurve {
  checkProbabilityLabels(sample);
  const blocks = pooled(sample);
  if (blocks.length === 0) throw new RangeError('A calibration curve needs at least one row, got none.');
  const scores: number[] = [];
  const probabilities: number[] = [];
  for (const { first, last, mean } of blocks) {
    for (const score of first === last ? [first] : [first, last]) {
      scores.push(score);
      probabilities.push(Math.min(1, mean));
    }
  }
  return { scores: Float64Array.from(scores), probabilities: Float64Array.from(probabilities) };
}

/** Probability of each score on the curve. @throws RangeError when a score is not finite. */
export function calibrate(curve: CalibrationCurve, scores: Float64Array): Float64Array {
  checkFinite(scores, 'A score');
  return scores.map((score) => interpolate(curve, score));
}

function pooled({ labels, scores, weights }: ScoredLabels): readonly Block[] {
  const { rows, ends } = scoreOrder(scores);
  const blocks: Block[] = [];
  // The order is descending, so runs are taken from its end.
  for (let run = ends.length - 1; run >= 0; run -= 1) {
    const from = run === 0 ? 0 : Number(ends[run - 1]);
    const score = Number(scores[Number(rows[from])]);
    let [weight, positive] = [0, 0];
    for (let at = from; at < Number(ends[run]); at += 1) {
      const row = Number(rows[at]);
      const own = Number(weights?.[row] ?? 1);
      weight += own;
      if (labels[row] === 1) positive += own;
    }
    let block: Block = { weight, mean: positive / weight, first: score, last: score };
    for (let before = blocks.at(-1); before !== undefined && before.mean >= block.mean; before = blocks.at(-1)) {
      const both = before.weight + block.weight;
      const mean = (before.weight * before.mean + block.weight * block.mean) / both;
      block = { weight: both, mean, first: before.first, last: block.last };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks;
}

function interpolate({ scores, probabilities }: CalibrationCurve, score: number): number {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(scores[middle]) < score) low = middle + 1;
    else high = middle;
  }
  const right = Math.min(low, scores.length - 1);
  if (low === 0 || low === scores.length) return Number(probabilities[right]);
  const [x0, x1] = [Number(scores[low - 1]), Number(scores[low])];
  const [y0, y1] = [Number(probabilities[low - 1]), Number(probabilities[low])];
  return score === x1 ? y1 : y0 + ((y1 - y0) * (score - x0)) / (x1 - x0);
}
