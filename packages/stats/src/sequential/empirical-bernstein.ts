import type { Bounds } from '../interval.ts';
import { readNumber, readState, readWhole } from './state-shape.ts';

const KIND = 'empirical-bernstein';
/** The largest bet; with ½ the logarithm in ψ stays small. */
const LARGEST_BET = 0.5;

/** What the interval of a bounded mean needs of the rows seen so far, in their order. JSON as it is. */
export interface EmpiricalBernstein {
  readonly kind: typeof KIND;
  readonly version: 1;
  readonly alpha: number;
  readonly rows: number;
  readonly sum: number;
  /** Σ(x - μ̂)², each against the shrunken mean at its time. */
  readonly squares: number;
  readonly bets: number;
  readonly betsTimesValues: number;
  /** Σ v·ψ(λ) of the values and of one minus the values; they differ by the first row. */
  readonly penaltyBelow: number;
  readonly penaltyAbove: number;
}

/** @throws RangeError unless 0 < alpha < 1. */
export function newEmpiricalBernstein(alpha: number): EmpiricalBernstein {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`An error level is a number between 0 and 1, got ${alpha}.`);
  const sums = { rows: 0, sum: 0, squares: 0, bets: 0, betsTimesValues: 0, penaltyBelow: 0, penaltyAbove: 0 };
  return { kind: KIND, version: 1, alpha, ...sums };
}

/**
 * Adds values from 0 to 1 in their order; the order matters, since each bet is laid by what was seen before.
 *
 * λ_t = min(½, √(2·ln(2/alpha)/(t·ln(1+t)·σ̂²_(t-1)))), v_t = (x_t - x̄_(t-1))², ψ(λ) = -ln(1-λ) - λ.
 *
 * @throws RangeError when a value is not from 0 to 1.
 */
export function observeBounded(state: EmpiricalBernstein, values: Float64Array): EmpiricalBernstein {
  let { rows, sum, squares, bets, betsTimesValues, penaltyBelow, penaltyAbove } = state;
  const reach = 2 * Math.log(2 / state.alpha);
  for (const value of values) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`A bounded value is a number from 0 to 1, got ${value}.`);
    const variance = (0.25 + squares) / (rows + 1);
    const mean = rows === 0 ? 0 : sum / rows;
    const meanAbove = rows === 0 ? 0 : 1 - mean;
    rows += 1;
    sum += value;
    squares += (value - (0.5 + sum) / (rows + 1)) ** 2;
    const bet = Math.min(LARGEST_BET, Math.sqrt(reach / (rows * Math.log1p(rows) * variance)));
    const psi = -Math.log1p(-bet) - bet;
    bets += bet;
    betsTimesValues += bet * value;
    penaltyBelow += psi * (value - mean) ** 2;
    penaltyAbove += psi * (1 - value - meanAbove) ** 2;
  }
  return { ...state, rows, sum, squares, bets, betsTimesValues, penaltyBelow, penaltyAbove };
}

/**
 * Interval of the mean that holds at all times at once with probability 1 - alpha: the predictable-mixture empirical
 * Bernstein confidence sequence of Waudby-Smith and Ramdas (2024), JRSS B 86, 1-27, theorem 2, alpha/2 on each side;
 * [0, 1] without rows. confseq `predmix_empbern_twosided_cs`.
 */
export function empiricalBernsteinInterval(state: EmpiricalBernstein): Bounds {
  if (state.rows === 0) return [0, 1];
  const reach = Math.log(2 / state.alpha);
  const centre = state.betsTimesValues / state.bets;
  return [
    Math.max(0, centre - (reach + state.penaltyBelow) / state.bets),
    Math.min(1, centre + (reach + state.penaltyAbove) / state.bets),
  ];
}

/** Reads a stored state. @throws RangeError for anything that this module does not write. */
export function parseEmpiricalBernstein(value: unknown): EmpiricalBernstein {
  const sums = ['sum', 'squares', 'bets', 'betsTimesValues', 'penaltyBelow', 'penaltyAbove'] as const;
  const state = readState(value, KIND, ['alpha', 'rows', ...sums]);
  const rows = readWhole(state, 'rows');
  // Each row adds from 0 to 1 to each of the sums.
  const sum = (key: (typeof sums)[number]): number => readNumber(state, key, (total) => total >= 0 && total <= rows);
  return {
    kind: KIND,
    version: 1,
    alpha: readNumber(state, 'alpha', (alpha) => alpha > 0 && alpha < 1),
    rows,
    sum: sum('sum'),
    squares: sum('squares'),
    bets: readNumber(state, 'bets', (total) => (rows === 0 ? total === 0 : total > 0 && total <= rows * LARGEST_BET)),
    betsTimesValues: sum('betsTimesValues'),
    penaltyBelow: sum('penaltyBelow'),
    penaltyAbove: sum('penaltyAbove'),
  };
}
