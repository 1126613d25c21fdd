import { type PerformanceGateConfig, sha256 } from '@gatehouse/core';
import { type Champion, evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, modelWith, performanceConfig } from './fixture-inputs.ts';
import { NONE } from './performance-judge.ts';

const model = (right: number) => modelWith({ n: 1000, every: 2, right });
const champion = (right: number): Champion => ({ state: 'evaluated', version: 'v1', ...model(right).rows });

function judge(metrics: PerformanceGateConfig['metrics'], against: Champion, context = CONTEXT) {
  const { labels, rows } = model(900);
  const config = performanceConfig(metrics);
  return evaluatePerformance({ config, context, labels, challenger: rows, champion: against });
}

describe('a metric of which less is better', () => {
  it('is compared as challenger minus champion and fails above the margin', () => {
    const decision = judge({ error: { margin: 0.02 } }, champion(960));

    expect(findingOf(decision.findings, 'error-difference')).toMatchObject({
      value: 0.06,
      limit: 0.02,
      failsWhen: 'above',
      reasonCode: 'inferior',
    });
  });

  it('says the same as its complement', () => {
    for (const right of [700, 850, 900, 905, 910, 918, 925, 960]) {
      const decision = judge({ error: { margin: 0.02 }, accuracy: { margin: 0.02 } }, champion(right));
      const [error, accuracy] = ['error', 'accuracy'].map((m) => findingOf(decision.findings, `${m}-difference`));

      expect(error?.reasonCode).toBe(accuracy?.reasonCode);
      expect(error?.interval?.[0]).toBeCloseTo(-(accuracy?.interval?.[1] ?? Number.NaN), 9);
    }
  });
});

describe('a challenger that is surely worse, within the margin', () => {
  it.each([
    [{ accuracy: { margin: 0.02 } }, 'accuracy'],
    [{ error: { margin: 0.02 } }, 'error'],
    [{ f1: { margin: 0.03 } }, 'f1'],
  ])('passes with a second finding that does not block: %o', (metrics, metric) => {
    const decision = judge(metrics, champion(910));

    expect(decision.outcome).toBe('pass');
    expect(findingOf(decision.findings, `${metric}-difference`).reasonCode).toBe('non-inferior');
    expect(findingOf(decision.findings, `${metric}-worse-within-margin`)).toMatchObject({
      outcome: 'pass',
      severity: 'warn',
      reasonCode: 'worse-within-margin',
      message: expect.stringMatching(
        /surely worse than that of the champion v1, by less than the policy margin 0\.0[23]/,
      ),
    });
  });

  it.each([900, 890, 960])('is not said of others (%i right)', (right) => {
    const codes = judge({ accuracy: { margin: 0.02 } }, champion(right)).findings.map((f) => f.reasonCode);

    expect(codes).not.toContain('worse-within-margin');
  });
});

describe('a relative margin', () => {
  it.each([
    [0.03, 'non-inferior'],
    [0.01, 'interval-spans-limit'],
  ])('of %d is that share of the value of the champion', (share, reasonCode) => {
    const finding = findingOf(
      judge({ accuracy: { 'relative-margin': share } }, champion(910)).findings,
      'accuracy-difference',
    );

    expect(finding.limit).toBeCloseTo(-share * 0.91, 12);
    expect(finding).toMatchObject({ reasonCode, message: expect.stringContaining("of the champion's value") });
  });

  it('has no limit while the champion is not known', () => {
    const against: Champion = { state: 'unavailable', version: 'v1', reason: 'the release is gone' };
    const finding = findingOf(judge({ accuracy: { 'relative-margin': 0.1 } }, against).findings, 'accuracy-difference');

    expect(finding).toMatchObject({ outcome: 'inconclusive', reasonCode: 'champion-unavailable' });
    expect(finding).not.toHaveProperty('limit');
  });
});

