import { checkConfidence } from '../arguments.ts';
import { type Undefined, undefinedFor } from '../measured.ts';
import type { Random } from '../random/xoshiro.ts';
import { type BootstrapBounds, bcaInterval } from './bca.ts';
import { deleteGroupJackknife, jackknifeAcceleration, type MultiplicityStatistic } from './jackknife.ts';
import { percentileError } from './monte-carlo-error.ts';
import { checkUnits, observed, type ResamplingUnits, resampler } from './units.ts';

/** Fewer clusters say too little about how clusters differ. */
export const LEAST_CLUSTERS = 20;
const REPLICATES = 9999;
const MOST_REPLICATES = 39_996;
const LEAST_REPLICATES = 2000;
/** The share of the replicates that may be drawn anew because the statistic had no value. */
const REDRAWN_SHARE = 0.1;

/** A bound that something is decided by, and the number it is compared with. */
export interface BoundDecision {
  readonly bound: 'lower' | 'upper';
  readonly threshold: number;
}

export interface BootstrapRequest {
  readonly units: ResamplingUnits;
  /**
   * The statistic of the rows with multiplicities. For a paired difference, that of both models under the same
   * multiplicities. Sort once outside and walk the sorted rows here: it is called about 10,000 times.
   */
  readonly statistic: MultiplicityStatistic;
  /** Two-sided. */
  readonly confidence: number;
  readonly random: Random;
  /** 2,000 to 39,996; 9,999 when absent. */
  readonly replicates?: number;
  /** Values of the statistic without each row, where there is a closed form; null where one of them is undefined. */
  readonly jackknife?: () => Float64Array | null;
  /** What will be decided by the bounds: while one of these is uncertain for want of replicates, they are doubled. */
  readonly decisions?: readonly BoundDecision[];
}

export interface BootstrapInterval extends BootstrapBounds {
  readonly estimate: number;
  /** How many replicates the interval rests on. */
  readonly replicates: number;
  /** The replicates, ascending: bounds at another confidence are `bcaInterval` of them. */
  readonly sorted: Float64Array;
  /** Replicates drawn anew because the statistic had no value. */
  readonly redrawn: number;
  /** The Monte-Carlo standard error of the lower and of the upper bound. */
  readonly monteCarloError: readonly [lower: number, upper: number];
  /** False when a decision is still within two Monte-Carlo errors of its threshold: inconclusive, `monte-carlo`. */
  readonly settled: boolean;
  readonly undefinedReason: null;
}

/** Why there is no bootstrap interval. */
export type BootstrapUndefined = 'undefined-statistic' | 'undefined-replicates' | 'too-few-clusters';

/**
 * Bootstrap interval of any statistic, BCa where it is defined and flagged percentiles elsewhere (stats.md §1.3).
 *
 * Undefined when the statistic has no value on the rows themselves (`undefined-statistic`), when more than a tenth of the
 * replicates had to be drawn anew (`undefined-replicates`), and with fewer than 20 clusters (`too-few-clusters`). The same
 * generator state gives the same interval on every machine.
 *
 * @throws RangeError when an argument is out of range, or the statistic returns what is not finite.
 */
export function bootstrapInterval(request: BootstrapRequest): BootstrapInterval | Undefined<BootstrapUndefined> {
  const { units, confidence, replicates = REPLICATES, decisions = [] } = request;
  checkConfidence(confidence);
  checkUnits(units);
  checkReplicates(replicates);
  if (units.kind === 'clusters' && units.clusters < LEAST_CLUSTERS) return undefinedFor('too-few-clusters');
  const statistic = checked(request.statistic);
  const estimate = statistic(observed(units));
  if (estimate === null) return undefinedFor('undefined-statistic');
  const jackknife = request.jackknife?.() ?? null;
  const leftOut = request.jackknife === undefined ? deleteGroupJackknife(units, statistic, request.random) : jackknife;
  const acceleration = leftOut === null ? null : jackknifeAcceleration(leftOut);

  const draw = drawer({ units, statistic, random: request.random });
  for (let wanted = replicates; ; wanted = Math.min(2 * wanted, MOST_REPLICATES)) {
    const drawn = draw(wanted);
    if (drawn === null) return undefinedFor('undefined-replicates');
    const sorted = drawn.values.slice().sort();
    const bounds = bcaInterval({ estimate, replicates: sorted, acceleration }, confidence);
    const monteCarloError = [
      percentileError(drawn.values, bounds.shares[0]),
      percentileError(drawn.values, bounds.shares[1]),
    ] as const;
    const settled = decisions.every((decision) => isSettled(decision, bounds, monteCarloError));
    if (settled || wanted === MOST_REPLICATES) {
      const { redrawn } = drawn;
      const found = { ...bounds, estimate, replicates: wanted, sorted, redrawn };
      return { ...found, monteCarloError, settled, undefinedReason: null };
    }
  }
}

interface Drawn {
  readonly values: Float64Array;
  readonly redrawn: number;
}

/** Draws replicates until there are as many as asked for, keeping those of earlier calls; null past the redraw budget. */
function drawer(of: Pick<BootstrapRequest, 'units' | 'statistic' | 'random'>): (wanted: number) => Drawn | null {
  const next = resampler(of.units);
  let values = new Float64Array(0);
  let redrawn = 0;
  return (wanted) => {
    const more = new Float64Array(wanted);
    more.set(values);
    for (let at = values.length; at < wanted; ) {
      const value = of.statistic(next(of.random));
      if (value === null) {
        redrawn += 1;
        if (redrawn > REDRAWN_SHARE * wanted) return null;
      } else {
        more[at] = value;
        at += 1;
      }
    }
    values = more;
    return { values, redrawn };
  };
}

function isSettled(decision: BoundDecision, bounds: BootstrapBounds, errors: readonly [number, number]): boolean {
  const side = decision.bound === 'lower' ? 0 : 1;
  const distance = Math.abs(bounds.interval[side] - decision.threshold);
  // A bound without Monte-Carlo error is certain even at its threshold.
  return errors[side] === 0 || distance > 2 * errors[side];
}

function checked(statistic: MultiplicityStatistic): MultiplicityStatistic {
  return (multiplicities) => {
    const value = statistic(multiplicities);
    if (value !== null && !Number.isFinite(value)) {
      throw new RangeError(`A statistic is a finite number, or null where it is undefined, got ${value}.`);
    }
    return value;
  };
}

function checkReplicates(replicates: number): void {
  if (!Number.isSafeInteger(replicates) || replicates < LEAST_REPLICATES || replicates > MOST_REPLICATES) {
    throw new RangeError(
      `A number of replicates is a whole number from ${LEAST_REPLICATES} to ${MOST_REPLICATES}, got ${replicates}.`,
    );
  }
}
