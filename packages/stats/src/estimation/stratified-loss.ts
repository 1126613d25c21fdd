import { type Undefined, undefinedFor } from '../measured.ts';
import { checkNotNegative, checkSameLength } from '../sample-checks.ts';

/** Fewer reference rows do not show the loss of a stratum. */
const FEWEST_ROWS = 30;
const LARGEST_UNSEEN_SHARE = 0.05;

/** Loss of the reference by stratum, for example decile of the prediction × segment, and the current rows in each. */
export interface StratifiedLoss {
  readonly referenceRows: Float64Array;
  readonly meanLoss: Float64Array;
  /** Variance of the loss within each stratum. */
  readonly variance: Float64Array;
  readonly currentRows: Float64Array;
}

/** The loss that the current rows would have with the reference's loss in each stratum. */
export interface TransferredLoss {
  readonly value: number;
  readonly undefinedReason: null;
  /** Of the estimate, from the losses of the reference and from the counts of the current rows. */
  readonly standardError: number;
  /** Share of current rows in strata without a reference row; they are left out of the value. */
  readonly unseenShare: number;
  /** Strata after merging. */
  readonly strata: number;
}

/** `unseen-strata`: more than 5 % of the current rows lie where the reference has none. */
export type NoTransferredLoss = Undefined<'empty-group' | 'insufficient-n' | 'unseen-strata'>;

interface Stratum {
  readonly rows: number;
  readonly mean: number;
  readonly variance: number;
  readonly current: number;
}

/**
 * Mean loss of unlabelled rows by stratified transfer: L = Σ π_s·ℓ_s, π the current shares, ℓ the reference's mean losses.
 * Its variance is Σ π²s²/n_s for the losses and (Σ πℓ² - L²)/n for the shares (multinomial); the latter vanishes when all
 * strata have one loss. Strata with fewer than 30 reference rows are pooled, with the next smallest if that is not enough.
 * Counts, means and variances suffice, so a baseline profile serves. In the unit of the loss; lower is better.
 *
 * It assumes that the loss within a stratum has not changed; it may warn, never pass a gate.
 *
 * Undefined without current rows (`empty-group`), with fewer than 30 reference rows in all (`insufficient-n`), or when more
 * than 5 % of the current rows lie in strata that the reference does not know (`unseen-strata`).
 *
 * @throws RangeError when the lengths differ, or a count or variance is negative or not finite, or a loss is not finite.
 */
export function transferLoss(data: StratifiedLoss): TransferredLoss | NoTransferredLoss {
  const all = strataOf(data);
  const current = all.reduce((sum, stratum) => sum + stratum.current, 0);
  if (current === 0) return undefinedFor('empty-group');
  const seen = all.filter(({ rows }) => rows > 0);
  if (seen.reduce((sum, { rows }) => sum + rows, 0) < FEWEST_ROWS) return undefinedFor('insufficient-n');
  const known = seen.reduce((sum, stratum) => sum + stratum.current, 0);
  const unseenShare = (current - known) / current;
  if (unseenShare > LARGEST_UNSEEN_SHARE) return undefinedFor('unseen-strata');
  const strata = poolSmall(seen);
  let [value, squares, ofLosses] = [0, 0, 0];
  for (const { rows, mean, variance, current: own } of strata) {
    const share = own / known;
    value += share * mean;
    squares += share * mean * mean;
    ofLosses += (share * share * variance) / rows;
  }
  const ofShares = Math.max(0, squares - value * value) / known;
  return {
    value,
    undefinedReason: null,
    standardError: Math.sqrt(ofLosses + ofShares),
    unseenShare,
    strata: strata.length,
  };
}

function strataOf(data: StratifiedLoss): readonly Stratum[] {
  const { referenceRows, meanLoss, variance, currentRows } = data;
  for (const other of [meanLoss, variance, currentRows]) checkSameLength(referenceRows, other, 'strata');
  checkNotNegative(referenceRows, 'Reference rows');
  checkNotNegative(currentRows, 'Current rows');
  return Array.from(referenceRows, (rows, s) => {
    const stratum = { rows, mean: Number(meanLoss[s]), variance: Number(variance[s]), current: Number(currentRows[s]) };
    // A stratum without rows has no mean; whatever stands there is not read.
    if (rows > 0 && !(Number.isFinite(stratum.mean) && stratum.variance >= 0 && Number.isFinite(stratum.variance))) {
      throw new RangeError(
        `A loss is finite and its variance from 0, got ${stratum.mean} and ${stratum.variance} in stratum ${s}.`,
      );
    }
    return stratum;
  });
}

function poolSmall(strata: readonly Stratum[]): readonly Stratum[] {
  const ascending = [...strata].sort((a, b) => a.rows - b.rows);
  let pool: Stratum | null = null;
  let at = 0;
  for (; at < ascending.length; at += 1) {
    const next = ascending[at];
    if (next === undefined || (next.rows >= FEWEST_ROWS && (pool === null || pool.rows >= FEWEST_ROWS))) break;
    pool = pool === null ? next : merged(pool, next);
  }
  const rest = ascending.slice(at);
  return pool === null ? rest : [pool, ...rest];
}

function merged(a: Stratum, b: Stratum): Stratum {
  const rows = a.rows + b.rows;
  const apart = b.mean - a.mean;
  const mean = a.mean + (apart * b.rows) / rows;
  const within = (a.variance * a.rows + b.variance * b.rows) / rows;
  return {
    rows,
    mean,
    variance: within + apart * apart * (a.rows / rows) * (b.rows / rows),
    current: a.current + b.current,
  };
}
