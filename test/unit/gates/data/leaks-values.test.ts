import { describe, expect, it } from 'vitest';
import { column, factsOf, leak, linesOf, rulesOf } from './made-facts.ts';
import { label, leaksOf, tellingOf } from './made-leaks.ts';

describe('whether a column gives the label away', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'by values that each have one label',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })], {
              rows: 60,
              values: 6,
              told: 60,
              commonest: 40,
            }),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 60 by errors taken away | each of the 6 values of f that occur more than once has one label only, in 60 rows, limit 0.9',
      ],
    ],
    [
      'by values that nearly have',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })], {
              rows: 60,
              values: 6,
              told: 59,
              commonest: 40,
            }),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 0.95 above 0.9 n 60 by errors taken away | knowing f takes away 95 % of the errors of guessing the commonest label, in 60 rows, limit 0.9',
      ],
    ],
    [
      'by values of which half has',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })], {
              rows: 60,
              values: 6,
              told: 50,
              commonest: 40,
            }),
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0.5 above 0.9 n 60 by errors taken away | knowing f takes away 50 % of the errors of guessing the commonest label, in 60 rows, limit 0.9',
      ],
    ],
    [
      'by values that chance may give one label',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })], {
              rows: 60,
              values: 27,
              told: 60,
              commonest: 40,
            }),
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0.05 above 0.9 n 60 by pearson | the correlation of f with the label is 0.05, limit 0.9',
      ],
    ],
    [
      'by values that chance does not give one label',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })], {
              rows: 60,
              values: 25,
              told: 60,
              commonest: 40,
            }),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 60 by errors taken away | each of the 25 values of f that occur more than once has one label only, in 60 rows, limit 0.9',
      ],
    ],
    [
      'by values that all have the commonest label',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 40, { above: 0.5 }), label('yes', 20, { above: 0.5 })], {
              rows: 40,
              values: 2,
              told: 40,
              commonest: 40,
            }),
          }),
        ]),
      [
        'pass within-limit label-leakage [f] 0.05 above 0.9 n 60 by pearson | the correlation of f with the label is 0.05, limit 0.9',
      ],
    ],
    [
      'by a word',
      () => leaksOf([leak({ type: 'text', pearson: null, word: { word: 'denied', label: 'yes', value: -0.95 } })]),
      [
        'fail target-leaked label-leakage [f] 0.95 above 0.9 n 60 by correlation of a word | whether f contains "denied" correlates with the label "yes" by -0.95, limit 0.9',
      ],
    ],
    [
      'by a long word',
      () => leaksOf([leak({ type: 'text', pearson: null, word: { word: 'd'.repeat(41), label: 'yes', value: 1 } })]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 60 by correlation of a word | whether f contains "dddddddddddddddddddddddddddddddddddddddd…" correlates with the label "yes" by 1, limit 0.9',
      ],
    ],
    [
      'by a word that just fits',
      () => leaksOf([leak({ type: 'text', pearson: null, word: { word: 'd'.repeat(40), label: 'yes', value: 1 } })]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 60 by correlation of a word | whether f contains "dddddddddddddddddddddddddddddddddddddddd" correlates with the label "yes" by 1, limit 0.9',
      ],
    ],
    [
      'when it is a list',
      () => leaksOf([leak({ type: 'unsupported' })]),
      [
        'inconclusive column-unsupported label-leakage [f] null above 0.9 n 60 by none | whether f gives the label away was not measured: it has no type that can be compared; name it under "ignore" if it may',
      ],
    ],
    [
      'when the label does not vary',
      () =>
        leaksOf([
          leak({
            pearson: { rows: 60, value: null },
            telling: tellingOf([label('no', 60)]),
          }),
        ]),
      [
        'inconclusive constant-target label-leakage [f] null above 0.9 n 60 by none | whether f gives the label away was not measured: the label y does not vary',
      ],
    ],
    [
      'when a label is rare',
      () =>
        leaksOf([
          leak({
            pearson: { rows: 60, value: 0.1 },
            telling: tellingOf([label('no', 46, { above: 0.5 }), label('yes', 14, { above: 0.5 })]),
          }),
        ]),
      [
        'inconclusive insufficient-n label-leakage [f] null above 0.9 n 60 by none | whether f gives the label away was not measured: of 60 rows too few differ in the label: 15 of one label and 15 of others are needed',
      ],
    ],
    [
      'when a label is rare and the values tell it',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([label('no', 86, { above: 0.5 }), label('yes', 14, { above: 0.5 })], {
              rows: 100,
              values: 5,
              told: 100,
              commonest: 86,
            }),
          }),
        ]),
      [
        'fail target-leaked label-leakage [f] 1 above 0.9 n 100 by errors taken away | each of the 5 values of f that occur more than once has one label only, in 100 rows, limit 0.9',
      ],
    ],
    [
      'when all others are rare',
      () =>
        leaksOf([
          leak({
            telling: tellingOf([
              label('no', 46, { above: 0.5 }),
              label('b', 7, { above: 0.5 }),
              label('c', 7, { above: 0.5 }),
            ]),
          }),
        ]),
      [
        'inconclusive insufficient-n label-leakage [f] null above 0.9 n 60 by none | whether f gives the label away was not measured: of 60 rows too few differ in the label: 15 of one label and 15 of others are needed',
      ],
    ],
    [
      'when there is none',
      () => leaksOf([]),
      [
        'pass within-limit label-leakage null n 10 by all rows | the table has no column beside the label y that could give it away',
      ],
    ],
    [
      'when the limit is 1 and it tells all',
      () => leaksOf([leak({ pearson: { rows: 60, value: 1 } })], 1),
      [
        'fail target-leaked label-leakage [f] 1 above 1 n 60 by pearson | the correlation of f with the label is 1, limit 1',
      ],
    ],
    [
      'when the limit is 1 and it nearly tells all',
      () => leaksOf([leak({ pearson: { rows: 60, value: 0.9999 } })], 1),
      [
        'pass within-limit label-leakage [f] 0.9999 above 1 n 60 by pearson | the correlation of f with the label is 0.9999, limit 1',
      ],
    ],
    [
      'the first of two',
      () =>
        leaksOf([
          leak({ pearson: { rows: 60, value: 0.95 } }),
          leak({ column: 'g', pearson: { rows: 60, value: 0.3 } }),
        ]),
      [
        'fail target-leaked label-leakage [f] 0.95 above 0.9 n 60 by pearson | the correlation of f with the label is 0.95, limit 0.9',
        'pass within-limit label-leakage [g] 0.3 above 0.9 n 60 by pearson | the correlation of g with the label is 0.3, limit 0.9',
      ],
    ],
    [
      'when nobody asks',
      () =>
        linesOf(
          factsOf(
            { f: column('number') },
            { leaks: { label: 'y', columns: [leak({ pearson: { rows: 60, value: 1 } })] } },
          ),
          rulesOf({}),
          'label-leakage',
        ),
      [],
    ],
  ])('%s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });
});
