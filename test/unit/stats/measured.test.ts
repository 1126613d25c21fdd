import { defined, quotient, undefinedFor } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

describe('a measured value', () => {
  it('is a number without a reason', () => {
    expect(defined(0)).toEqual({ value: 0, undefinedReason: null });
  });

  it('is a reason without a number', () => {
    expect(undefinedFor('no-positives')).toEqual({ value: null, undefinedReason: 'no-positives' });
  });

  it('is never NaN', () => {
    expect(() => defined(Number.NaN)).toThrow(new RangeError('A measured value is a number, got NaN.'));
  });

  it.each([
    ['one half', 1, 2, defined(0.5)],
    ['zero of something', 0, 2, defined(0)],
    ['zero of nothing', 0, 0, undefinedFor('no-negatives')],
  ])('is a quotient: %s', (_, part, whole, expected) => {
    expect(quotient(part, whole, 'no-negatives')).toEqual(expected);
  });
});
