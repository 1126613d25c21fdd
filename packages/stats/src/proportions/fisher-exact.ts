import { checkCount } from '../arguments.ts';
import {
  hypergeometricMode,
  hypergeometricRange,
  hypergeometricStep,
  logHypergeometricDensity,
  type Urn,
} from '../special/hypergeometric.ts';

/** Counts of yes and no in two groups. */
export interface FourFold {
  readonly first: { readonly yes: number; readonly no: number };
  readonly second: { readonly yes: number; readonly no: number };
}

/** Tables this much likelier than the observed one count as equally likely: rounding must not lose a tie (R's choice). */
const TIE = Math.log1p(1e-7);

/**
 * Fisher's exact test of a 2×2 table, two-sided: the probability, with all margins fixed, of the tables that are no likelier
 * than the observed one. 1 when a margin is 0: there is only one table then.
 *
 * The cost is that of a few standard deviations of the cell, whatever the size of the table. Fisher (1934).
 *
 * @throws RangeError when a count is not a whole number from 0.
 * @example fisherExact({ first: { yes: 12, no: 3 }, second: { yes: 17, no: 16 } }) // 0.110025
 */
export function fisherExact({ first, second }: FourFold): number {
  for (const count of [first.yes, first.no, second.yes, second.no]) checkCount(count);
  const urn = { marked: first.yes + second.yes, unmarked: first.no + second.no, draws: first.yes + first.no };
  const observed = logHypergeometricDensity(first.yes, urn);
  const limit = observed + TIE;
  const [least, most] = hypergeometricRange(urn);
  const mode = hypergeometricMode(urn);
  if (logHypergeometricDensity(mode, urn) <= limit) return 1;
  // The density falls on either side of the mode, so each tail begins where it first is low enough.
  const isLow = (x: number): boolean => logHypergeometricDensity(x, urn) <= limit;
  const above = firstWhere(isLow, mode, most + 1);
  const below = mode - firstWhere((distance) => isLow(mode - distance), 0, mode - least + 1);
  return Math.min(1, upperSum(above, urn) + lowerSum(below, urn));
}

/** The first whole number from `from` at which a condition holds that holds from there on; `to` when there is none. */
function firstWhere(holds: (x: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function upperSum(from: number, urn: Urn): number {
  let term = Math.exp(logHypergeometricDensity(from, urn));
  let sum = 0;
  for (let x = from; term > sum * 1e-17; x += 1) {
    sum += term;
    term *= hypergeometricStep(x, urn);
  }
  return sum;
}

function lowerSum(from: number, urn: Urn): number {
  const { marked, unmarked, draws } = urn;
  return upperSum(draws - from, { marked: unmarked, unmarked: marked, draws });
}
