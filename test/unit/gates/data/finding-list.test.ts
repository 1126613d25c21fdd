import { describe, expect, it } from 'vitest';
import { findingsOf, isAbove, type Judged, suchAs } from '../../../../packages/gates/src/data/finding-list.ts';
import { medianOf, unitJump } from '../../../../packages/gates/src/data/unit-jump.ts';
import { breaches, lineOf, numbersProfile } from './made-facts.ts';

describe('findings of one measure', () => {
  const judged = (change: Partial<Judged>): Judged => ({
    ...{ outcome: 'pass', reasonCode: 'within-limit', columns: ['a'], value: 1, n: [10], method: 'm', message: 'one' },
    ...change,
  });
  const linesOf = (...some: readonly Partial<Judged>[]): readonly string[] =>
    findingsOf('x', some.map(judged), 'are fine').map(lineOf);

  it.each<[string, readonly Partial<Judged>[], readonly string[]]>([
    ['none', [], []],
    ['one pass', [{}], ['pass within-limit x [a] 1 n 10 by m | one']],
    ['passes without a value', [{ value: null }, { value: null }], ['pass within-limit x null n 10 by m | 2 are fine']],
    [
      'passes, of which the nearest to a ceiling is told',
      [
        { value: 1, limit: 2, failsWhen: 'above' },
        { value: 3, limit: 4, failsWhen: 'above', message: 'near' },
        { value: 5, limit: 50, failsWhen: 'above' },
      ],
      ['pass within-limit x [a] 3 above 4 n 10 by m | 3 are fine; nearest: near'],
    ],
    [
      'passes, of which the nearest to a floor is told',
      [
        { value: 9, limit: 2, failsWhen: 'below' },
        { value: 3, limit: 2, failsWhen: 'below', message: 'near' },
      ],
      ['pass within-limit x [a] 3 below 2 n 10 by m | 2 are fine; nearest: near'],
    ],
    [
      'a floor of nothing, which is nearest',
      [
        { value: 3, limit: 2, failsWhen: 'below' },
        { value: 0, limit: 0, failsWhen: 'below', message: 'zero' },
      ],
      ['pass within-limit x [a] 0 below 0 n 10 by m | 2 are fine; nearest: zero'],
    ],
    [
      'a limit of 0, of which the value itself counts',
      [
        { value: 0.1, limit: 0, failsWhen: 'above' },
        { value: 0.2, limit: 0, failsWhen: 'above', message: 'more' },
      ],
      ['pass within-limit x [a] 0.2 above 0 n 10 by m | 2 are fine; nearest: more'],
    ],
    [
      'values without a limit, of which the largest is told',
      [{ value: 1 }, { value: 2, message: 'more' }],
      ['pass within-limit x [a] 2 n 10 by m | 2 are fine; nearest: more'],
    ],
    [
      'what has no value, which is never the nearest to a floor',
      [
        { value: null, limit: 2, failsWhen: 'below' },
        { value: 3, limit: 2, failsWhen: 'below', message: 'near' },
      ],
      ['pass within-limit x [a] 3 below 2 n 10 by m | 2 are fine; nearest: near'],
    ],
    [
      'what does not pass before what does',
      [{}, { outcome: 'fail', reasonCode: 'limit-exceeded', columns: [], message: 'bad' }],
      ['fail limit-exceeded x 1 n 10 by m | bad', 'pass within-limit x [a] 1 n 10 by m | one'],
    ],
  ])('tell %s', (_, some, expected) => {
    expect(linesOf(...some)).toEqual(expected);
  });

  it('tell twenty by themselves, and of more the worst nineteen and the rest together', () => {
    const failing = (count: number): readonly Partial<Judged>[] =>
      Array.from(
        { length: count },
        (_, at) =>
          ({
            outcome: 'fail',
            reasonCode: 'limit-exceeded',
            columns: [`c${at}`],
            value: at,
            limit: 1,
            failsWhen: 'above',
            message: `m${at}`,
          }) as const,
      );
    const rest = linesOf(...failing(80));

    expect(linesOf(...failing(20)).map((line) => line.split('| ')[1])).toEqual(
      Array.from({ length: 20 }, (_, at) => `m${at}`),
    );
    expect(linesOf(...failing(29)).at(-1)).toMatch(
      /\| 10 more: c9, c8, c7, c6, c5, c4, c3, c2, c1, c0; the first of them: m9$/,
    );
    expect(rest).toHaveLength(20);
    expect(rest[0]).toContain('| m79');
    expect(rest.at(-1)).toMatch(/\| 61 more: c60, c59, .*, c51 and 51 more; the first of them: m60$/);
    expect(findingsOf('x', failing(80).map(judged), '').at(-1)?.groups).toHaveLength(50);
    expect(linesOf(...failing(21)).at(-1)).toBe(
      'fail limit-exceeded x [c1 c0] 1 above 1 n 10 by m | 2 more: c1, c0; the first of them: m1',
    );
  });

  it('of several codes are told apart, however many they are', () => {
    const some = Array.from(
      { length: 40 },
      (_, at) => ({ outcome: 'fail', reasonCode: at % 2 === 0 ? 'limit-exceeded' : 'schema-broken' }) as const,
    );

    expect(linesOf(...some)).toHaveLength(40);
  });
});

