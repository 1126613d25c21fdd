import { describe, expect, it } from 'vitest';
import { MONITORS } from './rules/monitors.ts';
import { simulate } from './simulation.ts';

describe('monitors: what is claimed of a rule holds in a small simulation', () => {
  it.each(MONITORS)('$name', (simulation) => {
    const { count, allowed } = simulate(simulation, 'test');

    expect(count).toBeGreaterThanOrEqual(allowed[0]);
    expect(count).toBeLessThanOrEqual(allowed[1]);
  });
});
