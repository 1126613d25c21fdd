import { ActionError, METRICS_OF_TASK, OF_SCORES, type PerformanceGateConfig } from '@gatehouse/core';
import type { Metric } from '@gatehouse/gates';
import { calibrationLine } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { binaryExam } from '../../../../packages/gates/src/performance/binary/binary-exam.ts';
import { type BinaryRows, modelOf } from '../../../../packages/gates/src/performance/binary/binary-rows.ts';
import { predictionFindings } from '../../../../packages/gates/src/performance/binary/prediction-threshold.ts';
import type { Sampling } from '../../../../packages/gates/src/performance/estimate/sampling.ts';

const METRICS = METRICS_OF_TASK['binary-classification'];
const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const Z_SQUARED = 3.841458820694124;

const model = (scores: readonly number[]) => ({ predicted: scores.map((score) => score > 0.5), scores });

/** The challenger has 3 true positives, 1 false one, 2 missed ones and 4 true negatives; the champion 4, 2, 1 and 3. */
const ROWS: BinaryRows = {
  labels: [true, true, true, true, true, false, false, false, false, false],
  challenger: model([0.9, 0.8, 0.6, 0.4, 0.2, 0.7, 0.4, 0.3, 0.2, 0.1]),
  champion: model([0.8, 0.7, 0.9, 0.6, 0.1, 0.9, 0.6, 0.2, 0.3, 0.2]),
};
const WEIGHTS = [1, 3, 2, 1, 2, 1, 2, 1, 4, 1];

function some<T>(of: readonly T[], units: readonly number[]): readonly T[] {
  return units.flatMap((unit) => of.slice(unit, unit + 1));
}

function rowsAt(units: readonly number[], sampling?: Sampling): BinaryRows {
  const { labels, challenger, champion } = ROWS;
  return {
    labels: some(labels, units),
    challenger: model(some(challenger.scores, units)),
    champion: champion && model(some(champion.scores, units)),
    ...(sampling === undefined ? {} : { sampling }),
  };
}

const metric = (name: Metric, rows: BinaryRows, rules: PerformanceGateConfig['metrics'] = {}) =>
  binaryExam(rows, 0.95).metric(name, rules, null);

const times = (n: number): readonly number[] => Array.from({ length: 10 * n }, (_, row) => row % 10);

describe('the exam of a binary model', () => {
  it('shows its confusion and how well it is calibrated', () => {
    const line = calibrationLine(
      { labels: Uint8Array.from(ROWS.labels, Number), scores: Float64Array.from(ROWS.challenger.scores) },
      0.9,
    );
    if (line.undefinedReason !== null) throw new Error(line.undefinedReason);

    expect(binaryExam(ROWS, 0.9)).toMatchObject({
      task: 'binary-classification',
      units: 10,
      metrics: METRICS,
      always: ['accuracy', 'auc'],
      measures: {
        confusion: { tp: 3, fp: 1, fn: 2, tn: 4 },
        calibration: {
          intercept: line.intercept,
          'intercept-interval': line.interceptInterval,
          slope: line.slope,
          'slope-interval': line.slopeInterval,
          confidence: 0.9,
          method: 'wald',
          reason: null,
        },
      },
      findings: [],
      notMeasured: [],
    });
  });

  it('says why there is no calibration', () => {
    expect(binaryExam(rowsAt([0, 1]), 0.95).measures['calibration']).toEqual({
      intercept: null,
      slope: null,
      reason: 'single-class',
    });
  });

  it.each<[string, Sampling]>([
    ['weights', { weights: Float64Array.from(WEIGHTS), clusters: null }],
    ['clusters', { weights: null, clusters: { of: new Int32Array(10), count: 1 } }],
  ])('does not measure calibration with %s', (_, sampling) => {
    const exam = binaryExam({ ...ROWS, sampling }, 0.95);

    expect(exam.measures).not.toHaveProperty('calibration');
    expect(exam.notMeasured).toEqual(['calibration']);
  });

  it('measures decisions where there are no scores', () => {
    const scores = ROWS.challenger.scores.map(() => 0.5);
    const exam = binaryExam({ ...ROWS, challenger: { ...ROWS.challenger, scores }, withoutScores: true }, 0.95);

    expect(exam).toMatchObject({
      metrics: METRICS.filter((name) => !OF_SCORES.includes(name)),
      always: ['accuracy'],
      findings: [],
      notMeasured: ['metrics of scores, of which there are none', 'calibration'],
    });
    expect(exam.measures).not.toHaveProperty('calibration');
    expect(() => exam.metric('auc', {}, null)).toThrow(ActionError);
  });

  it.each<[string, () => unknown]>([
    [
      'fewer predictions than rows',
      () => binaryExam({ ...ROWS, challenger: { ...ROWS.challenger, predicted: [] } }, 0.95),
    ],
    ['fewer scores than rows', () => binaryExam({ ...ROWS, challenger: { ...ROWS.challenger, scores: [] } }, 0.95)],
    ['fewer scores of the champion', () => binaryExam({ ...ROWS, champion: { ...ROWS.challenger, scores: [] } }, 0.95)],
    ...[-0.1, 1.1, Number.NaN].map(
      (score) =>
        [
          `a score of ${score}`,
          () =>
            binaryExam({ labels: [true], challenger: { predicted: [true], scores: [score] }, champion: null }, 0.95),
        ] as [string, () => unknown],
    ),
    ['a metric of another task', () => binaryExam(ROWS, 0.95).metric('mae', {}, null)],
    ['a champion that is not there', () => modelOf({ ...ROWS, champion: null }, 'champion')],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(ActionError);
  });

  it('takes scores of 0 and of 1', () => {
    expect(() => binaryExam({ labels: [true, false], challenger: model([1, 0]), champion: null }, 0.95)).not.toThrow();
  });
});

