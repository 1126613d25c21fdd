import { LOWER_IS_BETTER, type PerformanceGateConfig } from '@gatehouse/core';
import { BINARY_METRICS, binaryMetric, type Champion, evaluatePerformance, type Metric } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, modelWith, performanceConfig } from './fixture-inputs.ts';

type Rule = NonNullable<PerformanceGateConfig['metrics']['accuracy']>;

const NONE: Champion = { state: 'none', versionsExist: false };
/** Half positive; the first rows right, the rest wrong, in both classes alike. */
const model = (right: number, n = 1000) => modelWith({ n, every: 2, right });

function judge(metric: Metric, rule: Rule, options: { right?: number; champion?: number; n?: number } = {}) {
  const { right = 900, champion, n = 1000 } = options;
  const { labels, rows } = model(right, n);
  return evaluatePerformance({
    config: performanceConfig({ [metric]: metric === 'f-beta' ? { ...rule, beta: 2 } : rule }),
    context: CONTEXT,
    labels,
    challenger: rows,
    champion: champion === undefined ? NONE : { state: 'evaluated', version: 'v1', ...model(champion, n).rows },
  });
}

const limited = (metric: Metric, limit: number): Rule =>
  LOWER_IS_BETTER.includes(metric) ? { ceiling: limit, margin: 0.02 } : { floor: limit, margin: 0.02 };

/** The value at 900 of 1,000 right, a limit that it meets, one that it misses, and the method of its bounds. */
const rows: readonly (readonly [Metric, number, number, number, string])[] = [
  ['accuracy', 0.9, 0.87, 0.95, 'wilson'],
  ['error', 0.1, 0.13, 0.05, 'wilson'],
  ['precision', 0.9, 0.86, 0.95, 'wilson'],
  ['recall', 0.9, 0.86, 0.95, 'wilson'],
  ['specificity', 0.9, 0.86, 0.95, 'wilson'],
  ['npv', 0.9, 0.86, 0.95, 'wilson'],
  ['fpr', 0.1, 0.14, 0.05, 'wilson'],
  ['fnr', 0.1, 0.14, 0.05, 'wilson'],
  ['f1', 0.9, 0.86, 0.95, 'bca'],
  ['f-beta', 0.9, 0.86, 0.95, 'bca'],
  ['balanced-accuracy', 0.9, 0.86, 0.95, 'bca'],
  ['mcc', 0.8, 0.75, 0.9, 'bca'],
  ['cohen-kappa', 0.8, 0.75, 0.9, 'bca'],
  ['auc', 0.9, 0.86, 0.95, 'delong'],
  ['average-precision', 0.86, 0.8, 0.95, 'bca'],
  ['log-loss', 0.9 * -Math.log(0.8) + 0.1 * -Math.log(0.2), 0.4, 0.3, 'student'],
  ['brier', 0.9 * 0.04 + 0.1 * 0.64, 0.12, 0.08, 'student'],
];

describe('every metric of binary models', () => {
  it('is in the table below', () => {
    expect(rows.map(([metric]) => metric)).toEqual(BINARY_METRICS);
  });

  it.each(rows)('%s has the direction that the configuration takes a limit for', (metric) => {
    expect(binaryMetric(metric).direction).toBe(LOWER_IS_BETTER.includes(metric) ? 'min' : 'max');
  });

  it.each(rows)('%s is judged by its worse bound', (metric, value, met, missed, method) => {
    const good = findingOf(judge(metric, limited(metric, met)).findings, metric);
    const bad = judge(metric, limited(metric, missed));

    expect(good.value).toBeCloseTo(value, 10);
    expect(good).toMatchObject({ outcome: 'pass', limit: met });
    expect(good.method?.startsWith(method)).toBe(true);
    expect(bad.outcome).toBe('fail');
    expect(findingOf(bad.findings, metric)).toMatchObject(
      LOWER_IS_BETTER.includes(metric)
        ? { reasonCode: 'limit-exceeded', failsWhen: 'above' }
        : { reasonCode: 'below-floor', failsWhen: 'below' },
    );
  });

  it.each(rows)('%s of a better, an equal and a worse challenger', (metric) => {
    // One row may have a loss of 36: at 1000 rows, equal losses are known to be equal within 0.098 alone.
    const margin = metric === 'log-loss' ? 0.1 : 0.02;
    const against = (champion: number): string =>
      findingOf(judge(metric, { margin }, { champion }).findings, `${metric}-difference`).reasonCode;

    expect([against(700), against(900), against(990)]).toEqual(['superior', 'non-inferior', 'inferior']);
  });

  it.each(rows)('%s needs rows', (metric) => {
    const decision = judge(metric, { margin: 0.02 }, { n: 0 });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, metric)).toMatchObject({ value: null, n: [0] });
  });
});

