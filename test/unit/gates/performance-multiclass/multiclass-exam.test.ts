import { ActionError, METRICS_OF_TASK, type MulticlassMetricName, type PerformanceGateConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import type { Sampling } from '../../../../packages/gates/src/performance/estimate/sampling.ts';
import {
  type MulticlassRows,
  multiclassExam,
} from '../../../../packages/gates/src/performance/multiclass/multiclass-exam.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const Z_SQUARED = 3.841458820694124;

interface Wanted {
  readonly labels: readonly number[];
  readonly challenger: readonly (readonly number[])[];
  readonly champion: readonly (readonly number[])[];
  readonly sampling?: Sampling;
}

/** Models that predict the class of the largest probability. */
function rowsOf({ labels, challenger, champion, sampling }: Wanted): MulticlassRows {
  const model = (probabilities: readonly (readonly number[])[]) => ({
    predicted: Int32Array.from(probabilities, (of) => of.indexOf(Math.max(...of))),
    probabilities: Float64Array.from(probabilities.flat()),
  });
  return {
    classes: ['low', 'middle', 'high'],
    labels: Int32Array.from(labels),
    challenger: model(challenger),
    champion: model(champion),
    ...(sampling === undefined ? {} : { sampling }),
  };
}

/** The challenger is right in rows 0, 2 and 4 of five, the champion in all but row 1. */
const WANTED: Wanted = {
  labels: [0, 0, 1, 2, 2],
  challenger: [
    [0.7, 0.2, 0.1],
    [0.3, 0.5, 0.2],
    [0.1, 0.6, 0.3],
    [0.5, 0.1, 0.4],
    [0.2, 0.1, 0.7],
  ],
  champion: [
    [0.8, 0.1, 0.1],
    [0.1, 0.2, 0.7],
    [0.2, 0.7, 0.1],
    [0.2, 0.2, 0.6],
    [0.1, 0.1, 0.8],
  ],
};
const ROWS = rowsOf(WANTED);

function repeated(times: number, sampling?: Sampling): MulticlassRows {
  const again = <T>(of: readonly T[]): readonly T[] => Array.from({ length: times }, () => of).flat();
  const { labels, challenger, champion } = WANTED;
  const common = { labels: again(labels), challenger: again(challenger), champion: again(champion) };
  return rowsOf({ ...common, ...(sampling === undefined ? {} : { sampling }) });
}

function metric(name: MulticlassMetricName, rows = ROWS, rules: PerformanceGateConfig['metrics'] = {}) {
  return multiclassExam(rows).metric(name, rules, null);
}

const logs = (...probabilities: readonly number[]): number =>
  probabilities.reduce((sum, probability) => sum - Math.log(probability), 0) / probabilities.length;

describe('the exam of a model of several classes', () => {
  it('shows by true class what was predicted', () => {
    expect(multiclassExam(ROWS)).toMatchObject({
      task: 'multiclass-classification',
      units: 5,
      metrics: METRICS_OF_TASK['multiclass-classification'],
      always: ['accuracy', 'macro-f1'],
      measures: {
        confusion: {
          low: { low: 1, middle: 1, high: 0 },
          middle: { low: 0, middle: 1, high: 0 },
          high: { low: 1, middle: 0, high: 1 },
        },
      },
      findings: [],
      notMeasured: ['calibration'],
    });
  });

  const { challenger } = ROWS;
  const fewer = { ...challenger, predicted: challenger.predicted.slice(1) };
  const withoutProbability = { ...challenger, probabilities: new Float64Array(14) };
  it.each<[string, () => unknown]>([
    ['fewer predictions than rows', () => multiclassExam({ ...ROWS, challenger: fewer })],
    ['fewer predictions of the champion than rows', () => multiclassExam({ ...ROWS, champion: fewer })],
    ['too few probabilities', () => multiclassExam({ ...ROWS, challenger: withoutProbability })],
    ['too few probabilities of the champion', () => multiclassExam({ ...ROWS, champion: withoutProbability })],
    ['a metric of another task', () => multiclassExam(ROWS).metric('mae', {}, null)],
    ['a champion that is not there', () => metric('accuracy', { ...ROWS, champion: null }).value('champion')],
    [
      'a metric of probabilities where there are none',
      () => metric('log-loss', { ...ROWS, challenger: { ...challenger, probabilities: null } }).value('challenger'),
    ],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(ActionError);
  });

  it('needs no champion, and no probabilities for a metric of predictions', () => {
    const rows = { ...ROWS, champion: null, challenger: { ...challenger, probabilities: null } };

    expect(metric('accuracy', rows).value('challenger').value).toBe(0.6);
    expect(multiclassExam(rows).metric('accuracy', {}, [0]).value('challenger').value).toBe(1);
  });
});

describe('a metric of several classes', () => {
  it.each<[MulticlassMetricName, 'max' | 'min', number, number]>([
    ['accuracy', 'max', 0.6, 0.8],
    ['error', 'min', 0.4, 0.2],
    ['micro-f1', 'max', 0.6, 0.8],
    ['balanced-accuracy', 'max', (1 / 2 + 1 + 1 / 2) / 3, (1 / 2 + 1 + 1) / 3],
    ['macro-f1', 'max', (1 / 2 + 2 / 3 + 2 / 3) / 3, (2 / 3 + 1 + 4 / 5) / 3],
    ['weighted-f1', 'max', (2 * (1 / 2) + 2 / 3 + 2 * (2 / 3)) / 5, (2 * (2 / 3) + 1 + 2 * (4 / 5)) / 5],
    // Of 25: observed 15 and 20, expected 2·2 + 1·2 + 2·1 and 2·1 + 1·1 + 2·3.
    ['cohen-kappa', 'max', (15 - 8) / (25 - 8), (20 - 9) / (25 - 9)],
    // Distances and their squares, by five times what chance gives of them.
    ['linear-kappa', 'max', 1 - 15 / 23, 1 - 10 / 24],
    ['quadratic-kappa', 'max', 1 - 25 / 35, 1 - 20 / 40],
    ['mcc', 'max', 7 / 16, 11 / Math.sqrt(16 * 14)],
    ['log-loss', 'min', logs(0.7, 0.3, 0.6, 0.4, 0.7), logs(0.8, 0.1, 0.7, 0.6, 0.8)],
    [
      'brier',
      'min',
      (0.09 + 0.04 + 0.01 + (0.49 + 0.25 + 0.04) + (0.01 + 0.16 + 0.09) + (0.25 + 0.01 + 0.36) + (0.04 + 0.01 + 0.09)) /
        5,
      (0.04 + 0.01 + 0.01 + (0.81 + 0.04 + 0.49) + (0.04 + 0.09 + 0.01) + (0.04 + 0.04 + 0.16) + (0.01 + 0.01 + 0.04)) /
        5,
    ],
    ['top-k-accuracy', 'max', 0.6, 0.8],
    // Pairs of a row of a class and one of another that are in order, or half of one where they are equal.
    ['macro-auc-ovr', 'max', (5 / 6 + 1 + 1) / 3, (3.5 / 6 + 1 + 5 / 6) / 3],
    ['macro-auc-ovo', 'max', (1 + 3.5 / 4 + 1) / 3, (1.5 / 2 + 5.5 / 8 + 1) / 3],
  ])('%s, of which the %s is better', (name, direction, challenger, champion) => {
    const examined = metric(name);

    expect(examined.direction).toBe(direction);
    expect(examined.value('challenger').value).toBeCloseTo(challenger, 9);
    expect(examined.value('champion').value).toBeCloseTo(champion, 9);
  });

  it('is right among the best k', () => {
    const rules = { 'top-k-accuracy': { k: 2, margin: 0.1 } };

    expect(metric('top-k-accuracy', ROWS, rules).value('challenger').value).toBe(1);
    expect(metric('top-k-accuracy', ROWS, rules).value('champion').value).toBe(0.8);
    expect(metric('top-k-accuracy', ROWS, rules).baseline?.value).toBeCloseTo(0.8, 12);
    expect(metric('top-k-accuracy').baseline?.value).toBeCloseTo(0.4, 12);
  });

  it.each<[MulticlassMetricName, number]>([
    ['accuracy', 1 / 3],
    ['macro-f1', (0 + 2 / 3 + 0) / 3],
    ['log-loss', logs(0.6, 0.4, 0.3)],
  ])('%s of some rows is theirs', (name, value) => {
    const some = multiclassExam(ROWS).metric(name, {}, [2, 3, 1]);

    expect(some.value('challenger').value).toBeCloseTo(value, 12);
    expect(multiclassExam(ROWS).metric('accuracy', {}, [1, 1, 3]).value('champion').value).toBeCloseTo(1 / 3, 12);
  });

  it('of some rows has their weights', () => {
    const sampling = { weights: Float64Array.of(1, 2, 3, 4, 5), clusters: null };
    const exam = multiclassExam({ ...ROWS, sampling });

    expect(exam.metric('accuracy', {}, null).value('challenger').value).toBeCloseTo(9 / 15, 12);
    expect(exam.metric('accuracy', {}, [1, 4]).value('challenger').value).toBeCloseTo(5 / 7, 12);
    expect(exam.metric('accuracy', {}, [1, 4]).baseline?.value).toBeCloseTo(5 / 7, 12);
    expect(exam.metric('accuracy', {}, null).baseline?.value).toBeCloseTo(9 / 15, 12);
  });

  it.each<[MulticlassMetricName, string, string]>([
    ['accuracy', 'wilson', 'tango'],
    ['error', 'wilson', 'tango'],
    ['top-k-accuracy', 'wilson', 'tango'],
    ['log-loss', 'student', 'paired bca'],
    ['brier', 'student', 'paired bca'],
    ['macro-f1', 'bca', 'paired bca'],
    ['macro-auc-ovr', 'bca', 'paired bca'],
  ])('%s is by %s, and compared by %s', (name, own, compared) => {
    const examined = metric(name, repeated(5));

    expect(examined.estimate(QUESTION)).toMatchObject({ method: own, n: [25] });
    expect(examined.compare(QUESTION)).toMatchObject({ method: compared, n: [25] });
  });
});

describe('several classes without variation', () => {
  const of = Int32Array.from({ length: 60 }, (_, row) => row % 20);
  const labels = Array.from({ length: 60 }, (_, row) => Math.floor(row / 20));
  const sure = labels.map((label) => [0, 1, 2].map((of) => Number(of === label)));
  const clustered = rowsOf({
    labels,
    challenger: sure,
    champion: sure,
    sampling: { weights: null, clusters: { of, count: 20 } },
  });

  it.each<[MulticlassMetricName, number, number, number]>([
    ['macro-f1', 1, 0, 1],
    ['weighted-f1', 1, 0, 1],
    ['balanced-accuracy', 1, 0, 1],
    ['mcc', 1, -1, 1],
    ['cohen-kappa', 1, -1, 1],
    ['linear-kappa', 1, -1, 1],
    ['quadratic-kappa', 1, -1, 1],
    ['macro-auc-ovr', 1, 0, 1],
    ['macro-auc-ovo', 1, 0, 1],
    ['log-loss', 0, 0, 52 * Math.LN2],
    ['brier', 0, 0, 2],
  ])('are drawn in %s from %d towards %d and %d', (name, value, least, greatest) => {
    const estimate = metric(name, clustered).estimate(QUESTION);
    const [lower, upper] = 'interval' in estimate ? estimate.interval : [0, 0];
    const towards = (end: number) => (20 * value + Z_SQUARED * end) / (20 + Z_SQUARED);

    expect(lower).toBeCloseTo(towards(least), 9);
    expect(upper).toBeCloseTo(towards(greatest), 9);
  });
});
