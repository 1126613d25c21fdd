import type { Decision, Finding } from '@gatehouse/core';
import { blockedRemedy, blockedTitle } from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decision, finding } from '../waivers/example-waiver.ts';

const unfair = finding({
  measure: 'false-positive-rate-difference',
  outcome: 'fail',
  reasonCode: 'limit-exceeded',
  value: 0.2359,
  interval: [0.13, 0.35],
  limit: 0.1,
  message: 'difference in false positive rate between groups yes and no of afam is 0.2359',
});
const weak = finding({
  measure: 'auc',
  outcome: 'fail',
  reasonCode: 'below-floor',
  value: 0.61,
  interval: [null, 0.64],
  limit: 0.7,
});
const small = finding({ message: 'group yes of afam has 12 rows; policy minimum 30' });
const foreign = finding({ outcome: 'fail', reasonCode: 'decision-mismatch', measure: 'contract' });

describe('the title of a blocked model', () => {
  it.each<[string, readonly Decision[], string]>([
    [
      'the measure, with its interval where there is room',
      [decision('performance', [weak])],
      'Blocked by performance: auc is 0.61 (∞ to 0.64), limit 0.7',
    ],
    [
      'the groups too, where there is room',
      [decision('fairness', [{ ...unfair, groups: ['yes', 'no'] }])],
      'Blocked by fairness: false-positive-rate-difference is 0.24 (0.13 to 0.35), limit 0.1 (yes, no)',
    ],
    [
      'the groups rather than the interval',
      [decision('fairness', [{ ...unfair, groups: ['afam=yes', 'afam=no'] }])],
      'Blocked by fairness: false-positive-rate-difference is 0.24, limit 0.1 (afam=yes, afam=no)',
    ],
    [
      'the limit rather than groups that are too long',
      [decision('fairness', [{ ...unfair, groups: ['g'.repeat(60), 'no'] }])],
      'Blocked by fairness: false-positive-rate-difference is 0.24 (0.13 to 0.35), limit 0.1',
    ],
    [
      'what could not be measured, in words',
      [decision('fairness', [small])],
      'Blocked by fairness (inconclusive): group yes of afam has 12 rows; policy minimum 30',
    ],
    [
      'the measure of what takes too many words',
      [decision('fairness', [{ ...small, message: 'm'.repeat(80), groups: ['yes'] }])],
      'Blocked by fairness (inconclusive): group-size (yes)',
    ],
    [
      'how many gates, each with its measure',
      [decision('performance', [weak]), decision('fairness', [unfair])],
      'Blocked by 2 gates: performance: auc; fairness: false-positive-rate-difference',
    ],
    [
      'how many gates, and only which, where that is too long',
      [
        decision('performance', [{ ...weak, outcome: 'inconclusive', measure: 'a'.repeat(40) }]),
        decision('fairness', [unfair]),
      ],
      'Blocked by 2 gates: performance (inconclusive), fairness',
    ],
    [
      'only gates that do not pass',
      [decision('performance', [], 'pass'), decision('fairness', [])],
      'Blocked by fairness (inconclusive)',
    ],
    ['that nothing is known', [decision('performance', [], 'pass')], 'Blocked, and no decision says why'],
  ])('names %s', (_, decisions, expected) => {
    expect(blockedTitle(decisions)).toBe(expected);
  });

  it('has at most 100 characters, whatever a finding says', () => {
    const text = fc.string({ maxLength: 120 });
    fc.assert(
      fc.property(text, text, fc.array(text), fc.boolean(), (measure, message, groups, measured) => {
        const found: Finding = { ...(measured ? unfair : small), measure, message, groups };

        expect(blockedTitle([decision('fairness', [found])]).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('what to do about it', () => {
  it.each<[string, readonly Decision[], RegExp, RegExp]>([
    [
      'a better candidate, or a waiver of each finding',
      [decision('performance', [weak]), decision('fairness', [unfair, small])],
      /^Push a commit that trains a better candidate\. Approvals do not help/,
      /a waiver in governance\/waivers\/, .*, of performance auc, fairness false-positive-rate-difference, fairness group-size\.$/,
    ],
    [
      'more data where the data cannot tell',
      [decision('fairness', [small])],
      /^The data cannot tell: let gatehouse\.yml name more evaluation data, .* Approvals do not help/,
      /a waiver in governance\/waivers\/, .*, of fairness group-size\.$/,
    ],
    [
      'no waiver where one finding cannot be waived',
      [decision('fairness', [unfair, foreign])],
      /better candidate/,
      /^No waiver excuses decision-mismatch\.$/,
    ],
    ['no waiver of nothing', [decision('fairness', [])], /data cannot tell/, /^No waiver excuses it\.$/],
  ])('is %s', (_, decisions, candidate, waiver) => {
    const [first, second, ...others] = blockedRemedy(decisions);

    expect([first, second]).toEqual([expect.stringMatching(candidate), expect.stringMatching(waiver)]);
    expect(others.map((note) => note.slice(0, 16))).toEqual(
      waiver.source.startsWith('^No') ? [] : ['How to write one'],
    );
  });
});
