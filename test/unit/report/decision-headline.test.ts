import type { Decision, Finding } from '@gatehouse/core';
import { decisionHeadline } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { emptyDecision } from './fixture-decisions.ts';

function finding(outcome: Finding['outcome'], severity: Finding['severity'], message: string): Finding {
  return { measure: 'selection-rate', outcome, severity, reasonCode: 'limit-exceeded', value: 0.3, message };
}

const NOTE = finding('fail', 'warn', 'A note.');
const BEYOND = finding('fail', 'block', 'Beyond its limit.');
const UNCLEAR = finding('inconclusive', 'block', 'Too few rows.');
const WITHIN = finding('pass', 'block', 'Within its limit.');

describe('the headline of a decision', () => {
  it.each<[string, Decision['outcome'], readonly Finding[], string]>([
    ['that fails, after a note', 'fail', [NOTE, BEYOND, UNCLEAR], 'Beyond its limit.'],
    ['that is inconclusive, after a note that fails', 'inconclusive', [NOTE, UNCLEAR, WITHIN], 'Too few rows.'],
    ['that passes, after notes', 'pass', [NOTE, { ...NOTE, outcome: 'inconclusive' }, WITHIN], 'Within its limit.'],
    ['of notes alone', 'inconclusive', [NOTE], 'No measure was judged'],
    ['without a finding', 'inconclusive', [], 'No measure was judged'],
  ])('%s is the finding that decides', (_, outcome, findings, words) => {
    expect(decisionHeadline({ ...emptyDecision(), outcome, findings })).toContain(words);
  });

  it('of drift counts the columns', () => {
    const dataset = { 'judged-columns': 4, 'drifted-columns': 1, 'drifted-share': 0.25, 'drifted-share-limit': 0.5 };
    const decision: Decision = { ...emptyDecision(), gate: 'drift', findings: [NOTE], measures: { dataset } };

    expect(decisionHeadline(decision)).toContain('1 of 4 columns has drifted, limit < 50 %');
  });
});
