import type { LeakFact } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { column, factsOf, leak, linesOf, rulesOf } from './made-facts.ts';

type Label = LeakFact['telling']['labels'][number];

const NOTHING = { rows: 0, values: 0, told: 0, commonest: 0 };

function label(name: string, rows: number, { missing = 0, above = null }: Partial<Label> = {}): Label {
  return { label: name, rows, missing, above };
}

/** The verdict of one column whose labels are these, without what is not in question, and the words up to the limit. */
function verdictOf(labels: readonly Label[], change: Partial<LeakFact> = {}, limit = 0.9): string {
  const sum = (read: (one: Label) => number): number => labels.reduce((total, one) => total + read(one), 0);
  const telling = { rows: sum(({ rows }) => rows), missing: sum(({ missing }) => missing), labels, repeated: NOTHING };
  const columns = [leak({ pearson: null, telling, ...change })];
  const facts = factsOf({ f: column('number') }, { leaks: { label: 'y', columns } });
  const rules = rulesOf({}, { leakage: { correlation: limit, ignore: [] } });
  return linesOf(facts, rules, 'label-leakage').join('\n');
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

    expect(verdictOf(labels, { telling: { rows: 60, missing: 0, labels, repeated } })).toMatch(UNKNOWN);
  });
});
