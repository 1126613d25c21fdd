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
      'b with a name that … a table should hold          30            0.25    –  0.2    –         –',
      'c                                         suppressed               –    –    –    –         –',
    ]);
  });

  it('have the columns without room in a further table, so that no number is left out', () => {
    const lines = linesOf({ measures: { groups: GROUPS } }, 70);

    expect(lines.filter((line) => line.startsWith('group  '))).toEqual([
      'group                                              n  selection-rate',
      'group                                     tpr  fpr  ppv  accuracy',
    ]);
    expect(lines).toContain('a                                         0.9  0.1  0.8       0.9');
  });

  it('tell groups of one long column apart, also on a narrow terminal', () => {
    const column = 'a_very_long_column_name_for_a_protected_attribute';
    const groups = { [`${column}=yes`]: { n: 12345, tpr: 0.5 }, [`${column}=no`]: { n: 54321, tpr: 0.25 } };

    const lines = linesOf({ measures: { groups } }, 40);

    expect(lines.filter((line) => /\d{5}/.test(line))).toEqual([
      expect.stringMatching(/^a_very.*…ed_attribute=yes +12345/),
      expect.stringMatching(/^a_very.*…ted_attribute=no +54321/),
    ]);
    expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(40);
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

describe('what the rates of groups count', () => {
  it.each([
    [{ selected: 'predicted "1"', favorable: 'predicted "0"' }, 'selected: predicted "1"; favourable: predicted "0"'],
    [
      { selected: 'predicted "1"', favorable: null },
      'selected: predicted "1"; which prediction is favourable is not said',
    ],
  ])('stands at the head of their table: %o', (selection, line) => {
    const lines = linesOf({ measures: { selection, groups: GROUPS } }, 100);

    expect(lines[lines.findIndex((text) => text.startsWith('group ')) - 1]).toBe(line);
  });

  it('shows no escape of a terminal in the name of a prediction', () => {
    const lines = linesOf({ measures: { selection: { selected: 'predicted "\u001b[2J"', favorable: null } } });

    expect(lines.join('\n')).toContain('⟨U+001B⟩[2J');
  });
});

describe('the numbers of a finding', () => {
  const finding = {
    measure: 'false-positive-rate-difference',
    outcome: 'fail',
    severity: 'block',
    reasonCode: 'limit-exceeded',
    groups: ['a', 'b'],
    value: 0.2584,
    interval: [0.1471, 0.3634],
    confidence: 0.95,
    coverage: 'all-intervals',
    n: [200_000, 196_000],
    limit: 0.05,
    failsWhen: 'above',
    method: 'newcombe, simultaneous',
    message: 'a sentence',
  } as const;

  it.each([40, 60, 80, 100])('are all there at %i columns', (width) => {
    const text = linesOf({ findings: [finding] }, width)
      .join(' ')
      .replaceAll(/\s+/g, ' ');

    for (const part of ['0.2584', '[0.1471 to 0.3634] all together 95 %', 'limit ≤ 0.05', 'newcombe, simultaneous']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/n 200[^/]*000 \/ 196[^/]*000/);
  });

  it('are a sentence where there is no value', () => {
    const { interval: _, ...rest } = finding;
    const lines = linesOf({ findings: [{ ...rest, value: null, message: 'rests on 12 rows; policy minimum 30' }] });

    expect(lines[2]?.trim()).toBe('rests on 12 rows; policy minimum 30');
  });
});

describe('the comparisons of a limit', () => {
  it('are counted where there are several', () => {
    const judged = {
      'race/selection-rate-difference': { compared: 15, within: 12, beyond: 2, unclear: 1 },
      'sex/selection-rate-difference': { compared: 1, within: 1, beyond: 0, unclear: 0 },
    };
    const lines = linesOf({ measures: { judged } });

    expect(lines.filter((line) => /^(limited|race|sex)/.test(line))).toEqual([
      'limited                         compared  within  beyond  unclear',
      'race/selection-rate-difference        15      12       2        1',
    ]);
  });
});

describe('the table of metrics', () => {
  const line = 'intervals of this table hold with 90 %, both sides together';

  it.each([
    ['one level', { auc: { challenger: 0.9, confidence: 0.9 }, mae: { challenger: 2, confidence: 0.9 } }, true],
    ['several levels', { auc: { challenger: 0.9, confidence: 0.9 }, mae: { challenger: 2, confidence: 0.8 } }, false],
    ['no level', { auc: { challenger: 0.9 } }, false],
    ['no metric', {}, false],
  ])('says what its intervals are of where they have %s', (_, metrics, said) => {
    expect(linesOf({ measures: { metrics } }).includes(line)).toBe(said);
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
      { groups: ['a', 'b'], requiredN: 653 },
      { 'selection-rate-difference': 700 },
      'to tell needs about 653 rows in each group; there are 40 / 50',
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
    ['a pair of which other pairs need rows', { ...spanning, groups: ['a', 'b'] }, { 'selection-rate-difference': 5 }],
  ])('is not said of %s', (_, finding, requiredN) => {
    const text = linesOf({ findings: [finding], power: { minimumDetectable: null, requiredN } }).join('\n');

    expect(text).not.toContain('to tell needs');
  });
});

describe('the smallest difference', () => {
  const linesWith = (power: object, minimumDetectable: number | null) =>
    linesOf({ measures: { power }, power: { minimumDetectable, requiredN: {} } }, 120).filter((line) =>
      line.includes('smallest'),
    );

  it.each([
    [
      'names each metric, which have no unit in common',
      { auc: { 'minimum-detectable': 0.03 }, mse: { 'minimum-detectable': 312.5 } },
      312.5,
      'smallest difference that these rows could show, with power 0.8: auc 0.03, mse 312.5',
    ],
    [
      'is left out of a metric that does not vary',
      { auc: { 'minimum-detectable': null }, mae: { 'minimum-detectable': 0.00002 } },
      0.00002,
      'smallest difference that these rows could show, with power 0.8: mae 0.00002',
    ],
    ['is one where all have a unit', {}, 0.2, 'smallest difference that these rows could show, with power 0.8: 0.2'],
  ])('%s', (_, power, smallest, line) => {
    expect(linesWith(power, smallest)).toEqual([line]);
  });

  it('is not said where nothing varies', () => {
    expect(linesWith({ auc: { 'minimum-detectable': null } }, null)).toEqual([]);
  });
});
