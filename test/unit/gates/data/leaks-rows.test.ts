import type { LeakFact } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { leak } from './made-facts.ts';
import { type Label, label, leaksOf, tellingOf } from './made-leaks.ts';

/** The verdict of one column whose labels are these, without what is not in question, and the words up to the limit. */
function verdictOf(labels: readonly Label[], change: Partial<LeakFact> = {}, limit = 0.9): string {
  return leaksOf([leak({ pearson: null, telling: tellingOf(labels), ...change })], limit).join('\n');
}

const UNKNOWN = /^inconclusive insufficient-n label-leakage \[f\] null/;

/** 15 rows of a label and 15 others are the fewest that tell; of 14 nothing is said however well they seem to. */
describe('the rows that it takes to tell the label', () => {
  it.each<[string, () => string, RegExp]>([
    [
      'by a correlation: 14 of a label',
      () => verdictOf([label('no', 46), label('yes', 14)], { pearson: { rows: 60, value: 1 } }),
      UNKNOWN,
    ],
    [
      'by a correlation: 15 and 15',
      () => verdictOf([label('no', 15), label('yes', 15)], { pearson: { rows: 30, value: 1 } }),
      /^fail target-leaked label-leakage \[f\] 1 above 0.9 n 30 by pearson/,
    ],
    [
      'by an order: 14 of a label',
      () => verdictOf([label('no', 46, { above: 0 }), label('yes', 14, { above: 1 })]),
      UNKNOWN,
    ],
    [
      'by an order: 15 and 15',
      () => verdictOf([label('no', 15, { above: 0 }), label('yes', 15, { above: 1 })]),
      /^fail target-leaked label-leakage \[f\] 1 above 0.9 n 30 by auc/,
    ],
    [
      'by missing values: 14 of them',
      () => verdictOf([label('no', 40), label('yes', 20, { missing: 14 })], {}, 0.5),
      UNKNOWN,
    ],
    [
      'by missing values: 15 of them',
      () => verdictOf([label('no', 40), label('yes', 20, { missing: 15 })], {}, 0.5),
      /^fail target-leaked label-leakage \[f\] 0.816497 .* by correlation of missing values/,
    ],
    [
      'by missing values: 14 that are not',
      () => verdictOf([label('no', 40, { missing: 40 }), label('yes', 20, { missing: 6 })], {}, 0.5),
      UNKNOWN,
    ],
    [
      'by missing values: 15 that are not',
      () => verdictOf([label('no', 40, { missing: 40 }), label('yes', 20, { missing: 5 })], {}, 0.5),
      /^fail target-leaked label-leakage \[f\] 0.816497 .* by correlation of missing values/,
    ],
    [
      'by missing values: 14 of a label',
      () => verdictOf([label('no', 46, { missing: 16 }), label('yes', 14, { missing: 14 })], {}, 0.5),
      UNKNOWN,
    ],
    [
      'by missing values: 15 of a label, which is told first',
      () => verdictOf([label('yes', 15, { missing: 15 }), label('no', 45, { missing: 5 })], {}, 0.5),
      /^fail target-leaked label-leakage \[f\] 0.816497 .* missing in 15 of the 15 rows with the label "yes" and in 5/,
    ],
    [
      'by missing values: 15 others',
      () => verdictOf([label('no', 45, { missing: 5 }), label('yes', 15, { missing: 15 })], {}, 0.5),
      /^fail target-leaked label-leakage \[f\] 0.816497 .* missing in 5 of the 45 rows with the label "no" and in 15/,
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toMatch(expected);
  });
});

describe('a column that tells nothing', () => {
  it('is above in half of all pairs', () => {
    expect(verdictOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })])).toBe(
      'pass within-limit label-leakage [f] 0 above 0.9 n 60 by auc, as 2·auc - 1 | in 50 % of all pairs f is above where the label is "no", limit 0.9',
    );
  });

  it('but by values that chance may give one label is not known to', () => {
    const labels = [label('no', 40), label('yes', 20)];
    const repeated = { rows: 60, values: 27, told: 60, commonest: 40 };

    expect(verdictOf(labels, { telling: tellingOf(labels, repeated) })).toMatch(UNKNOWN);
  });
});

/** Why it is not known is said of what there is too little of. */
describe('a column of which it is not known whether it tells the label', () => {
  const many = ['1', '2', '3'].map((name) => label(name, 20));

  it.each<[string, () => string, string]>([
    [
      'for want of rows with another label',
      () => verdictOf([label('no', 46), label('yes', 14)]),
      'of 60 rows too few differ in the label: 15 of one label and 15 of others are needed',
    ],
    [
      'for want of values',
      () => verdictOf([label('no', 40, { missing: 27 }), label('yes', 20, { missing: 19 })], {}, 0.99),
      'of the 14 rows with a value too few differ in the label',
    ],
    [
      'for want of values in rows of each label',
      () => verdictOf([label('no', 50, { missing: 3 }), label('yes', 16, { missing: 2 })]),
      'of the 61 rows with a value too few differ in the label: 15 of one label and 15 of others are needed',
    ],
    [
      'for want of values that occur again',
      () => verdictOf([label('no', 40), label('yes', 20)]),
      'its values have no order, and too few of them occur again',
    ],
    [
      'for want of values that occur again, one label of three being too rare',
      () => verdictOf([label('1', 30), label('2', 20), label('3', 10)]),
      'its values have no order, and too few of them occur again',
    ],
    [
      'for want of values that occur again, a label having 15 rows and no other as many',
      () => verdictOf([label('1', 15), label('2', 10), label('3', 10)]),
      'its values have no order, and too few of them occur again',
    ],
    [
      'for want of values that occur again, the others of a label being 15',
      () => verdictOf([label('1', 20), label('2', 8), label('3', 7)]),
      'its values have no order, and too few of them occur again',
    ],
    [
      'for want of values beside a label of many numbers',
      () => verdictOf(many, { spearman: { rows: 29, value: 0.99 } }),
      '29 rows with a value are too few: 30 are needed',
    ],
  ])('%s', (_, make, words) => {
    expect(make()).toContain(words);
  });
});
