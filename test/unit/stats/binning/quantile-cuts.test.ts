import {
  countByCuts,
  countLeftClosed,
  countOnEdges,
  cutsFromEdges,
  edgeTotal,
  groupByCuts,
  mergeEdgeCounts,
  quantileCuts,
  quantileEdges,
  sturgesEdges,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import scipy from '../../../fixtures/oracles/scipy-drift/values.json' with { type: 'json' };

const column = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -9, max: 9, noNaN: true })), {
  minLength: 1,
  maxLength: 80,
});

describe('quantileCuts', () => {
  it.each(scipy.quantiles)(
    'of $values.length values at $bins bins (inverted_cdf)',
    ({ values, bins, cuts, counts }) => {
      const found = quantileCuts(Float64Array.from(values), bins);

      expect([...found]).toEqual(cuts);
      expect([...countByCuts(Float64Array.from(values), found)]).toEqual(counts);
    },
  );

  it.each([
    ['one value', [3, 3, 3], []],
    ['mostly zero', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7], [0]],
    ['a minus zero', [-0, 0, 1], [0]],
  ])('of %s', (_, values, cuts) => {
    expect([...quantileCuts(Float64Array.from(values), 10)]).toEqual(cuts);
  });

  it('leaves no bin of the reference empty', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 2, max: 30 }), (values, bins) => {
        const sample = Float64Array.from(values);
        const counts = countByCuts(sample, quantileCuts(sample, bins));

        expect(Math.min(...counts)).toBeGreaterThan(0);
        expect(counts.length).toBeLessThanOrEqual(bins);
      }),
    );
  });

  it.each([
    ['no value', [], 10],
    ['a NaN', [1, Number.NaN], 10],
    ['an infinity', [1, Number.POSITIVE_INFINITY], 10],
    ['one bin', [1, 2], 1],
    ['a broken number of bins', [1, 2], 2.5],
  ])('refuses %s', (_, values, bins) => {
    expect(() => quantileCuts(Float64Array.from(values), bins)).toThrow(RangeError);
  });
});

describe('countByCuts', () => {
  it.each([
    ['cuts that descend', [1], [2, 1]],
    ['equal cuts', [1], [2, 2]],
    ['a cut that is no number', [1], [Number.NaN]],
    ['an infinite cut', [1], [Number.POSITIVE_INFINITY]],
    ['a value that is no number', [Number.NaN], [1]],
    ['an infinite value', [Number.NEGATIVE_INFINITY], [1]],
  ])('refuses %s', (_, values, cuts) => {
    expect(() => countByCuts(Float64Array.from(values), Float64Array.from(cuts))).toThrow(RangeError);
  });
});

describe('quantileEdges', () => {
  it.each([0, 1.5, Number.NaN])('refuses %s pieces', (pieces) => {
    expect(() => quantileEdges(Float64Array.of(1, 2), pieces)).toThrow(RangeError);
  });

  it('of one piece are the least and the greatest value', () => {
    expect([...quantileEdges(Float64Array.of(5, 1, 3), 1)]).toEqual([1, 5]);
  });

  it.each(scipy.quantiles)('of $values.length values at $bins pieces', ({ values, bins, edges }) => {
    expect([...quantileEdges(Float64Array.from(values), bins)]).toEqual(edges);
  });

  it('leave at most n/pieces values strictly between two', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 20 }), (values, pieces) => {
        const sample = Float64Array.from(values);
        const { open } = countOnEdges(sample, quantileEdges(sample, pieces));

        expect(Math.max(...open)).toBeLessThanOrEqual(values.length / pieces);
        expect([open[0], open.at(-1)]).toEqual([0, 0]);
      }),
    );
  });
});

