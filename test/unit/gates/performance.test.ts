import { ActionError, decisionSchema } from '@gatehouse/core';
import { type Champion, evaluatePerformance, type PerformanceInput } from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, modelWith, performanceConfig } from './fixture-inputs.ts';

const NONE: Champion = { state: 'none', versionsExist: false };

function judge(
  changes: Partial<PerformanceInput> = {},
): ReturnType<typeof evaluatePerformance> {
  const { labels, rows } = modelWith({ n: 1000, every: 2, right: 900 });
  return evaluatePerformance({
    config: performanceConfig({ accuracy: { floor: 0.85, margin: 0.02 } }),
    context: CONTEXT,
    labels,
    challenger: rows,
    champion: NONE,
    ...changes,
  });
}

function champion(right: number): Champion {
  return { state: 'evaluated', version: 'loans@v1.0.0', ...modelWith({ n: 1000, every: 2, right }).rows };
}

describe('the floor', () => {
  // 900 of 1000: one-sided 95 % Wilson bounds 0.8833 and 0.9146.
  it.each([
    [0.85, 'pass', 'floor-met'],
    [0.883, 'pass', 'floor-met'],
    [0.884, 'inconclusive', 'interval-spans-floor'],
    [0.9, 'inconclusive', 'interval-spans-floor'],
    [0.914, 'inconclusive', 'interval-spans-floor'],
    [0.915, 'fail', 'below-floor'],
    [1, 'fail', 'below-floor'],
  ])('at %s gives %s', (floor, outcome, reasonCode) => {
    const decision = judge({ config: performanceConfig({ accuracy: { floor, margin: 0.02 } }) });

    expect(findingOf(decision.findings, 'accuracy')).toMatchObject({
      outcome,
      reasonCode,
      limit: floor,
      failsWhen: 'below',
    });
    expect(decision.outcome).toBe(outcome);
  });

  it('passes exactly at the lower bound and is inconclusive just above it', () => {
    const lower = findingOf(judge().findings, 'accuracy').interval?.[0] ?? Number.NaN;
    const at = (floor: number): string =>
      judge({ config: performanceConfig({ accuracy: { floor, margin: 0.02 } }) }).outcome;

    expect(at(lower)).toBe('pass');
    expect(at(lower + 1e-9)).toBe('inconclusive');
  });
});

describe('the first version', () => {
  it('is judged by floor and trivial baseline, and says so without blocking', () => {
    const decision = judge();

    expect(decision.outcome).toBe('pass');
    expect(decision.findings.find((f) => f.reasonCode === 'first-version')).toMatchObject({
      severity: 'warn',
      value: null,
    });
    expect(findingOf(decision.findings, 'accuracy-over-trivial-baseline')).toMatchObject({
      outcome: 'pass',
      limit: 0.5,
    });
  });

  it.each([
    [true, /no champion: versions are published and no stage tag names one; accuracy is judged by/],
    [false, /no champion; accuracy is judged by/],
  ])('says whether versions are published without a stage (%s)', (versionsExist, message) => {
    const decision = judge({ champion: { state: 'none', versionsExist } });

    expect(decision.findings.find((f) => f.reasonCode === 'first-version')).toMatchObject({
      severity: 'warn',
      message: expect.stringMatching(message),
    });
  });

  it.each([
    [{ n: 1000, every: 10, right: 860 }, 'fail', 'not-better-than-trivial'],
    [{ n: 1000, every: 10, right: 905 }, 'inconclusive', 'interval-spans-floor'],
    [{ n: 1000, every: 10, right: 950 }, 'pass', 'floor-met'],
  ])('of %o against a majority of 0.9 gives %s', (options, outcome, reasonCode) => {
    const { labels, rows } = modelWith(options);
    const decision = judge({
      labels,
      challenger: rows,
      config: performanceConfig({ accuracy: { margin: 0.02 } }),
    });

    expect(findingOf(decision.findings, 'accuracy-over-trivial-baseline')).toMatchObject({
      outcome,
      reasonCode,
      limit: 0.9,
    });
    expect(decision.outcome).toBe(outcome);
  });

  it('never passes when nothing judges it', () => {
    const config = performanceConfig({ accuracy: { margin: 0.02 } }, { 'trivial-baseline': 'none' });

    const decision = judge({ config });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings).toMatchObject([
      { reasonCode: 'first-version', outcome: 'inconclusive', severity: 'block' },
    ]);
  });

  it('is compared with a random order when only the area is limited', () => {
    const { labels, rows } = modelWith({ n: 200, every: 2, right: 100 });

    const decision = judge({ labels, challenger: rows, config: performanceConfig({ auc: { margin: 0.02 } }) });

    expect(findingOf(decision.findings, 'auc-over-trivial-baseline')).toMatchObject({
      outcome: 'inconclusive',
      limit: 0.5,
    });
  });
});

