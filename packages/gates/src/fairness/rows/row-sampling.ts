import { LEAST_CLUSTERS, normalCdf, studentCritical } from '@gatehouse/stats';
import type { ConfusionCounts, CountSampling, OutcomeSums } from '../../decision/confusion.ts';
import type { GroupRate } from '../pairs/fairness-measures.ts';

export const OUTCOMES = ['tp', 'fp', 'fn', 'tn'] as const;

// A p-value asks for confidences so high that the normal one would be 1 in binary.
const NEAREST_TO_ONE = 1 - 1e-15;

/** A rate of a group, and how many independent rows would be as sure of it. */
export interface GroupShare {
  readonly proportion: number;
  readonly effectiveN: number;
  /** Weight of the rows that the rate rests on. */
  readonly mass: number;
  /** What each cluster adds to the error of the rate; `null` where rows are independent. */
  readonly influence: ReadonlyMap<string, number> | null;
}

/**
 * A rate of rows as they were drawn: Kish's effective size with weights (stats.md §0); with clusters, the size that gives
 * the variance between clusters (linearised, C/(C - 1)·Σ e²), or where that is zero the effective number of clusters. Never
 * more than Kish's.
 */
export function shareOf(rate: GroupRate, counts: ConfusionCounts): GroupShare {
  const { sampling } = counts;
  if (sampling === undefined) {
    const { successes, n } = rate.count(counts);
    return { proportion: successes / n, effectiveN: n, mass: n, influence: null };
  }
  const [part, mass] = sumsOf(rate, sampling.weights);
  const [, squares] = sumsOf(rate, sampling.squares);
  const proportion = part / mass;
  const kish = mass ** 2 / squares;
  if (sampling.clusters === null) return { proportion, effectiveN: kish, mass, influence: null };
  const influence = new Map<string, number>();
  let ofClusters = 0;
  for (const [cluster, weights] of sampling.clusters) {
    const [own, whole] = sumsOf(rate, weights);
    if (whole === 0) continue;
    influence.set(cluster, (own - proportion * whole) / mass);
    ofClusters += whole ** 2;
  }
  const variance = covarianceOf(influence, influence);
  const isVaried = variance > 1e-15 && proportion > 0 && proportion < 1;
  const effective = isVaried ? (proportion * (1 - proportion)) / variance : mass ** 2 / ofClusters;
  return { proportion, effectiveN: Math.min(kish, effective), mass, influence };
}

/** Rows that a rate rests on; with weights Kish's number of them: a thousand of which one weighs all are one. */
export function rowsBehind(rate: GroupRate, counts: ConfusionCounts): number {
  const { n } = rate.count(counts);
  if (n === 0 || counts.sampling === undefined) return n;
  const [[, mass], [, squares]] = [sumsOf(rate, counts.sampling.weights), sumsOf(rate, counts.sampling.squares)];
  return Math.min(n, mass ** 2 / squares);
}

/** Two groups as a comparison uses them: where clusters of both hang together against it, each is less sure. */
export function pairedShares(first: GroupShare, second: GroupShare): readonly [GroupShare, GroupShare] {
  if (first.influence === null || second.influence === null) return [first, second];
  const [a, b] = [covarianceOf(first.influence, first.influence), covarianceOf(second.influence, second.influence)];
  const correlation = a > 0 && b > 0 ? covarianceOf(first.influence, second.influence) / Math.sqrt(a * b) : 0;
  // a² + b² - 2ρab is at most (1 + |ρ|)(a² + b²). A positive correlation would make the difference surer, and is not used.
  const inflation = 1 + Math.max(0, -correlation);
  const less = (share: GroupShare): GroupShare => ({ ...share, effectiveN: share.effectiveN / inflation });
  return [less(first), less(second)];
}

/**
 * The confidence at which a normal interval is that of Student with one degree of freedom less than clusters; `null` with
 * fewer than 20 clusters in a group, where no interval is known.
 */
export function clusterConfidence(shares: readonly [GroupShare, GroupShare], confidence: number): number | null {
  const clusters = shares.flatMap(({ influence }) => (influence === null ? [] : [influence.size]));
  if (clusters.length === 0) return confidence;
  const least = Math.min(...clusters);
  if (least < LEAST_CLUSTERS) return null;
  return Math.min(NEAREST_TO_ONE, 1 - 2 * normalCdf(-studentCritical(confidence, least - 1)));
}

function covarianceOf(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [cluster, own] of first) sum += own * (second.get(cluster) ?? 0);
  const clusters = new Set([...first.keys(), ...second.keys()]).size;
  return clusters < 2 ? 0 : (sum * clusters) / (clusters - 1);
}

/** Part and whole of a rate, in the unit of the sums. */
function sumsOf(rate: GroupRate, sums: OutcomeSums): readonly [number, number] {
  let [part, whole] = [0, 0];
  for (const outcome of OUTCOMES) {
    const unit = rate.count({ tp: 0, fp: 0, fn: 0, tn: 0, [outcome]: 1 });
    part += unit.successes * sums[outcome];
    whole += unit.n * sums[outcome];
  }
  return [part, whole];
}

/** How the rows of several groups together were drawn; absent where they count once each, and independently. */
export function sumOfSampling(parts: readonly ConfusionCounts[]): CountSampling | undefined {
  const known = parts.flatMap(({ sampling }) => sampling ?? []);
  if (known.length === 0) return undefined;
  const clusters = new Map<string, OutcomeSums>();
  for (const { clusters: own } of known) {
    for (const [cluster, sums] of own ?? []) clusters.set(cluster, added(clusters.get(cluster), sums));
  }
  return {
    weights: known.reduce((sum, { weights }) => added(sum, weights), NOTHING),
    squares: known.reduce((sum, { squares }) => added(sum, squares), NOTHING),
    clusters: known.some((own) => own.clusters !== null) ? clusters : null,
  };
}

/** The counts that measures of whole groups are made of: weights where rows have some. */
export function weighed(counts: ConfusionCounts): ConfusionCounts {
  return counts.sampling === undefined ? counts : counts.sampling.weights;
}

const NOTHING: OutcomeSums = { tp: 0, fp: 0, fn: 0, tn: 0 };

function added(first: OutcomeSums | undefined, second: OutcomeSums): OutcomeSums {
  if (first === undefined) return second;
  return {
    tp: first.tp + second.tp,
    fp: first.fp + second.fp,
    fn: first.fn + second.fn,
    tn: first.tn + second.tn,
  };
}