describe('a superiority margin', () => {
  // The lower bound of 900 against 850 of 1,000 is about 0.039.
  it.each([
    [0.03, 'superior'],
    [0.045, 'non-inferior'],
  ])('of %d calls it %s', (superiority, reasonCode) => {
    const decision = judge({ accuracy: { margin: 0.02, 'superiority-margin': superiority } }, champion(850));

    expect(decision.outcome).toBe('pass');
    expect(findingOf(decision.findings, 'accuracy-difference').reasonCode).toBe(reasonCode);
  });
});

describe('bounds from samples drawn again', () => {
  const f1 = (margin: number, context = CONTEXT) => judge({ f1: { margin } }, champion(910), context);

  it('are the same for the same inputs and say how to draw them again', () => {
    expect(f1(0.05)).toEqual(f1(0.05));
    expect(f1(0.05).measures['resampling']).toMatchObject({
      'f1-difference': { replicates: 9999, redrawn: 0, seed: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(findingOf(f1(0.05).findings, 'f1-difference').method).toBe('paired bca, 9999 replicates');
  });

  it.each([
    ['another model', { ...CONTEXT, subject: { model: 'loans', modelDigest: sha256('other') } }, false],
    ['other data', { ...CONTEXT, inputs: [{ name: 'predictions', digest: sha256('other') }] }, false],
    ['another policy', { ...CONTEXT, policyDigest: sha256('other') }, true],
    ['no candidate in sight', { ...CONTEXT, subject: null }, false],
  ])('of %s', (_, context, same) => {
    const seed = (of: ReturnType<typeof f1>) => JSON.stringify(of.measures['resampling']);

    expect(seed(f1(0.05, context)) === seed(f1(0.05))).toBe(same);
  });

  it('that leave the side of the limit open are inconclusive', () => {
    const lower = findingOf(f1(0.05).findings, 'f1-difference').interval?.[0] ?? Number.NaN;
    const decision = f1(-lower);

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, 'f1-difference')).toMatchObject({
      reasonCode: 'monte-carlo',
      message: expect.stringMatching(/; 39996 replicates leave the bounds uncertain by up to 0\.000\d$/),
    });
  });

  it('of models that predict alike are about as wide as those of Tango', () => {
    const finding = findingOf(judge({ f1: { margin: 0.01 } }, champion(900)).findings, 'f1-difference');

    // z²/(n + z²) is 0.0027.
    expect(finding).toMatchObject({ reasonCode: 'non-inferior', value: 0 });
    expect(finding.interval?.[0]).toBeLessThan(-0.001);
    expect(finding.interval?.[0]).toBeGreaterThan(-0.003);
  });
});

describe('a few rows that a model gets all right', () => {
  const labels = [true, false, true, false, true];
  const perfect = { predicted: labels, scores: labels.map(Number) };
  const other = { predicted: labels, scores: labels.map((label) => (label ? 0.9 : 0.1)) };

  it.each<[PerformanceGateConfig['metrics'], string]>([
    [{ f1: { floor: 0.9, margin: 0.02 } }, 'f1'],
    [{ mcc: { floor: 0.9, margin: 0.02 } }, 'mcc'],
    [{ 'cohen-kappa': { floor: 0.9, margin: 0.02 } }, 'cohen-kappa'],
    [{ 'balanced-accuracy': { floor: 0.9, margin: 0.02 } }, 'balanced-accuracy'],
    [{ 'average-precision': { floor: 0.9, margin: 0.02 } }, 'average-precision'],
    [{ brier: { ceiling: 0.1, margin: 0.02 } }, 'brier'],
    [{ 'log-loss': { ceiling: 0.1, margin: 0.02 } }, 'log-loss'],
    [{ precision: { floor: 0.9, margin: 0.02 } }, 'precision'],
  ])('do not pass: %o', (metrics, metric) => {
    const decision = evaluatePerformance({
      config: performanceConfig(metrics, { 'trivial-baseline': 'none' }),
      context: CONTEXT,
      labels,
      challenger: perfect,
      champion: { state: 'none', versionsExist: false },
    });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, metric).reasonCode).toMatch(/^interval-spans-/);
  });

  it.each(['f1', 'brier', 'log-loss', 'precision'] as const)('do not make it non-inferior by %s', (metric) => {
    const decision = evaluatePerformance({
      config: performanceConfig({ [metric]: { margin: 0.02 } }),
      context: CONTEXT,
      labels,
      challenger: perfect,
      champion: { state: 'evaluated', version: 'v1', ...other },
    });

    expect(decision.outcome).toBe('inconclusive');
  });
});

