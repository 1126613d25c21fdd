import type { Finding } from '@gatehouse/core';
import { renderDecisionMarkdown, renderDecisionText } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { fairnessDecision } from './fixture-decisions.ts';

/** The first finding of a decision with these bounds. */
function decisionWith(change: Pick<Finding, 'interval' | 'confidence' | 'coverage'>) {
  const [first, ...others] = fairnessDecision().findings;
  if (first === undefined) throw new Error('The fixture has a finding.');
  return { ...fairnessDecision(), findings: [{ ...first, ...change }, ...others] };
}

describe('the level of an interval is said with what it is of', () => {
  it.each([
    [{ interval: [0.18, 0.25], confidence: 0.95, coverage: 'each-bound' }, '[0.18 to 0.25] each bound 95 %'],
    [{ interval: [0.18, 0.25], confidence: 0.95, coverage: 'interval' }, '[0.18 to 0.25] 95 %'],
    [{ interval: [0.18, 0.25], confidence: 0.95, coverage: 'all-intervals' }, '[0.18 to 0.25] all together 95 %'],
    [{ interval: [0.18, null], confidence: 0.95, coverage: 'each-bound' }, 'at least 0.18 with 95 %'],
    [{ interval: [null, 0.25], confidence: 0.9, coverage: 'each-bound' }, 'at most 0.25 with 90 %'],
    [{ interval: [null, null], confidence: 0.9, coverage: 'interval' }, '[-∞ to ∞] 90 %'],
  ] as const)('%j', (change, words) => {
    const decision = decisionWith(change);

    expect(renderDecisionText(decision, { width: 200, color: false })).toContain(words);
    expect(renderDecisionMarkdown(decision)).toContain(
      words.replace(/\[(.*)\] (.*)/, '$1 ($2)').replace(/^(at \w+ [\d.]+) (.*)/, '$1 ($2)'),
    );
  });
});
