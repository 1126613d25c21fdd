import { describe, expect, it } from 'vitest';
import { unitJump } from '../../../../packages/gates/src/data/unit-jump.ts';
import { numbersProfile } from './made-facts.ts';

/** The jump from a profile with this one value. */
function jumpFrom(before: number, median: number) {
  const one = { n: 1, edges: [before], equal: [1], open: [0, 0], openSums: [0, 0] };
  return unitJump(median, numbersProfile(one));
}

describe('a jump of the unit', () => {
  it.each([
    ['of small numbers', 1e-200, 1e-197, '1000'],
    ['of small negative numbers', -1e-197, -1e-200, '1/1000'],
    ['of the least numbers', 5e-324, 6e-323, '12'],
    ['of large numbers', 1e300, 1e303, '1000'],
  ])('%s is seen', (_, before, median, factor) => {
    expect(jumpFrom(before, median)?.factor).toBe(factor);
  });

  it.each([
    ['another sign', -1e-200, 1e-197],
    ['a median of 0', 1e-200, 0],
    ['a median of 0 before', 0, 1e-200],
    ['no median at all', Number.NaN, 1e-200],
  ])('is not known with %s', (_, before, median) => {
    expect(jumpFrom(before, median)).toBeNull();
  });
});
