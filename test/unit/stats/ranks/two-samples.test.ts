import { ksDistance, ksPValue, mannWhitney } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-ranks/values.json' with { type: 'json' };
import { at, relativeError } from '../relative-error.ts';

const sample = fc
  .array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 })
  .map((x) => Float64Array.from(x));
const empty = new Float64Array(0);

describe('ksDistance', () => {
  it.each(oracle.twoSamples)('case %# (scipy ks_2samp)', ({ first, second, ks }) => {
    const found = ksDistance(Float64Array.from(first), Float64Array.from(second));

    if (found.undefinedReason !== null) throw new Error(found.undefinedReason);
    expect(found.distance).toBeCloseTo(at(ks, 0), 14);
    expect(relativeError(ksPValue(found).p, at(ks, 1))).toBeLessThan(1e-9);
  });

  it('is symmetric, does not change under increasing maps, and leaves its arguments as they are', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const before = [...a];
        const plain = ksDistance(a, b);

        expect(ksDistance(b, a)).toMatchObject({ distance: 'distance' in plain ? plain.distance : null });
        expect(ksDistance(a.map(Math.exp), b.map(Math.exp))).toEqual(plain);
        expect(ksDistance(a, a)).toMatchObject({ distance: 0 });
        expect([...a]).toEqual(before);
      }),
    );
  });

  it('is 1 for samples that do not overlap', () => {
    expect(ksDistance(Float64Array.of(1, 2), Float64Array.of(3))).toMatchObject({ distance: 1, n: 2, m: 1 });
  });

  it.each([
    [empty, Float64Array.of(1)],
    [Float64Array.of(1), empty],
  ])('is undefined without a value (%#)', (first, second) => {
    expect(ksDistance(first, second)).toEqual({ value: null, undefinedReason: 'empty-group' });
    expect(mannWhitney(first, second)).toEqual({ value: null, undefinedReason: 'empty-group' });
  });

  it('refuses NaN on either side', () => {
    const bad = Float64Array.of(1, Number.NaN);
    for (const test of [ksDistance, mannWhitney]) {
      expect(() => test(bad, Float64Array.of(1))).toThrow(RangeError);
      expect(() => test(Float64Array.of(1), bad)).toThrow(RangeError);
    }
  });
});

type LatticeRow = readonly (number | string)[];

function isSmall([, n, m]: LatticeRow): boolean {
  return Number(n) * Number(m) < 1e5;
}

function expectP(...[distance, n, m, p]: LatticeRow): void {
  expect(relativeError(ksPValue({ distance: Number(distance), n: Number(n), m: Number(m) }).p, Number(p))).toBeLessThan(
    1e-9,
  );
}

describe('ksPValue', () => {
  it.each(oracle.lattice.filter(isSmall))('of %s with %i and %i values is (scipy, exact) %s', expectP);

  it.each(oracle.lattice.filter((row) => !isSmall(row)))('of %s with as many as %i and %i values is %s', expectP);

  it('of stats.md §10.4', () => {
    expect(ksPValue({ distance: 0.8, n: 5, m: 5 })).toEqual({ p: expect.closeTo(0.0793650794, 10), method: 'exact' });
  });

  it('of samples that do not overlap is 2 of all orders', () => {
    expect(relativeError(ksPValue({ distance: 1, n: 30, m: 30 }).p, 2 / 118264581564861420)).toBeLessThan(1e-12);
  });

  it('of a distance between two that are possible is that of the larger', () => {
    const p = (distance: number) => ksPValue({ distance, n: 10, m: 15 }).p;

    expect(p(0.31)).toBe(p(10 / 30));
    expect(p(10 / 30)).toBeGreaterThan(p(11 / 30));
    expect(p(0)).toBe(1);
  });

  it.each(oracle.beyond)('of %s with %i and %i values is within 0.0015 of (scipy, exact) %s', (distance, n, m, p) => {
    const ours = ksPValue({ distance: Number(distance), n: Number(n), m: Number(m) });

    expect(ours.method).toBe('asymptotic');
    expect(Math.abs(ours.p - Number(p))).toBeLessThan(1.5e-3);
    expect(ksPValue({ distance: Number(distance), n: Number(m), m: Number(n) })).toEqual(ours);
  });

  it('is exact up to ten million cells', () => {
    expect(ksPValue({ distance: 0, n: 2500, m: 4000 }).method).toBe('exact');
    expect(ksPValue({ distance: 0, n: 2501, m: 4000 }).method).toBe('asymptotic');
    expect(ksPValue({ distance: 0, n: 1e6, m: 1e6 }).p).toBe(1);
  });

  it('is the same with the sizes exchanged, and falls with the distance', () => {
    const size = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(size, size, fc.double({ min: 0, max: 0.9, noNaN: true }), (n, m, distance) => {
        const { p } = ksPValue({ distance, n, m });

        expect(ksPValue({ distance, n: m, m: n }).p).toBe(p);
        expect(ksPValue({ distance: distance + 0.1, n, m }).p).toBeLessThanOrEqual(p);
        expect(p).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    [{ distance: 1.1, n: 2, m: 2 }],
    [{ distance: -0.1, n: 2, m: 2 }],
    [{ distance: Number.NaN, n: 2, m: 2 }],
    [{ distance: 0.5, n: 0, m: 2 }],
    [{ distance: 0.5, n: 2, m: 0 }],
    [{ distance: 0.5, n: 2, m: 1.5 }],
  ])('refuses %o', (found) => {
    expect(() => ksPValue(found)).toThrow(RangeError);
  });
});

describe('mannWhitney', () => {
  it.each(oracle.twoSamples)('case %# (scipy mannwhitneyu)', ({ first, second, mannWhitney: [u, p], method }) => {
    const ours = mannWhitney(Float64Array.from(first), Float64Array.from(second));

    if (ours.undefinedReason !== null) throw new Error(ours.undefinedReason);
    expect([ours.u, ours.method]).toEqual([u, method]);
    expect(relativeError(ours.p, Number(p))).toBeLessThan(1e-9);
  });

  it('shares out all pairs, whichever sample is first', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [forth, back] = [mannWhitney(a, b), mannWhitney(b, a)];

        if (forth.undefinedReason !== null || back.undefinedReason !== null) throw new Error('undefined');
        expect(forth.u + back.u).toBe(a.length * b.length);
        expect(forth.share + back.share).toBeCloseTo(1, 14);
        expect(back.p).toBeCloseTo(forth.p, 12);
        expect(forth.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('sees nothing where all values are equal', () => {
    expect(mannWhitney(Float64Array.of(4, 4), Float64Array.of(4, 4, 4))).toMatchObject({ share: 0.5, p: 1 });
  });

  it('approximates where values are tied, however few (scipy)', () => {
    expect(mannWhitney(Float64Array.of(1, 2, 2, 3), Float64Array.of(2, 4, 5, 6, 6))).toMatchObject({
      u: 2,
      p: expect.closeTo(0.06056886020265745, 12),
      method: 'asymptotic',
    });
  });

  it('counts up to 400 pairs and approximates beyond', () => {
    const values = (n: number, offset: number) => Float64Array.from({ length: n }, (_, i) => i + offset);

    expect(mannWhitney(values(20, 0), values(20, 0.5))).toMatchObject({ method: 'exact' });
    expect(mannWhitney(values(20, 0), values(21, 0.5))).toMatchObject({ method: 'asymptotic' });
  });
});
