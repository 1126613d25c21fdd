import { defined, undefinedFor } from '../../measured.ts';
import type { MeasureOfWeights } from '../../resampling/measure-of-weights.ts';
import type { Numbers } from '../../sample-checks.ts';
import { type ScoreOrder, scoreOrder } from '../scores/score-order.ts';
import { checkScoredClasses, type ScoredClasses } from './class-probabilities.ts';

type Reason = 'empty-group' | 'absent-class';

/**
 * `classAucOneVsRest` for rows drawn again. O(K·N) a call after K sorts.
 *
 * @throws RangeError when a class is out of range, a score not finite, or lengths differ.
 */
export function classAucOneVsRestOfWeights(sample: Omit<ScoredClasses, 'weights'>): MeasureOfWeights<Reason> {
  return areasOfWeights(sample, (area) => {
    let sum = 0;
    for (let own = 0; own < area.classes; own += 1) {
      let right = 0;
      let others = 0;
      for (let other = 0; other < area.classes; other += 1) {
        if (other === own) continue;
        right += area.rightPairs(own, other);
        others += area.weightOf(other);
      }
      sum += Math.min(1, right / (area.weightOf(own) * others));
    }
    return sum / area.classes;
  });
}

/**
 * `classAucOneVsOne` for rows drawn again. O(K·N + K²) a call after K sorts.
 *
 * @throws RangeError when a class is out of range, a score not finite, or lengths differ.
 */
export function classAucOneVsOneOfWeights(sample: Omit<ScoredClasses, 'weights'>): MeasureOfWeights<Reason> {
  return areasOfWeights(sample, (area) => {
    let sum = 0;
    for (let own = 0; own < area.classes; own += 1) {
      for (let other = 0; other < area.classes; other += 1) {
        if (other === own) continue;
        sum += Math.min(1, area.rightPairs(own, other) / (area.weightOf(own) * area.weightOf(other)));
      }
    }
    return sum / (area.classes * (area.classes - 1));
  });
}

interface Areas {
  readonly classes: number;
  /** Pairs of a row of `own` and one of `other` that the score of `own` puts in the right order, ties one half. */
  rightPairs(own: number, other: number): number;
  weightOf(own: number): number;
}

function areasOfWeights(
  { labels, classes, scores }: Omit<ScoredClasses, 'weights'>,
  measure: (areas: Areas) => number,
): MeasureOfWeights<Reason> {
  checkScoredClasses({ labels, classes, scores });
  const orders = Array.from({ length: classes }, (_, k) =>
    scoreOrder(Float64Array.from(labels, (_label, row) => Number(scores[row * classes + k]))),
  );
  const right = new Float64Array(classes * classes);
  const ofClass = new Float64Array(classes);
  const areas: Areas = {
    classes,
    rightPairs: (own, other) => Number(right[own * classes + other]),
    weightOf: (own) => Number(ofClass[own]),
  };
  return (weights) => {
    ofClass.fill(0);
    for (let row = 0; row < labels.length; row += 1) {
      const label = Number(labels[row]);
      ofClass[label] = Number(ofClass[label]) + Number(weights[row]);
    }
    if (ofClass.every((weight) => weight === 0)) return undefinedFor('empty-group');
    if (ofClass.includes(0)) return undefinedFor('absent-class');
    right.fill(0);
    for (const [own, order] of orders.entries()) countPairs({ order, own, labels, classes }, weights, right);
    return defined(measure(areas));
  };
}

interface OneClass {
  readonly order: ScoreOrder;
  readonly own: number;
  readonly labels: Int32Array;
  readonly classes: number;
}

/** Walks down the scores of one class and counts, for the rows of each other class, the own rows above them. */
function countPairs({ order, own, labels, classes }: OneClass, weights: Numbers, right: Float64Array): void {
  const { rows, ends } = order;
  let above = 0;
  let start = 0;
  for (let run = 0; run < ends.length; run += 1) {
    const end = Number(ends[run]);
    let tied = 0;
    for (let at = start; at < end; at += 1) {
      const row = Number(rows[at]);
      if (labels[row] === own) tied += Number(weights[row]);
    }
    const before = above + tied / 2;
    for (let at = start; at < end; at += 1) {
      const row = Number(rows[at]);
      const label = Number(labels[row]);
      if (label !== own)
        right[own * classes + label] = Number(right[own * classes + label]) + before * Number(weights[row]);
    }
    above += tied;
    start = end;
  }
}
