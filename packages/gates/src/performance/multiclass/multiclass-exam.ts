import { METRICS_OF_TASK, type MulticlassMetricName } from '@gatehouse/core';
import {
  type ClassConfusion,
  classAucOneVsOneOfWeights,
  classAucOneVsRestOfWeights,
  classBalancedAccuracy,
  classBrierOfRow,
  classConfusion,
  classF1,
  classLogLossOfRow,
  classMatthews,
  cohenKappa,
  METRIC_DIRECTIONS,
  type Measured,
  type ScoredClasses,
  topKHitOfRow,
} from '@gatehouse/stats';
import type { Side } from '../estimate/paired-cells.ts';
import { EQUAL_ROWS, type Sampling, samplingOf } from '../estimate/sampling.ts';
import type { Exam, ExaminedMetric, MetricEstimates, MetricRules } from '../exam/exam.ts';
import { ofTask, unfitInput } from '../exam/exam-input.ts';
import { resampledMetric } from '../exam/resampled-metric.ts';
import { meanMetric, shareMetric } from '../exam/unit-metric.ts';
import { WORST_LOG_LOSS } from '../exam/worst-loss.ts';
import { classBaseline } from './class-baselines.ts';
import { type ClassAnswers, classMetric } from './class-cells.ts';

/** What one model says of rows of K classes. */
export interface ClassedRows {
  /** Classes from 0 to K-1. */
  readonly predicted: Int32Array;
  /** N·K; that of class k in row i is at `i * K + k`. `null` where the model gives none. */
  readonly probabilities: Float64Array | null;
}

export interface MulticlassRows {
  readonly classes: readonly string[];
  readonly labels: Int32Array;
  readonly challenger: ClassedRows;
  readonly champion: ClassedRows | null;
  readonly sampling?: Sampling;
}

const CONFUSION: Readonly<Partial<Record<MulticlassMetricName, (confusion: ClassConfusion) => Measured>>> = {
  'balanced-accuracy': classBalancedAccuracy,
  'macro-f1': (confusion) => classF1(confusion, 'macro'),
  'weighted-f1': (confusion) => classF1(confusion, 'weighted'),
  mcc: classMatthews,
  'cohen-kappa': (confusion) => cohenKappa(confusion),
  'linear-kappa': (confusion) => cohenKappa(confusion, 'linear'),
  'quadratic-kappa': (confusion) => cohenKappa(confusion, 'quadratic'),
};

const CORRELATIONS: readonly MulticlassMetricName[] = ['mcc', 'cohen-kappa', 'linear-kappa', 'quadratic-kappa'];

/**
 * The exam of a model of several classes (stats.md §1.2).
 *
 * @throws ActionError `bug` when arrays are not aligned or a class is out of range.
 */
export function multiclassExam(rows: MulticlassRows): Exam {
  const known: readonly MulticlassMetricName[] = METRICS_OF_TASK['multiclass-classification'];
  checkRows(rows);
  const { challenger, classes, labels } = rows;
  const confusion = classConfusion({ labels, predicted: challenger.predicted, classes: classes.length });
  return {
    task: 'multiclass-classification',
    units: labels.length,
    metrics: known,
    always: ['accuracy', 'macro-f1'],
    metric: (name, rules, units) => examined(ofTask(name, known), rules, units === null ? rows : someOf(rows, units)),
    measures: { confusion: shownConfusion(confusion, classes) },
    findings: [],
    notMeasured: ['calibration'],
  };
}

function examined(name: MulticlassMetricName, rules: MetricRules, rows: MulticlassRows): ExaminedMetric {
  const k = rules['top-k-accuracy']?.k ?? 1;
  const { labels, classes } = rows;
  const direction = METRIC_DIRECTIONS[DIRECTION_OF[name] ?? 'accuracy'];
  const baseline = classBaseline(name, { labels, classes: classes.length, weights: rows.sampling?.weights ?? null, k });
  return { ...estimates(name, rows, k), direction, baseline };
}

const DIRECTION_OF: Readonly<Record<MulticlassMetricName, keyof typeof METRIC_DIRECTIONS>> = {
  accuracy: 'accuracy',
  error: 'error',
  'balanced-accuracy': 'balanced-accuracy',
  'macro-f1': 'macro-f1',
  'micro-f1': 'micro-f1',
  'weighted-f1': 'weighted-f1',
  mcc: 'matthews',
  'cohen-kappa': 'cohen-kappa',
  'linear-kappa': 'cohen-kappa',
  'quadratic-kappa': 'cohen-kappa',
  'macro-auc-ovr': 'macro-auc-ovr',
  'macro-auc-ovo': 'macro-auc-ovo',
  'top-k-accuracy': 'top-k-accuracy',
  'log-loss': 'log-loss',
  brier: 'brier',
};

