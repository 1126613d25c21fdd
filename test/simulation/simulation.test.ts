import { describe, expect, it } from 'vitest';
import { allowedCounts, atLeast, atMost, exactly, simulate } from './simulation.ts';

const coin = (share: number, claim = exactly(0.5, 'a fair coin')) => ({
  name: 'coin',
  claim,
  runs: { test: 1000, bench: 1000 },
  happens: ({ uniform }: { uniform(): number }) => uniform() < share,
});

describe('allowedCounts', () => {
  it('holds 99.8 % of the counts of a claim that is true', () => {
    // scipy: binom.ppf(0.001, 1000, 0.5) is 451 and binom.isf(0.001, 1000, 0.5) is 549.
    expect(allowedCounts(1000, exactly(0.5, ''))).toEqual([451, 549]);
  });

  it.each([
    [atMost(0, ''), [0, 0]],
    [atMost(1, ''), [0, 20]],
    [atLeast(1, ''), [20, 20]],
  ])('of %o in 20 runs', (claim, counts) => {
    expect(allowedCounts(20, claim)).toEqual(counts);
  });
});

describe('simulate', () => {
  it.each([
    [0.5, exactly(0.5, ''), true],
    [0.6, exactly(0.5, ''), false],
    [0.4, exactly(0.5, ''), false],
    [0.4, atMost(0.5, ''), true],
    [0.6, atMost(0.5, ''), false],
    [0.2, atMost(0.5, '', 0.3), false],
    [0.6, atLeast(0.5, ''), true],
    [0.4, atLeast(0.5, ''), false],
  ])('judges a coin of %s against %o', (share, claim, isKept) => {
    expect(simulate(coin(share, claim), 'test').isKept).toBe(isKept);
  });

  it('is the same with the same seed and name, and other with another', () => {
    const first = simulate(coin(0.5), 'test');

    expect(simulate(coin(0.5), 'test')).toEqual(first);
    expect(simulate(coin(0.5), 'test', 1).count).not.toBe(first.count);
    expect(simulate({ ...coin(0.5), name: 'other coin' }, 'test').count).not.toBe(first.count);
  });
});
