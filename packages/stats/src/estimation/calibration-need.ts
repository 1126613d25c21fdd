import { expectedCalibrationError } from '../classification/calibration/expected-calibration-error.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../classification/scores/scored-labels.ts';
import { shuffle } from '../random/shuffle.ts';
import type { Random } from '../random/xoshiro.ts';
import { calibrate, fitIsotonic } from './isotonic.ts';

const SHUFFLES = 10;
const TEST_SHARE = 0.1;

/**
 * Whether isotonic calibration helps: over ten random 90/10 splits, each class split apart, the held-out rows together
 * have a smaller expected calibration error after calibration than before. Scores that are calibrated already would only
 * gain noise. NannyML `calibration.needs_calibration`, with our own draws.
 *
 * False with one class, or where fewer than ten rows of a class leave nothing to hold out: nothing is shown then.
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, or lengths differ.
 */
export function needsCalibration(reference: Omit<ScoredLabels, 'weights'>, random: Random): boolean {
  checkProbabilityLabels(reference);
  const classes = [0, 1].map((label) =>
    Int32Array.from(reference.labels.keys()).filter((row) => reference.labels[row] === label),
  );
  if (classes.some((rows) => Math.floor(rows.length * TEST_SHARE) === 0)) return false;
  const held: number[] = [];
  const calibrated: number[] = [];
  for (let round = 0; round < SHUFFLES; round += 1) {
    const test: number[] = [];
    const train: number[] = [];
    for (const rows of classes) {
      shuffle(rows, random);
      const cut = Math.floor(rows.length * TEST_SHARE);
      for (const [at, row] of rows.entries()) (at < cut ? test : train).push(row);
    }
    const curve = fitIsotonic(rowsOf(reference, train));
    for (const probability of calibrate(curve, rowsOf(reference, test).scores)) calibrated.push(probability);
    for (const row of test) held.push(row);
  }
  const before = rowsOf(reference, held);
  const errorBefore = expectedCalibrationError(before);
  const errorAfter = expectedCalibrationError({ labels: before.labels, scores: Float64Array.from(calibrated) });
  return errorBefore.value !== null && errorAfter.value !== null && errorAfter.value < errorBefore.value;
}

function rowsOf(sample: Omit<ScoredLabels, 'weights'>, rows: readonly number[]): Omit<ScoredLabels, 'weights'> {
  return {
    labels: Uint8Array.from(rows, (row) => Number(sample.labels[row])),
    scores: Float64Array.from(rows, (row) => Number(sample.scores[row])),
  };
}