describe('the champion', () => {
  it.each([
    [850, 'pass', 'superior'],
    [900, 'pass', 'non-inferior'],
    [910, 'pass', 'non-inferior'],
    [918, 'inconclusive', 'interval-spans-limit'],
    [960, 'fail', 'inferior'],
  ])('with %i of 1000 right against 900 gives %s', (right, outcome, reasonCode) => {
    const decision = judge({ champion: champion(right) });

    expect(findingOf(decision.findings, 'accuracy-difference')).toMatchObject({
      outcome,
      reasonCode,
      limit: -0.02,
      value: (900 - right) / 1000,
      method: 'tango, one-sided bounds',
    });
    expect(decision.outcome).toBe(outcome);
    expect(decision.findings.some((f) => f.reasonCode === 'first-version')).toBe(false);
  });

  it('that is better within the margin is named in the message', () => {
    const finding = findingOf(judge({ champion: champion(910) }).findings, 'accuracy-difference');

    expect(finding.message).toMatch(
      /is -0\.01 \(.*\); policy margin 0\.02; the challenger is worse than the champion$/,
    );
  });

  it('that is not available is inconclusive, whatever the floor says', () => {
    const decision = judge({
      champion: { state: 'unavailable', version: 'loans@v1.0.0', reason: 'the release is gone' },
    });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, 'accuracy-difference')).toMatchObject({ reasonCode: 'champion-unavailable' });
    expect(findingOf(decision.findings, 'accuracy').outcome).toBe('pass');
  });

  it('is compared by DeLong on the same rows', () => {
    const labels = Array.from({ length: 400 }, (_, i) => i % 2 === 0);
    const scores = labels.map((label, i) => (((i * 37) % 100) / 100) * 0.7 + (label ? 0.3 : 0));
    const worse = labels.map((label, i) => (((i * 37) % 100) / 100) * 0.9 + (label ? 0.05 : 0));
    const rows = (values: readonly number[]) => ({ predicted: values.map((v) => v > 0.5), scores: values });

    const decision = judge({
      labels,
      challenger: rows(scores),
      champion: { state: 'evaluated', version: 'v1', ...rows(worse) },
      config: performanceConfig({ auc: { margin: 0.02 } }),
    });

    expect(findingOf(decision.findings, 'auc-difference')).toMatchObject({
      reasonCode: 'superior',
      n: [200, 200],
      method: 'delong, one-sided bounds',
    });
  });

  it('that ranks alike has difference zero and says so', () => {
    const decision = judge({ champion: champion(900), config: performanceConfig({ auc: { margin: 0.02 } }) });

    expect(findingOf(decision.findings, 'auc-difference')).toMatchObject({
      outcome: 'pass',
      value: 0,
      interval: [0, 0],
      method: 'delong, identical ranking, one-sided bounds',
    });
    expect(decision.power).toEqual({ minimumDetectable: null, requiredN: {} });
  });

  it('is compared by square and add where DeLong degenerates', () => {
    const labels = [true, false, true, false, true, false];
    const rows = (scores: readonly number[]) => ({ predicted: scores.map((v) => v > 0.5), scores });

    const decision = judge({
      labels,
      challenger: rows([0.9, 0.1, 0.8, 0.2, 0.7, 0.3]),
      champion: { state: 'evaluated', version: 'v1', ...rows([0.6, 0.5, 0.4, 0.3, 0.2, 0.1]) },
      config: performanceConfig({ auc: { floor: 0.5, margin: 0.02 } }),
    });

    expect(findingOf(decision.findings, 'auc')).toMatchObject({
      value: 1,
      method: 'newcombe method 5, one-sided bounds',
    });
    expect(findingOf(decision.findings, 'auc').interval?.[0]).toBeLessThan(0.9);
    expect(findingOf(decision.findings, 'auc-difference').method).toMatch(/square and add/);
  });
});

