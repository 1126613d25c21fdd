import { ActionError, METRICS_OF_TASK, type RegressionMetricName, WITHOUT_WEIGHTS } from '@gatehouse/core';
import {
  absoluteLoss,
  absolutePercentageLoss,
  kendallTauBOfWeights,
  METRIC_DIRECTIONS,
  type MeasureOfWeights,
  maxError,
  medianAbsoluteErrorOfWeights,
  momentsOf,
  type PlainPairs,
  percentageErrorOfWeights,
  pinballRowLoss,
  type RowLoss,
  rootMeanSquaredErrorOfWeights,
  rSquaredOfWeights,
  spearmanRhoOfWeights,
  squaredLogLoss,
  squaredLoss,
} from '@gatehouse/stats';
import type { Side } from '../estimate/paired-cells.ts';
import { LEAST_UNITS } from '../estimate/resampled-estimate.ts';
import { EQUAL_ROWS, type Sampling, samplingOf } from '../estimate/sampling.ts';
import type { Exam, ExaminedMetric, MetricEstimates, MetricRules } from '../exam/exam.ts';
import { ofTask, unfitInput } from '../exam/exam-input.ts';
import { observedMetric } from '../exam/observed-metric.ts';
import { resampledMetric } from '../exam/resampled-metric.ts';
import { meanMetric } from '../exam/unit-metric.ts';
import { metricOfFewUnits, metricWithoutValue } from '../exam/without-value.ts';
import { regressionBaseline } from './regression-baselines.ts';

/** What one model predicts. */
export interface NumberedRows {
  readonly predicted: Float64Array;
}

export interface RegressionRows {
  readonly labels: Float64Array;
  readonly challenger: NumberedRows;
  readonly champion: NumberedRows | null;
  readonly sampling?: Sampling;
}

/**
 * The exam of a regression (stats.md §1.2).
 *
 * @throws ActionError `bug` when arrays are not aligned or a number is not finite.
 */
export function regressionExam(rows: RegressionRows): Exam {
  const known: readonly RegressionMetricName[] = METRICS_OF_TASK.regression;
  checkRows(rows);
  const { labels, challenger } = rows;
  const residuals = momentsOf(labels.map((label, row) => label - Number(challenger.predicted[row])));
  const summary = (values: Float64Array) => {
    const { n, mean, m2 } = momentsOf(values);
    return { n, mean: n === 0 ? null : mean, 'standard-deviation': n < 2 ? null : Math.sqrt(m2 / (n - 1)) };
  };
  return {
    task: 'regression',
    units: labels.length,
    metrics: known,
    always: ['mae', 'r2'],
    metric: (name, rules, units) => examined(ofTask(name, known), rules, units === null ? rows : someOf(rows, units)),
    measures: {
      target: summary(labels),
      prediction: summary(challenger.predicted),
      residual: { mean: residuals.n === 0 ? null : residuals.mean },
    },
    findings: [],
    notMeasured: [],
  };
}

function examined(name: RegressionMetricName, rules: MetricRules, rows: RegressionRows): ExaminedMetric {
  const tau = rules.pinball?.tau ?? 0.5;
  const baseline = regressionBaseline(name, { labels: rows.labels, weights: rows.sampling?.weights ?? null, tau });
  const known = estimates(name, rows, tau);
  // What a row can be off by is read from the rows, and a few of them do not show it.
  const bounded = rows.labels.length < LEAST_UNITS ? metricOfFewUnits(known) : known;
  return { ...bounded, direction: METRIC_DIRECTIONS[name], baseline };
}

type OfPairs = (pairs: PlainPairs) => MeasureOfWeights<string>;

const OF_PAIRS: Readonly<Partial<Record<RegressionMetricName, OfPairs>>> = {
  rmse: rootMeanSquaredErrorOfWeights,
  wape: percentageErrorOfWeights,
  'median-absolute-error': medianAbsoluteErrorOfWeights,
  r2: rSquaredOfWeights,
  spearman: ({ truth, predicted }) => spearmanRhoOfWeights(truth, predicted),
  'kendall-tau-b': ({ truth, predicted }) => kendallTauBOfWeights(truth, predicted),
};

