import { describe, expect, it } from 'vitest';
import { compareAll, errorOf, type OracleCase, perturbed } from '../../interop/stats/compare.ts';
import { checkDifferences } from '../../interop/stats/traps.ts';

const tolerance = { limit: 1e-12, scale: 1 } as const;
const KINDS = {
  sum: { tolerance, measure: () => ({ total: 3, parts: [1, 2], nothing: null }) },
};
const given = (expected: OracleCase['expected']): readonly OracleCase[] => [
  { kind: 'sum', library: 'paper', input: null, expected },
];

describe('errorOf', () => {
  it.each([
    ['equal values', 2, 2, 0],
    ['equal infinities', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0],
    ['a small value, absolutely', 0.5, 0.25, 0.25],
    ['a large value, relatively', 3, 2, 0.5],
    ['no value of ours', null, 0, Number.POSITIVE_INFINITY],
    ['a measure we lack', undefined, 0, Number.POSITIVE_INFINITY],
    ['NaN of ours', Number.NaN, 0, Number.POSITIVE_INFINITY],
    ['an infinity of theirs', 1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('of %s', (_, actual, expected, error) => {
    expect(errorOf(actual, expected, tolerance)).toBe(error);
  });

  it('is relative, however small the value, without a scale', () => {
    expect(errorOf(2e-20, 1e-20, { limit: 1, scale: 0 })).toBe(1);
    expect(errorOf(1e-300, 0, { limit: 1, scale: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('compareAll', () => {
  it.each([
    ['what agrees', { total: 3, parts: [1, 2] }, true],
    ['a value that is off', { total: 3 + 1e-11 }, false],
    ['one value of a list', { parts: [1, 2.1] }, false],
    ['a shorter list', { parts: [1] }, false],
    ['a longer list', { parts: [1, 2, 3] }, false],
    ['an empty list', { parts: [] }, false],
    ['a number for a list', { parts: 1 }, false],
    ['a value where we have none', { nothing: 0 }, false],
    ['a measure that we lack', { other: 0 }, false],
  ])('judges %s', (_, expected, agrees) => {
    expect(compareAll(given(expected), KINDS).every((one) => one.agrees)).toBe(agrees);
  });

  it('keeps the largest error over the cases of a library', () => {
    const [first, ...others] = compareAll([...given({ total: 3 }), ...given({ total: 2 })], KINDS);

    expect(first).toMatchObject({ measure: 'sum: total', library: 'paper', cases: 2, largest: 0.5, agrees: false });
    expect(others).toEqual([]);
  });

  it('refuses a kind that nobody measures', () => {
    expect(() => compareAll([{ kind: 'other', library: 'paper', input: null, expected: {} }], KINDS)).toThrow(
      '"other"',
    );
  });
});

describe('perturbed', () => {
  it.each([
    ['a number', { total: 3 }, 'total'],
    ['a list', { parts: [1, 2] }, 'parts'],
  ])('makes %s wrong, and the comparison sees it', (_, expected, name) => {
    const moved = perturbed(given(expected), { kind: 'sum', name, library: 'paper' }, (value) => value + 1e-9);

    expect(compareAll(moved, KINDS).some(({ agrees }) => !agrees)).toBe(true);
  });
});

describe('checkDifferences', () => {
  it('takes a difference that no case shows for a change', () => {
    const found = checkDifferences([]);

    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ isAsKnown }) => !isAsKnown)).toBe(true);
  });

  it('takes a library that gives another value for a change, and one that it does not know', () => {
    const shown = (name: string, expected: OracleCase['expected']): OracleCase => ({
      kind: 'trap',
      library: 'paper',
      input: { name },
      expected,
    });
    const judged = (one: OracleCase) =>
      checkDifferences([one]).find(({ name }) => name === JSON.parse(JSON.stringify(one.input)).name)?.isAsKnown;

    expect(judged(shown('AIF360, none selected', { ppv: 0 }))).toBe(true);
    expect(judged(shown('AIF360, none selected', { ppv: Number.NaN }))).toBe(false);
    expect(judged(shown('something new', { value: 1 }))).toBe(false);
  });
});
