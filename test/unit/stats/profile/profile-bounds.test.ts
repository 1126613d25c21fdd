import { countOnEdges, type EdgeSums, ksBounds, quantileEdges, wasserstein, wassersteinBounds } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalFrom, seededRandom } from '../seeded-random.ts';

function ksOfRows(first: readonly number[], second: readonly number[]): number {
  const share = (values: readonly number[], x: number): number => values.filter((v) => v <= x).length / values.length;
  return Math.max(...[...first, ...second].map((x) => Math.abs(share(first, x) - share(second, x))));
}

function edgeSums(values: readonly number[], edges: Float64Array): EdgeSums {
  const counts = countOnEdges(Float64Array.from(values), edges);
  const openSums = new Float64Array(edges.length + 1);
  for (const value of values) {
    const at = edges.findIndex((edge) => edge >= value);
    const bin = at === -1 ? edges.length : at;
    if (edges[bin] !== value) openSums[bin] = Number(openSums[bin]) + value;
  }
  return { counts, openSums, minimum: Math.min(...values), maximum: Math.max(...values) };
}

const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -5, max: 5, noNaN: true }));
const column = fc.array(value, { minLength: 1, maxLength: 50 });
const pieces = fc.integer({ min: 1, max: 12 });

describe('ksBounds', () => {
  it('hold the distance of the rows and part by one piece at most', () => {
    fc.assert(
      fc.property(column, column, pieces, (a, b, k) => {
        const edges = quantileEdges(Float64Array.from(a), k);
        const bounds = ksBounds(countOnEdges(Float64Array.from(a), edges), countOnEdges(Float64Array.from(b), edges));
        const distance = ksOfRows(a, b);

        expect(bounds?.[0]).toBeLessThanOrEqual(distance + 1e-12);
        expect(bounds?.[1]).toBeGreaterThanOrEqual(distance - 1e-12);
        expect(Number(bounds?.[1]) - Number(bounds?.[0])).toBeLessThanOrEqual(1 / k + 1e-12);
      }),
    );
  });

  it('meet where every value is an edge', () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const edges = quantileEdges(Float64Array.from([...a, ...b]), 200);
        const bounds = ksBounds(countOnEdges(Float64Array.from(a), edges), countOnEdges(Float64Array.from(b), edges));

        expect(bounds?.[0]).toBe(bounds?.[1]);
        expect(bounds?.[0]).toBeCloseTo(ksOfRows(a, b), 12);
      }),
    );
  });

  it('are zero for one sample twice at its own values, and 1 for disjoint samples', () => {
    const edges = Float64Array.of(1, 2, 3);
    const low = countOnEdges(Float64Array.of(1, 1, 2, 3), edges);

    expect(ksBounds(low, low)).toEqual([0, 0]);
    expect(ksBounds(low, countOnEdges(Float64Array.of(7, 8), edges))).toEqual([1, 1]);
  });

  it('are unknown for a side without values', () => {
    const edges = Float64Array.of(1, 2);
    const none = countOnEdges(new Float64Array(0), edges);

    expect(ksBounds(none, countOnEdges(Float64Array.of(1), edges))).toBeNull();
    expect(ksBounds(countOnEdges(Float64Array.of(1), edges), none)).toBeNull();
  });

  it('refuse other edges', () => {
    const one = countOnEdges(Float64Array.of(1), Float64Array.of(1, 2));

    expect(() => ksBounds(one, countOnEdges(Float64Array.of(1), Float64Array.of(1, 3)))).toThrow(RangeError);
  });
});

