import type { Bounds } from '@gatehouse/stats';
import type { DriftLimit } from '../drift-limits.ts';
import type { ColumnVerdict, DriftReason, DriftVerdict, EffectVerdict } from './column-verdict.ts';
import { worstVerdict } from './column-verdict.ts';
import type { QualityVerdict } from './quality-verdict.ts';

/** The measure that made the verdict of a column what it is: what a finding and a table show of the column. */
export interface DecisiveMeasure {
  /** `distribution` where nothing of the values could be measured. */
  readonly measure: string;
  readonly verdict: DriftVerdict;
  readonly reason: DriftReason;
  /** The lower end where a profile leaves room. */
  readonly value: number | null;
  /** Both ends of what a profile leaves open; `null` where the value is exact. */
  readonly bounds: Bounds | null;
  readonly limit: DriftLimit | null;
  /** The value in units of the limit of failure; `null` without a value. */
  readonly ofLimit: number | null;
  /** Evidence over all columns together; `null` where the measure has no test. */
  readonly p: number | null;
  readonly method: string | null;
  readonly requiredRows: number | null;
}

/**
 * Of the measures with the worst verdict the one furthest beyond its limit, whether of the distribution or of the counts
 * beside it. What could not be measured at all goes before what was.
 */
export function decisiveMeasure(distribution: ColumnVerdict, quality: readonly QualityVerdict[]): DecisiveMeasure {
  const all = [
    ...(distribution.effects.length === 0 ? [unmeasured(distribution)] : []),
    ...distribution.effects.map((effect) => ofEffect(effect, distribution)),
    ...quality.map(ofCount),
  ];
  const verdict = worstVerdict(all.map((one) => one.verdict));
  const [first] = all
    .filter((one) => one.verdict === verdict)
    .sort((a, b) => (b.ofLimit ?? Number.POSITIVE_INFINITY) - (a.ofLimit ?? Number.POSITIVE_INFINITY) || 0);
  return first ?? unmeasured(distribution);
}

function unmeasured({ verdict, reason }: ColumnVerdict): DecisiveMeasure {
  const none = { value: null, bounds: null, limit: null, ofLimit: null, p: null, method: null, requiredRows: null };
  return { measure: 'distribution', verdict, reason, ...none };
}

function ofEffect(effect: EffectVerdict, { p, method }: ColumnVerdict): DecisiveMeasure {
  const { measure, verdict, reason, bounds, limit, requiredRows } = effect;
  const [lower, upper] = bounds;
  return {
    measure,
    verdict,
    reason,
    value: lower,
    bounds: upper > lower ? bounds : null,
    limit,
    ofLimit: lower / limit.fail,
    p: p === null ? null : p[1],
    method,
    requiredRows,
  };
}

function ofCount({ measure, verdict, reason, value, limit, p }: QualityVerdict): DecisiveMeasure {
  const ofLimit = value === null ? null : value / limit.fail;
  return {
    measure,
    verdict,
    reason,
    value,
    bounds: null,
    limit,
    ofLimit,
    p,
    method: 'exact counts',
    requiredRows: null,
  };
}
