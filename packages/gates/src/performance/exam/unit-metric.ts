import {
  type Bounds,
  defined,
  type MeasureOfWeights,
  mcnemarExact,
  tangoDifference,
  undefinedFor,
  weightedWilsonInterval,
} from '@gatehouse/stats';
import { estimateOf, undefinedMetric } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import { effectiveRows, isPlain, type Sampling } from '../estimate/sampling.ts';
import { meanDifference, meanOfUnits } from '../estimate/unit-mean.ts';
import type { MetricEstimates } from './exam.ts';
import { resampledMetric } from './resampled-metric.ts';

/** A metric that is the mean of a number of each unit. */
export interface UnitNumbers {
  readonly numbers: (side: Side) => Float64Array;
  /** The least and the greatest number that a unit can have. */
  readonly range: Bounds;
}

/**
 * The mean of a number of each unit, as a loss: t intervals, and paired t or with few units paired BCa for the difference.
 * With weights or clusters rows are drawn again.
 */
export function meanMetric(of: UnitNumbers, sampling: Sampling): MetricEstimates {
  const { numbers, range } = of;
  const [least, greatest] = range;
  const resampled = resampledMetric(weighable(of), sampling);
  if (!isPlain(sampling)) return resampled;
  return {
    value: resampled.value,
    estimate(question) {
      const own = numbers('challenger');
      return own.length === 0 ? undefinedMetric('empty-group') : meanOfUnits(own, { question, range });
    },
    compare(question) {
      return meanDifference([numbers('challenger'), numbers('champion')], {
        question,
        range: [least - greatest, greatest - least],
      });
    },
  };
}

/** The share of the units of which something holds, such as a right prediction: its numbers are 0 and 1. */
export function shareMetric(numbers: UnitNumbers['numbers'], sampling: Sampling): MetricEstimates {
  const resampled = resampledMetric(weighable({ numbers, range: [0, 1] }), sampling);
  const plain = isPlain(sampling);
  return {
    value: resampled.value,
    estimate(question) {
      if (sampling.clusters !== null) return resampled.estimate(question);
      const value = resampled.value('challenger');
      if (value.value === null) return undefinedMetric(value.undefinedReason);
      const proportion = Math.min(1, value.value);
      const units = numbers('challenger').length;
      const effectiveN = effectiveRows(units, sampling);
      const method = plain ? 'wilson' : `wilson, effective n ${Math.floor(effectiveN)}`;
      const boundsAt = (level: number): Bounds => weightedWilsonInterval({ proportion, effectiveN }, level);
      return estimateOf({ value: proportion, boundsAt, method, n: [units] }, question.confidence);
    },
    compare(question) {
      // Exact tests count rows, and weighted rows are no counts.
      if (!plain) return resampled.compare(question);
      const [first, second] = [numbers('challenger'), numbers('champion')];
      const pairs = { onlyFirst: 0, onlySecond: 0, n: first.length };
      for (let unit = 0; unit < first.length; unit += 1) {
        if (Number(first[unit]) > Number(second[unit])) pairs.onlyFirst += 1;
        if (Number(first[unit]) < Number(second[unit])) pairs.onlySecond += 1;
      }
      if (pairs.n === 0) return undefinedMetric('empty-group');
      const boundsAt = (level: number) => tangoDifference(pairs, level);
      const value = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;
      const estimate = estimateOf({ value, boundsAt, method: 'tango', n: [pairs.n] }, question.confidence);
      return { ...estimate, p: mcnemarExact(pairs) };
    },
  };
}

function weighable({ numbers, range }: UnitNumbers): Parameters<typeof resampledMetric>[0] {
  const ofWeights = (side: Side): MeasureOfWeights<'empty-group'> => {
    const own = numbers(side);
    return (weights) => {
      let [sum, total] = [0, 0];
      for (let unit = 0; unit < own.length; unit += 1) {
        const weight = Number(weights[unit]);
        sum += weight * Number(own[unit]);
        total += weight;
      }
      return total === 0 ? undefinedFor('empty-group') : defined(sum / total);
    };
  };
  return { rows: numbers('challenger').length, ofWeights, range };
}
