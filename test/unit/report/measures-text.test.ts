import type { Decision } from '@gatehouse/core';
import { renderDecisionText } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { emptyDecision } from './fixture-decisions.ts';

function linesOf(changes: Partial<Decision>, width = 80): readonly string[] {
  return renderDecisionText({ ...emptyDecision(), findings: [], ...changes }, { width, color: false }).split('\n');
}

const GROUPS = {
  a: { n: 120, 'selection-rate': 0.5, tpr: 0.9, fpr: 0.1, ppv: 0.8, accuracy: 0.9, tp: 1 },
  'b with a name that is longer than what a table should hold': { n: 30, 'selection-rate': 0.25, tpr: null, fpr: 0.2 },
  c: { n: 'suppressed' },
};

describe('the measures of a decision in a terminal', () => {
  it('are a table of groups, numbers under their headings, and what is withheld or undefined without a number', () => {
    expect(linesOf({ measures: { groups: GROUPS } }, 100).slice(3, 7)).toEqual([
      'group                                              n  selection-rate  tpr  fpr  ppv  accuracy',
      'a                                                120             0.5  0.9  0.1  0.8       0.9',
      'b with a name that is longer than what …          30            0.25    –  0.2    –         –',
      'c                                         suppressed               –    –    –    –         –',
    ]);
  });

  it('name the columns that have no room', () => {
    const lines = linesOf({ measures: { groups: GROUPS } }, 70);

    expect(lines).toContain('no room for: tpr, fpr, ppv, accuracy');
  });

  it('are both models of a metric with their intervals', () => {
    const accuracy = {
      challenger: 0.91,
      'challenger-interval': [0.9, 0.92],
      champion: 0.9,
      difference: 0.01,
      interval: [-0.005, 0.025],
      p: 0.00001,
    };

    expect(linesOf({ measures: { metrics: { accuracy } } }, 100).slice(3, 5)).toEqual([
      'metric    challenger  challenger-interval  champion  difference         interval        p',
      'accuracy        0.91          0.9 to 0.92       0.9        0.01  -0.005 to 0.025  <0.0001',
    ]);
  });

  it('are disparities drawn on one scale, and only as numbers where they lie outside it', () => {
    const aggregates = {
      'demographic-parity-difference': { value: 0.25, interval: [0.1, 0.4] },
      'smoothed-edf': { value: 1.5368, interval: null },
      'race/auc-difference': { value: 0.5, interval: [-1, 2] },
      'accuracy-difference': { value: 0.1, interval: [0, 0.2] },
      'without-value': { value: null, interval: null },
    };

    expect(linesOf({ measures: { aggregates } }).slice(4, 9)).toEqual([
      'between groups                  value    interval',
      'demographic-parity-difference    0.25  0.1 to 0.4  0 ··├───●───┤·············· 1',
      'smoothed-edf                   1.5368',
      'race/auc-difference               0.5     -1 to 2',
      'and 1 more, all of them with --json',
    ]);
  });

  it('say how many are left out', () => {
    const aggregates = Object.fromEntries(
      Array.from({ length: 27 }, (_, index) => [`measure-${index}`, { value: 0.1, interval: [0, 0.2] }]),
    );
    const groups = Object.fromEntries(Array.from({ length: 35 }, (_, index) => [`g${index}`, { n: index }]));
    const lines = linesOf({ measures: { aggregates, groups } });

    expect(lines).toContain('and 3 more, all of them with --json');
    expect(lines).toContain('and 5 more, all of them with --json');
  });

  it.each([40, 60, 80, 120])('keep to %s columns', (width) => {
    const aggregates = { ['x'.repeat(90)]: { value: 0.25, interval: [0.1, 0.4] } };
    const lines = linesOf({ measures: { groups: { ...GROUPS, ['漢'.repeat(60)]: { n: 1 } }, aggregates } }, width);

    expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(width);
  });

  it('show a group name that would move the cursor or turn the text as what it is', () => {
    const lines = linesOf({ measures: { groups: { '\u001b[2J\u202ex': { n: 1 } } } });

    expect(lines.join('\n')).toContain('⟨U+001B⟩[2J⟨U+202E⟩x');
  });
});

describe('what it takes to tell', () => {
  const spanning = {
    measure: 'selection-rate-difference',
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode: 'interval-spans-limit',
    value: 0.1,
    message: 'm',
    n: [40, 50],
  } as const;

  it.each([
    [
      'of one column',
      { groups: ['a', 'b'] },
      { 'selection-rate-difference': 653 },
      'to tell needs about 653 rows in each group; there are 40 / 50',
    ],
    [
      'of the column of the groups',
      { groups: ['race=a', 'race=b'] },
      { 'sex/selection-rate-difference': 1, 'race/selection-rate-difference': 7 },
      'to tell needs about 7 rows in each group; there are 40 / 50',
    ],
    ['of a metric', { measure: 'auc', n: [90], requiredN: 800 }, {}, 'to tell needs about 800 rows; there are 90'],
    [
      'of a slice',
      { measure: 'auc-difference-in-slice', n: [90], groups: ['region "north"'], requiredN: 800 },
      {},
      'to tell needs about 800 rows in this group; there are 90',
    ],
  ])('is said in rows, %s', (_, changes, requiredN, line) => {
    const lines = linesOf({ findings: [{ ...spanning, ...changes }], power: { minimumDetectable: null, requiredN } });

    expect(lines.map((text) => text.trim())).toContain(line);
  });

  it.each([
    ['a metric of which other findings need rows', { ...spanning, measure: 'auc' }, { auc: 800 }],
    ['another measure', spanning, { 'accuracy-difference': 5 }],
    ['another column', { ...spanning, groups: ['race=a', 'race=b'] }, { 'sex/selection-rate-difference': 5 }],
    ['what is settled', { ...spanning, outcome: 'pass' as const }, { 'selection-rate-difference': 5 }],
    ['a note', { ...spanning, severity: 'warn' as const }, { 'selection-rate-difference': 5 }],
  ])('is not said of %s', (_, finding, requiredN) => {
    const text = linesOf({ findings: [finding], power: { minimumDetectable: null, requiredN } }).join('\n');

    expect(text).not.toContain('to tell needs');
  });
});
