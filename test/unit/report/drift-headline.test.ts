import type { Decision, Finding } from '@gatehouse/core';
import { renderDecisionMarkdown, renderDecisionText } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { driftHeadline } from '../../../packages/report/src/drift-headline.ts';
import { emptyDecision } from './fixture-decisions.ts';

const SHARE: Finding = {
  measure: 'drifted-share',
  outcome: 'pass',
  severity: 'block',
  reasonCode: 'within-limit',
  value: 0.1,
  limit: 0.5,
  failsWhen: 'above',
  failsAtLimit: true,
  message: '2 of 15 columns have drifted.',
};
const CRITICAL: Finding = {
  ...SHARE,
  measure: 'ks',
  groups: ['income'],
  outcome: 'fail',
  reasonCode: 'limit-exceeded',
};

function drift(outcome: Decision['outcome'], findings: readonly Finding[], dataset: object | undefined): Decision {
  return { ...emptyDecision(), gate: 'drift', outcome, findings, measures: dataset === undefined ? {} : { dataset } };
}

const dataset = (drifted: number, judged: number, more: object = {}) => ({
  'judged-columns': judged,
  'drifted-columns': drifted,
  'drifted-share': drifted / judged,
  'drifted-share-limit': 0.5,
  ...more,
});

describe('the headline of a drift decision', () => {
  it.each<[Decision, string]>([
    [drift('pass', [SHARE], dataset(2, 15)), '2 of 15 columns have drifted, limit < 50 %'],
    [drift('pass', [SHARE], dataset(1, 15)), '1 of 15 columns has drifted, limit < 50 %'],
    [
      drift('pass', [SHARE], dataset(1, 15, { 'drifted-share': 0.4 })),
      '1 of 15 columns has drifted, 40 % by importance, limit < 50 %',
    ],
    [drift('fail', [{ ...SHARE, outcome: 'fail' }], dataset(9, 15)), '9 of 15 columns have drifted, limit < 50 %'],
    [
      drift('fail', [CRITICAL, SHARE], dataset(1, 15)),
      '1 of 15 columns has drifted, limit < 50 %, fail by ks of income',
    ],
    [
      drift('fail', [CRITICAL, CRITICAL, { ...CRITICAL, measure: 'domain-auc' }], dataset(0, 1)),
      '0 of 1 columns have drifted, limit < 50 %, fail by ks of income and ks of income and 1 more',
    ],
    [drift('pass', [{ ...CRITICAL, severity: 'warn' }], dataset(0, 2)), '0 of 2 columns have drifted, limit < 50 %'],
    [drift('fail', [{ ...CRITICAL, groups: undefined }].map(withoutGroups), dataset(0, 0)), 'fail by ks'],
    [drift('pass', [SHARE], undefined), ''],
    [{ ...drift('pass', [SHARE], dataset(2, 15)), gate: 'data' }, ''],
  ])('%#', (decision, words) => {
    expect(driftHeadline(decision)).toBe(words);
  });

  it('stands in text and Markdown, where a name of the data stays text', () => {
    const decision = drift('fail', [{ ...CRITICAL, groups: ['**x**\u001b[31m'] }], dataset(1, 15));
    const [, first] = renderDecisionText(decision, { width: 100, color: false }).split('\n');

    expect(first).toContain('1 of 15 columns has drifted, limit < 50 %, fail by ks of **x**');
    expect(first).not.toContain('\u001b');
    expect(renderDecisionMarkdown(decision)).toContain('**1 of 15 columns has drifted');
    expect(renderDecisionMarkdown(decision)).not.toContain('ks of **x**');
  });
});

it('rows that are needed are current ones', () => {
  const undecided: Finding = {
    ...CRITICAL,
    outcome: 'inconclusive',
    reasonCode: 'batch-too-small',
    n: [900, 60],
    requiredN: 113,
  };

  expect(renderDecisionText(drift('inconclusive', [undecided], dataset(0, 2)), { width: 100, color: false })).toContain(
    'to tell needs about 113 current rows; there are 900 / 60',
  );
});

describe('a pass with a warning', () => {
  it('has no tick', () => {
    const decision = drift('pass', [{ ...SHARE, reasonCode: 'warning-exceeded' }], dataset(2, 15));

    expect(renderDecisionText(decision, { width: 100, color: false })).toContain('! drifted-share');
    expect(renderDecisionMarkdown(decision)).toContain('| **pass**, warning | drifted-share |');
  });
});

function withoutGroups({ groups, ...finding }: Omit<Finding, 'groups'> & { readonly groups?: unknown }): Finding {
  return finding;
}
