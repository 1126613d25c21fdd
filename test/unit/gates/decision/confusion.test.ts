import { ActionError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { checkAligned, countConfusion, ratesOf, totalOf } from '../../../../packages/gates/src/decision/confusion.ts';
import { inWords, percent } from '../../../../packages/gates/src/decision/wording.ts';

const NONE = { tp: 0, fp: 0, fn: 0, tn: 0 };

describe('a confusion', () => {
  it('counts labels against predictions', () => {
    const labels = [true, true, true, true, false, false, false, false, false, false];
    const predicted = [true, false, false, false, true, true, false, false, false, false];

    expect(countConfusion(labels, predicted)).toEqual({ tp: 1, fn: 3, fp: 2, tn: 4 });
    expect(totalOf({ tp: 1, fn: 3, fp: 2, tn: 4 })).toBe(10);
  });

  it('has the rates of its cells', () => {
    expect(ratesOf({ tp: 1, fn: 3, fp: 2, tn: 4 })).toEqual({
      ...{ n: 10, tp: 1, fp: 2, fn: 3, tn: 4 },
      ...{ 'selection-rate': 3 / 10, 'base-rate': 4 / 10, accuracy: 5 / 10 },
      ...{ tpr: 1 / 4, fnr: 3 / 4, fpr: 2 / 6, tnr: 4 / 6 },
      ...{ ppv: 1 / 3, fdr: 2 / 3, npv: 4 / 7, for: 3 / 7 },
    });
  });

  it('has weighted rates of weighted rows, and their weight beside their number', () => {
    const sampling = { weights: { tp: 2, fp: 1, fn: 6, tn: 3 }, squares: NONE, clusters: null };

    expect(ratesOf({ tp: 1, fp: 1, fn: 1, tn: 1, sampling })).toMatchObject({
      ...{ n: 4, tp: 1, weight: 12 },
      ...{ 'selection-rate': 3 / 12, tpr: 2 / 8, ppv: 2 / 3, accuracy: 5 / 12 },
    });
  });

  it.each([
    [
      'no row',
      NONE,
      ['selection-rate', 'base-rate', 'tpr', 'fnr', 'fpr', 'tnr', 'ppv', 'fdr', 'npv', 'for', 'accuracy'],
    ],
    ['no positive', { ...NONE, fp: 1, tn: 1 }, ['tpr', 'fnr']],
    ['no negative', { ...NONE, tp: 1, fn: 1 }, ['fpr', 'tnr']],
    ['nothing predicted positive', { ...NONE, fn: 1, tn: 1 }, ['ppv', 'fdr']],
    ['nothing predicted negative', { ...NONE, tp: 1, fp: 1 }, ['npv', 'for']],
  ])('with %s has no rate of it, rather than 0', (_, counts, without) => {
    const unknown = Object.entries(ratesOf(counts)).filter(([, value]) => value === null);

    expect(unknown.map(([name]) => name)).toEqual(without);
  });

  it('refuses another number of predictions than labels', () => {
    expect(() => countConfusion([true], [])).toThrow(ActionError);
    expect(() => checkAligned(2, 1, 'scores')).toThrow(
      /The input of the gate.*2 labels and 1 scores.*one per row.*Report this as a bug/s,
    );
    expect(() => checkAligned(2, 2, 'scores')).not.toThrow();
  });
});

describe('numbers in sentences', () => {
  it.each([
    [0.5, '0.5'],
    [0.12345, '0.1235'],
    [2, '2'],
    [10, '10'],
    [100.1, '100.1'],
    [0, '0'],
    [-0.00001, '0'],
    [-0.25, '-0.25'],
  ])('%d is %s', (value, text) => {
    expect(inWords(value)).toBe(text);
  });

  it.each([
    [0.95, '95 %'],
    [0.9999, '99.99 %'],
    [0.99999, '100 %'],
    [0.29, '29 %'],
  ])('a level of %d is %s', (level, text) => {
    expect(percent(level)).toBe(text);
  });
});
