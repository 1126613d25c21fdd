import { ActionError, decisionSchema } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOf, modelWith, performanceConfig } from './fixture-inputs.ts';
import { champion, judge, NONE } from './performance-judge.ts';

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
    expect(decision.power.minimumDetectable).toBeGreaterThan(0);
    expect(decision.notMeasured.length).toBeGreaterThan(0);
    expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
  });

  it('needs four times the rows for half the margin', () => {
    const required = (margin: number): number => {
      const { measures } = judge({ champion: champion(910), config: performanceConfig({ accuracy: { margin } }) });
      return (measures as { power: { accuracy: { 'required-n': number } } }).power.accuracy['required-n'];
    };

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
