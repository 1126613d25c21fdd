import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeProfiles } from '../../../../packages/core/src/baseline-profile/merge-profiles.ts';
import { withPrivacyFloor } from '../../../../packages/core/src/baseline-profile/privacy-floor.ts';
import {
  type BaselineProfile,
  checkedProfile,
  edgesId,
  parseBaselineProfile,
} from '../../../../packages/core/src/baseline-profile/profile-schema.ts';
import { showProfile } from '../../../../packages/core/src/baseline-profile/show-profile.ts';
import { bytesOf, categoriesOf, numbersOf, profileOf } from './made-profile.ts';

const EDGES = [-5, 0, 0.5, 5];
const plain = profileOf([-7, -5, 0, 0, 1, 3, 9], ['a'], EDGES);

/** The profile with one field of a column or of itself replaced. */
function changed(path: readonly string[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(plain));
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = Object(at)[key];
  Object(at)[path.at(-1) ?? ''] = value;
  return copy;
}

describe('a profile', () => {
  it('is read as it was written', () => {
    expect(parseBaselineProfile(bytesOf(plain))).toEqual(plain);
  });

  it.each([
    ['another version', ['schemaVersion'], 2],
    ['an unknown key', ['extra'], 1],
    ['an unknown key of a column', ['columns', 'number', 'extra'], 1],
    ['no shard', ['shards'], []],
    ['a shard twice', ['shards'], ['a', 'a']],
    ['shards out of order', ['shards'], ['b', 'a']],
    ['no column', ['columns'], {}],
    ['rows that do not add up', ['rows'], 8],
    ['a fraction as a count', ['columns', 'number', 'n'], 6.5],
    ['a negative count', ['columns', 'number', 'equal'], [1, 2, 0, -1]],
    ['a missing count', ['columns', 'number', 'open'], [1, 0, 0, 2]],
    ['counts that do not add to n', ['columns', 'number', 'equal'], [1, 2, 0, 1]],
    ['edges that are not those of the id', ['columns', 'number', 'edges'], [-5, 0, 0.5, 6]],
    ['edges that do not ascend', ['columns', 'number', 'edges'], [0, -5, 0.5, 5]],
    ['no edge', ['columns', 'number', 'edges'], []],
    ['a sum of no value', ['columns', 'number', 'openSums'], [-7, 1, 0, 4, 9]],
    ['no range', ['columns', 'number', 'minimum'], null],
    ['a range upside down', ['columns', 'number', 'minimum'], 10],
    ['negative squares', ['columns', 'number', 'm2'], -1],
    ['more zeros than values', ['columns', 'number', 'zeros'], 8],
    ['a category of no row', ['columns', 'letter', 'counts'], { k0: 7, k1: 0 }],
    ['categories that do not add up', ['columns', 'letter', 'counts'], { k0: 3 }],
    ['more singletons than rows', ['columns', 'letter', 'singletons'], 8],
    ['another kind of column', ['columns', 'letter', 'kind'], 'text'],
    ['a privacy floor of 0', ['privacyFloor'], 0],
  ])('with %s is refused', (_, path, value) => {
    expect(() => parseBaselineProfile(bytesOf(changed(path, value)))).toThrow(/Baseline profile/);
  });

  it.each(['{"schemaVersion":1,"schemaVersion":1}', 'null', '', '[]'])('that is %s is refused', (text) => {
    expect(() => parseBaselineProfile(new TextEncoder().encode(text))).toThrow(/Baseline profile/);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('that was computed with %s is refused', (value) => {
    const number = { ...numbersOf([1, 2], [1]), mean: value };
    const column = { ...numbersOf([1, 2], [1]), edges: [value] };

    expect(() => checkedProfile({ ...plain, rows: 2, columns: { number } })).toThrow(/Baseline profile/);
    expect(() => checkedProfile({ ...plain, rows: 2, columns: { column } })).toThrow(/Baseline profile/);
  });

  it('names its edges by their canonical form', () => {
    expect(edgesId([1, 2.5])).toBe(edgesId([1.0, 25e-1]));
    expect(edgesId([0])).toBe(edgesId([-0]));
    expect(edgesId([1, 2])).not.toBe(edgesId([12]));
  });

  it('is shown in a few numbers', () => {
    const shown = showProfile(plain);

    expect(shown).toMatchObject({ rows: 7, shards: 1, privacyFloor: null });
    expect(shown.columns).toEqual([
      expect.objectContaining({ column: 'number', n: 7, missing: 0, bins: 4, minimum: -7, maximum: 9 }),
      expect.objectContaining({
        column: 'letter',
        n: 7,
        bins: 3,
        pooledRows: 0,
        minimum: null,
        standardDeviation: null,
      }),
    ]);
    expect(shown.columns[0]?.standardDeviation).toBeCloseTo(Math.sqrt(164.857142857 / 7), 6);
  });
});

/** Without what rounding may change in the last digits. */
function exact(profile: BaselineProfile): unknown {
  return JSON.parse(JSON.stringify(profile, (key, value) => (['mean', 'm2', 'openSums'].includes(key) ? '' : value)));
}

describe('merging', () => {
  it('gives the profile of the whole, whatever the order and grouping', () => {
    const part = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 20 });
    fc.assert(
      fc.property(part, part, part, (x, y, z) => {
        const [a, b, c] = [profileOf(x, ['a'], EDGES), profileOf(y, ['b'], EDGES), profileOf(z, ['c'], EDGES)];
        const whole = profileOf([...x, ...y, ...z], ['a', 'b', 'c'], EDGES);
        const left = mergeProfiles(mergeProfiles(a, b), c);
        const right = mergeProfiles(c, mergeProfiles(b, a));

        expect(exact(left)).toEqual(exact(whole));
        expect(exact(right)).toEqual(exact(whole));
        const [merged, plainly] = [left.columns['number'], whole.columns['number']];
        if (merged?.kind !== 'numbers' || plainly?.kind !== 'numbers') throw new Error('a column of numbers');
        expect(merged.m2 ?? -1).toBeCloseTo(plainly.m2 ?? -1, 8);
        expect(merged.mean ?? -1).toBeCloseTo(plainly.mean ?? -1, 10);
        expect(merged.openSums).toEqual(plainly.openSums);
      }),
    );
  });

  it.each([
    ['a part twice', profileOf([1], ['a'], EDGES), /the part "a" in both/],
    ['other edges', profileOf([1], ['b'], [0]), /other edges of "number"/],
    ['another dataset', { ...profileOf([1], ['b'], EDGES), datasetDigest: edgesId([1]) }, /two datasets/],
    ['pooled counts', { ...profileOf([1], ['b'], EDGES), privacyFloor: 5 }, /pooled counts/],
    ['other columns', { ...profileOf([1], ['b'], EDGES), columns: { number: numbersOf([1], EDGES) } }, /other columns/],
    [
      'another kind of column',
      { ...profileOf([1], ['b'], EDGES), columns: { number: categoriesOf(['x']), letter: categoriesOf(['x']) } },
      /as numbers in one/,
    ],
    [
      'unnamed categories',
      {
        ...profileOf([1], ['b'], EDGES),
        columns: { number: numbersOf([1], EDGES), letter: { ...categoriesOf([]), n: 1, other: 1 } },
      },
      /unnamed categories/,
    ],
  ])('refuses %s', (_, second, message) => {
    expect(() => mergeProfiles(plain, second)).toThrow(message);
    expect(() => mergeProfiles(second, plain)).toThrow(message);
  });
});