describe('rows that say nothing', () => {
  it('of one class have no area', () => {
    const labels = [true, true, true];
    const rows = { predicted: [true, true, false], scores: [0.9, 0.8, 0.1] };
    const config = performanceConfig({ auc: { floor: 0.5, margin: 0.02 } });

    for (const against of [NONE, { state: 'evaluated' as const, version: 'v1', ...rows }]) {
      const decision = judge({ labels, challenger: rows, champion: against, config });

      expect(decision.outcome).toBe('inconclusive');
      expect(findingOf(decision.findings, 'auc')).toMatchObject({ reasonCode: 'single-class', value: null });
    }
  });

  it('that do not exist are inconclusive', () => {
    const rows = { predicted: [], scores: [] };

    for (const against of [NONE, { state: 'evaluated' as const, version: 'v1', ...rows }]) {
      const decision = judge({ labels: [], challenger: rows, champion: against });

      expect(decision.outcome).toBe('inconclusive');
      expect(findingOf(decision.findings, 'accuracy')).toMatchObject({ reasonCode: 'insufficient-n', n: [0] });
    }
  });

  it.each([
    ['a NaN score', { predicted: [true], scores: [Number.NaN] }, 'the score NaN'],
    ['a score above 1', { predicted: [true], scores: [1.5] }, 'the score 1.5'],
    ['fewer predictions than labels', { predicted: [], scores: [0.5] }, '1 labels and 0 predictions'],
    ['fewer scores than labels', { predicted: [true], scores: [] }, '1 labels and 0 scores'],
  ])('with %s are an error, never an outcome', (_, challenger, message) => {
    const run = (): unknown => judge({ labels: [true], challenger });

    expect(run).toThrow(ActionError);
    expect(run).toThrow(message);
    expect(() =>
      judge({
        labels: [true],
        challenger: { predicted: [true], scores: [1] },
        champion: { state: 'evaluated', version: 'v', ...challenger },
      }),
    ).toThrow(message);
  });
});

describe('the decision', () => {
  it('carries both metrics, the confusion table and the power, gated or not', () => {
    const decision = judge({ champion: champion(910) });

    expect(decision.measures).toMatchObject({
      metrics: {
        accuracy: {
          champion: 0.91,
          challenger: 0.9,
          difference: -0.01,
          p: 0.001953125,
          confidence: 0.95,
          method: 'tango',
        },
        auc: { champion: 0.91, challenger: 0.9, method: 'delong' },
      },
      confusion: { n: 1000, accuracy: 0.9 },
    });
    expect(decision.power.requiredN['accuracy']).toBeGreaterThan(0);
    expect(decision.notMeasured.length).toBeGreaterThan(0);
    expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
  });

  it('needs four times the rows for half the margin', () => {
    const required = (margin: number): number =>
      judge({ champion: champion(910), config: performanceConfig({ accuracy: { margin } }) }).power.requiredN[
        'accuracy'
      ] ?? 0;

    expect(required(0.01) / required(0.02)).toBeCloseTo(4, 1);
  });

  it('fails when any metric fails, whatever the other says', () => {
    const config = performanceConfig({ accuracy: { floor: 0.5, margin: 0.02 }, auc: { floor: 0.99, margin: 0.02 } });

    const decision = judge({ config });

    expect(decision.outcome).toBe('fail');
    expect(decision.findings[0]).toMatchObject({ measure: 'auc', outcome: 'fail' });
  });

  it('never gets better with a higher floor', () => {
    const rank = { fail: 0, inconclusive: 1, pass: 2 } as const;
    const at = (floor: number): number =>
      rank[judge({ config: performanceConfig({ accuracy: { floor, margin: 0.02 } }) }).outcome];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
      }),
      { numRuns: 30 },
    );
  });
});
