import type { PerformanceGateConfig } from '@gatehouse/core';
import { evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, performanceConfig } from '../fixture-inputs.ts';

interface Errors {
  readonly labels: readonly number[];
  readonly challenger: (row: number) => number;
  readonly champion: (row: number) => number;
  readonly metrics: PerformanceGateConfig['metrics'];
}

/** Two models of a regression, told by how far each prediction is from its label. */
function judge({ labels, challenger, champion, metrics }: Errors) {
  const off = (errors: (row: number) => number) => ({
    predicted: Float64Array.from(labels, (label, row) => label + errors(row)),
  });
  return evaluatePerformance({
    task: 'regression',
    config: performanceConfig(metrics, { 'trivial-baseline': 'mean' }),
    context: CONTEXT,
    labels: Float64Array.from(labels),
    challenger: off(challenger),
    champion: { state: 'evaluated', version: 'loans@v1.0.0', ...off(champion) },
  });
}

/** Labels from 0 to 49 and, in one row that both models may hit, a label that is far from all others. */
const withOutlier = (rows: number, outlier: number): readonly number[] =>
  Array.from({ length: rows }, (_, row) => (row === 7 ? outlier : row % 50));

/** An error in every row but the one of the outlier. */
const around =
  (size: number) =>
  (row: number): number =>
    row === 7 ? 0 : size + (row % 5);

describe('one label far from all others hides no difference', () => {
  it.each<[string, number, number, PerformanceGateConfig['metrics']]>([
    ['mse, t', 300, 1e7, { mse: { margin: 1 } }],
    ['mse, BCa', 150, 1e7, { mse: { margin: 1 } }],
    ['mse, a larger one', 300, 1e12, { mse: { margin: 1 } }],
    ['mae, t', 300, 1e12, { mae: { margin: 1 } }],
    ['mae, BCa', 150, 1e12, { mae: { margin: 1 } }],
    ['pinball', 300, 1e12, { pinball: { margin: 1, tau: 0.9 } }],
  ])('%s: errors of 100 against 10 fail', (_, rows, outlier, metrics) => {
    const decision = judge({
      labels: withOutlier(rows, outlier),
      challenger: around(-100),
      champion: around(-10),
      metrics,
    });
    const finding = findingOf(decision.findings, `${Object.keys(metrics)[0]}-difference`);

    expect(finding).toMatchObject({ outcome: 'fail', reasonCode: 'inferior' });
    expect(finding.value).toBeGreaterThan(1);
    expect(finding.method).not.toContain('no variation');
  });

  it('nor does one huge error that both models make', () => {
    const both = (size: number) => (row: number) => (row === 7 ? 1e9 : size + (row % 5));
    const decision = judge({
      labels: withOutlier(300, 0),
      challenger: both(10),
      champion: both(100),
      metrics: { mse: { margin: 1 } },
    });

    expect(findingOf(decision.findings, 'mse-difference')).toMatchObject({ outcome: 'pass', reasonCode: 'superior' });
  });

  it('and a difference that is the same in every row keeps its value', () => {
    const decision = judge({
      labels: withOutlier(300, 1e7),
      challenger: () => 10,
      champion: () => 9,
      metrics: { mae: { margin: 0.5 } },
    });
    const finding = findingOf(decision.findings, 'mae-difference');

    expect(finding.value).toBeCloseTo(1, 6);
    expect(finding.outcome).not.toBe('pass');
  });
});
