import { DEFAULT_DRIFT_LIMITS } from '@gatehouse/core';

/** What a drift gate can judge. Every one is an effect size from 0 up: higher means more drift. */
export const DRIFT_MEASURES = [
  'ks',
  'wasserstein-normed',
  'jensen-shannon',
  'cramer-v',
  'psi',
  'hellinger',
  'missing-rate-difference',
  'new-category-rate',
  'out-of-range-rate',
  'domain-auc',
] as const;
export type DriftMeasure = (typeof DRIFT_MEASURES)[number];

/** From `warn` a person should look, from `fail` the gate refuses; a value equal to a limit has reached it. */
export interface DriftLimit {
  readonly warn: number;
  readonly fail: number;
}

/** A limit of the policy. It names its side, so that an effect and a p-value cannot be confused. */
export interface DriftLimitOverride extends DriftLimit {
  readonly failsWhen: 'above';
}

/** Judged only where the policy has a limit for it. */
export type OptionalMeasure = 'psi' | 'hellinger';
export type DriftLimits = Readonly<Record<Exclude<DriftMeasure, OptionalMeasure>, DriftLimit>> &
  Readonly<Partial<Record<OptionalMeasure, DriftLimit>>>;
export type DriftLimitOverrides = Readonly<Partial<Record<DriftMeasure, DriftLimitOverride>>>;

/** Rounding that may separate an effect from a limit it has reached. */
const ROUNDING = 1e-12;

/** True when the effect is at or above the limit; an effect that is no number is refused by the caller. */
export function reaches(effect: number, limit: number): boolean {
  return effect >= limit - ROUNDING * Math.max(1, Math.abs(limit));
}

/**
 * The default limits with those of the policy in their place.
 *
 * @throws RangeError unless every override has `failsWhen: above` and 0 < warn ≤ fail, both finite.
 */
export function driftLimits(overrides: DriftLimitOverrides = {}): DriftLimits {
  for (const [measure, limit] of Object.entries(overrides)) {
    if (!DRIFT_MEASURES.some((known) => known === measure)) {
      throw new RangeError(`A drift limit is of ${DRIFT_MEASURES.join(', ')}, got "${measure}".`);
    }
    if (limit.failsWhen !== 'above') {
      throw new RangeError(`The limit of ${measure} fails when the effect is above, got "${limit.failsWhen}".`);
    }
    if (!(limit.warn > 0 && limit.warn <= limit.fail && limit.fail < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`The limits of ${measure} are 0 < warn ≤ fail, got ${limit.warn} and ${limit.fail}.`);
    }
  }
  return { ...DEFAULT_DRIFT_LIMITS, ...overrides };
}
