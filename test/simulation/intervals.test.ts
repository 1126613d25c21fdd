import { describe, expect, it } from 'vitest';
import { INTERVALS } from './rules/intervals.ts';
import { simulate } from './simulation.ts';

describe('intervals: what is claimed of a rule holds in a small simulation', () => {
  it.each(INTERVALS)('$name', (simulation) => {
    const { count, allowed } = simulate(simulation, 'test');

    expect(count).toBeGreaterThanOrEqual(allowed[0]);
    expect(count).toBeLessThanOrEqual(allowed[1]);
  });
});
