import { midranks } from './midranks.ts';

/** Areas under the ROC curve of several scores of the same rows, and how surely they are known. */
export interface DelongResult {
  readonly aucs: readonly number[];
  /** Covariance of `aucs`; `null` with fewer than two positives or two negatives, where it cannot be estimated. */
  readonly covariance: readonly (readonly number[])[] | null;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Areas under the ROC curve (ties count one half) with their covariance: DeLong, DeLong and Clarke-Pearson (1988),
 * Biometrics 44, 837-845, by midranks in O(N log N) as Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389-1393.
 *
 * Per positive row V10 = (R - Rpos)/n, per negative row V01 = 1 - (R - Rneg)/m, with m positives and n negatives;
 * covariance = cov(V10)/m + cov(V01)/n, each with divisor minus one.
 *
 * `null` when there is no positive or no negative row: the area is not defined then.
 *
 * @param labels True where the row is positive.
 * @param scores One array per model, aligned with `labels`; a higher score means more likely positive.
 * @throws RangeError when a score is not finite or an array has another length than `labels`.
 */
export function delong(labels: readonly boolean[], scores: readonly (readonly number[])[]): DelongResult | null {
  const positives = labels.filter((label) => label).length;
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const parts = scores.map((values) => components(labels, values));
  const aucs = parts.map(({ ofPositives }) => mean(ofPositives));
  if (positives < 2 || negatives < 2) return { aucs, covariance: null, positives, negatives };
  const covariance = parts.map((a) =>
    parts.map(
      (b) =>
        sampleCovariance(a.ofPositives, b.ofPositives) / positives +
        sampleCovariance(a.ofNegatives, b.ofNegatives) / negatives,
    ),
  );
  return { aucs, covariance, positives, negatives };
}

interface Components {
  /** Share of the negatives that each positive row outranks. */
  readonly ofPositives: readonly number[];
  /** Share of the positives that outrank each negative row. */
  readonly ofNegatives: readonly number[];
}

function components(labels: readonly boolean[], scores: readonly number[]): Components {
  if (scores.length !== labels.length) {
    throw new RangeError(`Scores and labels must have one length, got ${scores.length} and ${labels.length}.`);
  }
  const bad = scores.find((score) => !Number.isFinite(score));
  if (bad !== undefined) throw new RangeError(`A score is a finite number, got ${bad}.`);
  const all = midranks(scores);
  const positive = indices(labels, true);
  const negative = indices(labels, false);
  const share = (own: readonly number[], others: number): readonly number[] => {
    const within = midranks(own.map((index) => Number(scores[index])));
    return own.map((index, at) => (Number(all[index]) - Number(within[at])) / others);
  };
  return {
    ofPositives: share(positive, negative.length),
    ofNegatives: share(negative, positive.length).map((outranked) => 1 - outranked),
  };
}

function indices(labels: readonly boolean[], wanted: boolean): readonly number[] {
  return labels.flatMap((label, index) => (label === wanted ? [index] : []));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sampleCovariance(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  const sum = a.reduce((total, value, index) => total + (value - meanA) * (Number(b[index]) - meanB), 0);
  return sum / (a.length - 1);
}
