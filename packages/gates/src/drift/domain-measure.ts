import {
  classifyDomains,
  createRandom,
  criticalValue,
  type DomainFeature,
  delong,
  twoSidedConfidence,
} from '@gatehouse/stats';
import type { DriftLimit } from './drift-limits.ts';
import type { DomainEvidence } from './verdicts/dataset-verdict.ts';

const CONFIDENCE = 0.95;

/** Features of both sides, reference rows first, in an order that the order of files cannot change. */
export interface DomainTable {
  readonly features: readonly DomainFeature[];
  readonly rows: { readonly reference: number; readonly current: number };
}

/** How well rows of the two sides can be told apart, or why that is not known. */
export type DomainMeasure =
  | {
      readonly auc: number;
      /** One-sided lower bound. */
      readonly lower: number;
      readonly confidence: number;
      readonly n: readonly [number, number];
      readonly limit: DriftLimit;
      readonly undefinedReason: null;
    }
  | { readonly limit: DriftLimit; readonly undefinedReason: 'insufficient-n'; readonly why: string };

const TOO_FEW = 'it needs 200 rows of each side';

/** Trains the classifier and bounds its area from below, one-sided with confidence 0.95. */
export function measureDomains(table: DomainTable, limit: DriftLimit, seed: Uint8Array): DomainMeasure {
  const { features, rows } = table;
  if (features.length === 0) return { limit, undefinedReason: 'insufficient-n', why: 'no column has values for it' };
  const current = new Uint8Array(rows.reference + rows.current).fill(1, rows.reference);
  const found = classifyDomains({ features, current }, createRandom(seed));
  if (found.undefinedReason !== null) return { limit, undefinedReason: found.undefinedReason, why: TOO_FEW };
  const labels = Array.from(current, (side) => side === 1);
  const variance = delong(labels, [Array.from(found.scores)])?.covariance?.[0]?.[0];
  if (variance === undefined) return { limit, undefinedReason: 'insufficient-n', why: TOO_FEW };
  const half = criticalValue(twoSidedConfidence(CONFIDENCE)) * Math.sqrt(variance);
  const lower = Math.max(0, found.value - half);
  return {
    auc: found.value,
    lower,
    confidence: CONFIDENCE,
    n: [rows.reference, rows.current],
    limit,
    undefinedReason: null,
  };
}

/** The measure as the rule on the data as a whole reads it. */
export function domainEvidence(measure: DomainMeasure | null): DomainEvidence | null {
  if (measure === null) return null;
  if (measure.undefinedReason !== null) return { lower: null, undefinedReason: measure.undefinedReason };
  return { lower: measure.lower, undefinedReason: null };
}
