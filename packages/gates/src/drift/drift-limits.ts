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

/**
 * Conventions, not laws (stats.md §3.3): Kolmogorov-Smirnov and V from 0 to 1, Jensen-Shannon in nats,
 * Wasserstein-1 in standard deviations of the reference.
 */
export const DEFAULT_DRIFT_LIMITS: DriftLimits = {
  ks: { warn: 0.1, fail: 0.2 },
  'wasserstein-normed': { warn: 0.1, fail: 0.2 },
  'jensen-shannon': { warn: 0.1, fail: 0.2 },
  'cramer-v': { warn: 0.1, fail: 0.2 },
  'missing-rate-difference': { warn: 0.02, fail: 0.05 },
  'new-category-rate': { warn: 0.01, fail: 0.05 },
  'out-of-range-rate': { warn: 0.01, fail: 0.05 },
  'domain-auc': { warn: 0.6, fail: 0.7 },
};

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
