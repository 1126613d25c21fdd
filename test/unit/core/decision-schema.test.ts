import { type Decision, decisionSchema, type Finding } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const SPANNING: Finding = {
  measure: 'auc',
  outcome: 'inconclusive',
  severity: 'block',
  reasonCode: 'interval-spans-floor',
  value: 0.8,
  n: [90],
  message: 'auc is 0.8',
};

function decisionWith(changes: Partial<Finding>): Decision {
  return {
    schemaVersion: 1,
    gate: 'performance',
    outcome: 'inconclusive',
    subject: null,
    policyDigest: null,
    inputs: [],
    findings: [{ ...SPANNING, ...changes }],
    measures: {},
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [],
  };
}

describe('the rows that a finding needs', () => {
  it.each([
    ['one more than there are', { requiredN: 91 }],
    ['more than the smallest group has', { n: [90, 30], requiredN: 31 }],
    ['where the number of rows is not told', { n: [], requiredN: 1 }],
  ])('are %s', (_, changes) => {
    expect(decisionSchema.safeParse(decisionWith(changes)).success).toBe(true);
  });

  it.each([
    ['as many as there are', { requiredN: 90 }],
    ['as many as the smallest group has', { n: [90, 30], requiredN: 30 }],
    ['no whole number', { requiredN: 90.5 }],
    ['those of a finding that is settled', { outcome: 'fail' as const, requiredN: 91 }],
  ])('are never %s', (_, changes) => {
    expect(decisionSchema.safeParse(decisionWith(changes)).success).toBe(false);
  });
});
