/** Rules that decide nothing, or something else than the score says. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, decisionSchema, parseConfig } from '@gatehouse/core';
import { type ConfusionCounts, evaluateFairness, evaluatePerformance, type ScoredRows } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, modelWith, oneColumn, performanceConfig } from './fixture-inputs.ts';

const NEVER: ConfusionCounts = { tp: 0, fp: 0, fn: 200, tn: 800 };
const ALWAYS: ConfusionCounts = { tp: 200, fp: 800, fn: 0, tn: 0 };
const SOME: ConfusionCounts = { tp: 1, fp: 0, fn: 199, tn: 800 };

function fairness(
  groups: Readonly<Record<string, ConfusionCounts>>,
  measure: keyof Parameters<typeof fairnessConfig>[0] = 'false-positive-rate-difference',
): ReturnType<typeof evaluateFairness> {
  return evaluateFairness({
    config: fairnessConfig({ [measure]: { limit: 0.1 } }),
    context: CONTEXT,
    groups: oneColumn(groups),
  });
}

describe('predictions that are all equal', () => {
  it.each([
    ['negative', NEVER, 0],
    ['positive', ALWAYS, 1],
  ])('%s: the fairness gate judges no difference', (word, counts, value) => {
    for (const measure of ['false-positive-rate-difference', 'selection-rate-difference'] as const) {
      const decision = fairness({ a: counts, b: counts }, measure);

      expect(decision.outcome).toBe('inconclusive');
      expect(decision.findings[0]).toEqual({
        measure: 'selection-rate',
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode: 'constant-prediction',
        value,
        n: [2000],
        message: `every row is predicted ${word} (n = 2000)`,
      });
      expect(decisionSchema.parse(decision)).toEqual(decision);
    }
  });

  it('in one group only: a person reads it, and the outcome stays', () => {
    const decision = fairness({ a: NEVER, b: SOME });

    expect(decision.outcome).toBe('pass');
    expect(decision.findings.filter((finding) => finding.reasonCode === 'constant-prediction')).toMatchObject([
      { severity: 'warn', groups: ['a'], message: 'every row of group a of race is predicted negative (n = 1000)' },
    ]);
  });

  it('are not looked for in a group that is too small to be compared', () => {
    const tiny = { tp: 0, fp: 0, fn: 1, tn: 3 };

    expect(fairness({ a: SOME, b: SOME, tiny }).findings.map((finding) => finding.reasonCode)).not.toContain(
      'constant-prediction',
    );
  });

  it('never turn a failure into less than a failure', () => {
    expect(fairness({ a: NEVER, b: { tp: 100, fp: 400, fn: 100, tn: 400 } }).outcome).toBe('fail');
  });
});

describe('predictions and scores', () => {
  function performance(rows: Partial<ScoredRows>): ReturnType<typeof evaluatePerformance> {
    const { labels, rows: own } = modelWith({ n: 1000, every: 2, right: 900 });
    const config = performanceConfig({ auc: { floor: 0.7, margin: 0.02 } });
    const challenger = { ...own, ...rows };
    return evaluatePerformance({
      config,
      context: CONTEXT,
      labels,
      challenger,
      champion: { state: 'none', versionsExist: false },
    });
  }
  const codes = (decision: ReturnType<typeof performance>): readonly string[] =>
    decision.findings.map((finding) => finding.reasonCode);

  it('that are one rule give no note', () => {
    expect(codes(performance({}))).not.toContain('prediction-not-a-threshold');
  });

  it.each([
    ['everything negative', () => false],
    ['everything positive', () => true],
  ])('%s is a threshold too', (_, predict) => {
    const { rows } = modelWith({ n: 1000, every: 2, right: 900 });

    expect(codes(performance({ predicted: rows.scores.map(predict) }))).not.toContain('prediction-not-a-threshold');
  });

  it('may differ at one score, where a tie is broken', () => {
    const { rows } = modelWith({ n: 1000, every: 2, right: 900 });
    const scores = rows.scores.map(() => 0.5);

    expect(codes(performance({ scores }))).not.toContain('prediction-not-a-threshold');
  });

  it('that contradict each other in one row give a note, which does not block', () => {
    const { rows } = modelWith({ n: 1000, every: 2, right: 900 });
    const decision = performance({ scores: rows.scores.map((score, index) => (index === 0 ? 0.1 : score)) });

    expect(decision.outcome).toBe('pass');
    expect(decision.findings.find((finding) => finding.reasonCode === 'prediction-not-a-threshold')).toMatchObject({
      measure: 'prediction',
      severity: 'warn',
      value: null,
      n: [1000],
      message:
        'the predictions are no threshold of the score: predicted positive at the score 0.1 and negative at 0.2 (n = 1000)',
    });
  });
});

describe('a policy', () => {
  const example = readFileSync(
    join(resolve(import.meta.dirname, '..', '..', '..'), 'action-templates', 'mortgage-approval', 'gatehouse.yml'),
    'utf8',
  );

  it('limits differences only where the predictions are judged too', () => {
    const start = example.indexOf('      performance:');
    const end = example.indexOf('      fairness:');
    const faultsOf = (): ConfigError['faults'] => {
      try {
        parseConfig(new TextEncoder().encode(example.slice(0, start) + example.slice(end)));
        return [];
      } catch (error) {
        if (error instanceof ConfigError) return error.faults;
        throw error;
      }
    };

    expect(faultsOf()).toEqual([
      {
        where: expect.stringMatching(/^gatehouse\.yml:\d+:\d+ .*gates\.fairness"?$/),
        found: 'got "fairness" without "performance"',
        allowed: 'Predictions that are worth nothing differ little between groups, so both gates must judge the model',
        remedy: 'Add "performance" with at least one metric.',
      },
    ]);
  });
});
