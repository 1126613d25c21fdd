import {
  type BinnedPair,
  countLeftClosed,
  hellinger,
  jensenShannon,
  kullbackLeibler,
  lInfinity,
  psi,
  sturgesEdges,
  totalVariation,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import evidently from '../../../fixtures/oracles/evidently-drift/values.json' with { type: 'json' };
import scipy from '../../../fixtures/oracles/scipy-drift/values.json' with { type: 'json' };
import { relativeError } from '../relative-error.ts';

const MEASURES = {
  psi: (pair: BinnedPair) => psi(pair),
  kullbackLeibler: (pair: BinnedPair) => kullbackLeibler(pair),
  nats: (pair: BinnedPair) => jensenShannon(pair, 'nats'),
  bits: (pair: BinnedPair) => jensenShannon(pair, 'bits'),
  hellinger,
  totalVariation,
  lInfinity,
} as const;
const names = Object.keys(MEASURES).filter((name): name is keyof typeof MEASURES => name in MEASURES);
const count = fc.nat(50);
const pairs = fc
  .array(fc.tuple(count, count), { minLength: 1, maxLength: 12 })
  .map((bins): BinnedPair => ({ reference: bins.map(([p]) => p), current: bins.map(([, q]) => q) }))
  .filter(({ reference, current }) => [reference, current].every((side) => Array.from(side).some((n) => n > 0)));

describe.each(names)('%s', (name) => {
  const measure = MEASURES[name];

  it.each(scipy.binned)('of $reference.length bins (scipy)', (row) => {
    expect(relativeError(Number(measure(row).value), row[name])).toBeLessThan(1e-11);
  });

  it('is zero for equal shares and grows to no more than its limit', () => {
    const limits: Record<string, number> = {
      nats: Math.sqrt(Math.LN2),
      bits: 1,
      hellinger: 1,
      totalVariation: 1,
      lInfinity: 1,
    };
    fc.assert(
      fc.property(pairs, (pair) => {
        const most = limits[name] ?? Number.MAX_VALUE;

        expect(measure(pair).value).toBeGreaterThanOrEqual(0);
        expect(measure(pair).value).toBeLessThanOrEqual(most);
        expect(measure({ reference: pair.reference, current: pair.reference }).value).toBe(0);
      }),
    );
  });

  it('does not see the order of the bins, nor the sides unless it is a divergence', () => {
    fc.assert(
      fc.property(pairs, ({ reference, current }) => {
        const value = Number(measure({ reference, current }).value);
        const turned = {
          reference: Array.from(reference).reverse(),
          current: Array.from(current).reverse(),
        };

        expect(measure(turned).value).toBeCloseTo(value, 12);
        if (name !== 'kullbackLeibler') {
          expect(measure({ reference: current, current: reference }).value).toBeCloseTo(value, 12);
        }
      }),
    );
  });

  it('is undefined when a side has no row', () => {
    const none = { value: null, undefinedReason: 'empty-group' };

    expect(measure({ reference: [0, 0], current: [1, 2] })).toEqual(none);
    expect(measure({ reference: [1, 0], current: [0, 0] })).toEqual(none);
  });

  it.each([
    ['more bins in the reference', { reference: [1, 2], current: [1] }],
    ['more bins in the current data', { reference: [1], current: [1, 2] }],
    ['no bin', { reference: [], current: [] }],
    ['a negative count', { reference: [1, -1], current: [1, 1] }],
    ['a NaN', { reference: [1, 1], current: [1, Number.NaN] }],
    ['an infinite count', { reference: [1, Number.POSITIVE_INFINITY], current: [1, 1] }],
  ])('refuses %s', (_, pair) => {
    expect(() => measure(pair)).toThrow(RangeError);
  });
});

describe('the Jensen-Shannon distance', () => {
  // Eleven shares of 1/11 add to more than one in the last digit.
  it.each([2, 11, 49])('of %i bins without one in common is its limit, not more', (bins) => {
    const reference = Float64Array.from({ length: 2 * bins }, (_, bin) => (bin < bins ? 1 : 0));
    const pair = { reference, current: reference.toReversed() };

    expect(jensenShannon(pair, 'nats').value).toBe(Math.sqrt(Math.LN2));
    expect(jensenShannon(pair, 'bits').value).toBe(1);
  });
});

describe('published and recomputed values', () => {
  const evidentlyTest = { reference: [16, 18, 16, 14, 12, 12], current: [16, 16, 16, 16, 16, 8] };

  it.each([
    ['hellinger', hellinger(evidentlyTest), 0.06812774],
    ['total variation', totalVariation(evidentlyTest), 0.0681818],
    ['l-infinity', lInfinity(evidentlyTest), 0.0454545],
    ['psi', psi(evidentlyTest, 'evidently'), 0.03721838],
    ['js in nats', jensenShannon(evidentlyTest, 'nats'), 0.0680482],
    ['js in bits', jensenShannon(evidentlyTest, 'bits'), 0.08173421],
    ['kl', kullbackLeibler(evidentlyTest, 'evidently'), 0.01890968],
    ['js, disjoint', jensenShannon({ reference: [1, 0, 0], current: [0, 1, 0] }, 'bits'), 1],
    ['js, scipy doc', jensenShannon({ reference: [1, 0], current: [0.5, 0.5] }, 'nats'), 0.46450140402245893],
    ['psi of 5:5 to 3:7', psi({ reference: [5, 5], current: [3, 7] }, 'evidently'), 0.169459572],
    ['psi of 7:3 to 3:7', psi({ reference: [7, 3], current: [3, 7] }, 'evidently'), 0.677838288],
    ['psi of three', psi({ reference: [20, 50, 30], current: [25, 45, 30] }, 'evidently'), 0.016425203],
    ['psi of three others', psi({ reference: [40, 40, 20], current: [35, 40, 25] }, 'evidently'), 0.017833747],
    ['psi of strappy', psi({ reference: [6, 5], current: [5, 4] }, 'evidently'), 0.000412343],
    [
      'psi of ten',
      psi({ reference: Array(10).fill(10), current: [5, 7, 8, 9, 10, 10, 11, 12, 13, 15] }, 'evidently'),
      0.0836177998,
    ],
  ])('%s', (_, measured, value) => {
    expect(measured.value).toBeCloseTo(value, 7);
  });
});

describe('as evidently', () => {
  it.each(evidently.categorical)('categories $reference', (row) => {
    expect(relativeError(Number(psi(row, 'evidently').value), row.psi)).toBeLessThan(1e-12);
    expect(relativeError(Number(kullbackLeibler(row, 'evidently').value), row.kullbackLeibler)).toBeLessThan(1e-12);
    expect(relativeError(Number(jensenShannon(row, 'nats').value), row.jensenShannon)).toBeLessThan(1e-12);
    expect(relativeError(Number(hellinger(row).value), row.hellinger)).toBeLessThan(1e-12);
  });

  it.each(evidently.numeric)('numbers in Sturges bins, $reference.length to $current.length rows', (row) => {
    const [reference, current] = [Float64Array.from(row.reference), Float64Array.from(row.current)];
    const edges = sturgesEdges(reference, current);
    const pair = { reference: countLeftClosed(reference, edges), current: countLeftClosed(current, edges) };

    expect(relativeError(Number(psi(pair, 'evidently').value), row.psi)).toBeLessThan(1e-12);
    expect(relativeError(Number(kullbackLeibler(pair, 'evidently').value), row.kullbackLeibler)).toBeLessThan(1e-12);
    expect(relativeError(Number(jensenShannon(pair, 'nats').value), row.jensenShannon)).toBeLessThan(1e-12);
  });

  it('bins of distinct values give its Hellinger distance of numbers', () => {
    for (const row of evidently.numeric) {
      const [reference, current] = [Float64Array.from(row.reference), Float64Array.from(row.current)];
      const edges = sturgesEdges(Float64Array.from(new Set([...reference, ...current])), new Float64Array(0));
      const pair = { reference: countLeftClosed(reference, edges), current: countLeftClosed(current, edges) };

      expect(relativeError(Number(hellinger(pair).value), row.hellinger)).toBeLessThan(1e-12);
    }
  });
});
