import { BINARY_METRICS, binaryMetric, type DifferenceEstimate, type Metric, type ScoredRows } from '@gatehouse/gates';
import {
  aucScoreInterval,
  delong,
  delongDifference,
  delongInterval,
  mcnemarExact,
  tangoDifference,
  twoSidedConfidence,
  wilsonInterval,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import type { Estimate, Undefined } from '../../../../packages/gates/src/performance/estimate/metric-estimate.ts';

const QUESTION = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0e0f', thresholds: [] };
const ONE_SIDED = twoSidedConfidence(0.95);
const Z_SQUARED = 3.841458820694124;

const model = (scores: readonly number[]): ScoredRows => ({ predicted: scores.map((score) => score > 0.5), scores });

function estimated<T extends Estimate>(estimate: T | Undefined): T {
  if ('reasonCode' in estimate) throw new Error(`undefined: ${estimate.reasonCode}`);
  return estimate;
}

/** Rows of both classes in turn, whose scores overlap. */
function overlapping(n: number) {
  const labels = Array.from({ length: n }, (_, row) => row % 2 === 0);
  const scores = (shift: number, step: number) =>
    labels.map((label, row) => (((row * step) % n) / n) * 0.6 + (label ? shift : 0));
  return { labels, challenger: model(scores(0.3, 7)), champion: model(scores(0.15, 11)) };
}

describe('the area under the curve', () => {
  it.each([
    [20, true],
    [18, false],
  ])('of %i rows is by DeLong: %s', (n, byDelong) => {
    const { labels, challenger } = overlapping(n);
    const result = delong(labels, [challenger.scores]);
    if (result === null) throw new Error('one class');
    const auc = Number(result.aucs[0]);
    const counts = { positives: n / 2, negatives: n / 2 };
    const at = (level: number) =>
      byDelong ? delongInterval(result, 0, level) : aucScoreInterval({ auc, ...counts }, level);

    expect(binaryMetric('auc').estimate(labels, challenger, QUESTION)).toMatchObject({
      value: auc,
      bounds: at(ONE_SIDED),
      interval: at(0.95),
      method: byDelong ? 'delong' : 'newcombe method 5',
      n: [n / 2, n / 2],
    });
  });

  it.each([
    ['1', (label: boolean) => (label ? 0.9 : 0.1), 1],
    ['0', (label: boolean) => (label ? 0.1 : 0.9), 0],
  ])('of %s is not by DeLong, which would give it no width', (_, score, value) => {
    const { labels } = overlapping(40);
    const estimate = estimated(binaryMetric('auc').estimate(labels, model(labels.map(score)), QUESTION));

    expect(estimate).toMatchObject({ value, method: 'newcombe method 5' });
    expect(estimate.bounds[1] - estimate.bounds[0]).toBeGreaterThan(0.01);
  });

  it('is compared by DeLong', () => {
    const { labels, challenger, champion } = overlapping(40);
    const result = delong(labels, [challenger.scores, champion.scores]);
    const at = (level: number) => result && delongDifference(result, level);

    expect(binaryMetric('auc').compare(labels, { challenger, champion }, QUESTION)).toMatchObject({
      value: at(0.95)?.difference,
      bounds: at(ONE_SIDED)?.interval,
      interval: at(0.95)?.interval,
      method: 'delong',
      n: [20, 20],
      p: at(0.95)?.p,
    });
  });

  it('of models that rank alike has a difference of 0, however few rows there are', () => {
    const { labels, challenger } = overlapping(18);

    expect(binaryMetric('auc').compare(labels, { challenger, champion: challenger }, QUESTION)).toMatchObject({
      value: 0,
      interval: [0, 0],
      method: 'delong, identical ranking',
    });
  });

  const perfect = (labels: readonly boolean[]) => model(labels.map((label) => (label ? 0.9 : 0.1)));
  it.each<[string, number, 'challenger' | 'champion' | null]>([
    ['few rows', 18, null],
    ['a challenger without an error', 40, 'challenger'],
    ['a champion without an error', 40, 'champion'],
  ])('is compared by square and add for %s', (_, n, without) => {
    const { labels, ...both } = overlapping(n);
    const models = without === null ? both : { ...both, [without]: perfect(labels) };
    const result = delong(labels, [models.challenger.scores, models.champion.scores]);
    if (result === null) throw new Error('one class');
    const [a, b] = [Number(result.aucs[0]), Number(result.aucs[1])];
    const own = (auc: number) => aucScoreInterval({ auc, positives: n / 2, negatives: n / 2 }, 0.95);
    const [[lowerA, upperA], [lowerB, upperB]] = [own(a), own(b)];
    const estimate = estimated(binaryMetric('auc').compare(labels, models, QUESTION));

    expect(estimate).toMatchObject({ method: 'newcombe method 5, square and add', n: [n / 2, n / 2], p: null });
    expect(estimate.value).toBeCloseTo(a - b, 12);
    expect(estimate.interval[0]).toBeCloseTo(a - b - Math.hypot(a - lowerA, upperB - b), 12);
    expect(estimate.interval[1]).toBeCloseTo(a - b + Math.hypot(upperA - a, b - lowerB), 12);
  });

  it('differs by no more than 1 either way', () => {
    const labels = [true, false];
    const [best, worst] = [model([0.9, 0.1]), model([0.1, 0.9])];
    const bounds = (challenger: ScoredRows, champion: ScoredRows) =>
      estimated(binaryMetric('auc').compare(labels, { challenger, champion }, QUESTION)).interval;

    expect(bounds(best, worst)[1]).toBe(1);
    expect(bounds(worst, best)[0]).toBe(-1);
  });

  it('of one class is not known', () => {
    const rows = model([0.9, 0.1]);

    expect(binaryMetric('auc').estimate([true, true], rows, QUESTION)).toEqual({ reasonCode: 'single-class' });
    expect(binaryMetric('auc').compare([true, true], { challenger: rows, champion: rows }, QUESTION)).toEqual({
      reasonCode: 'single-class',
    });
  });
});

describe('a share of rows', () => {
  const { labels, challenger, champion } = overlapping(60);
  const count = (of: ScoredRows, wanted: (label: boolean, predicted: boolean) => boolean): number =>
    labels.filter((label, row) => wanted(label, of.predicted[row] === true)).length;

  it.each<[Metric, (label: boolean, predicted: boolean) => boolean, (label: boolean, predicted: boolean) => boolean]>([
    ['accuracy', () => true, (label, predicted) => label === predicted],
    ['error', () => true, (label, predicted) => label !== predicted],
    ['recall', (label) => label, (_, predicted) => predicted],
    ['fnr', (label) => label, (_, predicted) => !predicted],
    ['specificity', (label) => !label, (_, predicted) => !predicted],
    ['fpr', (label) => !label, (_, predicted) => predicted],
  ])("%s has Wilson's interval and Tango's of the rows that the label chooses", (name, whole, part) => {
    const [rows, hits] = [
      count(challenger, whole),
      count(challenger, (label, own) => whole(label, own) && part(label, own)),
    ];
    const only = (one: ScoredRows, other: ScoredRows): number =>
      labels.filter((label, row) => {
        const [own, others] = [one.predicted[row] === true, other.predicted[row] === true];
        return whole(label, own) && part(label, own) && !part(label, others);
      }).length;
    const pairs = { onlyFirst: only(challenger, champion), onlySecond: only(champion, challenger), n: rows };

    expect(binaryMetric(name).estimate(labels, challenger, QUESTION)).toMatchObject({
      value: hits / rows,
      interval: wilsonInterval(hits, rows, 0.95),
      method: 'wilson',
      n: [rows],
    });
    expect(binaryMetric(name).compare(labels, { challenger, champion }, QUESTION)).toMatchObject({
      value: (pairs.onlyFirst - pairs.onlySecond) / rows,
      interval: tangoDifference(pairs, 0.95),
      bounds: tangoDifference(pairs, ONE_SIDED),
      n: [rows],
      p: mcnemarExact(pairs),
    });
  });

  it.each<[Metric, readonly boolean[], string]>([
    ['recall', [false, false], 'no-positives'],
    ['specificity', [true, true], 'no-negatives'],
    ['accuracy', [], 'insufficient-n'],
    ['precision', [], 'no-predicted-positives'],
    ['f1', [], 'no-positives'],
    ['brier', [], 'insufficient-n'],
    ['average-precision', [], 'insufficient-n'],
  ])('%s of labels %o is not known', (name, of, reasonCode) => {
    const rows = model(of.map(() => 0.6));
    const codes = [
      binaryMetric(name).estimate(of, rows, QUESTION),
      binaryMetric(name).compare(of, { challenger: rows, champion: rows }, QUESTION),
    ].map((estimate) => ('reasonCode' in estimate ? estimate.reasonCode : null));

    expect(codes).toEqual([reasonCode, reasonCode]);
    expect(binaryMetric(name).value(of, rows).value).toBeNull();
  });
});

describe('models without variation', () => {
  const labels = Array.from({ length: 30 }, (_, row) => row % 2 === 0);
  const sure = model(labels.map((label) => (label ? 1 : 0)));
  const z = Z_SQUARED;

  it.each<[Metric, number, readonly [number, number]]>([
    // Rows are added to the one cell that changes the value most.
    ['f1', 1, [30 / (30 + z), 1]],
    ['precision', 1, wilsonInterval(15, 15, 0.95)],
    ['balanced-accuracy', 1, [(1 + 15 / (15 + z)) / 2, 1]],
    ['brier', 0, [0, z / (30 + z)]],
    ['log-loss', 0, [0, (z * 52 * Math.LN2) / (30 + z)]],
  ])('%s of %d', (name, value, [least, greatest]) => {
    const estimate = estimated(binaryMetric(name).estimate(labels, sure, QUESTION));

    expect(estimate.value).toBeCloseTo(value, 12);
    expect(estimate.n).toEqual([name === 'precision' ? 15 : 30]);
    expect(estimate.interval[0]).toBeCloseTo(least, 9);
    expect(estimate.interval[1]).toBeCloseTo(greatest, 9);
  });

  it('average precision is that with negative rows on top', () => {
    const estimate = estimated(binaryMetric('average-precision').estimate(labels, sure, QUESTION));
    const mean = Array.from({ length: 15 }, () => 15 / (15 + z)).reduce((sum, of) => sum + of / 15, 0);

    // All positive rows share a score, so precision is the same at each.
    expect(estimate.interval[0]).toBeCloseTo(mean, 9);
    expect(estimate.n).toEqual([30]);
  });

  it.each<[Metric, number]>([
    ['f1', 30 / 30 - 30 / (30 + z)],
    ['precision', 1 - 15 / (15 + z)],
    ['brier', z / (30 + z)],
    ['log-loss', (z * 52 * Math.LN2) / (30 + z)],
    ['average-precision', 1 - 15 / (15 + z)],
  ])('%s is no better and no worse by as much as one kind of row may show', (name, most) => {
    const models = { challenger: sure, champion: sure };
    const estimate: DifferenceEstimate = estimated(binaryMetric(name).compare(labels, models, QUESTION));

    expect(estimate).toMatchObject({ value: 0, n: [30], method: 'no variation, z² rows added', p: null });
    if (name !== 'average-precision') expect(estimate.interval[1]).toBeCloseTo(most, 9);
    expect(estimate.interval[0]).toBeCloseTo(-estimate.interval[1], 9);
    expect(estimate.interval[1]).toBeGreaterThan(0.05);
  });
});

describe('the metrics of binary models', () => {
  it.each(BINARY_METRICS)('%s is better the larger it is, unless it counts errors', (name) => {
    const ofErrors: readonly Metric[] = ['error', 'fpr', 'fnr', 'log-loss', 'brier'];

    expect(binaryMetric(name).direction).toBe(ofErrors.includes(name) ? 'min' : 'max');
  });

  it('read beta in F beta alone', () => {
    const { labels, challenger } = overlapping(60);
    const value = (name: Metric, beta?: number) => binaryMetric(name, beta).value(labels, challenger).value;

    expect(BINARY_METRICS).toHaveLength(17);
    expect(value('f-beta')).toBe(value('f1'));
    expect(value('f-beta', 2)).not.toBe(value('f1'));
    expect(value('f1', 2)).toBe(value('f1'));
    expect(value('accuracy', 2)).toBe(value('accuracy'));
  });
});
