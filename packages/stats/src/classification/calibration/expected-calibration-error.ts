import { defined, type Measured, undefinedFor } from '../../measured.ts';
import { eachRun, scoreOrder } from '../scores/score-order.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../scores/scored-labels.ts';

const BINS = 10;
const FEWEST_PER_BIN = 2;

/**
 * Expected calibration error: rows sorted by probability, cut into ten bins of equal size, Σ (n_b/n)·|p̄_b - ȳ_b|. From
 * 0 to 1, lower is better. It is biased upwards, the more so the fewer rows: for reports, not for gates. Naeini, Cooper
 * and Hauskrecht (2015), AAAI, with bins of equal mass. O(N log N).
 *
 * A bin may end within a run of equal probabilities and within a row; then each bin takes its share of the run, so the
 * value does not depend on the order of the rows. Weights are not supported.
 *
 * Undefined below 20 rows (`insufficient-n`).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, or lengths differ.
 */
export function expectedCalibrationError(sample: Omit<ScoredLabels, 'weights'>): Measured {
  const { labels, scores } = sample;
  checkProbabilityLabels({ labels, scores });
  const n = labels.length;
  if (n < BINS * FEWEST_PER_BIN) return undefinedFor('insufficient-n');
  // Sum of p - y in each bin.
  const gaps = new Float64Array(BINS);
  const order = scoreOrder(scores);
  const endOf = (bin: number): number => ((bin + 1) * n) / BINS;
  let filled = 0;
  let bin = 0;
  let run = 0;
  eachRun({ order, labels }, (positives, negatives) => {
    const end = Number(order.ends[run]);
    const gap = Number(scores[Number(order.rows[end - 1])]) - positives / (positives + negatives);
    while (filled < end) {
      const until = Math.min(end, endOf(bin));
      gaps[bin] = Number(gaps[bin]) + (until - filled) * gap;
      filled = until;
      if (until === endOf(bin)) bin += 1;
    }
    run += 1;
  });
  return defined(gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / n);
}