/** Of the challenger and of the champion. */
const VALUES: readonly (readonly [Metric, number, number])[] = [
  ['accuracy', 0.7, 0.7],
  ['error', 0.3, 0.3],
  ['precision', 3 / 4, 4 / 6],
  ['recall', 3 / 5, 4 / 5],
  ['specificity', 4 / 5, 3 / 5],
  ['npv', 4 / 6, 3 / 4],
  ['fpr', 1 / 5, 2 / 5],
  ['fnr', 2 / 5, 1 / 5],
  ['f1', 6 / 9, 8 / 11],
  ['f-beta', 6 / 9, 8 / 11],
  ['balanced-accuracy', 0.7, 0.7],
  ['mcc', (12 - 2) / Math.sqrt(4 * 5 * 5 * 6), (12 - 2) / Math.sqrt(4 * 5 * 5 * 6)],
  ['cohen-kappa', 0.4, 0.4],
  ['auc', (5 + 5 + 4 + 3.5 + 1.5) / 25, (4 + 4 + 4.5 + 3.5 + 0) / 25],
];

describe('a metric of a binary model', () => {
  it.each(VALUES)('%s of both models', (name, challenger, champion) => {
    const { value } = metric(name, ROWS);

    expect(value('challenger').value).toBeCloseTo(challenger, 12);
    expect(value('champion').value).toBeCloseTo(champion, 12);
  });

  it.each(METRICS)('%s of weighted rows is that of rows that are there as often', (name) => {
    const often = rowsAt(WEIGHTS.flatMap((weight, row) => new Array<number>(weight).fill(row)));
    const weighted = metric(name, { ...ROWS, sampling: { weights: Float64Array.from(WEIGHTS), clusters: null } });

    for (const side of ['challenger', 'champion'] as const) {
      expect(weighted.value(side).value).toBeCloseTo(Number(metric(name, often).value(side).value), 12);
    }
    expect(weighted.direction).toBe(metric(name, often).direction);
    expect(weighted.baseline?.value ?? null).toEqual(
      metric(name, often).baseline === null ? null : expect.closeTo(Number(metric(name, often).baseline?.value), 12),
    );
  });

  it.each([null, { weights: new Float64Array(10).fill(2), clusters: null }])(
    'F of beta 2, sampled by %o',
    (sampling) => {
      const rows = sampling === null ? ROWS : { ...ROWS, sampling };
      const rules = { 'f-beta': { beta: 2, margin: 0.1 } };

      expect(metric('f-beta', rows, rules).value('challenger').value).toBeCloseTo((5 * 3) / (5 * 3 + 4 * 2 + 1), 12);
      expect(metric('f1', rows, rules).value('challenger').value).toBeCloseTo(6 / 9, 12);
      expect(metric('f-beta', rows, rules).baseline?.value).toBeCloseTo((5 * 0.5) / (4 * 0.5 + 1), 12);
      expect(metric('f1', rows, rules).baseline?.value).toBeCloseTo(2 / 3, 12);
    },
  );

  it.each(METRICS)('%s of some rows is theirs', (name) => {
    const units = [9, 0, 5, 3];
    const exam = binaryExam({ ...ROWS, sampling: { weights: Float64Array.from(WEIGHTS), clusters: null } }, 0.95);
    const weights = Float64Array.from(units, (unit) => Number(WEIGHTS[unit]));
    const own = metric(name, rowsAt(units, { weights, clusters: null }));

    for (const side of ['challenger', 'champion'] as const) {
      expect(exam.metric(name, {}, units).value(side)).toEqual(own.value(side));
      expect(binaryExam(ROWS, 0.95).metric(name, {}, units).value(side)).toEqual(
        metric(name, rowsAt(units)).value(side),
      );
    }
    expect(
      binaryExam({ ...ROWS, champion: null }, 0.95)
        .metric(name, {}, units)
        .value('challenger'),
    ).toEqual(metric(name, rowsAt(units)).value('challenger'));
  });

  it.each<[Metric, string, string]>([
    ['accuracy', 'wilson', 'tango'],
    ['precision', 'wilson', 'paired bca'],
    ['npv', 'wilson', 'paired bca'],
    ['recall', 'wilson', 'tango'],
    ['fpr', 'wilson', 'tango'],
    ['f1', 'bca', 'paired bca'],
    ['mcc', 'bca', 'paired bca'],
    ['average-precision', 'bca', 'paired bca'],
    ['auc', 'delong', 'delong'],
    ['log-loss', 'student', 'paired bca'],
    ['brier', 'student', 'paired bca'],
  ])('%s is by %s, and compared by %s', (name, own, compared) => {
    const rows = rowsAt(times(3));

    expect(metric(name, rows).estimate(QUESTION)).toMatchObject({ method: own });
    expect(metric(name, rows).compare(QUESTION)).toMatchObject({ method: compared });
  });

  it.each<[Metric, number]>([
    ['accuracy', 20],
    ['recall', 10],
    ['precision', 8],
    ['npv', 12],
  ])("%s of weighted rows has Wilson's interval of the rows that it is a share of", (name, n) => {
    const sampling = { weights: Float64Array.from(times(2), () => 3), clusters: null };
    const estimate = metric(name, rowsAt(times(2), sampling)).estimate(QUESTION);

    expect(estimate).toMatchObject({ method: `wilson, effective n ${n}`, n: [n] });
  });

  it('draws clusters again, also for shares', () => {
    const clusters = { of: Int32Array.from({ length: 200 }, (_, row) => Math.floor(row / 8)), count: 25 };
    const rows = rowsAt(times(20), { weights: null, clusters });

    expect(metric('accuracy', rows).estimate(QUESTION)).toMatchObject({ method: 'cluster (25) bca', n: [200] });
  });
});

