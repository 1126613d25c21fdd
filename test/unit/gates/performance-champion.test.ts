import { describe, expect, it } from 'vitest';
import { findingOf, performanceConfig } from './fixture-inputs.ts';
import { champion, judge } from './performance-judge.ts';

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
      method: 'tango',
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
      method: 'delong',
    });
  });

  it('that ranks alike has difference zero and says so', () => {
    const decision = judge({ champion: champion(900), config: performanceConfig({ auc: { margin: 0.02 } }) });

    expect(findingOf(decision.findings, 'auc-difference')).toMatchObject({
      outcome: 'pass',
      value: 0,
      interval: [0, 0],
      method: 'delong, identical ranking',
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
      method: 'newcombe method 5',
    });
    expect(findingOf(decision.findings, 'auc').interval?.[0]).toBeLessThan(0.9);
    expect(findingOf(decision.findings, 'auc-difference').method).toMatch(/square and add/);
  });
});
