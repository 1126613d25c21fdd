import type { LeakFact } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { column, factsOf, leak, linesOf, rulesOf } from './made-facts.ts';

function leaksOf(columns: readonly LeakFact[], correlation = 0.9): readonly string[] {
  const facts = factsOf({ f: column('number') }, { leaks: { label: 'y', columns } });
  return linesOf(facts, rulesOf({}, { leakage: { correlation, ignore: [] } }), 'label-leakage');
}

describe('whether a column gives the label away', () => {
  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'by values that each have one label',
      () =>
        leaksOf([
          leak({
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 40, missing: 0, above: 0.5 },
                { label: 'yes', rows: 20, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 60, values: 6, told: 60, commonest: 40 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 40, missing: 0, above: 0.5 },
                { label: 'yes', rows: 20, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 60, values: 6, told: 59, commonest: 40 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 40, missing: 0, above: 0.5 },
                { label: 'yes', rows: 20, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 60, values: 6, told: 50, commonest: 40 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 40, missing: 0, above: 0.5 },
                { label: 'yes', rows: 20, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 60, values: 27, told: 60, commonest: 40 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 40, missing: 0, above: 0.5 },
                { label: 'yes', rows: 20, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 60, values: 25, told: 60, commonest: 40 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 40, missing: 0, above: 0.5 },
                { label: 'yes', rows: 20, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 40, values: 2, told: 40, commonest: 40 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [{ label: 'no', rows: 60, missing: 0, above: null }],
              repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 46, missing: 0, above: 0.5 },
                { label: 'yes', rows: 14, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
            },
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
            telling: {
              rows: 100,
              missing: 0,
              labels: [
                { label: 'no', rows: 86, missing: 0, above: 0.5 },
                { label: 'yes', rows: 14, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 100, values: 5, told: 100, commonest: 86 },
            },
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
            telling: {
              rows: 60,
              missing: 0,
              labels: [
                { label: 'no', rows: 46, missing: 0, above: 0.5 },
                { label: 'b', rows: 7, missing: 0, above: 0.5 },
                { label: 'c', rows: 7, missing: 0, above: 0.5 },
              ],
              repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
            },
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
