import type { BinnedPair, Bounds, ChiSquareEffect, SampleSizes } from '@gatehouse/stats';
import type { DriftMeasure } from '../drift-limits.ts';

/** One effect of a column. Known exactly, both bounds are the same number; from a profile it lies between them. */
export interface ColumnEffect {
  readonly measure: DriftMeasure;
  readonly bounds: Bounds;
  /** What the effect stays below with the probability given when nothing has drifted. */
  readonly nullQuantile: (level: number) => number;
  /** The smallest effect that the evidence test sees with power 0.8 at this level; an approximation. */
  readonly detectable: (alpha: number) => number;
  /** The current rows from which the null quantile is at the limit; `null` when the reference is too small for any. */
  readonly requiredRows: (limit: number, level: number) => number | null;
}

/** The test of the hypothesis that nothing has drifted. */
export interface DriftEvidence {
  /** Smallest and largest p-value that the data allow. Equal when all is known exactly. */
  readonly p: Bounds;
  readonly method: string;
}

/** What the effects of a pair of counts stay below, and the rows it takes to be below a limit, when nothing has drifted. */
export interface BinNull {
  readonly quantile: (effect: ChiSquareEffect, level: number) => number;
  /** Current rows from which the quantile is at the limit; `null` when the reference is too small for any. */
  readonly requiredRows: (effect: ChiSquareEffect, limit: number, level: number) => number | null;
}

/** All that is measured of one column before it is judged. */
export interface MeasuredColumn {
  readonly sizes: SampleSizes;
  readonly effects: readonly ColumnEffect[];
  readonly evidence: DriftEvidence;
  /** Of the bins below. Printed for every column, and judged where the policy has a limit for it. */
  readonly psi: number;
  readonly psiBins: number;
  /** Counts of the categories, or of ten quantile bins of the reference. */
  readonly pair: BinnedPair;
  readonly binNull: BinNull;
  /** Wasserstein-1 distance in the unit of the column; `null` for categories. */
  readonly transport: Bounds | null;
  /** Of the Kolmogorov-Smirnov distance of the populations, confidence 0.95; `null` for categories. */
  readonly population: Bounds | null;
}

/** Why a column has no measure. */
export interface UnmeasuredColumn {
  readonly undefinedReason: 'empty-group' | 'insufficient-n';
}

/** Current rows below which nothing is said of a distribution (stats.md §5). */
export const FEWEST_CURRENT_ROWS = 50;

/**
 * Current rows m for which nm/(n + m) reaches an effective size, n the rows of the reference: m = n·n_e/(n - n_e), and
 * {@link FEWEST_CURRENT_ROWS} at least. `null` when n ≤ n_e: no number of current rows is enough then.
 */
export function currentRowsFor(effective: number, reference: number): number | null {
  if (!(reference > effective)) return null;
  return Math.max(FEWEST_CURRENT_ROWS, Math.ceil((reference * effective) / (reference - effective) - 1e-9));
}

/** Why these sizes allow no statement about a distribution; `null` when they do. */
export function unmeasurable({ reference, current }: SampleSizes): UnmeasuredColumn | null {
  if (reference === 0 || current === 0) return { undefinedReason: 'empty-group' };
  return current < FEWEST_CURRENT_ROWS ? { undefinedReason: 'insufficient-n' } : null;
}
