import {
  holm,
  homogeneity,
  newCategoryRate,
  outOfRangeProbability,
  outOfRangeTail,
  type SampleSizes,
} from '@gatehouse/stats';
import { type DriftLimit, type DriftLimitOverrides, driftLimits, reaches } from '../drift-limits.ts';
import type { DriftReason, DriftVerdict } from './column-verdict.ts';

const ALPHA = 0.01;

/** What is counted of a column beside its distribution. Small batches are judged too: counts are exact. */
export type QualityCounts =
  | {
      readonly measure: 'missing-rate-difference';
      readonly column: string;
      /** Rows without a usable value: null, NaN, infinite. */
      readonly missing: SampleSizes;
      readonly rows: SampleSizes;
    }
  | {
      readonly measure: 'new-category-rate';
      readonly column: string;
      readonly newRows: number;
      /** Categories that occur once in the reference. */
      readonly singletons: number;
      /** Rows of the reference whose category has no name. */
      readonly pooled: number;
      readonly rows: SampleSizes;
    }
  | {
      readonly measure: 'out-of-range-rate';
      readonly column: string;
      /** Current values below the least or above the largest of the reference. */
      readonly outside: number;
      readonly rows: SampleSizes;
    };

/** One judged count. */
export interface QualityVerdict {
  readonly column: string;
  readonly measure: QualityCounts['measure'];
  readonly verdict: DriftVerdict;
  readonly reason: DriftReason;
  /** The difference or the rate; `null` when a side has no row. */
  readonly value: number | null;
  /** The rate without drift: Good-Turing's for categories, 2/(n + 1) for the range. */
  readonly expected: number | null;
  readonly limit: DriftLimit;
  readonly failsWhen: 'above';
  /** Adjusted over all counts; `null` for new categories, which are held against a lower bound. */
  readonly p: number | null;
}

interface Weighed {
  readonly value: number;
  readonly expected: number | null;
  readonly p: number | null;
  /** The effect that is sure at a level, for measures without p-value. */
  readonly sureEffect?: (alpha: number) => number;
}

/**
 * Judges missing rates, new categories and values out of range, all of a batch together.
 *
 * Missing: the difference of the rates either way, with the test of homogeneity. Out of range: the rate, with the
 * beta-binomial law of values that share the two extremes of the reference. New categories: the exact lower bound of the
 * rate, less what Good and Turing expect: the rule of the data gate. Fails from the limit on with evidence at 0.01 over all counts; from the limit on
 * without evidence it is inconclusive.
 *
 * @throws RangeError when a count is not a whole number from 0 or a part is larger than its whole.
 */
export function judgeQuality(
  counts: readonly QualityCounts[],
  limits: Readonly<Record<string, DriftLimitOverrides>> = {},
): readonly QualityVerdict[] {
  const weighed = counts.map((count) => {
    checkCounts(count);
    return count.rows.reference === 0 || count.rows.current === 0 ? null : weigh(count);
  });
  const alpha = ALPHA / Math.max(1, counts.length);
  // A rate without p-value takes part in the family as one that is never rejected, and keeps its own share of alpha.
  const adjusted = holm(weighed.map((found) => found?.p ?? 1));
  return counts.map((count, at) => {
    const found = weighed[at] ?? null;
    const own = Object.hasOwn(limits, count.column) ? limits[count.column] : undefined;
    const limit = driftLimits(own)[count.measure];
    const { column, measure } = count;
    const base = { column, measure, limit, failsWhen: 'above' } as const;
    if (found === null) {
      return { ...base, verdict: 'inconclusive', reason: 'empty-group', value: null, expected: null, p: null };
    }
    const p = found.p === null ? null : (adjusted[at] ?? 1);
    return { ...base, ...judge({ ...found, p }, limit, alpha), value: found.value, expected: found.expected, p };
  });
}

function judge(
  { value, p, sureEffect }: Weighed,
  limit: DriftLimit,
  alpha: number,
): { readonly verdict: DriftVerdict; readonly reason: DriftReason } {
  const sure = sureEffect === undefined ? (p !== null && p <= ALPHA ? value : 0) : sureEffect(alpha);
  if (reaches(sure, limit.fail)) return { verdict: 'fail', reason: 'limit-exceeded' };
  if (reaches(value, limit.fail)) return { verdict: 'inconclusive', reason: 'effect-without-evidence' };
  if (!(value < limit.fail)) throw new RangeError(`A rate is a number, got ${value}.`);
  if (reaches(sure, limit.warn)) return { verdict: 'warn', reason: 'warning-exceeded' };
  return { verdict: 'pass', reason: 'within-limit' };
}

function weigh(count: QualityCounts): Weighed {
  const { rows } = count;
  if (count.measure === 'missing-rate-difference') {
    const { missing } = count;
    const test = homogeneity(
      [missing.reference, rows.reference - missing.reference],
      [missing.current, rows.current - missing.current],
    );
    return {
      value: Math.abs(missing.current / rows.current - missing.reference / rows.reference),
      expected: 0,
      p: test.undefinedReason === null ? test.p : 1,
    };
  }
  if (count.measure === 'out-of-range-rate') {
    const p = rows.reference < 2 ? 1 : outOfRangeTail(count.outside, rows);
    return { value: count.outside / rows.current, expected: outOfRangeProbability(rows.reference), p };
  }
  const known = {
    newRows: count.newRows,
    currentRows: rows.current,
    singletons: count.singletons,
    pooled: count.pooled,
    referenceRows: rows.reference,
  };
  const { rate, expected } = newCategoryRate(known, 1 - ALPHA);
  return {
    value: Math.max(0, rate - expected),
    expected,
    p: null,
    sureEffect: (alpha) => Math.max(0, newCategoryRate(known, 1 - alpha).interval[0] - expected),
  };
}

function checkCounts(count: QualityCounts): void {
  const { rows } = count;
  const parts =
    count.measure === 'missing-rate-difference'
      ? [
          [count.missing.reference, rows.reference],
          [count.missing.current, rows.current],
        ]
      : count.measure === 'out-of-range-rate'
        ? [
            [count.outside, rows.current],
            [0, rows.reference],
          ]
        : [
            [count.newRows, rows.current],
            [count.singletons, rows.reference],
            [count.pooled, rows.reference],
          ];
  for (const [part, whole] of parts) {
    const whole1 = Number(whole);
    const part1 = Number(part);
    if (!(Number.isSafeInteger(part1) && Number.isSafeInteger(whole1) && part1 >= 0 && part1 <= whole1)) {
      throw new RangeError(`${count.measure} of "${count.column}" counts 0 ≤ part ≤ rows, got ${part1} of ${whole1}.`);
    }
  }
}