describe('values that break a rule', () => {
  it.each([
    ['', breaches(0)],
    ['', null],
    [', such as "x" in row 3', breaches(1, 'x')],
  ])('end a sentence with %j', (expected, found) => {
    expect(suchAs(found)).toBe(expected);
  });
});

describe('a value at its limit', () => {
  // Rounding is a millionth of a millionth of the limit, and of 1 where the limit is less.
  it.each([
    [1, 1, false],
    [1 + 1e-12, 1, false],
    [1 + 3e-12, 1, true],
    [1000 + 5e-10, 1000, false],
    [1000 + 3e-9, 1000, true],
    [0.001 + 5e-13, 0.001, false],
    [0.001 + 3e-12, 0.001, true],
    [0, 0, false],
    [3e-12, 0, true],
  ])('of %d is above %d by more than rounding: %s', (value, limit, expected) => {
    expect(isAbove(value, limit)).toBe(expected);
  });
});

describe('the unit of a column', () => {
  it.each([
    [4, { ratio: 1, factor: null }],
    [4000, { ratio: 1000, factor: '1000' }],
    [4190, { ratio: 1047.5, factor: '1000' }],
    [4201, { ratio: 1050.25, factor: null }],
    [3801, { ratio: 950.25, factor: '1000' }],
    [3799, { ratio: 949.75, factor: null }],
    [0.4, { ratio: 0.1, factor: '1/10' }],
    [10.16, { ratio: 2.54, factor: '2.54' }],
    [-4, null],
    [0, null],
    [null, null],
  ])('is told by a median of %s', (median, expected) => {
    const found = unitJump(median, numbersProfile());

    expect(found === null ? null : { ...found, ratio: Number(found.ratio.toFixed(9)) }).toEqual(expected);
  });

  it('is not told by a median that was 0', () => {
    const zeros = numbersProfile({ equal: [1000, 0, 0, 0, 0, 0, 0, 0, 0, 0] });

    expect([medianOf(zeros), unitJump(4, zeros)]).toEqual([0, null]);
  });

  it.each([
    ['an edge', {}, 4],
    [
      'the mean between two edges',
      {
        equal: Array.from({ length: 10 }, () => 0),
        open: [0, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0],
        openSums: [0, 0, 1500, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      1.5,
    ],
    [
      'the mean below all edges',
      {
        n: 3,
        equal: Array.from({ length: 10 }, () => 0),
        open: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        openSums: [-6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      -2,
    ],
    [
      'the mean above all edges',
      {
        n: 2,
        equal: Array.from({ length: 10 }, () => 0),
        open: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
        openSums: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40],
      },
      20,
    ],
    ['none', { n: 0 }, null],
    ['none, as fewer values are counted than there are', { equal: Array.from({ length: 10 }, () => 0) }, null],
    [
      'the lower of two',
      {
        n: 2,
        equal: Array.from({ length: 10 }, () => 0),
        open: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        openSums: [-6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40],
      },
      -6,
    ],
  ])('is held against a median that is %s', (_, change, expected) => {
    expect(medianOf(numbersProfile(change))).toBe(expected);
  });
});