describe('wassersteinBounds', () => {
  it('hold the distance of the rows', () => {
    fc.assert(
      fc.property(column, column, pieces, (a, b, k) => {
        const edges = quantileEdges(Float64Array.from(a), k);
        const bounds = wassersteinBounds(edgeSums(a, edges), edgeSums(b, edges));
        const distance = Number(wasserstein({ values: Float64Array.from(a) }, { values: Float64Array.from(b) }).value);

        expect(bounds?.[0]).toBeLessThanOrEqual(distance + 1e-9);
        expect(bounds?.[1]).toBeGreaterThanOrEqual(distance - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('are close for a shift of a tenth of a standard deviation', () => {
    const random = seededRandom(11);
    const a = Array.from({ length: 4000 }, () => normalFrom(random));
    const b = Array.from({ length: 4000 }, () => normalFrom(random) + 0.1);
    const edges = quantileEdges(Float64Array.from(a), 1000);
    const [lower, upper] = wassersteinBounds(edgeSums(a, edges), edgeSums(b, edges)) ?? [0, 0];
    const distance = Number(wasserstein({ values: Float64Array.from(a) }, { values: Float64Array.from(b) }).value);

    expect(lower).toBeGreaterThan(distance * 0.99);
    expect(upper).toBeLessThan(distance * 1.06);
  });

  it('are exact where all current values lie above the reference', () => {
    const edges = Float64Array.of(0, 1, 2);

    expect(wassersteinBounds(edgeSums([0, 0.5, 2], edges), edgeSums([4, 5], edges))).toEqual([11 / 3, 11 / 3]);
  });

  const edges = Float64Array.of(0, 2);
  const sums = edgeSums([0, 1, 2], edges);

  it.each([
    ['part by half of the width and share where both have values inside', [0, 1, 2], [0, 0.5, 2], 1 / 6, 1 / 3],
    ['meet where only the reference has values inside', [0, 1, 2], [0, 2, 2], 1 / 3, 0],
    ['meet where only the current values lie inside', [0, 2, 2], [0, 1, 2], 1 / 3, 0],
    ['meet where the reference is ahead by all that lies inside', [0, 0, 0, 1], [0, 1, 1, 2], 3 / 4, 0],
    ['meet where the reference is behind by all that lies inside', [0, 1, 1, 2], [0, 0, 0, 1], 3 / 4, 0],
    ['part where more lies inside than the reference is ahead', [0, 0, 1, 2], [0, 1, 1, 1], 0, 3 / 4],
    ['part where more lies inside than the reference is behind', [0, 1, 1, 1], [0, 0, 1, 2], 0, 3 / 4],
  ])('%s', (_, reference, current, lower, slack) => {
    const bounds = wassersteinBounds(edgeSums(reference, edges), edgeSums(current, edges));

    expect(bounds?.[0]).toBeCloseTo(lower, 12);
    expect(bounds?.[1]).toBeCloseTo(lower + slack, 12);
  });

  // The mean of one value between two edges; what counts as rounding is a billionth of the largest of bounds and width.
  it.each([
    ['above', [0, 2], 2 + 1.9e-9, true],
    ['below', [0, 2], -1.9e-9, true],
    ['above a bin that is wider than it is far out', [-3, 1], 1 + 3.9e-9, true],
    ['too far above', [0, 2], 2 + 2.1e-9, false],
    ['too far below', [0, 2], -2.1e-9, false],
    ['too far above a wide bin', [-3, 1], 1 + 4.1e-9, false],
  ])('take a sum whose mean lies %s', (_, [from = 0, to = 0], sum, isTaken) => {
    const own = Float64Array.of(from, to);
    const inside = edgeSums([from, (from + to) / 2, to], own);
    const bounds = () => wassersteinBounds(inside, { ...inside, openSums: Float64Array.of(0, sum, 0) });

    if (isTaken) expect(bounds()?.[0]).toBeCloseTo((to - from) / 6, 8);
    else expect(bounds).toThrow(`lies between them, got ${sum}.`);
  });

  it('are unknown for a side without values', () => {
    const none = { ...edgeSums([5], edges), counts: countOnEdges(new Float64Array(0), edges) };

    expect(wassersteinBounds(sums, none)).toBeNull();
    expect(wassersteinBounds(none, sums)).toBeNull();
  });

  it.each([
    ['other edges', edgeSums([1], Float64Array.of(0, 3))],
    ['a sum that fits no bin', { ...sums, openSums: Float64Array.of(0, 9, 0) }],
    ['a sum that is NaN', { ...sums, openSums: Float64Array.of(0, Number.NaN, 0) }],
    ['too few sums', { ...sums, openSums: Float64Array.of(0) }],
  ])('refuse %s', (_, bad) => {
    expect(() => wassersteinBounds(sums, bad)).toThrow(RangeError);
  });
});
