import { dkwHalfWidth } from '../drift/dkw.ts';
import { crossing } from '../special/bisection.ts';

/** The factor of the iterated-logarithm boundary; Howard and Ramdas recommend 0.85. */
const FACTOR = 0.85;

/**
 * A boundary b_t with P(sup|F̂_t - F| > b_t for some t ≥ firstRow) ≤ alpha:
 * 0.85·√((ln(1 + ln(t/firstRow)) + C)/t), Infinity before `firstRow`, C the least constant that theorem 2 of Howard and
 * Ramdas (2022), Bernoulli 28, 1704-1728 allows. confseq `empirical_process_lil_bound`.
 *
 * @throws RangeError when a number of rows is not a whole number from 1 or alpha is not in (0, 1).
 * @example sequentialKsBoundary(1000, 0.05) // 0.08204779
 */
export function sequentialKsBoundary(rows: number, alpha: number, firstRow = 100): number {
  for (const n of [rows, firstRow]) {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A number of rows is a whole number from 1, got ${n}.`);
  }
  const constant = leastConstant(alpha);
  if (rows < firstRow) return Number.POSITIVE_INFINITY;
  return FACTOR * Math.sqrt((Math.log1p(Math.log(rows / firstRow)) + constant) / rows);
}

/** What a sequential Kolmogorov-Smirnov monitor tolerates and how sure it must be. */
export interface SequentialKsDesign {
  readonly referenceRows: number;
  /** A distance of the populations up to this is no alarm. */
  readonly tolerance: number;
  /** Probability of ever alarming without a larger distance; half goes to the reference, half to the sequence. */
  readonly alpha: number;
}

/**
 * The distance of the current rows so far from the reference above which there is an alarm: tolerance + ε_ref + b_t,
 * ε_ref = √(ln(2/(alpha/2))/(2·n_ref)). Compare with the *lower* bound of the distance from a profile. The guarantee needs
 * rows that are independent given the reference.
 *
 * @throws RangeError when a number of rows, the tolerance or alpha is not allowed.
 */
export function sequentialKsLimit(rows: number, design: SequentialKsDesign): number {
  const { referenceRows, tolerance, alpha } = design;
  if (!(tolerance >= 0 && tolerance < 1)) {
    throw new RangeError(`A tolerated distance is from 0 to below 1, got ${tolerance}.`);
  }
  return tolerance + dkwHalfWidth(referenceRows, alpha / 2) + sequentialKsBoundary(rows, alpha / 2);
}

/** @throws RangeError unless 0 < alpha < 1. */
function leastConstant(alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`An error level is a number between 0 and 1, got ${alpha}.`);
  // Valid in closed form for every alpha, only looser: the bracket of the exact constant.
  const closed = 0.8 * Math.log(1612 / alpha);
  return crossing((constant) => Math.log(leastError(constant)) - Math.log(alpha), 1, closed);
}

/** The least error bound over η > 1 for a constant; Infinity where none is finite. By golden section. */
function leastError(constant: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = 1;
  let high = largestEta(constant);
  while (high - low > 1e-10) {
    const step = ratio * (high - low);
    if (error(constant, high - step) < error(constant, low + step)) high = low + step;
    else low = high - step;
  }
  return error(constant, (low + high) / 2);
}

/** The η at which γ reaches 1 and the bound stops to be finite: √(η/2) + √(2(η-1)/C) = 0.85. */
function largestEta(constant: number): number {
  return crossing((eta) => FACTOR - Math.sqrt(eta / 2) - Math.sqrt((2 * (eta - 1)) / constant), 1, 2 * FACTOR ** 2);
}

function error(constant: number, eta: number): number {
  const gammaSquared = (2 / eta) * (FACTOR - Math.sqrt((2 * (eta - 1)) / constant)) ** 2;
  // Infinite at η = 1 and where γ is 1 or less: the bound says nothing there.
  const room = Math.max(0, gammaSquared - 1) * Math.log(eta);
  return 4 * Math.exp(-gammaSquared * constant) * (1 + 1 / room);
}
