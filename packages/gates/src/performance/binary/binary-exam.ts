import { METRICS_OF_TASK, OF_SCORES } from '@gatehouse/core';
import { calibrationLine } from '@gatehouse/stats';
import { checkAligned, countConfusion, ratesOf } from '../../decision/confusion.ts';
import type { Metric, ScoredRows } from '../estimate/metric-estimate.ts';
import { EQUAL_ROWS, isPlain, samplingOf } from '../estimate/sampling.ts';
import type { Exam, ExaminedMetric, MetricRules } from '../exam/exam.ts';
import { ofTask, unfitInput } from '../exam/exam-input.ts';
import { trivialBaseline } from '../exam/trivial-baseline.ts';
import { rowsOf } from '../slices/slice-rows.ts';
import { binaryMetric } from './binary-metrics.ts';
import { type BinaryRows, modelOf } from './binary-rows.ts';
import { sampledBinaryMetric } from './binary-sampled.ts';
import { predictionFindings } from './prediction-threshold.ts';

/**
 * The exam of a binary model (stats.md §1.2).
 *
 * @param confidence Of the interval of the calibration line.
 * @throws ActionError `bug` when arrays are not aligned or a score is not from 0 to 1.
 */
export function binaryExam(rows: BinaryRows, confidence: number): Exam {
  const { labels, challenger, champion, sampling = EQUAL_ROWS, withoutScores = false } = rows;
  const known: readonly Metric[] = METRICS_OF_TASK['binary-classification'].filter(
    (name) => !withoutScores || !OF_SCORES.includes(name),
  );
  checkRows(challenger, labels.length);
  if (champion !== null) checkRows(champion, labels.length);
  const calibration = isPlain(sampling) && !withoutScores ? calibrated(rows, confidence) : null;
  return {
    task: 'binary-classification',
    units: labels.length,
    metrics: known,
    always: withoutScores ? ['accuracy'] : ['accuracy', 'auc'],
    metric: (name, rules, units) => examined(ofTask(name, known), rules, units === null ? rows : someOf(rows, units)),
    measures: {
      confusion: ratesOf(countConfusion(labels, challenger.predicted)),
      ...(calibration === null ? {} : { calibration }),
    },
    findings: withoutScores ? [] : predictionFindings(challenger),
    // A Wald interval takes rows as equal and independent.
    notMeasured: [
      ...(withoutScores ? ['metrics of scores, of which there are none'] : []),
      ...(calibration === null ? ['calibration'] : []),
    ],
  };
}

function examined(name: Metric, rules: MetricRules, rows: BinaryRows): ExaminedMetric {
  const { labels, sampling = EQUAL_ROWS } = rows;
  const beta = rules['f-beta']?.beta;
  const metric = binaryMetric(name, beta);
  const baseline = trivialBaseline(name, labels, {
    beta: name === 'f-beta' ? beta : undefined,
    weights: sampling.weights,
  });
  const { direction } = metric;
  if (!isPlain(sampling))
    return { ...sampledBinaryMetric(name, { ...rows, sampling }, beta ?? 1), direction, baseline };
  return {
    value: (side) => metric.value(labels, modelOf(rows, side)),
    estimate: (question) => metric.estimate(labels, rows.challenger, question),
    compare: (question) =>
      metric.compare(labels, { challenger: rows.challenger, champion: modelOf(rows, 'champion') }, question),
    direction,
    baseline,
  };
}

/** Intercept 0 and slope 1 are best; it is reported and limits nothing. */
function calibrated({ labels, challenger }: BinaryRows, confidence: number): object {
  const sample = { labels: Uint8Array.from(labels, Number), scores: Float64Array.from(challenger.scores) };
  const line = calibrationLine(sample, confidence);
  if (line.undefinedReason !== null) return { intercept: null, slope: null, reason: line.undefinedReason };
  const { intercept, interceptInterval, slope, slopeInterval } = line;
  return {
    intercept,
    'intercept-interval': interceptInterval,
    slope,
    'slope-interval': slopeInterval,
    confidence,
    method: 'wald',
    reason: null,
  };
}

function someOf(rows: BinaryRows, units: readonly number[]): BinaryRows {
  return {
    labels: units.map((row) => rows.labels[row] === true),
    challenger: rowsOf(rows.challenger, units),
    champion: rows.champion && rowsOf(rows.champion, units),
    sampling: samplingOf(rows.sampling ?? EQUAL_ROWS, units),
  };
}

function checkRows(rows: ScoredRows, n: number): void {
  checkAligned(n, rows.predicted.length, 'predictions');
  checkAligned(n, rows.scores.length, 'scores');
  const bad = rows.scores.find((score) => !(score >= 0 && score <= 1));
  if (bad !== undefined) throw unfitInput(`the score ${bad}`, 'a number from 0 to 1');
}
