import type { Bounds } from '../../interval.ts';
import { type Undefined, undefinedFor } from '../../measured.ts';
import { criticalValue } from '../../special/critical-value.ts';
import { checkProbabilityLabels, type ScoredLabels } from '../scores/scored-labels.ts';
import { logisticLine } from './logistic-line.ts';

/** Intercept and slope of a calibration line, each with its two-sided Wald interval. */
export interface CalibrationLine {
  readonly intercept: number;
  readonly interceptInterval: Bounds;
  readonly slope: number;
  readonly slopeInterval: Bounds;
  readonly undefinedReason: null;
}

// Probabilities of 0 and 1 have no logit; they count as the nearest that log loss knows.
const SMALLEST = 2 ** -52;

/**
 * Logistic regression of the label on the logit of the probability: intercept 0 and slope 1 are best. A slope below 1
 * says that the probabilities are too extreme, an intercept above 0 that they are too low. Cox (1958), Biometrika 45,
 * 562-565. Maximum likelihood; intervals are estimate ± z·standard error (Wald). Probabilities are clipped to
 * [2⁻⁵², 1 - 2⁻⁵²]. Weights are not supported. O(N) a step of Newton.
 *
 * Undefined without rows (`empty-group`), with one class (`single-class`), with equal probabilities
 * (`constant-prediction`), and when the probabilities separate the classes so that the slope has no finite estimate
 * (`separated-classes`).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, confidence not in (0, 1), or lengths differ.
 */
export function calibrationLine(
  { labels, scores }: Omit<ScoredLabels, 'weights'>,
  confidence: number,
): CalibrationLine | Undefined {
  checkProbabilityLabels({ labels, scores });
  const z = criticalValue(confidence);
  const logits = scores.map((p) => {
    const clipped = Math.min(1 - SMALLEST, Math.max(SMALLEST, p));
    return Math.log(clipped) - Math.log1p(-clipped);
  });
  const line = logisticLine(labels, logits);
  if (line.undefinedReason !== null) return undefinedFor(line.undefinedReason);
  const around = (estimate: number, error: number): Bounds => [estimate - z * error, estimate + z * error];
  return {
    intercept: line.intercept,
    interceptInterval: around(line.intercept, line.interceptError),
    slope: line.slope,
    slopeInterval: around(line.slope, line.slopeError),
    undefinedReason: null,
  };
}
