import {
  averagePrecisionOfWeights,
  type BinaryConfusion,
  balancedAccuracy,
  brierOfRow,
  CONFUSION_RATES,
  cohenKappa,
  confusionRate,
  fBeta,
  logLossOfRow,
  type Measured,
  type MeasureOfWeights,
  matthews,
  rocAucInOrder,
  type ScoredLabels,
  scoreOrder,
  weightedWilsonInterval,
} from '@gatehouse/stats';
import { estimateOf, type Metric, undefinedMetric } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import { effectiveRows, type Sampling, samplingOf } from '../estimate/sampling.ts';
import type { MetricEstimates } from '../exam/exam.ts';
import { resampledMetric } from '../exam/resampled-metric.ts';
import { meanMetric } from '../exam/unit-metric.ts';
import { WORST_LOG_LOSS } from '../exam/worst-loss.ts';
import { type BinaryRows, modelOf } from './binary-rows.ts';

type SampledRows = BinaryRows & { readonly sampling: Sampling };
type Rate = Extract<Metric, keyof typeof CONFUSION_RATES>;

/** A metric of rows that do not all count the same, or depend on each other: by drawing rows again. */
export function sampledBinaryMetric(metric: Metric, rows: SampledRows, beta: number): MetricEstimates {
  const { labels, sampling } = rows;
  const resampled = (ofWeights: (side: Side) => MeasureOfWeights<string>, least: 0 | -1): MetricEstimates =>
    resampledMetric({ rows: labels.length, ofWeights, range: [least, 1] }, sampling);
  const ofConfusion = (measure: (confusion: BinaryConfusion) => Measured) =>
    resampled(
      (side) => {
        const confusion = confusionOfWeights(rows, side);
        return (weights) => measure(confusion(weights));
      },
      metric === 'mcc' || metric === 'cohen-kappa' ? -1 : 0,
    );
  const sampleOf = (side: Side): ScoredLabels => ({
    labels: Uint8Array.from(labels, Number),
    scores: Float64Array.from(modelOf(rows, side).scores),
  });
  const loss = (ofRow: typeof brierOfRow, worst: number): MetricEstimates => {
    const numbers = (side: Side): Float64Array => {
      const lossOf = ofRow(sampleOf(side));
      return Float64Array.from(labels, (_, row) => lossOf(row));
    };
    return meanMetric({ numbers, range: [0, worst] }, sampling);
  };
  switch (metric) {
    case 'auc':
      return resampled((side) => {
        const { labels: positive, scores } = sampleOf(side);
        const order = scoreOrder(scores);
        return (weights) => rocAucInOrder({ order, labels: positive, weights });
      }, 0);
    case 'average-precision':
      return resampled((side) => averagePrecisionOfWeights(sampleOf(side)), 0);
    case 'log-loss':
      return loss(logLossOfRow, WORST_LOG_LOSS);
    case 'brier':
      return loss(brierOfRow, 1);
    case 'f1':
      return ofConfusion((confusion) => fBeta(confusion, 1));
    case 'f-beta':
      return ofConfusion((confusion) => fBeta(confusion, beta));
    case 'balanced-accuracy':
      return ofConfusion(balancedAccuracy);
    case 'mcc':
      return ofConfusion(matthews);
    case 'cohen-kappa':
      return ofConfusion(({ tp, fp, fn, tn }) => cohenKappa({ classes: 2, cells: Float64Array.of(tn, fp, fn, tp) }));
    default: {
      const estimates = ofConfusion((confusion) => confusionRate(metric, confusion));
      return sampling.clusters === null ? { ...estimates, estimate: wilson(metric, rows, estimates.value) } : estimates;
    }
  }
}

/** A share of weighted rows: Wilson's interval with the effective number of the rows that it is a share of. */
function wilson(rate: Rate, rows: SampledRows, value: MetricEstimates['value']): MetricEstimates['estimate'] {
  return ({ confidence }) => {
    const share = value('challenger');
    if (share.value === null) return undefinedMetric(share.undefinedReason);
    const { whole } = CONFUSION_RATES[rate];
    const { predicted } = rows.challenger;
    const counted = rows.labels.flatMap((label, row) =>
      whole(confusionOfRow(label, predicted[row] === true)) > 0 ? [row] : [],
    );
    const effectiveN = effectiveRows(counted.length, samplingOf(rows.sampling, counted));
    const proportion = Math.min(1, share.value);
    const boundsAt = (level: number) => weightedWilsonInterval({ proportion, effectiveN }, level);
    const method = `wilson, effective n ${Math.floor(effectiveN)}`;
    return estimateOf({ value: proportion, boundsAt, method, n: [counted.length] }, confidence);
  };
}

function confusionOfRow(label: boolean, predicted: boolean): BinaryConfusion {
  return {
    tp: Number(label && predicted),
    fp: Number(!label && predicted),
    fn: Number(label && !predicted),
    tn: Number(!label && !predicted),
  };
}

function confusionOfWeights(rows: BinaryRows, side: Side): (weights: ArrayLike<number>) => BinaryConfusion {
  const { predicted } = modelOf(rows, side);
  const cellOf = Uint8Array.from(rows.labels, (label, row) => 2 * Number(label) + Number(predicted[row] === true));
  return (weights) => {
    const cells = [0, 0, 0, 0];
    for (let row = 0; row < cellOf.length; row += 1) {
      const cell = Number(cellOf[row]);
      cells[cell] = Number(cells[cell]) + Number(weights[row]);
    }
    const [tn = 0, fp = 0, fn = 0, tp = 0] = cells;
    return { tp, fp, fn, tn };
  };
}
