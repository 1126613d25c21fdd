import {
  type BinaryConfusion,
  balancedAccuracy,
  binaryConfusion,
  CONFUSION_RATES,
  type ConfusionRate,
  classConfusion,
  classMatthews,
  confusionRate,
  confusionTotal,
  defined,
  fBeta,
  matthews,
  mergeConfusions,
  undefinedFor,
  withLabelsSwapped,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-classification/values.json' with { type: 'json' };

const NONE: BinaryConfusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
const RATES = Object.keys(CONFUSION_RATES).filter((name): name is ConfusionRate => name in CONFUSION_RATES);
const confusions = fc.record({ tp: fc.nat(50), fp: fc.nat(50), fn: fc.nat(50), tn: fc.nat(50) });

describe.each(sklearn.binary)('metrics of a confusion equal those of scikit-learn: $name', (oracle) => {
  const confusion = binaryConfusion(oracle.labels, oracle.predicted, oracle.weights ?? undefined);

  it.each(Object.entries(oracle.rates))('%s', (rate, expected) => {
    const known = RATES.find((name) => name === rate) ?? 'accuracy';

    expect(known).toBe(rate);
    expect(confusionRate(known, confusion).value).toBeCloseTo(expected, 12);
  });

  it.each([
    ['F1', fBeta(confusion, 1), oracle.f1],
    ['F2', fBeta(confusion, 2), oracle.f2],
    ['F of one half', fBeta(confusion, 0.5), oracle.fHalf],
    ['balanced accuracy', balancedAccuracy(confusion), oracle.balancedAccuracy],
    ['Matthews correlation', matthews(confusion), oracle.matthews],
  ])('%s', (_, actual, expected) => {
    expect(actual.value).toBeCloseTo(expected, 12);
  });
});

describe('rates of a confusion', () => {
  // ProPublica's COMPAS counts of African-American defendants and its printed rates.
  it.each([
    ['fpr', 0.4485],
    ['fnr', 0.2799],
    ['precision', 0.6297],
    ['npv', 0.6505],
    ['selection-rate', 0.5882],
    ['base-rate', 0.5143],
  ] as const)('%s of a published table is %d', (rate, expected) => {
    expect(confusionRate(rate, { tn: 990, fp: 805, fn: 532, tp: 1369 }).value).toBeCloseTo(expected, 4);
  });

  it.each([
    ['accuracy', 'empty-group'],
    ['error', 'empty-group'],
    ['selection-rate', 'empty-group'],
    ['base-rate', 'empty-group'],
    ['recall', 'no-positives'],
    ['fnr', 'no-positives'],
    ['specificity', 'no-negatives'],
    ['fpr', 'no-negatives'],
    ['precision', 'no-predicted-positives'],
    ['fdr', 'no-predicted-positives'],
    ['npv', 'no-predicted-negatives'],
    ['for', 'no-predicted-negatives'],
  ] as const)('%s of nothing is undefined: %s', (rate, reason) => {
    expect(confusionRate(rate, NONE)).toEqual(undefinedFor(reason));
  });

  it.each([
    ['accuracy', 'error'],
    ['recall', 'fnr'],
    ['specificity', 'fpr'],
    ['precision', 'fdr'],
    ['npv', 'for'],
  ] as const)('%s and %s add up to one, or both are undefined', (one, other) => {
    fc.assert(
      fc.property(confusions, (c) => {
        const [a, b] = [confusionRate(one, c), confusionRate(other, c)];
        if (a.value === null || b.value === null) expect(a).toEqual(b);
        else expect(a.value + b.value).toBeCloseTo(1, 12);
      }),
    );
  });

  it('swap with the labels', () => {
    fc.assert(
      fc.property(confusions, (c) => {
        expect(confusionRate('recall', withLabelsSwapped(c)).value).toBe(confusionRate('specificity', c).value);
        expect(confusionRate('precision', withLabelsSwapped(c)).value).toBe(confusionRate('npv', c).value);
      }),
    );
  });
});

describe('balanced accuracy', () => {
  it.each([
    ['as many positives found as not', { tp: 3, fn: 3, fp: 1, tn: 3 }, 0.625],
    ['as many negatives found as not', { tp: 1, fn: 3, fp: 3, tn: 3 }, 0.375],
  ])('with %s', (_, confusion, expected) => {
    expect(balancedAccuracy(confusion)).toEqual(defined(expected));
  });
});

describe('F-beta', () => {
  it.each([
    ['nothing positive and nothing predicted', { ...NONE, tn: 5 }, 1, undefinedFor('no-positives')],
    ['nothing predicted positive', { ...NONE, fn: 5 }, 1, defined(0)],
    ['beta 0 is precision', { ...NONE, tp: 1, fp: 3, fn: 9 }, 0, defined(0.25)],
    ['beta 0 without a prediction', { ...NONE, fn: 5 }, 0, undefinedFor('no-predicted-positives')],
  ])('with %s', (_, confusion, beta, expected) => {
    expect(fBeta(confusion, beta)).toEqual(expected);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a count of %d', (fp) => {
    expect(() => fBeta({ ...NONE, fp }, 1)).toThrow(`got ${fp} for fp.`);
    expect(() => balancedAccuracy({ ...NONE, fp })).toThrow(`got ${fp} for fp.`);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a beta of %d', (beta) => {
    expect(() => fBeta(NONE, beta)).toThrow(`The beta of an F score must be finite and not negative, got ${beta}.`);
  });
});

describe.each([
  ['balanced accuracy', balancedAccuracy],
  ['Matthews correlation', matthews],
])('%s', (_, measure) => {
  it.each([
    ['no row', NONE, 'empty-group'],
    ['no negative', { ...NONE, tp: 3, fn: 1 }, 'single-class'],
    ['no positive', { ...NONE, fp: 3, tn: 1 }, 'single-class'],
  ] as const)('is undefined with %s', (_name, confusion, reason) => {
    expect(measure(confusion)).toEqual(undefinedFor(reason));
  });

  it('is one for a perfect model', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (tp, tn) => {
        expect(measure({ tp, tn, fp: 0, fn: 0 })).toEqual(defined(1));
      }),
    );
  });
});

