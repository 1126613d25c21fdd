import type { PerformanceGateConfig } from '@gatehouse/core';
import { evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, performanceConfig } from '../fixture-inputs.ts';
import { judge as judgeBinary } from '../performance-judge.ts';
import { rankingInput } from './task-inputs.ts';

type Metrics = PerformanceGateConfig['metrics'];

/** A regression whose champion errs as much as the challenger in every row, and in the other direction when told so. */
function regression(rows: number, { metrics, sign }: { readonly metrics: Metrics; readonly sign: 1 | -1 }) {
  const labels = Float64Array.from({ length: rows }, (_, row) => row % 11);
  const off = (by: number) => ({ predicted: labels.map((label, row) => label + by * (0.1 + (row % 3) / 10)) });
  return evaluatePerformance({
    task: 'regression',
    config: performanceConfig(metrics, { 'trivial-baseline': 'mean' }),
    context: CONTEXT,
    labels,
    challenger: off(1),
    champion: { state: 'evaluated', version: 'loans@v1.0.0', ...off(sign) },
  });
}

/** A binary model that is its own champion. */
function binary(rows: number, metrics: Metrics) {
  const labels = Array.from({ length: rows }, (_, row) => row % 2 === 0);
  const scores = labels.map((label, row) => (label ? 0.6 : 0.3) + (row % 3) / 10);
  const model = { predicted: scores.map((score) => score > 0.5), scores };
  return judgeBinary({
    labels,
    challenger: model,
    champion: { state: 'evaluated', version: 'loans@v1.0.0', ...model },
    config: performanceConfig(metrics),
  });
}

const INCONCLUSIVE = { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };

describe('equal losses of a few rows say little about other rows', () => {
  it.each<[string, number, 1 | -1, Metrics]>([
    ['mae', 20, 1, { mae: { margin: 0.1 } }],
    ['mae', 20, -1, { mae: { margin: 0.1 } }],
    ['mae', 210, 1, { mae: { margin: 0.1 } }],
    ['mse', 20, -1, { mse: { margin: 0.1 } }],
    ['rmse', 20, 1, { rmse: { margin: 0.1 } }],
    ['rmse', 20, -1, { rmse: { margin: 0.1 } }],
    ['wape', 20, -1, { wape: { margin: 0.01 } }],
  ])('%s of %i rows, errors of sign %i', (name, rows, sign, metrics) => {
    const { findings } = regression(rows, { metrics, sign });

    expect(findingOf(findings, `${name}-difference`)).toMatchObject(INCONCLUSIVE);
  });

  it.each<[string, number, Metrics]>([
    ['accuracy', 4, { accuracy: { margin: 0.05 } }],
    ['brier', 20, { brier: { margin: 0.05 } }],
    ['log-loss', 20, { 'log-loss': { margin: 0.05 } }],
    ['average-precision', 4, { 'average-precision': { margin: 0.05 } }],
    ['average-precision', 20, { 'average-precision': { margin: 0.05 } }],
  ])('%s of %i rows', (name, rows, metrics) => {
    const { findings } = binary(rows, metrics);
    const finding = findingOf(findings, `${name}-difference`);

    expect(finding).toMatchObject({ ...INCONCLUSIVE, value: 0 });
    expect(finding.interval?.[0]).toBeLessThan(-0.05);
    expect(finding.interval?.[1]).toBeGreaterThan(0.05);
  });

  it('ndcg of five queries', () => {
    const input = rankingInput({
      rows: 5,
      noise: { challenger: 0, champion: 0 },
      metrics: { ndcg: { margin: 0.05, gain: 'linear' } },
    });

    expect(findingOf(evaluatePerformance(input).findings, 'ndcg-difference')).toMatchObject(INCONCLUSIVE);
  });
});

describe('equal losses of many rows are within a margin', () => {
  it.each<[string, Metrics]>([
    ['brier', { brier: { margin: 0.02 } }],
    ['average-precision', { 'average-precision': { margin: 0.02 } }],
  ])('%s', (name, metrics) => {
    const { findings } = binary(2000, metrics);

    expect(findingOf(findings, `${name}-difference`)).toMatchObject({ outcome: 'pass', value: 0 });
  });

  it('mae, whose worst guess is a hundred times the margin', () => {
    const { findings } = regression(2000, { metrics: { mae: { margin: 0.1 } }, sign: -1 });

    expect(findingOf(findings, 'mae-difference')).toMatchObject({ outcome: 'pass', reasonCode: 'non-inferior' });
  });
});
