import type { PerformanceGateConfig } from '@gatehouse/core';
import { evaluatePerformance, type Sampling } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, performanceConfig } from '../fixture-inputs.ts';
import { rankingInput } from './task-inputs.ts';

type Metrics = PerformanceGateConfig['metrics'];

const NONE = { state: 'none', versionsExist: false } as const;
const WIDE = { margin: 0.05, ceiling: 5 };

/** A regression that is nearly right in every row, by errors that vary a little. */
function regression(rows: number, metrics: Metrics, sampling?: Sampling) {
  const labels = Float64Array.from({ length: rows }, (_, row) => 1 + (row % 2));
  return evaluatePerformance({
    task: 'regression',
    config: performanceConfig(metrics, { 'trivial-baseline': 'none' }),
    context: CONTEXT,
    labels,
    challenger: { predicted: labels.map((label, row) => label + 0.001 + row * 1e-6) },
    champion: NONE,
    ...(sampling === undefined ? {} : { sampling }),
  });
}

/** A binary model that is right in all rows but the first. */
function binary(rows: number, metrics: Metrics) {
  const labels = Array.from({ length: rows }, (_, row) => row % 2 === 1);
  const scores = labels.map((label, row) => (row === 0 ? 0.95 : label ? 0.9 : 0.1) + row * 1e-6);
  return evaluatePerformance({
    config: performanceConfig(metrics, { 'trivial-baseline': 'none' }),
    context: CONTEXT,
    labels,
    challenger: { predicted: scores.map((score) => score > 0.5), scores },
    champion: NONE,
  });
}

/** Ranks in the order of the truth, and three rows of equal truth that make the correlation a sum that is rounded. */
function rightRanks(metric: 'spearman' | 'kendall-tau-b') {
  const labels = Float64Array.from({ length: 20 }, (_, row) => Math.max(2, row));
  return evaluatePerformance({
    task: 'regression',
    config: performanceConfig({ [metric]: { floor: 0.9, margin: 0.05 } }, { 'trivial-baseline': 'none' }),
    context: CONTEXT,
    labels,
    challenger: { predicted: labels.map((label) => 2 * label) },
    champion: NONE,
  });
}

describe('ranks that are right in every row', () => {
  it.each(['spearman', 'kendall-tau-b'] as const)('are told by rows added for %s, not by their rounding', (metric) => {
    const finding = findingOf(rightRanks(metric).findings, metric);

    expect(finding.value).toBeCloseTo(1, 9);
    expect(finding).toMatchObject({ outcome: 'inconclusive', method: 'no variation, z² rows added' });
  });
});

describe('rows that vary a little', () => {
  it.each([
    ['mae', { mae: WIDE }],
    ['mse', { mse: WIDE }],
    ['rmse', { rmse: WIDE }],
    ['max-error', { 'max-error': WIDE }],
    ['wape', { wape: WIDE }],
    ['r2', { r2: { floor: 0.1, margin: 0.05 } }],
  ] as const)('give %s no bounds where there are fewer than 20', (metric, metrics) => {
    const { findings } = regression(19, metrics);

    expect(findings.map(({ reasonCode }) => reasonCode)).toEqual(['insufficient-n']);
    expect(findingOf(findings, metric)).toMatchObject({
      outcome: 'inconclusive',
      value: null,
      n: [19],
      requiredN: 20,
      message: `${metric} is not judged: 19 rows say too little about how others differ; at least 20 do (19 rows)`,
    });
    expect(findingOf(regression(20, metrics).findings, metric).outcome).toBe('pass');
  });

  it('give none either where their losses are equal, whose range is read from the rows', () => {
    const labels = Float64Array.of(0, 1, 2);
    const decision = evaluatePerformance({
      task: 'regression',
      config: performanceConfig({ mae: { margin: 1 } }, { 'trivial-baseline': 'none' }),
      context: CONTEXT,
      labels,
      challenger: { predicted: labels.map((label) => label + 0.25) },
      champion: { state: 'evaluated', version: 'loans@v1.0.0', predicted: labels.map((label) => label + 0.25) },
    });

    expect(decision.outcome).toBe('inconclusive');
    expect(findingOf(decision.findings, 'mae')).toMatchObject({ reasonCode: 'insufficient-n', n: [3], requiredN: 20 });
  });

  it.each([
    ['f1', { f1: { floor: 0.1, margin: 0.05 } }],
    ['mcc', { mcc: { floor: 0.01, margin: 0.05 } }],
    ['average-precision', { 'average-precision': { floor: 0.1, margin: 0.05 } }],
    ['brier', { brier: { ceiling: 0.9, margin: 0.05 } }],
    ['log-loss', { 'log-loss': { ceiling: 9, margin: 0.05 } }],
  ] as const)('of classes neither, by %s', (metric, metrics) => {
    expect(findingOf(binary(19, metrics).findings, metric)).toMatchObject({ reasonCode: 'insufficient-n' });
    expect(findingOf(binary(20, metrics).findings, metric)).toMatchObject({ outcome: 'pass' });
  });

  it('keep the bounds that a formula gives few of them', () => {
    const { findings } = binary(8, { accuracy: { floor: 0.1, margin: 0.05 }, auc: { floor: 0.1, margin: 0.05 } });

    expect(findingOf(findings, 'accuracy')).toMatchObject({
      outcome: 'pass',
      method: expect.stringContaining('wilson'),
    });
    expect(findingOf(findings, 'auc')).toMatchObject({ outcome: 'pass' });
  });

  it('are counted as their weights leave them', () => {
    const heavy = (count: number): Sampling => ({
      weights: Float64Array.from({ length: 200 }, (_, row) => (row < count ? 1 : 1e-9)),
      clusters: null,
    });
    const of = (count: number) => findingOf(regression(200, { mae: WIDE }, heavy(count)).findings, 'mae');

    expect(of(19)).toMatchObject({ reasonCode: 'insufficient-n', n: [200] });
    expect(of(19)).not.toHaveProperty('requiredN');
    expect(of(19).message).toContain('or they weigh as much as too few');
    expect(of(21).outcome).toBe('pass');
  });

  it('are queries of a ranking', () => {
    const noise = { challenger: 0.2, champion: 0.2 };
    const of = (queries: number) => {
      const input = rankingInput({
        rows: queries,
        noise,
        metrics: { ndcg: { floor: 0.1, margin: 0.5, gain: 'linear' } },
      });
      return findingOf(evaluatePerformance({ ...input, champion: NONE }).findings, 'ndcg');
    };

    expect(of(12)).toMatchObject({ reasonCode: 'insufficient-n', n: [12], requiredN: 20 });
    expect(of(12).message).toContain('12 queries say too little');
    expect(of(40).outcome).toBe('pass');
  });
});
