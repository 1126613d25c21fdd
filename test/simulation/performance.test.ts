import { describe, expect, it } from 'vitest';
import { PERFORMANCE } from './rules/performance.ts';
import { simulate } from './simulation.ts';

describe('performance: what is claimed of a rule holds in a small simulation', () => {
  it.each(PERFORMANCE)('$name', (simulation) => {
    const { count, allowed } = simulate(simulation, 'test');

    expect(count).toBeGreaterThanOrEqual(allowed[0]);
    expect(count).toBeLessThanOrEqual(allowed[1]);
  });
});
