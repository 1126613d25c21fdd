import type { RandomSource } from '../random/random-source.ts';
import { logMeanExp } from './log-sum.ts';
import { readNumbers, readState } from './state-shape.ts';

const KIND = 'conformal-martingale';
/** Slopes of the bets, and the share of the capital that moves to all bets alike before each row. */
const SLOPES = [-1, -0.5, 0, 0.5, 1] as const;
const JUMP = 0.01;

/** A bag of rows by bin, and the capital won by betting against their exchangeability. JSON as it is. */
export interface ConformalMartingale {
  readonly kind: typeof KIND;
  readonly version: 1;
  /** Rows per bin, those of the reference included. */
  readonly bag: readonly number[];
  /** Logarithm of the capital on each slope; they start at 0. */
  readonly logCapitals: readonly number[];
}

/**
 * A conformal test martingale against the hypothesis that reference and current rows are exchangeable, with the simple
 * jumper of Vovk, Petej, Nouretdinov and others (2021), Conformal and Probabilistic Prediction, PMLR 152.
 *
 * Each row falls into a bin j of the growing bag: p = (rows below j + U·(rows in j + 1))/(rows + 1), U uniform. Under
 * exchangeability these p are independent and uniform, so P(evidence ever reaches 1/alpha) ≤ alpha. There is no
 * tolerance: with many rows it fires on any change, so it warns and never fails.
 *
 * @param reference Rows of the reference per bin of its profile.
 * @throws RangeError when there is no bin or a count is not a whole number from 0.
 */
export function newConformalMartingale(reference: ArrayLike<number>): ConformalMartingale {
  const bag = Array.from(reference);
  const bad = bag.find((count) => !isCount(count));
  if (bag.length === 0 || bad !== undefined) {
    throw new RangeError(`A bag has whole counts from 0 in at least one bin, got ${bad ?? 'no bin'}.`);
  }
  return { kind: KIND, version: 1, bag, logCapitals: SLOPES.map(() => 0) };
}

/**
 * Adds rows by their bins. The order counts and must not depend on the values: within a batch it is that of a hash of
 * the row's id.
 *
 * @throws RangeError when a bin is not one of the bag's.
 */
export function observeBins(state: ConformalMartingale, bins: Int32Array, random: RandomSource): ConformalMartingale {
  const bag = growingBag(state.bag);
  const capitals = state.logCapitals.map((log) => Math.exp(log - Math.max(...state.logCapitals)));
  let scale = Math.max(...state.logCapitals);
  for (const bin of bins) {
    if (!(bin >= 0 && bin < state.bag.length)) {
      throw new RangeError(`A bin is a whole number below ${state.bag.length}, got ${bin}.`);
    }
    const p = (bag.below(bin) + random.uniform() * (bag.at(bin) + 1)) / (bag.total() + 1);
    bag.add(bin);
    const shared = (JUMP * capitals.reduce((sum, capital) => sum + capital, 0)) / SLOPES.length;
    for (const [i, slope] of SLOPES.entries()) {
      capitals[i] = ((1 - JUMP) * Number(capitals[i]) + shared) * (1 + slope * (p - 0.5));
    }
    const largest = Math.max(...capitals);
    if (largest > 1e100 || largest < 1e-100) {
      scale += Math.log(largest);
      for (const i of SLOPES.keys()) capitals[i] = Number(capitals[i]) / largest;
    }
  }
  return { ...state, bag: bag.counts(), logCapitals: capitals.map((capital) => scale + Math.log(capital)) };
}

/** ln of the mean capital: 0 without rows; alarm at ln(1/alpha). */
export function conformalLogEvidence(state: ConformalMartingale): number {
  return logMeanExp(state.logCapitals);
}

/** Reads a stored state. @throws RangeError for anything that this module does not write. */
export function parseConformalMartingale(value: unknown): ConformalMartingale {
  const state = readState(value, KIND, ['bag', 'logCapitals']);
  const stored = state['bag'];
  const length = Array.isArray(stored) && stored.length > 0 ? stored.length : 1;
  return {
    kind: KIND,
    version: 1,
    bag: readNumbers(state, 'bag', { length, allowed: isCount }),
    logCapitals: readNumbers(state, 'logCapitals', { length: SLOPES.length }),
  };
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

interface GrowingBag {
  at(bin: number): number;
  /** Rows in the bins before. O(log bins). */
  below(bin: number): number;
  total(): number;
  add(bin: number): void;
  counts(): readonly number[];
}

/** Counts with prefix sums under addition: Fenwick (1994), Software: Practice and Experience 24, 327-336. */
function growingBag(initial: readonly number[]): GrowingBag {
  const counts = Float64Array.from(initial);
  const tree = new Float64Array(counts.length + 1);
  let total = 0;
  const add = (bin: number, count: number): void => {
    total += count;
    for (let i = bin + 1; i < tree.length; i += i & -i) tree[i] = Number(tree[i]) + count;
  };
  for (const [bin, count] of counts.entries()) add(bin, count);
  return {
    at: (bin) => Number(counts[bin]),
    below: (bin) => {
      let sum = 0;
      for (let i = bin; i > 0; i -= i & -i) sum += Number(tree[i]);
      return sum;
    },
    total: () => total,
    add: (bin) => {
      counts[bin] = Number(counts[bin]) + 1;
      add(bin, 1);
    },
    counts: () => Array.from(counts),
  };
}
