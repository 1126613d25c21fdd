import { type DriftLimitOverrides, driftLimits, reaches } from '../drift-limits.ts';
import type { ColumnVerdict, DriftVerdict } from './column-verdict.ts';
import { worstVerdict } from './column-verdict.ts';

/** A judged feature and how much it matters. */
export interface WeighedColumn {
  readonly judged: Pick<ColumnVerdict, 'column' | 'verdict'>;
  /** From 0, finite; 1 unless told. */
  readonly importance?: number;
  /** A critical column that fails fails the dataset, whatever its importance. */
  readonly critical?: boolean;
}

/** What the domain classifier says: the one-sided lower bound of its area, or why there is none. */
export type DomainEvidence =
  | { readonly lower: number; readonly undefinedReason: null }
  | { readonly lower: null; readonly undefinedReason: string };

/** Shares of the importance of the columns at which the dataset warns and fails (stats.md §3.3). */
export interface ShareLimits {
  readonly warn: number;
  readonly fail: number;
}

/** The verdict on all features together, and on each of its three rules. */
export interface DatasetVerdict {
  readonly verdict: DriftVerdict;
  /** Share of the importance of columns that fail; `null` without a column. The upper end adds the inconclusive ones. */
  readonly share: readonly [number, number] | null;
  readonly limit: ShareLimits;
  readonly failsWhen: 'above';
  readonly rules: {
    readonly share: DriftVerdict;
    readonly critical: DriftVerdict;
    readonly domain: DriftVerdict | null;
  };
  /** Critical columns that fail or cannot be judged. */
  readonly criticalColumns: readonly string[];
}

const SHARE_LIMITS: ShareLimits = { warn: 0.1, fail: 0.3 };

/**
 * Judges the features together: the importance-weighted share of columns that fail, critical columns, and the domain
 * classifier where one was asked for (`domain` is `null` where none was). An inconclusive column may be a failing one: when
 * that could bring the share to its limit, the dataset is inconclusive. The worst rule decides.
 *
 * @throws RangeError when an importance is negative or not finite, all are 0, limits are not 0 < warn ≤ fail ≤ 1, or an area
 *   is not from 0 to 1.
 */
export function judgeDataset(
  columns: readonly WeighedColumn[],
  domain: DomainEvidence | null,
  options: { readonly share?: ShareLimits; readonly limits?: DriftLimitOverrides } = {},
): DatasetVerdict {
  const limit = options.share ?? SHARE_LIMITS;
  if (!(limit.warn > 0 && limit.warn <= limit.fail && limit.fail <= 1)) {
    throw new RangeError(`Share limits are 0 < warn ≤ fail ≤ 1, got ${limit.warn} and ${limit.fail}.`);
  }
  const share = failingShare(columns);
  const critical = columns.filter((column) => column.critical === true);
  const rules = {
    share: share === null ? 'inconclusive' : judgeShare(share, limit),
    critical: critical.length === 0 ? 'pass' : worstVerdict(critical.map(({ judged }) => judged.verdict)),
    domain: domain === null ? null : judgeDomain(domain, options.limits),
  } as const;
  return {
    verdict: worstVerdict([rules.share, rules.critical, ...(rules.domain === null ? [] : [rules.domain])]),
    share,
    limit,
    failsWhen: 'above',
    rules,
    criticalColumns: critical.filter(({ judged }) => isBad(judged.verdict)).map(({ judged }) => judged.column),
  };
}

function isBad(verdict: DriftVerdict): boolean {
  return verdict !== 'pass' && verdict !== 'warn';
}

function failingShare(columns: readonly WeighedColumn[]): readonly [number, number] | null {
  if (columns.length === 0) return null;
  let [failing, unknown, known] = [0, 0, 0];
  for (const { judged, importance = 1 } of columns) {
    if (!(importance >= 0 && importance < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`The importance of "${judged.column}" is a finite number from 0, got ${importance}.`);
    }
    if (judged.verdict === 'fail') failing += importance;
    else if (isBad(judged.verdict)) unknown += importance;
    else known += importance;
  }
  const total = failing + unknown + known;
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The importance of some column is above 0, and their sum finite, got ${total}.`);
  }
  return [failing / total, (failing + unknown) / total];
}

function judgeShare([lower, upper]: readonly [number, number], limit: ShareLimits): DriftVerdict {
  if (reaches(lower, limit.fail)) return 'fail';
  if (reaches(upper, limit.fail)) return 'inconclusive';
  return reaches(upper, limit.warn) ? 'warn' : 'pass';
}

function judgeDomain(domain: DomainEvidence, limits: DriftLimitOverrides | undefined): DriftVerdict {
  if (domain.undefinedReason !== null) return 'inconclusive';
  if (!(domain.lower >= 0 && domain.lower <= 1)) {
    throw new RangeError(`The bound of an area is from 0 to 1, got ${domain.lower}.`);
  }
  const limit = driftLimits(limits)['domain-auc'];
  if (reaches(domain.lower, limit.fail)) return 'fail';
  return reaches(domain.lower, limit.warn) ? 'warn' : 'pass';
}
