import type { MulticlassMetricName } from '@gatehouse/core';
import type { Baseline } from '../exam/trivial-baseline.ts';

const MOST_FREQUENT = 'always predicting the most frequent class gives';
const CHANCE = 'predicting by chance gives';
const RANDOM_ORDER = 'a random order gives';
const SHARES = 'always predicting the shares of the classes gives';

interface Truth {
  readonly labels: Int32Array;
  readonly classes: number;
  readonly weights: Float64Array | null;
  /** Of top-k accuracy. */
  readonly k: number;
}

/**
 * What a model of several classes must beat, from the shares of the classes in the rows; `null` where there is no row.
 * F1 is that of the most frequent class alone, over the classes that have a row, or of guessing by their shares.
 */
export function classBaseline(metric: MulticlassMetricName, truth: Truth): Baseline | null {
  if (truth.labels.length === 0) return null;
  const shares = sharesOf(truth).sort((a, b) => b - a);
  const most = Number(shares[0]);
  const present = shares.filter((share) => share > 0).length;
  const f1 = (2 * most) / (1 + most);
  const squares = shares.reduce((sum, share) => sum + share * share, 0);
  const known: Readonly<Record<MulticlassMetricName, Baseline>> = {
    accuracy: { value: most, words: MOST_FREQUENT },
    error: { value: 1 - most, words: MOST_FREQUENT },
    'balanced-accuracy': { value: 1 / present, words: CHANCE },
    // Guessing by the shares finds each class as often as it is there.
    'macro-f1': greater({ value: f1 / present, words: MOST_FREQUENT }, { value: 1 / present, words: CHANCE }),
    'micro-f1': { value: most, words: MOST_FREQUENT },
    'weighted-f1': greater({ value: most * f1, words: MOST_FREQUENT }, { value: squares, words: CHANCE }),
    mcc: { value: 0, words: CHANCE },
    'cohen-kappa': { value: 0, words: CHANCE },
    'linear-kappa': { value: 0, words: CHANCE },
    'quadratic-kappa': { value: 0, words: CHANCE },
    'macro-auc-ovr': { value: 0.5, words: RANDOM_ORDER },
    'macro-auc-ovo': { value: 0.5, words: RANDOM_ORDER },
    'top-k-accuracy': {
      value: Math.min(
        1,
        shares.slice(0, truth.k).reduce((sum, share) => sum + share, 0),
      ),
      words: 'always naming the most frequent classes gives',
    },
    'log-loss': { value: entropy(shares), words: SHARES },
    brier: { value: 1 - squares, words: SHARES },
  };
  return known[metric];
}

function greater(first: Baseline, second: Baseline): Baseline {
  return first.value >= second.value ? first : second;
}

function sharesOf({ labels, classes, weights }: Truth): number[] {
  const sums = new Array<number>(classes).fill(0);
  let total = 0;
  for (const [row, label] of labels.entries()) {
    const weight = weights === null ? 1 : Number(weights[row]);
    sums[label] = (sums[label] ?? 0) + weight;
    total += weight;
  }
  return sums.map((sum) => sum / total);
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, share) => (share === 0 ? sum : sum - share * Math.log(share)), 0);
}
