import { describe, expect, it } from 'vitest';
import { boundsInWords } from '../../../../packages/gates/src/decision/wording.ts';

describe('bounds in a sentence say what their confidence is of', () => {
  it.each([
    [[0.18, 0.25], 'each-bound', 'one-sided 95 % bounds 0.18 and 0.25'],
    [[0.65, null], 'each-bound', 'at least 0.65 with 95 % confidence'],
    [[null, 0.2], 'each-bound', 'at most 0.2 with 95 % confidence'],
    [[-0.00001, Number.POSITIVE_INFINITY], 'each-bound', 'one-sided 95 % bounds 0 and ∞'],
    [[null, null], 'each-bound', 'one-sided 95 % bounds -∞ and ∞'],
    [[0.18, 0.25], 'interval', '95 % interval 0.18 to 0.25'],
    [[null, 0.25], 'interval', '95 % interval -∞ to 0.25'],
    [[Number.NEGATIVE_INFINITY, null], 'interval', '95 % interval -∞ to ∞'],
    [[0.18, 0.25], 'all-intervals', '95 % interval 0.18 to 0.25, all comparisons together'],
  ] as const)('%j of %s', (bounds, coverage, words) => {
    expect(boundsInWords(bounds, 0.95, coverage)).toBe(words);
  });
});
