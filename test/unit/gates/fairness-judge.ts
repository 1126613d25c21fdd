import type { Decision } from '@gatehouse/core';
import { evaluateFairness } from '@gatehouse/gates';
import { COMPAS, CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

export const FPR = 'false-positive-rate-difference';
export const FNR = 'false-negative-rate-difference';
export const SELECTION = 'selection-rate-difference';

/** The COMPAS counts against a limit on false positive rates, but for what a test changes. */
export function judge(changes: Partial<Parameters<typeof evaluateFairness>[0]> = {}): Decision {
  return evaluateFairness({
    config: fairnessConfig({ [FPR]: { limit: 0.1 } }),
    context: CONTEXT,
    groups: oneColumn(COMPAS),
    ...changes,
  });
}

/** Two groups of `n` rows with so many selected. */
export function pair(a: number, b: number, n = 1000): ReturnType<typeof oneColumn> {
  return oneColumn({ a: { tp: a, fp: 0, fn: 0, tn: n - a }, b: { tp: b, fp: 0, fn: 0, tn: n - b } });
}

/** What was measured, looked at by path as a reader of the JSON would. */
export function decisionMeasures(decision: Decision): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(decision.measures));
}