describe('binary models without variation', () => {
  const labels = Array.from({ length: 40 }, (_, row) => row < 20);
  const sure = model(labels.map(Number));
  const sampling = {
    weights: null,
    clusters: { of: Int32Array.from({ length: 40 }, (_, row) => row % 20), count: 20 },
  };

  it.each<[Metric, number, number, number]>([
    ['accuracy', 1, 0, 1],
    ['f1', 1, 0, 1],
    ['balanced-accuracy', 1, 0, 1],
    ['mcc', 1, -1, 1],
    ['cohen-kappa', 1, -1, 1],
    ['auc', 1, 0, 1],
    ['average-precision', 1, 0, 1],
    ['brier', 0, 0, 1],
  ])('are drawn in %s from %d towards %d and %d', (name, value, least, greatest) => {
    const estimate = metric(name, { labels, challenger: sure, champion: sure, sampling }).estimate(QUESTION);
    const [lower, upper] = 'interval' in estimate ? estimate.interval : [0, 0];
    const towards = (end: number) => (20 * value + Z_SQUARED * end) / (20 + Z_SQUARED);

    expect(lower).toBeCloseTo(towards(least), 9);
    expect(upper).toBeCloseTo(towards(greatest), 9);
  });

  it.each<[Metric, number]>([
    ['brier', 1],
    ['log-loss', 52 * Math.LN2],
  ])('are drawn in the difference of %s from 0 towards %d either way', (name, most) => {
    const estimate = metric(name, { labels, challenger: sure, champion: sure, sampling }).compare(QUESTION);
    const [lower, upper] = 'interval' in estimate ? estimate.interval : [0, 0];

    expect(upper).toBeCloseTo((Z_SQUARED * most) / (20 + Z_SQUARED), 9);
    expect(lower).toBeCloseTo(-upper, 12);
  });
});

describe('predictions and scores', () => {
  it.each<[string, readonly boolean[], readonly number[], number]>([
    ['of one threshold', [true, false], [0.6, 0.4], 0],
    ['of one score predicted both ways', [true, false], [0.5, 0.5], 0],
    ['all positive', [true, true], [0.1, 0.9], 0],
    ['all negative', [false, false], [0.1, 0.9], 0],
    ['of no row', [], [], 0],
    ['that contradict each other', [true, false, true], [0.4, 0.6, 0.7], 1],
  ])('%s', (_, predicted, scores, findings) => {
    expect(predictionFindings({ predicted, scores })).toHaveLength(findings);
  });

  it('that contradict each other are told', () => {
    expect(predictionFindings({ predicted: [true, true, false, false], scores: [0.4, 0.5, 0.6, 0.1] })).toEqual([
      {
        measure: 'prediction',
        outcome: 'inconclusive',
        severity: 'warn',
        reasonCode: 'prediction-not-a-threshold',
        value: null,
        n: [4],
        message:
          'the predictions are no threshold of the score: predicted positive at the score 0.4 and negative at 0.6 (n = 4)',
      },
    ]);
    const challenger = { predicted: [true, false], scores: [0.4, 0.6] };
    expect(binaryExam({ labels: [true, false], challenger, champion: null }, 0.95).findings).toHaveLength(1);
  });
});