describe('Matthews correlation', () => {
  it.each([
    ['all predicted positive', { ...NONE, tp: 3, fp: 1 }],
    ['all predicted negative', { ...NONE, fn: 3, tn: 1 }],
  ])('is undefined with %s', (_, confusion) => {
    expect(matthews(confusion)).toEqual(undefinedFor('constant-prediction'));
  });

  it('is the same as that of two classes, and changes its sign with the predictions', () => {
    fc.assert(
      fc.property(confusions, (c) => {
        const actual = matthews(c);
        const cells = Float64Array.of(c.tn, c.fp, c.fn, c.tp);
        const flipped = matthews({ tp: c.fn, fn: c.tp, fp: c.tn, tn: c.fp });
        if (actual.value === null) expect(classMatthews({ classes: 2, cells })).toEqual(actual);
        else {
          expect(classMatthews({ classes: 2, cells }).value).toBeCloseTo(actual.value, 12);
          expect(flipped.value).toBeCloseTo(-actual.value, 12);
        }
      }),
    );
  });
});

describe('a binary confusion', () => {
  it('counts weights', () => {
    const confusion = binaryConfusion([1, 1, 0, 0, 1], [1, 0, 1, 0, 1], [1, 2, 4, 8, 16]);

    expect(confusion).toEqual({ tp: 17, fn: 2, fp: 4, tn: 8 });
    expect(confusionTotal(confusion)).toBe(31);
  });

  it('of no row is four zeros', () => {
    expect(binaryConfusion([], [])).toEqual(NONE);
  });

  it('is the sum of its parts', () => {
    expect(
      mergeConfusions([
        { tp: 1, fp: 2, fn: 3, tn: 4 },
        { ...NONE, tp: 1 },
      ]),
    ).toEqual({ tp: 2, fp: 2, fn: 3, tn: 4 });
  });

  it.each([
    ['a label of 2', [2], [1], undefined, 'A label must be 0 or 1, got 2 at position 0.'],
    ['a prediction of NaN', [1], [Number.NaN], undefined, 'A prediction must be 0 or 1, got NaN at position 0.'],
    ['other lengths', [1], [1, 0], undefined, 'The labels and predictions must have one length, got 1 and 2.'],
    ['a weight of 0', [1], [1], [0], 'A weight must be positive and finite, got 0 at position 0.'],
    ['a negative weight', [1], [1], [-1], 'A weight must be positive and finite, got -1 at position 0.'],
    ['too few weights', [1], [1], [], 'The rows and weights must have one length, got 1 and 0.'],
  ])('refuses %s', (_, labels, predicted, weights, message) => {
    expect(() => binaryConfusion(labels, predicted, weights)).toThrow(new RangeError(message));
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('with a count of %d is refused by every measure', (tn) => {
    const message = `A count of a confusion must be finite and not negative, got ${tn} for tn.`;

    expect(() => confusionRate('accuracy', { ...NONE, tn })).toThrow(new RangeError(message));
    expect(() => matthews({ ...NONE, tn })).toThrow(new RangeError(message));
  });

  it('and its classes agree', () => {
    const rows = { labels: Int32Array.of(0, 1, 1), predicted: Int32Array.of(0, 0, 1), classes: 2 };

    expect([...classConfusion(rows).cells]).toEqual([1, 0, 1, 1]);
  });
});
