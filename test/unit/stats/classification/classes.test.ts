import {
  type ClassConfusion,
  classAccuracy,
  classBalancedAccuracy,
  classConfusion,
  classF1,
  classMatthews,
  cohenKappa,
  defined,
  undefinedFor,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-classification/values.json' with { type: 'json' };

function confusionOf(cells: readonly number[]): ClassConfusion {
  return { classes: Math.sqrt(cells.length), cells: Float64Array.from(cells) };
}

const MEASURES = {
  accuracy: classAccuracy,
  'balanced accuracy': classBalancedAccuracy,
  'macro F1': (c: ClassConfusion) => classF1(c, 'macro'),
  'micro F1': (c: ClassConfusion) => classF1(c, 'micro'),
  'weighted F1': (c: ClassConfusion) => classF1(c, 'weighted'),
  'Matthews correlation': classMatthews,
  kappa: (c: ClassConfusion) => cohenKappa(c),
  'linear kappa': (c: ClassConfusion) => cohenKappa(c, 'linear'),
  'quadratic kappa': (c: ClassConfusion) => cohenKappa(c, 'quadratic'),
} as const;
const NAMED = Object.entries(MEASURES);

describe.each(sklearn.classes)('metrics of classes equal those of scikit-learn: $name', (oracle) => {
  const confusion = classConfusion({
    labels: Int32Array.from(oracle.labels),
    predicted: Int32Array.from(oracle.predicted),
    classes: oracle.classes,
    ...(oracle.weights === null ? {} : { weights: Float64Array.from(oracle.weights) }),
  });

  it.each([
    ['accuracy', oracle.accuracy],
    ['balanced accuracy', oracle.balancedAccuracy],
    ['macro F1', oracle.macro],
    ['micro F1', oracle.micro],
    ['weighted F1', oracle.weighted],
    ['Matthews correlation', oracle.matthews],
    ['kappa', oracle.none],
    ['linear kappa', oracle.linear],
    ['quadratic kappa', oracle.quadratic],
  ] as const)('%s', (name, expected) => {
    expect(MEASURES[name](confusion).value).toBeCloseTo(expected, 12);
  });
});

describe('metrics of classes', () => {
  // Printed in the documentation of scikit-learn.
  it.each([
    ['macro F1', [2, 0, 0, 1, 0, 1, 0, 2, 0], 0.266667],
    ['micro F1', [2, 0, 0, 1, 0, 1, 0, 2, 0], 0.333333],
    ['kappa', [2, 0, 0, 0, 0, 1, 1, 0, 2], 0.428571],
    ['balanced accuracy', [3, 1, 1, 1], 0.625],
    ['Matthews correlation', [0, 1, 1, 2], -0.333333],
  ] as const)('%s of a printed example', (name, cells, expected) => {
    expect(MEASURES[name](confusionOf(cells)).value).toBeCloseTo(expected, 6);
  });

  it.each(NAMED)('%s is undefined without rows', (_, measure) => {
    expect(measure(confusionOf([0, 0, 0, 0]))).toEqual(undefinedFor('empty-group'));
  });

  it.each(NAMED)('%s is one for a perfect model', (_, measure) => {
    const diagonal = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(diagonal, ([a, b, c]) => {
        expect(measure(confusionOf([a, 0, 0, 0, b, 0, 0, 0, c])).value).toBeCloseTo(1, 12);
      }),
    );
  });

  it.each(NAMED.filter(([name]) => !/linear|quadratic/.test(name)))(
    '%s does not depend on the names of classes',
    (_, m) => {
      fc.assert(
        fc.property(fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }), (cells) => {
          const turned = [8, 6, 7, 2, 0, 1, 5, 3, 4].map((cell) => Number(cells[cell]));
          const [given, other] = [m(confusionOf(cells)), m(confusionOf(turned))];
          if (given.value === null) expect(other).toEqual(given);
          else expect(other.value).toBeCloseTo(given.value, 12);
        }),
      );
    },
  );

  it.each([
    ['balanced accuracy', 'one true class', [3, 2, 0, 0], 'single-class'],
    ['Matthews correlation', 'one true class', [3, 2, 0, 0], 'single-class'],
    ['Matthews correlation', 'one predicted class', [3, 0, 2, 0], 'constant-prediction'],
    ['kappa', 'all rows in one cell', [3, 0, 0, 0], 'single-class'],
    ['quadratic kappa', 'all rows in one cell', [0, 0, 0, 5], 'single-class'],
  ] as const)('%s is undefined with %s', (name, _, cells, reason) => {
    expect(MEASURES[name](confusionOf(cells))).toEqual(undefinedFor(reason));
  });

  it.each([
    ['balanced accuracy leaves out a class without a true row', 'balanced accuracy', [2, 0, 0, 1, 1, 0, 0, 0, 0], 0.75],
    ['macro F1 leaves out a class that never occurs', 'macro F1', [2, 0, 0, 0, 2, 0, 0, 0, 0], 1],
    ['macro F1 counts a class that is only predicted', 'macro F1', [2, 0, 0, 0, 1, 1, 0, 0, 0], (1 + 2 / 3) / 3],
    ['kappa is zero for one predicted class', 'kappa', [3, 0, 2, 0], 0],
  ] as const)('%s', (_, name, cells, expected) => {
    expect(MEASURES[name](confusionOf(cells)).value).toBeCloseTo(expected, 12);
  });

  it('linear weights punish a far class more than a near one, quadratic more still', () => {
    const [none, linear, quadratic] = (['none', 'linear', 'quadratic'] as const).map((weights) =>
      cohenKappa(confusionOf([8, 0, 2, 0, 10, 0, 0, 0, 10]), weights),
    );

    expect(Number(none?.value)).toBeGreaterThan(Number(linear?.value));
    expect(Number(linear?.value)).toBeGreaterThan(Number(quadratic?.value));
  });

  it('Matthews correlation stays defined beside a weight that swallows the others', () => {
    expect(classMatthews(confusionOf([1e20, 0, 0, 1])).value).not.toBeNull();
  });
});

