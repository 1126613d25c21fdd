import { ConfigError, type Fault, formatFault } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const fault: Fault = { where: 'Input "n"', found: 'got "x"', allowed: 'It must be a number', remedy: 'Correct it.' };

describe('a fault in one line', () => {
  it.each([
    ['a sentence', 'It must be a number', 'It must be a number.'],
    ['a phrase', 'a whole number', 'Allowed: a whole number.'],
    ['a value', '"yes" or "no"', 'Allowed: "yes" or "no".'],
  ])('says where, what was found, what is allowed (%s) and what to do', (_, allowed, expected) => {
    expect(formatFault({ ...fault, allowed })).toBe(`Input "n": got "x". ${expected} Correct it.`);
  });

  it('is one line of the error for each fault', () => {
    expect(new ConfigError([fault, { ...fault, where: 'Input "m"' }]).message.split('\n')).toEqual([
      'Input "n": got "x". It must be a number. Correct it.',
      'Input "m": got "x". It must be a number. Correct it.',
    ]);
  });
});
