import {
  classifyDomains,
  createRandom,
  type DomainFeature,
  type DomainRows,
  designMatrix,
  fitLogistic,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { timesCoefficients, timesRows } from '../../../../packages/stats/src/domain-classifier/design-matrix.ts';
import type { LogisticProblem } from '../../../../packages/stats/src/domain-classifier/logistic-regression.ts';
import sklearn from '../../../fixtures/oracles/scikit-learn-estimation/values.json' with { type: 'json' };
import { at } from '../relative-error.ts';
import { normalFrom, seededRandom } from '../seeded-random.ts';

const seeded = (byte: number) => createRandom(new Uint8Array(16).fill(byte));

function rows(seed: number, shift: number, n = 300): DomainRows {
  const random = seededRandom(seed);
  const current = Uint8Array.from({ length: 2 * n }, (_, row) => row % 2);
  return {
    current,
    features: [
      { kind: 'numeric', values: Float64Array.from(current, (side) => 50 + 9 * (normalFrom(random) + shift * side)) },
      { kind: 'numeric', values: Float64Array.from(current, () => normalFrom(random)) },
      { kind: 'category', codes: Int32Array.from(current, () => Math.floor(random.uniform() * 4)) },
    ],
  };
}

const numeric = (...values: readonly number[]): DomainFeature => ({
  kind: 'numeric',
  values: Float64Array.from(values),
});
const category = (...codes: readonly number[]): DomainFeature => ({ kind: 'category', codes: Int32Array.from(codes) });

describe('designMatrix', () => {
  it('has numbers less their mean over their standard deviation, and a place for each category', () => {
    const matrix = designMatrix(
      [category(0, 2, 0, 1), numeric(1, 2, 3, 6), category(0, 0, 0, 0), numeric(5, 5, 5, 9)],
      4,
    );
    const [first = [], second = []] = matrix.numbers.map((column) => [...column]);
    const deviation = Math.sqrt(3.5);

    expect(matrix).toMatchObject({ rows: 4, width: 1 + 2 + 3 + 1 });
    expect(matrix.categories.map(({ offset }) => offset)).toEqual([3, 6]);
    for (const [row, value] of [-2, -1, 0, 3].entries()) expect(first[row]).toBeCloseTo(value / deviation, 14);
    for (const [row, value] of [-1, -1, -1, 3].entries()) expect(second[row]).toBeCloseTo(value / Math.sqrt(3), 14);
  });

  it.each([
    ['zeros', numeric(0, 0, 0)],
    ['numbers that are only not equal by rounding', numeric(0.1, 0.1 + 2 ** -56, 0.1)],
    ['negative numbers that are only not equal by rounding', numeric(-1e9, -1e9 + 2 ** -24, -1e9)],
  ])('leaves constant %s out', (_, feature) => {
    expect(designMatrix([feature], 3)).toMatchObject({ width: 1, numbers: [] });
  });

  it('keeps small numbers that do vary', () => {
    expect(designMatrix([numeric(1e-9, 2e-9, 3e-9)], 3)).toMatchObject({ width: 2 });
    expect(designMatrix([numeric(1e6, 1e6 + 0.001, 1e6)], 3)).toMatchObject({ width: 2 });
  });

  it('gives the products of the matrix written out, for the rows asked for', () => {
    const matrix = designMatrix([numeric(3, 1, 4, 1, 5), category(1, 0, 2, 1, 1), numeric(2, 7, 1, 8, 2)], 5);
    const rows = Int32Array.of(4, 0, 2);
    const [a = new Float64Array(5), b = new Float64Array(5)] = matrix.numbers;
    const codes = [1, 0, 2, 1, 1];
    const written = Array.from(rows, (row) => [
      1,
      a[row],
      b[row],
      ...[0, 1, 2].map((code) => Number(codes[row] === code)),
    ]);
    const w = [0.5, -1, 2, 3, -4, 7];
    const r = [1.5, -2, 0.25];

    const margins = timesCoefficients(matrix, rows, Float64Array.from(w));
    const sums = timesRows(matrix, rows, Float64Array.from(r));
    expect(margins).toHaveLength(3);
    expect(sums).toHaveLength(6);
    for (const [i, row] of written.entries()) {
      expect(margins[i]).toBeCloseTo(
        row.reduce<number>((sum, x, j) => sum + Number(x) * at(w, j), 0),
        12,
      );
    }
    for (let j = 0; j < 6; j += 1) {
      expect(sums[j]).toBeCloseTo(
        written.reduce<number>((sum, row, i) => sum + Number(row[j]) * at(r, i), 0),
        12,
      );
    }
  });
});

describe('fitLogistic', () => {
  it.each(sklearn.logistic)('of $sides.length rows (scikit-learn)', ({ first, second, codes, sides, coefficients }) => {
    const matrix = designMatrix(
      [
        { kind: 'numeric', values: Float64Array.from(first) },
        { kind: 'numeric', values: Float64Array.from(second) },
        { kind: 'category', codes: Int32Array.from(codes) },
      ],
      sides.length,
    );
    const w = fitLogistic({ matrix, rows: Int32Array.from(sides.keys()), labels: Uint8Array.from(sides) });

    for (const [j, value] of coefficients.entries()) expect(w[j]).toBeCloseTo(value, 5);
  });

  it.each([
    {
      columns: [
        [3, 14.8, 0, 68.4, 0, 0, -15.5],
        [0, -12.1, 23.5, 60.8, 1.9, 83.5, 5.9],
        [-1.6, 0, -4.8, -0.1, -0.4, 0.2, -12.9],
      ],
      sides: [0, 1, 0, 1, 0, 0, 1],
    },
    {
      columns: [
        [110.5, 137.5, 0, -55.9],
        [-33.1, 18.9, 127.8, -13.7],
      ],
      sides: [0, 0, 1, 1],
    },
    { columns: [[40.8, 2.2, -0.8, 35.1, 0, 8.6, -8.1, 21.8]], sides: [1, 0, 0, 0, 1, 0, 1, 1] },
  ])('comes to the minimum where a full step of Newton goes too far: %o', ({ columns, sides }) => {
    const numbers = columns.map((column) => Float64Array.from(column));
    const matrix = { rows: sides.length, width: 1 + numbers.length, numbers, categories: [] };

    expectMinimum({ matrix, rows: Int32Array.from(sides.keys()), labels: Uint8Array.from(sides) });
  });

  it.each([
    ['without a shift', 0],
    ['with a shift', 1],
    ['of separated sides', 40],
  ])('comes to the minimum of some rows %s, in few passes', (_, shift) => {
    const { features, current } = rows(7, shift, 100);
    const matrix = designMatrix(features, current.length);
    let passes = 0;
    const counted = {
      ...matrix,
      get numbers() {
        passes += 1;
        return matrix.numbers;
      },
    };
    const some = Int32Array.from(current.keys()).filter((row) => row % 3 !== 0);

    expectMinimum({ matrix: counted, rows: some, labels: current });
    expect(passes).toBeLessThan(70);
  });

  describe('of columns that are not standardised', () => {
    const count = 400;
    const sides = Uint8Array.from({ length: count }, (_, row) => row % 2);
    const column = (mean: number, deviation: number, seed: number): Float64Array => {
      const random = seededRandom(seed);
      return Float64Array.from(sides, (side) => mean + deviation * (normalFrom(random) + side / 2));
    };
    const problem = (numbers: readonly Float64Array[], matrix = designMatrix([], count)) => ({
      matrix: { ...matrix, width: 1 + numbers.length, numbers },
      rows: Int32Array.from(sides.keys()),
      labels: sides,
    });
    const years = [column(2015, 3, 1), column(4e5, 1e5, 2), column(0, 1, 3)];

    it('comes to the minimum where they are near it', () => {
      expectMinimum(problem([column(0.5, 0.01, 1), column(0, 30, 2), column(3, 1, 3)]));
    });

    it('refuses what is no minimum, and comes to it once they are standardised', () => {
      const features = years.map((values) => ({ kind: 'numeric', values }) as const);

      expect(() => fitLogistic(problem(years))).toThrow('standardise the columns');
      expectMinimum(problem(designMatrix(features, count).numbers));
    });
  });

  it('is the intercept alone where there is nothing to tell from', () => {
    const labels = Uint8Array.of(1, 1, 1, 0);
    const w = fitLogistic({ matrix: designMatrix([], 4), rows: Int32Array.of(0, 1, 2, 3), labels });

    expect(w).toHaveLength(1);
    expect(w[0]).toBeCloseTo(Math.log(3), 7);
  });
});

/** The slope of the penalised likelihood, from its definition, is 0 in every coefficient. */
function expectMinimum(problem: LogisticProblem): void {
  const { matrix, rows: some, labels } = problem;
  const w = fitLogistic(problem);
  const margins = timesCoefficients(matrix, some, w);
  const excess = Float64Array.from(some, (row, i) => 1 / (1 + Math.exp(-at([...margins], i))) - Number(labels[row]));
  const slopes = timesRows(matrix, some, excess).map((sum, j) => sum + (j === 0 ? 0 : Number(w[j])));

  expect(slopes).toHaveLength(matrix.width);
  for (const slope of slopes) expect(Math.abs(slope)).toBeLessThanOrEqual(1e-8 * some.length);
}

describe('classifyDomains', () => {
  it('cannot tell sides of one population apart', () => {
    const areas = Array.from({ length: 20 }, (_, i) => Number(classifyDomains(rows(80 + i, 0), seeded(i)).value));
    const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;

    // One area of 300 against 300 rows has a standard error of 0.024 without drift; out-of-fold areas lie a little low.
    for (const area of areas) expect(Math.abs(area - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  });

  it('finds a shift of one deviation: the area is Φ(1/√2) = 0.760', () => {
    expect(Math.abs(Number(classifyDomains(rows(1, 1, 600), seeded(1)).value) - 0.76)).toBeLessThan(0.05);
  });

  it('finds separated sides, and a category of one side alone', () => {
    const { current } = rows(2, 0);
    const codes = Int32Array.from(current, (side) => side * 3);

    expect(classifyDomains(rows(2, 40), seeded(1)).value).toBe(1);
    expect(classifyDomains({ current, features: [{ kind: 'category', codes }] }, seeded(1)).value).toBe(1);
  });

  it('is the same for the same seed, and does not see units', () => {
    const data = rows(3, 0.3);
    const scaled = data.features.map((feature) =>
      feature.kind === 'numeric' ? { ...feature, values: feature.values.map((x) => 1024 * x - 7) } : feature,
    );
    const area = classifyDomains(data, seeded(5)).value;

    expect(classifyDomains(data, seeded(5)).value).toBe(area);
    expect(classifyDomains({ ...data, features: scaled }, seeded(5)).value).toBeCloseTo(Number(area), 9);
    expect(classifyDomains(data, seeded(6)).value).not.toBe(area);
  });

  it('scores a row by a model that did not see it: what is learnt by heart does not help', () => {
    const current = Uint8Array.from({ length: 800 }, (_, row) => row % 2);
    const random = seededRandom(12);
    const codes = Int32Array.from(current, () => Math.floor(random.uniform() * 300));

    // By the model of all rows the area would be 0.9.
    expect(classifyDomains({ current, features: [{ kind: 'category', codes }] }, seeded(1)).value).toBeLessThan(0.6);
  });

  it('scores every row, in folds that are as large as one another', () => {
    const { current } = rows(8, 0, 250);
    const of = classifyDomains({ current, features: [{ kind: 'category', codes: new Int32Array(500) }] }, seeded(1));

    // Without anything to tell from, the score is the log odds of the other folds: 200 to 200 rows.
    if (of.undefinedReason !== null) throw new Error(of.undefinedReason);
    expect(of.scores).toHaveLength(500);
    for (const score of of.scores) expect(score).toBeCloseTo(0, 7);
  });

  it('says one half of a constant column', () => {
    const { current } = rows(4, 0);
    const values = new Float64Array(current.length).fill(0.1);

    expect(classifyDomains({ current, features: [{ kind: 'numeric', values }] }, seeded(1)).value).toBeCloseTo(0.5, 1);
  });

  it('needs two hundred rows on each side', () => {
    expect(classifyDomains(rows(5, 0, 199), seeded(1))).toEqual({ value: null, undefinedReason: 'insufficient-n' });
    expect(classifyDomains(rows(5, 0, 200), seeded(1)).undefinedReason).toBeNull();
    for (const few of [0, 1]) {
      const current = Uint8Array.from({ length: 499 }, (_, row) => (row < 199 ? few : 1 - few));
      const features = [{ kind: 'category', codes: new Int32Array(499) }] as const;

      expect(classifyDomains({ current, features }, seeded(1)).undefinedReason).toBe('insufficient-n');
    }
  });

  const data = rows(6, 0);
  const short = new Float64Array(3);
  it.each([
    ['no feature', { ...data, features: [] }],
    ['a side of two', { ...data, current: data.current.map((side) => 2 * side) }],
    ['another length', { ...data, features: [{ kind: 'numeric', values: short } as const] }],
    ['a NaN', { ...data, features: [{ kind: 'numeric', values: new Float64Array(600).fill(Number.NaN) } as const] }],
    ['a negative code', { ...data, features: [{ kind: 'category', codes: new Int32Array(600).fill(-1) } as const] }],
  ])('refuses %s', (_, bad) => {
    expect(() => classifyDomains(bad, seeded(1))).toThrow(RangeError);
  });

  it('says that a NaN is no number of a feature, before anything is fitted', () => {
    const values = new Float64Array(600).fill(Number.NaN);

    expect(() => classifyDomains({ ...data, features: [{ kind: 'numeric', values }] }, seeded(1))).toThrow('is finite');
  });
});
