import {
  type BootstrapRequest,
  type Bounds,
  bcaInterval,
  bootstrapInterval,
  createRandom,
  criticalValue,
  LEAST_CLUSTERS,
  type MultiplicityStatistic,
  twoSidedConfidence,
} from '@gatehouse/stats';
import { type Estimate, estimateOf, type MetricQuestion, type Undefined } from './metric-estimate.ts';

/** Beyond this many rows that cannot be counted in cells, fewer replicates are drawn (stats.md §1.3). */
const MANY_ROWS = 200_000;
const FEWER_REPLICATES = 2000;

/**
 * Fewer units that vary, and no interval is read off how they do: two rows that happen to be alike would give one without
 * width. A row is a cluster of one, so it is the number that clusters need (stats.md §1.3).
 */
export const LEAST_UNITS = LEAST_CLUSTERS;

/** What is drawn again. */
export interface Resampled extends Pick<BootstrapRequest, 'units' | 'jackknife'> {
  readonly statistic: MultiplicityStatistic;
  readonly n: readonly number[];
  /** `bca`, or `paired bca`. */
  readonly name: string;
  /**
   * The bounds where all replicates are equal, from the number of rows to add. Equal replicates of a few rows say nothing
   * about the rows that were not seen, so no width would be a claim that nobody has tested.
   */
  readonly unvaried: ((added: number) => Bounds) | null;
  /**
   * How large the numbers are that the value was computed from, where they are larger than the value: replicates that differ
   * by their rounding alone are equal.
   */
  readonly size?: number;
  /** How many rows their weights leave; their number when absent. */
  readonly effective?: number;
}

/** Smaller differences between replicates are rounding, as a share of the numbers that they were computed from. */
const ROUNDING = 1e-9;

/**
 * A metric with bounds from drawing the rows again: BCa, or the plain percentiles where BCa is not defined, which the method
 * says. The replicates are doubled while a threshold lies within two Monte-Carlo errors of a bound.
 */
export function resampledEstimate(of: Resampled, question: MetricQuestion): Estimate | Undefined {
  const { units, statistic, jackknife, n, name } = of;
  const result = bootstrapInterval({
    units,
    statistic,
    confidence: twoSidedConfidence(question.confidence),
    random: createRandom(bytesOf(question.seed)),
    decisions: question.thresholds.flatMap((threshold) => [
      { bound: 'lower', threshold },
      { bound: 'upper', threshold },
    ]),
    ...(jackknife === undefined ? {} : { jackknife }),
    ...(units.kind === 'rows' && units.rows > MANY_ROWS ? { replicates: FEWER_REPLICATES } : {}),
  });
  if (result.undefinedReason !== null) {
    const tooFew = result.undefinedReason === 'too-few-clusters';
    return { reasonCode: tooFew ? 'too-few-clusters' : 'undefined-replicates' };
  }
  const { estimate, sorted, acceleration, interval, fallback, replicates, redrawn, monteCarloError } = result;
  const [least, greatest] = [Number(sorted[0]), Number(sorted.at(-1))];
  const size = Math.max(of.size ?? 0, Math.abs(least), Math.abs(greatest));
  if (of.unvaried !== null && greatest - least <= ROUNDING * size) {
    return unvariedEstimate({ value: estimate, n, unvaried: of.unvaried }, question.confidence);
  }
  if ((of.effective ?? countOf(units)) < LEAST_UNITS) return { reasonCode: 'insufficient-n' };
  const boundsAt: Estimate['boundsAt'] = (confidence) =>
    bcaInterval({ estimate, replicates: sorted, acceleration }, confidence).interval;
  return {
    value: estimate,
    bounds: interval,
    interval: boundsAt(question.confidence),
    method: fallback === null ? name : `${name.replace('bca', 'percentile')}, ${fallback.replaceAll('-', ' ')}`,
    n,
    boundsAt,
    resampling: { replicates, seed: question.seed, redrawn, error: monteCarloError },
  };
}

function countOf(units: Resampled['units']): number {
  switch (units.kind) {
    case 'rows':
      return units.rows;
    case 'cells':
      return units.counts.reduce((sum, count) => sum + count, 0);
    case 'strata':
      return units.stratumOf.length;
    case 'clusters':
      return units.clusters;
  }
}

/**
 * Bounds where nothing varies: z² rows are added wherever they change the value most. That is what Wilson's interval does
 * at 0 and n successes and Tango's without discordant pairs, exactly.
 */
export function unvariedEstimate(
  of: Pick<Estimate, 'value' | 'n'> & { readonly unvaried: (added: number) => Bounds },
  confidence: number,
): Estimate {
  const boundsAt = (level: number): Bounds => of.unvaried(criticalValue(level) ** 2);
  return estimateOf({ value: of.value, n: of.n, boundsAt, method: 'no variation, z² rows added' }, confidence);
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
