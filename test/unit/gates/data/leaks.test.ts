import { describe, expect, it } from 'vitest';
import { leak } from './made-facts.ts';
import { label, leaksOf, tellingOf } from './made-leaks.ts';

describe('whether a column gives the label away', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'when it has nothing to do with it',
      () => leaksOf([leak()]),
      [
        'pass within-limit label-leakage [f] 0.1 above 0.9 n 60 by auc, as 2·auc - 1 | in 55 % of all pairs f is above where the label is "no", limit 0.9',
      ],
    ],
    [
      'by a correlation at the limit',
      () => leaksOf([leak({ pearson: { rows: 60, value: 0.9 } })]),
      [
        'pass within-limit label-leakage [f] 0.9 above 0.9 n 60 by pearson | the correlation of f with the label is 0.9, limit 0.9',
      ],
    ],
    [
      'by a correlation above the limit',
      () => leaksOf([leak({ pearson: { rows: 60, value: -0.91 } })]),
      [
        'fail target-leaked label-leakage [f] 0.91 above 0.9 n 60 by pearson | the correlation of f with the label is -0.91, limit 0.9',
      ],
    ],
    [
      'by a correlation of too few rows',
      () => leaksOf([leak({ pearson: { rows: 29, value: 1 } })]),
      [
        'pass within-limit label-leakage [f] 0.1 above 0.9 n 60 by auc, as 2·auc - 1 | in 55 % of all pairs f is above where the label is "no", limit 0.9',
      ],
    ],
    [
      'by a correlation of just the rows',
      () => leaksOf([leak({ pearson: { rows: 30, value: 1 } })]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 30 by pearson | the correlation of f with the label is 1, limit 0.9',
      ],
    ],
    [
      'by a correlation that does not exist',
      () =>
        leaksOf([
          leak({
            pearson: { rows: 60, value: null },
            telling: tellingOf([label('no', 40), label('yes', 20)]),
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0 above 0.9 n 60 by pearson | f or the label does not vary, so they have no correlation, limit 0.9',
      ],
    ],
    [
      'by ranks',
      () =>
        leaksOf([
          leak({
            pearson: null,
            spearman: { rows: 60, value: 0.95 },
            telling: {
              ...tellingOf([
                label('1', 1, { above: 0.5 }),
                label('2', 1, { above: 0.5 }),
                label('3', 1, { above: 0.5 }),
              ]),
              rows: 60,
            },
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 0.95 above 0.9 n 60 by spearman | the correlation of ranks of f with the label is 0.95, limit 0.9',
      ],
    ],
    [
      'by ranks of too few rows',
      () =>
        leaksOf([
          leak({
            pearson: null,
            spearman: { rows: 29, value: 0.95 },
            telling: {
              ...tellingOf([
                label('1', 1, { above: 0.5 }),
                label('2', 1, { above: 0.5 }),
                label('3', 1, { above: 0.5 }),
              ]),
              rows: 29,
            },
          }),
        ]),
      [
        'inconclusive insufficient-n label-leakage [f] null above 0.9 n 29 by none | whether f gives the label away was not measured: 29 rows with a value are too few: 30 are needed',
      ],
    ],
    [
      'by ranks that are less than the limit',
      () =>
        leaksOf([
          leak({
            pearson: null,
            spearman: { rows: 30, value: 0.5 },
            telling: {
              ...tellingOf([
                label('1', 1, { above: 0.5 }),
                label('2', 1, { above: 0.5 }),
                label('3', 1, { above: 0.5 }),
              ]),
              rows: 30,
            },
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0.5 above 0.9 n 30 by spearman | the correlation of ranks of f with the label is 0.5, limit 0.9',
      ],
    ],
    [
      'by its order',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.02 }), label('yes', 20, { above: 0.98 })]),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 0.96 above 0.9 n 60 by auc, as 2·auc - 1 | in 98 % of all pairs f is below where the label is "no", limit 0.9',
      ],
    ],
    [
      'by an order of too few values',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([
              label('no', 40, { missing: 28, above: 0 }),
              label('yes', 20, { missing: 6, above: 1 }),
            ]),
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0.380521 above 0.9 n 60 by correlation of missing values | f is missing in 28 of the 40 rows with the label "no" and in 6 of the 20 others, limit 0.9',
      ],
    ],
    [
      'by an order of just enough values',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([
              label('no', 40, { missing: 25, above: 0 }),
              label('yes', 20, { missing: 5, above: 1 }),
            ]),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 30 by auc, as 2·auc - 1 | in 100 % of all pairs f is below where the label is "no", limit 0.9',
      ],
    ],
    [
      'by missing values',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40), label('yes', 20, { missing: 20 })]),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 60 by correlation of missing values | f is missing in 0 of the 40 rows with the label "no" and in 20 of the 20 others, limit 0.9',
      ],
    ],
    [
      'by missing values but for one',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { missing: 1 }), label('yes', 20, { missing: 19 })]),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 0.925 above 0.9 n 60 by correlation of missing values | f is missing in 1 of the 40 rows with the label "no" and in 19 of the 20 others, limit 0.9',
      ],
    ],
    [
      'by too few missing values',
      () =>
        leaksOf([
          leak({
            pearson: null,
            telling: tellingOf([label('no', 46), label('yes', 14, { missing: 14 })]),
          }),
        ]),
      [
        'inconclusive insufficient-n label-leakage [f] null above 0.9 n 60 by none | whether f gives the label away was not measured: of 60 rows too few differ in the label: 15 of one label and 15 of others are needed',
      ],
    ],
    [
      'by nothing, of just the rows',
      () =>
        leaksOf([
          leak({
            pearson: { rows: 30, value: 0.05 },
            telling: tellingOf([label('no', 15, { above: 0.55 }), label('yes', 15, { above: 0.45 })]),
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0.1 above 0.9 n 30 by auc, as 2·auc - 1 | in 55 % of all pairs f is above where the label is "no", limit 0.9',
      ],
    ],
    [
      'by values, of too few rows to know by ranks',
      () =>
        leaksOf([
          leak({
            pearson: null,
            spearman: { rows: 28, value: 0.2 },
            telling: tellingOf([label('1', 14), label('2', 7), label('3', 7)], {
              rows: 28,
              values: 2,
              told: 20,
              commonest: 14,
            }),
          }),
        ]),
      [
        'inconclusive insufficient-n label-leakage [f] null above 0.9 n 28 by none | whether f gives the label away was not measured: 28 rows with a value are too few: 30 are needed',
      ],
    ],
    [
      'by all but rounding, where the limit is 1',
      () => leaksOf([leak({ pearson: { rows: 60, value: 1 - 1e-12 } })], 1),
      [
        'fail target-leaked label-leakage [f] 1 above 1 n 60 by pearson | the correlation of f with the label is 1, limit 1',
      ],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });

  it('is not known of a text in which no way of telling was found', () => {
    const telling = tellingOf([label('no', 40), label('yes', 20)]);

    expect(leaksOf([leak({ type: 'text', pearson: null, telling })])).toEqual([
      expect.stringMatching(/^inconclusive insufficient-n label-leakage \[f\] null/),
    ]);
  });
});