describe('losses', () => {
  it.each([
    [199, 'paired bca'],
    [200, 'paired student'],
  ])('of %i rows are compared by %s', (n, method) => {
    const { labels, rows } = modelWith({ n, every: 2, right: n - 20 });
    const worse = modelWith({ n, every: 2, right: n - 40 }).rows;
    const decision = evaluatePerformance({
      config: performanceConfig({ brier: { margin: 0.02 } }),
      context: CONTEXT,
      labels,
      challenger: rows,
      champion: { state: 'evaluated', version: 'v1', ...worse },
    });

    const finding = findingOf(decision.findings, 'brier-difference');
    expect(finding.method?.startsWith(method)).toBe(true);
    expect(finding).toMatchObject({ reasonCode: 'superior', failsWhen: 'above' });
    expect(finding.value).toBeCloseTo((-20 * 0.6) / n, 12);
  });
});

describe('power', () => {
  it('is told for each limited metric', () => {
    const decision = judge({ accuracy: { margin: 0.02 }, f1: { margin: 0.02 } }, champion(910));

    expect(decision.measures['power']).toMatchObject({
      accuracy: { 'minimum-detectable': expect.any(Number), 'required-n': expect.any(Number) },
      f1: { 'required-n': expect.any(Number) },
    });
  });

  it('says no rows for equal models where there is no champion to equal', () => {
    expect(judge({ accuracy: { floor: 0.5, margin: 0.02 } }, NONE).measures['power']).toMatchObject({
      accuracy: { 'minimum-detectable': expect.any(Number), 'required-n': null },
    });
  });
});

describe('rows needed', () => {
  it.each([
    ['a floor', { accuracy: { floor: 0.89, margin: 0.02 } }, 'accuracy', NONE],
    ['a ceiling', { error: { ceiling: 0.11, margin: 0.02 } }, 'error', NONE],
    ['a margin', { accuracy: { margin: 0.015 } }, 'accuracy-difference', champion(910)],
    ['a metric of rows drawn again', { f1: { margin: 0.015 } }, 'f1-difference', champion(910)],
  ] as const)('are more than there are where %s is not told', (_, metrics, measure, against) => {
    const decision = judge(metrics, against);

    const finding = findingOf(decision.findings, measure);
    expect(finding.outcome).toBe('inconclusive');
    expect(finding.requiredN).toBeGreaterThan(1000);
    expect(decision.power.requiredN).toEqual({ [measure]: finding.requiredN });
  });

  it('are told by each finding for itself', () => {
    const decision = judge({ accuracy: { floor: 0.5, margin: 0.015 } }, champion(910));

    expect(findingOf(decision.findings, 'accuracy')).not.toHaveProperty('requiredN');
    expect(findingOf(decision.findings, 'accuracy-difference')).toHaveProperty('requiredN');
  });

  it.each([
    ['passes', { accuracy: { floor: 0.5, margin: 0.1 } }],
    ['fails', { accuracy: { floor: 0.99, margin: 0.1 } }],
  ] as const)('are not told of what %s', (_, metrics) => {
    const decision = judge(metrics, champion(900));

    expect(decision.power.requiredN).toEqual({});
  });

  it('are none where the value is the limit itself', () => {
    const finding = findingOf(judge({ accuracy: { floor: 0.9, margin: 0.02 } }, NONE).findings, 'accuracy');

    expect(finding).not.toHaveProperty('requiredN');
    expect(finding.message).toContain('no number of rows tells a value from the limit that it equals');
  });
});