describe('the trivial baseline', () => {
  // One positive in four.
  const judged = (metric: Metric) => {
    const { labels, rows: challenger } = modelWith({ n: 400, every: 4, right: 400 });
    const config = performanceConfig({ [metric]: metric === 'f-beta' ? { margin: 0.1, beta: 2 } : { margin: 0.1 } });
    return evaluatePerformance({ config, context: CONTEXT, labels, challenger, champion: NONE }).findings;
  };

  it.each<[Metric, number]>([
    ['accuracy', 0.75],
    ['error', 0.25],
    ['precision', 0.25],
    ['npv', 0.75],
    ['f1', 0.4],
    ['f-beta', 0.625],
    ['balanced-accuracy', 0.5],
    ['mcc', 0],
    ['cohen-kappa', 0],
    ['auc', 0.5],
    ['average-precision', 0.25],
    ['log-loss', 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3)],
    ['brier', 0.1875],
  ])('of %s is %d', (metric, expected) => {
    const finding = findingOf(judged(metric), `${metric}-over-trivial-baseline`);

    expect(finding.limit).toBeCloseTo(expected, 12);
    expect(finding).toMatchObject({ outcome: 'pass', failsWhen: LOWER_IS_BETTER.includes(metric) ? 'above' : 'below' });
  });

  it.each<Metric>(['recall', 'specificity', 'fpr', 'fnr'])('of %s does not exist, so a limit must judge', (metric) => {
    expect(judged(metric)).toMatchObject([{ reasonCode: 'first-version', outcome: 'inconclusive', severity: 'block' }]);
  });

  it('is not met by a loss that is larger', () => {
    const { labels, rows: own } = model(500);
    const champion = NONE;
    const config = performanceConfig({ brier: { margin: 0.1 } });
    const decision = evaluatePerformance({ config, context: CONTEXT, labels, challenger: own, champion });

    expect(findingOf(decision.findings, 'brier-over-trivial-baseline')).toMatchObject({
      outcome: 'fail',
      reasonCode: 'not-better-than-trivial',
    });
  });
});

describe('a metric without a value', () => {
  const never = { predicted: [false, false, false, false], scores: [0.1, 0.2, 0.1, 0.2] };
  const always = { predicted: [true, true, true, true], scores: [0.9, 0.8, 0.9, 0.8] };
  const mixed = [true, false, true, false];

  it.each<[Metric, readonly boolean[], typeof never, string]>([
    ['precision', mixed, never, 'no-predicted-positives'],
    ['npv', mixed, always, 'no-predicted-negatives'],
    ['recall', [false, false, false, false], always, 'no-positives'],
    ['fpr', [true, true, true, true], always, 'no-negatives'],
    ['mcc', mixed, never, 'constant-prediction'],
    ['mcc', [true, true, true, true], never, 'single-class'],
    ['balanced-accuracy', [true, true, true, true], never, 'single-class'],
    ['average-precision', [false, false, false, false], never, 'no-positives'],
  ])('%s of %o is inconclusive', (metric, labels, challenger, reasonCode) => {
    const config = performanceConfig({ [metric]: { margin: 0.1 } });
    const decision = evaluatePerformance({ config, context: CONTEXT, labels, challenger, champion: NONE });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, metric)).toMatchObject({ reasonCode, value: null, severity: 'block' });
  });

  it('in the champion alone has no difference', () => {
    const champion: Champion = { state: 'evaluated', version: 'v1', ...never };
    const config = performanceConfig({ precision: { margin: 0.1 } });
    const decision = evaluatePerformance({ config, context: CONTEXT, labels: mixed, challenger: always, champion });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, 'precision-difference')).toMatchObject({
      reasonCode: 'no-predicted-positives',
      message: 'precision-difference is not judged: no row is predicted positive (4 rows)',
    });
  });

  it('in more than a tenth of the samples drawn again has no interval', () => {
    const labels = Array.from({ length: 40 }, (_, row) => row === 0);
    const rows = { predicted: labels, scores: labels.map((label) => (label ? 0.9 : 0.1)) };
    const config = performanceConfig({ 'average-precision': { margin: 0.1 } });
    const decision = evaluatePerformance({ config, context: CONTEXT, labels, challenger: rows, champion: NONE });

    expect(findingOf(decision.findings, 'average-precision')).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'undefined-replicates',
    });
  });
});