describe('the privacy floor', () => {
  it('leaves no open bin and no category with fewer rows, and loses none', () => {
    const rows = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 30, maxLength: 120 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 8 }), (values, floor) => {
        const edges = [...new Set(values)].sort((a, b) => a - b).filter((_, i) => i % 2 === 0);
        const before = profileOf(values, ['a'], edges);
        const { columns, privacyFloor } = withPrivacyFloor(before, floor);
        const { number, letter } = columns;
        if (number?.kind !== 'numbers' || letter?.kind !== 'categories') throw new Error('the columns');

        expect(privacyFloor).toBe(floor);
        for (const [at, count] of number.open.entries()) {
          const masses = [number.equal[at - 1] ?? floor, number.equal[at] ?? floor];
          expect(count >= floor || (count === 0 && masses.every((mass) => mass >= floor))).toBe(true);
        }
        // Coarser, not other: counting the rows on the edges that stayed gives the same.
        expect(number.open).toEqual(numbersOf(values, number.edges).open);
        expect(number.openSums).toEqual(numbersOf(values, number.edges).openSums);
        expect(number.edgesId).toBe(edgesId(number.edges));
        expect([...Object.values(letter.counts), letter.other || floor].every((count) => count >= floor)).toBe(true);
      }),
    );
  });

  it('pools one category more when the rest alone is too small', () => {
    const letters = [...Array(9).fill('a'), ...Array(6).fill('b'), 'c'];
    const profile = { ...plain, rows: 16, columns: { letter: categoriesOf(letters) } };

    expect(withPrivacyFloor(profile, 5).columns['letter']).toMatchObject({ counts: { a: 9 }, other: 7, singletons: 1 });
  });

  it.each([
    ['numbers', { column: numbersOf([1, 2, 3, 4], [1, 2, 3]) }, 4],
    ['categories', { column: categoriesOf(['a', 'b', 'b']) }, 3],
  ] as const)('refuses %s with too few rows', (_, columns, rows) => {
    expect(() => withPrivacyFloor({ ...plain, rows, columns }, 5)).toThrow(/too few|values enough/);
  });

  it('is applied once, and is a whole number', () => {
    const large = profileOf(
      Array.from({ length: 60 }, (_, i) => i % 10),
      ['a'],
      [2, 5, 8],
    );

    expect(() => withPrivacyFloor(withPrivacyFloor(large, 5), 5)).toThrow(/privacy floor 5/);
    expect(() => withPrivacyFloor(large, 0)).toThrow(RangeError);
    expect(() => withPrivacyFloor(large, Number.NaN)).toThrow(RangeError);
  });

  it('leaves an empty column as it is', () => {
    const empty = { ...plain, rows: 0, columns: { number: numbersOf([], EDGES) } };

    expect(withPrivacyFloor(empty, 5).columns).toEqual(empty.columns);
  });
});
