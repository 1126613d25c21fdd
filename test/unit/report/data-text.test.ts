import type { Decision } from '@gatehouse/core';
import { renderDecisionText } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';

const MESSAGE = '2 of 3 values of g (66.67 %) are not among the allowed ones, such as "zz" in row 2';
const DECISION: Decision = {
  schemaVersion: 1,
  gate: 'data',
  outcome: 'fail',
  subject: null,
  policyDigest: null,
  inputs: [],
  findings: [
    {
      measure: 'domain',
      outcome: 'fail',
      severity: 'block',
      reasonCode: 'value-outside-domain',
      groups: ['g'],
      value: 2 / 3,
      limit: 0,
      failsWhen: 'above',
      n: [3],
      method: 'all rows',
      message: MESSAGE,
    },
  ],
  measures: {},
  power: { minimumDetectable: null, requiredN: {} },
  notMeasured: [],
};

describe('a finding of the data gate', () => {
  it('is told as the sentence that names rows and rule, and not as a bare number', () => {
    const lines = renderDecisionText(DECISION, { width: 60, color: false }).split('\n');

    expect(lines.slice(1, 4)).toEqual([
      '✗ domain  g  (value-outside-domain)',
      '    2 of 3 values of g (66.67 %) are not among the allowed',
      '    ones, such as "zz" in row 2',
    ]);
  });

  it('stays a number with its limit for the other gates', () => {
    expect(renderDecisionText({ ...DECISION, gate: 'drift' }, { width: 100, color: false })).toContain('limit ≤ 0');
  });
});
