import { checkCounts } from '../arguments.ts';
import type { Bounds } from '../interval.ts';
import { crossing } from '../special/bisection.ts';
import { criticalValue } from '../special/critical-value.ts';

/** An area under the ROC curve and the class sizes it rests on. */
export interface MeasuredAuc {
  readonly auc: number;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Score interval of an area under the ROC curve: Newcombe (2006), Statistics in Medicine 25, 559-573, method 5.
 *
 * The bounds solve (A - θ)² = z²·V(θ), V(θ) = θ(1-θ)[1 + N*(1-θ)/(2-θ) + N*θ/(1+θ)]/(mn), N* = (m+n)/2 - 1. The
 * interval has positive width also at A = 0 and A = 1, where DeLong's has none.
 *
 * @throws RangeError when auc is not in [0, 1], a class is empty, or confidence is not in (0, 1).
 */
export function aucScoreInterval(measured: MeasuredAuc, confidence: number): Bounds {
  const { auc, positives, negatives } = measured;
  checkCounts(0, positives);
  checkCounts(0, negatives);
  if (!(auc >= 0 && auc <= 1)) throw new RangeError(`An area is a number from 0 to 1, got ${auc}.`);
  const z = criticalValue(confidence);
  const extra = (positives + negatives) / 2 - 1;
  const error = (theta: number): number => {
    const shape = 1 + (extra * (1 - theta)) / (2 - theta) + (extra * theta) / (1 + theta);
    return z * Math.sqrt((theta * (1 - theta) * shape) / (positives * negatives));
  };
  return [
    auc === 0 ? 0 : crossing((theta) => auc - theta - error(theta), 0, auc),
    auc === 1 ? 1 : crossing((theta) => auc - theta + error(theta), auc, 1),
  ];
}
