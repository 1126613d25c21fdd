import { classifyDomains, createRandom, type DomainRows, designMatrix, fitLogistic } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import sklearn from '../../../fixtures/oracles/scikit-learn-estimation/values.json' with { type: 'json' };
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

  it('comes to the minimum where a full step of Newton goes too far', () => {
    const numbers = [
      Float64Array.of(3, 14.8, 0, 68.4, 0, 0, -15.5),
      Float64Array.of(0, -12.1, 23.5, 60.8, 1.9, 83.5, 5.9),
      Float64Array.of(-1.6, 0, -4.8, -0.1, -0.4, 0.2, -12.9),
    ];
    const labels = Uint8Array.of(0, 1, 0, 1, 0, 0, 1);
    const matrix = { rows: 7, width: 4, numbers, categories: [] };
    const w = fitLogistic({ matrix, rows: Int32Array.from(labels.keys()), labels });
    const excess = Array.from(labels, (label, i) => {
      const margin = numbers.reduce((sum, column, j) => sum + Number(w[1 + j]) * Number(column[i]), Number(w[0]));
      return 1 / (1 + Math.exp(-margin)) - label;
    });

    for (const [j, column] of [new Float64Array(7).fill(1), ...numbers].entries()) {
      const slope = excess.reduce((sum, e, i) => sum + e * Number(column[i]), j === 0 ? 0 : Number(w[j]));
      expect(Math.abs(slope)).toBeLessThan(1e-6);
    }
  });
});

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

  it('says one half of a constant column', () => {
    const { current } = rows(4, 0);
    const values = new Float64Array(current.length).fill(0.1);

    expect(classifyDomains({ current, features: [{ kind: 'numeric', values }] }, seeded(1)).value).toBeCloseTo(0.5, 1);
  });

  it('needs two hundred rows on each side', () => {
    expect(classifyDomains(rows(5, 0, 199), seeded(1))).toEqual({ value: null, undefinedReason: 'insufficient-n' });
    expect(classifyDomains(rows(5, 0, 200), seeded(1)).undefinedReason).toBeNull();
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
});
