import { describe, expect, it } from 'vitest';
import { FAIRNESS } from './rules/fairness.ts';
import { simulate } from './simulation.ts';

describe('fairness: what is claimed of a rule holds in a small simulation', () => {
  it.each(FAIRNESS)('$name', (simulation) => {
    const { count, allowed } = simulate(simulation, 'test');

    expect(count).toBeGreaterThanOrEqual(allowed[0]);
    expect(count).toBeLessThanOrEqual(allowed[1]);
  });
});