describe('a confusion of classes', () => {
  const rows = { labels: Int32Array.of(0, 2, 2), predicted: Int32Array.of(0, 1, 2), classes: 3 };

  it('counts weights', () => {
    const { cells } = classConfusion({ ...rows, weights: Float64Array.of(1, 2, 4) });

    expect([...cells]).toEqual([1, 0, 0, 0, 0, 0, 0, 2, 4]);
  });

  it.each([
    [
      'a class out of range',
      { ...rows, classes: 2 },
      'A label must be a whole number from 0 to 1, got 2 at position 1.',
    ],
    ['one class', { ...rows, classes: 1 }, 'The number of classes must be a whole number from 2, got 1.'],
    [
      'other lengths',
      { ...rows, predicted: Int32Array.of(0) },
      'The labels and predictions must have one length, got 3 and 1.',
    ],
    [
      'a weight of 0',
      { ...rows, weights: Float64Array.of(1, 0, 1) },
      'A weight must be positive and finite, got 0 at position 1.',
    ],
    [
      'a negative prediction',
      { ...rows, predicted: Int32Array.of(0, -1, 0) },
      'A prediction must be a whole number from 0 to 2, got -1 at position 1.',
    ],
  ])('refuses %s', (_, given, message) => {
    expect(() => classConfusion(given)).toThrow(new RangeError(message));
  });

  it.each([
    ['too few cells', { classes: 3, cells: new Float64Array(4) }, 'A confusion of 3 classes must have 9 cells, got 4.'],
    [
      'a negative count',
      { classes: 2, cells: Float64Array.of(1, -1, 0, 0) },
      'A count of a confusion must be finite and not negative, got -1 at position 1.',
    ],
  ])('with %s is refused', (_, confusion, message) => {
    expect(() => classAccuracy(confusion)).toThrow(new RangeError(message));
  });

  it('of equal classes has accuracy one', () => {
    expect(classAccuracy(confusionOf([1, 0, 0, 1]))).toEqual(defined(1));
  });
});
