import { nearestName } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const known = ['model', 'config', 'max-psi', 'github-token'];

describe('nearestName', () => {
  it.each([
    ['modle', 'model', 'neighbours swapped'],
    ['mdel', 'model', 'a letter missing'],
    ['modell', 'model', 'a letter too many'],
    ['nodel', 'model', 'another letter'],
    ['MAX_PSI', 'max-psi', 'another case and separator'],
    ['githubtoken', 'github-token', 'no separator'],
    ['zebra', null, 'nothing near'],
    ['', null, 'no name'],
    ['m', null, 'too little to tell'],
  ])('%j finds %j: %s', (name, expected, _why) => {
    expect(nearestName(name, known)).toBe(expected);
  });

  it('takes the first of two that are equally near', () => {
    expect(nearestName('bat', ['cat', 'hat'])).toBe('cat');
  });

  it('always finds a known name itself, and never invents one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.string(), (names, other) => {
        expect(nearestName(names[0] ?? '', names)).toBe(names[0]);
        const found = nearestName(other, names);
        expect(found === null || names.includes(found)).toBe(true);
      }),
    );
  });
});
