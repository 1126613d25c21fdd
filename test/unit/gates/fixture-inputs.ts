import { type FairnessGateConfig, type Finding, type PerformanceGateConfig, sha256 } from '@gatehouse/core';
import type { ConfusionCounts, GateContext, GroupCounts, ScoredRows } from '@gatehouse/gates';

export const CONTEXT: GateContext = {
  subject: { model: 'loans', modelDigest: sha256('model') },
  policyDigest: sha256('policy'),
  inputs: [{ name: 'predictions', digest: sha256('predictions'), rows: 4 }],
};

/** ProPublica's published counts (stats.md §10.1); positive is a score other than Low. */
export const COMPAS: Readonly<Record<string, ConfusionCounts>> = {
  'African-American': { tn: 990, fp: 805, fn: 532, tp: 1369 },
  Caucasian: { tn: 1139, fp: 349, fn: 461, tp: 505 },
  Hispanic: { tn: 318, fp: 87, fn: 129, tp: 103 },
  Asian: { tn: 21, fp: 2, fn: 3, tp: 6 },
  'Native American': { tn: 5, fp: 3, fn: 1, tp: 9 },
  Other: { tn: 208, fp: 36, fn: 90, tp: 43 },
};

export function oneColumn(groups: Readonly<Record<string, ConfusionCounts>>): ReadonlyMap<string, GroupCounts> {
  return new Map([['race', new Map(Object.entries(groups))]]);
}

export function fairnessConfig(
  measures: FairnessGateConfig['measures'],
  changes: Partial<FairnessGateConfig> = {},
): FairnessGateConfig {
  return {
    confidence: 0.95,
    sensitive: ['race'],
    reference: 'none',
    'reference-groups': {},
    'minimum-group-size': 30,
    'minimum-denominator': 30,
    intersections: { depth: 2, gate: false },
    'suppress-below': 10,
    'suppress-rates': false,
    measures,
    ...changes,
  };
}

export function performanceConfig(
  metrics: PerformanceGateConfig['metrics'],
  changes: Partial<PerformanceGateConfig> = {},
): PerformanceGateConfig {
  return { confidence: 0.95, metrics, 'trivial-baseline': 'majority-class', ...changes };
}

/** Labels of `n` rows, every `every`th positive, and a model that gets the first `right` rows right. */
export function modelWith(options: { readonly n: number; readonly every: number; readonly right: number }): {
  readonly labels: readonly boolean[];
  readonly rows: ScoredRows;
} {
  const labels = Array.from({ length: options.n }, (_, index) => index % options.every === 0);
  const predicted = labels.map((label, index) => (index < options.right ? label : !label));
  return { labels, rows: { predicted, scores: predicted.map((positive) => (positive ? 0.8 : 0.2)) } };
}

export function findingOf(findings: readonly Finding[], measure: string): Finding {
  const found = findings.find((finding) => finding.measure === measure);
  if (found === undefined) throw new Error(`no finding about ${measure}`);
  return found;
}
