import { evaluatePerformance, reuseConfidence } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../fixture-inputs.ts';
import { multiclassInput } from './task-inputs.ts';

function judge(evaluations: number | null | undefined, strict: boolean) {
  const input = multiclassInput({
    rows: 400,
    noise: { challenger: 0.2, champion: null },
    metrics: { accuracy: { floor: 0.8, margin: 0.1 } },
    config: { 'strict-reuse': strict },
  });
  return evaluatePerformance({ ...input, ...(evaluations === undefined ? {} : { evaluations }) });
}

const widthOf = (decision: ReturnType<typeof judge>): number => {
  const [lower, upper] = findingOf(decision.findings, 'accuracy').interval ?? [0, 0];
  return Number(upper) - Number(lower);
};

describe('strict reuse', () => {
  it.each([
    [0, 1],
    [4, 5],
    [40, 41],
  ])('after %i evaluations judges at the share of the error of number %i', (evaluations, k) => {
    const { findings } = judge(evaluations, true);

    expect(findingOf(findings, 'accuracy').confidence).toBeCloseTo(reuseConfidence(k, 0.05), 12);
  });

  it('asks for more with every evaluation', () => {
    const widths = [0, 1, 5, 50].map((evaluations) => widthOf(judge(evaluations, true)));

    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[0]).toBeGreaterThan(widthOf(judge(0, false)));
  });

  it('does not pass where nobody knows the number', () => {
    for (const unknown of [null, undefined]) {
      const { findings, outcome } = judge(unknown, true);

      expect(findingOf(findings, 'test-set-evaluations')).toMatchObject({
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode: 'test-set-reuse-unknown',
      });
      expect(outcome).not.toBe('pass');
    }
  });

  it('needs no warning: the error is divided', () => {
    expect(judge(40, true).findings.map(({ measure }) => measure)).not.toContain('test-set-evaluations');
    expect(findingOf(judge(40, false).findings, 'test-set-evaluations').severity).toBe('warn');
  });
});