function estimates(name: RegressionMetricName, rows: RegressionRows, tau: number): MetricEstimates {
  const { labels, sampling = EQUAL_ROWS } = rows;
  const pairsOf = (side: Side): PlainPairs => ({ truth: labels, predicted: modelOf(rows, side).predicted });
  if (sampling.weights !== null && WITHOUT_WEIGHTS.includes(name)) {
    throw unfitInput(`weights, and the metric ${name}`, 'metrics that know weights');
  }
  if (name === 'max-error') return largestError(rows);
  if (name === 'msle') refuseNegative(rows);
  if (name === 'mape' && labels.includes(0)) return metricWithoutValue('zero-target');
  const worst = worstError(rows);
  const loss = LOSSES[name]?.(tau);
  // Perfect predictions of a constant say nothing about other rows: nothing in them could have been wrong.
  if (labels.length > 0 && worst === 0) return metricWithoutValue('constant-target');
  if (loss !== undefined) {
    const numbers = (side: Side) => {
      const { truth, predicted } = pairsOf(side);
      return truth.map((value, row) => loss(value, Number(predicted[row])));
    };
    const champion = rows.champion === null ? [] : [numbers('champion')];
    const largest = [numbers('challenger'), ...champion].flatMap((of) => of.reduce((a, b) => Math.max(a, b), 0));
    const greatest = Math.max(...largest, worstLoss(labels, loss));
    return meanMetric({ numbers, range: [0, greatest] }, sampling);
  }
  const measure = OF_PAIRS[name];
  if (measure === undefined) throw unfitInput(`the metric ${name}`, 'a metric of a regression');
  const ofWeights = (side: Side) => measure(pairsOf(side));
  return resampledMetric({ rows: labels.length, ofWeights, range: rangeOf(name, labels, worst) }, sampling);
}

/** Losses of a row, whose mean the metric is. */
const LOSSES: Readonly<Partial<Record<RegressionMetricName, (tau: number) => RowLoss>>> = {
  mae: () => absoluteLoss,
  mse: () => squaredLoss,
  pinball: pinballRowLoss,
  msle: () => squaredLogLoss,
  mape: () => absolutePercentageLoss,
};

/** The largest error is one of the rows: drawing them again says nothing about larger ones (ADR 14). */
function largestError(rows: RegressionRows): MetricEstimates {
  const value = (side: Side) => maxError({ truth: rows.labels, predicted: modelOf(rows, side).predicted });
  return observedMetric(value, rows.labels.length);
}

/** The error of a row that nobody has seen is taken to be at most that of the worst guess within the labels. */
function worstError({ labels, challenger, champion }: RegressionRows): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const label of labels) [low, high] = [Math.min(low, label), Math.max(high, label)];
  let worst = Math.max(0, high - low);
  for (const model of [challenger, champion]) {
    for (const [row, predicted] of (model?.predicted ?? []).entries()) {
      worst = Math.max(worst, Math.abs(Number(labels[row]) - predicted));
    }
  }
  return worst;
}

function worstLoss(labels: Float64Array, loss: RowLoss): number {
  const low = labels.reduce((least, label) => Math.min(least, label), Number.POSITIVE_INFINITY);
  const high = labels.reduce((most, label) => Math.max(most, label), Number.NEGATIVE_INFINITY);
  return labels.length === 0 ? 0 : Math.max(loss(low, high), loss(high, low));
}

function rangeOf(name: RegressionMetricName, labels: Float64Array, worst: number): readonly [number, number] {
  switch (name) {
    case 'spearman':
    case 'kendall-tau-b':
      return [-1, 1];
    case 'r2': {
      const { n, m2 } = momentsOf(labels);
      return [m2 === 0 ? 0 : 1 - (n * worst * worst) / m2, 1];
    }
    case 'wape': {
      const size = labels.reduce((sum, label) => sum + Math.abs(label), 0);
      return [0, size === 0 ? 0 : (labels.length * worst) / size];
    }
    default:
      return [0, worst];
  }
}

/** @throws ActionError `refused`, `value-negative`: the logarithmic error of such a number has no meaning. */
function refuseNegative({ labels, challenger, champion }: RegressionRows): void {
  for (const [what, values] of [
    ['true value', labels],
    ['prediction', challenger.predicted],
    ['prediction of the champion', champion?.predicted ?? new Float64Array(0)],
  ] as const) {
    const found = values.find((value) => value < 0);
    if (found === undefined) continue;
    throw new ActionError(
      'refused',
      {
        where: 'The rows of the performance gate',
        found: `the ${what} ${found}`,
        allowed: 'numbers from 0: msle takes their logarithm',
        remedy: 'Choose another metric, or correct the numbers',
      },
      { reasonCode: 'value-negative' },
    );
  }
}

function modelOf({ challenger, champion }: RegressionRows, side: Side): NumberedRows {
  const model = side === 'challenger' ? challenger : champion;
  if (model === null) throw unfitInput('no champion', 'the answers of both models');
  return model;
}

function someOf(rows: RegressionRows, units: readonly number[]): RegressionRows {
  const some = ({ predicted }: NumberedRows): NumberedRows => ({
    predicted: Float64Array.from(units, (row) => Number(predicted[row])),
  });
  return {
    labels: Float64Array.from(units, (row) => Number(rows.labels[row])),
    challenger: some(rows.challenger),
    champion: rows.champion && some(rows.champion),
    sampling: samplingOf(rows.sampling ?? EQUAL_ROWS, units),
  };
}

function checkRows({ labels, challenger, champion }: RegressionRows): void {
  for (const values of [labels, challenger.predicted, champion?.predicted ?? labels]) {
    if (values.length !== labels.length)
      throw unfitInput(`${values.length} numbers for ${labels.length} rows`, 'one per row');
    if (!values.every(Number.isFinite)) throw unfitInput('a number that is not finite', 'finite numbers');
  }
}