function estimates(name: MulticlassMetricName, rows: MulticlassRows, k: number): MetricEstimates {
  const { labels, sampling = EQUAL_ROWS } = rows;
  const numbers = (of: (side: Side) => (row: number) => number) => (side: Side) => {
    const ofRow = of(side);
    return Float64Array.from(labels, (_, row) => ofRow(row));
  };
  const right = (side: Side) => {
    const { predicted } = modelOf(rows, side);
    return (row: number): number => Number(predicted[row] === labels[row]);
  };
  const measure = CONFUSION[name];
  if (measure !== undefined) {
    const range = CORRELATIONS.includes(name) ? ([-1, 1] as const) : ([0, 1] as const);
    return classMetric({ measure, range }, answersOf(rows), sampling);
  }
  switch (name) {
    case 'error':
      return shareMetric(
        numbers((side) => (row) => 1 - right(side)(row)),
        sampling,
      );
    case 'top-k-accuracy':
      return shareMetric(
        numbers((side) => topKHitOfRow(scoredOf(rows, side), k)),
        sampling,
      );
    case 'log-loss':
      return meanMetric(
        { numbers: numbers((side) => classLogLossOfRow(scoredOf(rows, side))), range: [0, WORST_LOG_LOSS] },
        sampling,
      );
    case 'brier':
      return meanMetric({ numbers: numbers((side) => classBrierOfRow(scoredOf(rows, side))), range: [0, 2] }, sampling);
    case 'macro-auc-ovr':
    case 'macro-auc-ovo': {
      const area = name === 'macro-auc-ovr' ? classAucOneVsRestOfWeights : classAucOneVsOneOfWeights;
      const ofWeights = (side: Side) => area(scoredOf(rows, side));
      return resampledMetric({ rows: labels.length, ofWeights, range: [0, 1] }, sampling);
    }
    default:
      // With one label a row, the F1 of pooled counts is the accuracy.
      return shareMetric(numbers(right), sampling);
  }
}

function answersOf(rows: MulticlassRows): ClassAnswers {
  return { classes: rows.classes.length, labels: rows.labels, predicted: (side) => modelOf(rows, side).predicted };
}

function modelOf({ challenger, champion }: MulticlassRows, side: Side): ClassedRows {
  const model = side === 'challenger' ? challenger : champion;
  if (model === null) throw unfitInput('no champion', 'the answers of both models');
  return model;
}

function scoredOf(rows: MulticlassRows, side: Side): Omit<ScoredClasses, 'weights'> {
  const { probabilities } = modelOf(rows, side);
  if (probabilities === null) throw unfitInput('no probabilities', 'a probability for every class and row');
  return { labels: rows.labels, classes: rows.classes.length, scores: probabilities };
}

function someOf(rows: MulticlassRows, units: readonly number[]): MulticlassRows {
  const classes = rows.classes.length;
  const some = ({ predicted, probabilities }: ClassedRows): ClassedRows => ({
    predicted: Int32Array.from(units, (row) => Number(predicted[row])),
    probabilities:
      probabilities &&
      Float64Array.from({ length: units.length * classes }, (_, at) =>
        Number(probabilities[Number(units[Math.floor(at / classes)]) * classes + (at % classes)]),
      ),
  });
  return {
    classes: rows.classes,
    labels: Int32Array.from(units, (row) => Number(rows.labels[row])),
    challenger: some(rows.challenger),
    champion: rows.champion && some(rows.champion),
    sampling: samplingOf(rows.sampling ?? EQUAL_ROWS, units),
  };
}

/** By true class how many rows each class was predicted for. */
function shownConfusion({ cells }: ClassConfusion, classes: readonly string[]): Readonly<Record<string, object>> {
  const k = classes.length;
  return Object.fromEntries(
    classes.map((truth, row) => [
      truth,
      Object.fromEntries(classes.map((name, column) => [name, Number(cells[row * k + column])])),
    ]),
  );
}

function checkRows({ labels, classes, challenger, champion }: MulticlassRows): void {
  for (const model of [challenger, champion]) {
    if (model === null) continue;
    const { predicted, probabilities } = model;
    if (predicted.length !== labels.length) {
      throw unfitInput(`${predicted.length} predictions for ${labels.length} rows`, 'one per row');
    }
    if (probabilities !== null && probabilities.length !== labels.length * classes.length) {
      throw unfitInput(`${probabilities.length} probabilities`, `${labels.length * classes.length}`);
    }
  }
}
