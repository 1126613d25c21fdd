import type { Metric } from '../estimate/metric-estimate.ts';

/** What a model that knows nothing of the features reaches. */
export interface Baseline {
  readonly value: number;
  /** How it is reached, as a sentence continues: `a random order gives`. */
  readonly words: string;
}

const MAJORITY = 'always predicting the more frequent label gives';
const RANDOM_ORDER = 'a random order gives';
const ALL_POSITIVE = 'always predicting the positive label gives';
const ALL_NEGATIVE = 'always predicting the negative label gives';
const BASE_RATE = 'always predicting the share of positives gives';
const CHANCE = 'predicting by chance gives';

/**
 * The value that a model must beat, from the share of positives; `null` for a metric that a constant prediction brings to its
 * best value, as recall: there a floor must judge. `null` too where there is no row.
 */
export function trivialBaseline(
  metric: Metric,
  labels: readonly boolean[],
  {
    beta = 1,
    weights = null,
  }: { readonly beta?: number | undefined; readonly weights?: Float64Array | null | undefined } = {},
): Baseline | null {
  if (labels.length === 0) return null;
  const total = weights === null ? labels.length : weights.reduce((sum, weight) => sum + weight, 0);
  const positives = labels.reduce(
    (sum, label, row) => (label ? sum + (weights === null ? 1 : Number(weights[row])) : sum),
    0,
  );
  const p = positives / total;
  const negatives = total - positives;
  // Quotients of counts, so that a share that can be written exactly is exact.
  const majority = Math.max(positives, negatives) / total;
  const minority = Math.min(positives, negatives) / total;
  const square = beta * beta;
  const known: Readonly<Partial<Record<Metric, Baseline>>> = {
    accuracy: { value: majority, words: MAJORITY },
    error: { value: minority, words: MAJORITY },
    precision: { value: p, words: ALL_POSITIVE },
    npv: { value: negatives / total, words: ALL_NEGATIVE },
    f1: { value: (2 * p) / (1 + p), words: ALL_POSITIVE },
    'f-beta': { value: ((1 + square) * p) / (square * p + 1), words: ALL_POSITIVE },
    'balanced-accuracy': { value: 0.5, words: CHANCE },
    mcc: { value: 0, words: CHANCE },
    'cohen-kappa': { value: 0, words: CHANCE },
    auc: { value: 0.5, words: RANDOM_ORDER },
    'average-precision': { value: p, words: RANDOM_ORDER },
    'log-loss': { value: entropy(p), words: BASE_RATE },
    brier: { value: p * (1 - p), words: BASE_RATE },
  };
  return known[metric] ?? null;
}

function entropy(p: number): number {
  return p === 0 || p === 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
}