describe('edge counts', () => {
  it('of shards merge to those of the whole in any order', () => {
    fc.assert(
      fc.property(column, column, (left, right) => {
        const edges = quantileEdges(Float64Array.from(left), 7);
        const [a, b] = [left, right].map((part) => countOnEdges(Float64Array.from(part), edges));
        const whole = countOnEdges(Float64Array.from([...left, ...right]), edges);

        expect(a && b && mergeEdgeCounts(a, b)).toEqual(whole);
        expect(a && b && mergeEdgeCounts(b, a)).toEqual(whole);
        expect(edgeTotal(whole)).toBe(left.length + right.length);
      }),
    );
  });

  it('grouped by cuts are the counts of the rows', () => {
    fc.assert(
      fc.property(column, column, fc.constantFrom(2, 4, 5, 10), (reference, current, bins) => {
        const rows = Float64Array.from(reference);
        const edges = quantileEdges(rows, 20);
        const cuts = quantileCuts(rows, bins);

        expect([...cutsFromEdges(countOnEdges(rows, edges), bins)]).toEqual([...cuts]);
        for (const sample of [rows, Float64Array.from(current)]) {
          expect([...groupByCuts(countOnEdges(sample, edges), cuts)]).toEqual([...countByCuts(sample, cuts)]);
        }
      }),
    );
  });

  const edges = Float64Array.of(1, 2, 4);
  const counts = countOnEdges(Float64Array.of(0, 1, 3, 4, 9), edges);

  it('keep values on an edge apart', () => {
    expect(counts).toEqual({ edges, equal: Float64Array.of(1, 0, 1), open: Float64Array.of(1, 0, 1, 1) });
  });

  it.each([
    ['a cut that is no edge', () => groupByCuts(counts, Float64Array.of(3))],
    ['cuts that descend', () => groupByCuts(counts, Float64Array.of(4, 1))],
    ['other edges', () => mergeEdgeCounts(counts, countOnEdges(Float64Array.of(1), Float64Array.of(1, 2, 5)))],
    ['fewer edges', () => mergeEdgeCounts(counts, countOnEdges(Float64Array.of(1), Float64Array.of(1, 2)))],
    ['more edges', () => mergeEdgeCounts(counts, countOnEdges(Float64Array.of(1), Float64Array.of(1, 2, 4, 8)))],
    ['no edges', () => countOnEdges(Float64Array.of(1), new Float64Array(0))],
    ['a total of no edges', () => edgeTotal({ edges: edges.slice(3), equal: edges.slice(3), open: edges.slice(2) })],
    ['a missing count on an edge', () => edgeTotal({ ...counts, equal: counts.equal.slice(1) })],
    ['edges that descend', () => edgeTotal({ ...counts, edges: Float64Array.of(1, 4, 2) })],
    ['an infinite count', () => edgeTotal({ ...counts, equal: Float64Array.of(1, Number.POSITIVE_INFINITY, 0) })],
    ['a missing count in groups', () => groupByCuts({ ...counts, open: counts.equal }, Float64Array.of(1))],
    ['equal edges', () => countOnEdges(Float64Array.of(1), Float64Array.of(1, 1))],
    ['a NaN', () => countOnEdges(Float64Array.of(Number.NaN), edges)],
    ['a missing count', () => edgeTotal({ ...counts, open: counts.equal })],
    ['a negative count', () => edgeTotal({ ...counts, equal: Float64Array.of(1, -1, 0) })],
    ['empty counts', () => cutsFromEdges(countOnEdges(new Float64Array(0), edges), 10)],
    ['one bin', () => cutsFromEdges(counts, 1)],
  ])('refuse %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('sturgesEdges', () => {
  it.each(scipy.sturges)('of $first.length and $second.length values (numpy)', ({ first, second, edges, counts }) => {
    const sample = Float64Array.from(first);
    const found = sturgesEdges(sample, Float64Array.from(second));

    expect([...found]).toEqual(edges);
    expect([...countLeftClosed(sample, found)]).toEqual(counts);
  });

  it('of one value are half a unit to both sides', () => {
    expect([...sturgesEdges(Float64Array.of(3, 3), new Float64Array(0))]).toEqual([2.5, 3.5]);
  });

  it('count in the one bin of two edges, of which both belong to it', () => {
    expect([...countLeftClosed(Float64Array.of(0, 0.5, 1, 2), Float64Array.of(0, 1))]).toEqual([3]);
  });

  it('count no value outside', () => {
    expect([...countLeftClosed(Float64Array.of(-1, 0, 1, 2, 3), Float64Array.of(0, 1, 2))]).toEqual([1, 2]);
  });

  it.each([
    ['no value', () => sturgesEdges(new Float64Array(0), new Float64Array(0))],
    ['a NaN', () => sturgesEdges(Float64Array.of(Number.NaN), new Float64Array(0))],
    ['a NaN in the second sample', () => sturgesEdges(Float64Array.of(1), Float64Array.of(2, Number.NaN))],
    ['edges that descend', () => countLeftClosed(Float64Array.of(1), Float64Array.of(2, 1, 3))],
    ['one edge', () => countLeftClosed(Float64Array.of(1), Float64Array.of(1))],
    ['an infinite value', () => countLeftClosed(Float64Array.of(Number.NEGATIVE_INFINITY), Float64Array.of(0, 1))],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});
