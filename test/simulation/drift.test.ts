import { describe, expect, it } from 'vitest';
import { DRIFT } from './rules/drift.ts';
import { simulate } from './simulation.ts';

describe('drift: what is claimed of a rule holds in a small simulation', () => {
  it.each(DRIFT)('$name', (simulation) => {
    const { count, allowed } = simulate(simulation, 'test');

    expect(count).toBeGreaterThanOrEqual(allowed[0]);
    expect(count).toBeLessThanOrEqual(allowed[1]);
  });
});
