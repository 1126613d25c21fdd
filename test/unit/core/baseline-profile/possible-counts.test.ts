import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withPrivacyFloor } from '../../../../packages/core/src/baseline-profile/privacy-floor.ts';
import {
  type BaselineProfile,
  checkedProfile,
  type NumbersColumn,
  parseBaselineProfile,
} from '../../../../packages/core/src/baseline-profile/profile-schema.ts';
import { bytesOf, categoriesOf, numbersOf, profileOf } from './made-profile.ts';

/** Every second value, both ends and 0, as far as a profile of quantiles has them. */
function edgesOf(values: readonly number[]): readonly number[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const kept = distinct.filter((_, at) => at % 2 === 0 || at === distinct.length - 1);
  return [...new Set([...kept, 0])].sort((a, b) => a - b);
}

type Path = readonly (string | number)[];

function changedBy(profile: BaselineProfile, changes: readonly (readonly [path: Path, by: number])[]): Uint8Array {
  const copy: unknown = JSON.parse(JSON.stringify(profile));
  for (const [path, by] of changes) {
    const owner: unknown = path.slice(0, -1).reduce((at: unknown, key) => Object(at)[key], copy);
    const key = path.at(-1) ?? '';
    Object(owner)[key] = Number(Object(owner)[key]) + by;
  }
  return bytesOf(copy);
}

/** All numbers that a profile holds, but m2: its bounds leave room. */
function numbersIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value === 'number') return at.at(-1) === 'm2' || at.at(-1) === 'schemaVersion' ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...at, isList ? Number(key) : key]));
}

const rows = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 40 });
const delta = fc.integer({ min: 1, max: 5 }).chain((size) => fc.constantFrom(size, -size));

describe('a profile of rows', () => {
  it('is believed, whatever the rows are', () => {
    const double = fc.double({ min: -1e100, max: 1e100, noNaN: true });
    const tiny = fc.double({ min: -1e-140, max: 1e-140, noNaN: true });
    const value = fc.oneof(
      double,
      tiny,
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(1e-300, 5e-324, 1e15 + 1, -0),
    );
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 60 }),
        fc.array(value, { minLength: 1, maxLength: 9 }),
        (own, others) => {
          for (const on of [edgesOf(own), edgesOf(others)]) {
            const edges = on.map((edge) => edge + 0);
            const profile = profileOf(own, ['a'], edges);
            const columns = { number: numbersOf(own, edges), letter: categoriesOf(own.map(String)) };

            expect(checkedProfile({ ...profile, columns })).toEqual({ ...profile, columns });
          }
        },
      ),
    );
  });

  it.each([
    { values: [6.058720108629622e-160, 0], edges: [0] },
    { values: [1e-155, -1e-155, 3e-156], edges: [0, 2e-156] },
  ])('is believed where squares lose digits: $values', ({ values, edges }) => {
    const column = numbersOf(values, edges);

    expect(checkedProfile({ ...plain, rows: values.length, columns: { column } }).columns).toEqual({ column });
  });

  it('is refused when any of its numbers is another', () => {
    fc.assert(
      fc.property(rows, fc.nat(), delta, (values, which, by) => {
        const profile = profileOf(values, ['a'], edgesOf(values));
        const paths = numbersIn(profile);
        const path = paths[which % paths.length] ?? [];

        expect(() => parseBaselineProfile(bytesOf(profile))).not.toThrow();
        expect(() => parseBaselineProfile(changedBy(profile, [[path, by]]))).toThrow(/Baseline profile/);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when rows of one value stand at another', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (values, first, second) => {
        const profile = profileOf(values, ['a'], edgesOf(values));
        const { equal } = numbersOf(values, edgesOf(values));
        const [from, to] = [first % equal.length, second % equal.length];
        fc.pre(from !== to && Number(equal[from]) > 0);
        const path = ['columns', 'number', 'equal'];

        const moved = changedBy(profile, [
          [[...path, from], -1],
          [[...path, to], 1],
        ]);
        expect(() => parseBaselineProfile(moved)).toThrow(/Baseline profile/);
      }),
    );
  });

  it('is refused with squares that its bins or its range forbid', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 1), (values, side) => {
        const own = numbersOf(values, edgesOf(values));
        const [least, most] = [Math.min(...values), Math.max(...values)];
        fc.pre(least < most);
        const mean = own.mean ?? 0;
        const m2 = side === 0 ? 0 : values.length * (most - mean) * (mean - least) + 1;
        const profile = { ...profileOf(values, ['a'], [0]), columns: { number: { ...own, m2 } } };

        expect(() => checkedProfile(profile)).toThrow(/m2 must be/);
      }),
    );
  });
});

/** Of -7, -5, 0, 0, 1, 3 and 9 on -5, 0, 0.5 and 5. */
const plain = profileOf([-7, -5, 0, 0, 1, 3, 9], ['a'], [-5, 0, 0.5, 5]);
const number = numbersOf([-7, -5, 0, 0, 1, 3, 9], [-5, 0, 0.5, 5]);
const letter = categoriesOf(['a', 'a', 'a', 'a', 'b', 'b', 'c']);

describe('what no table has', () => {
  it.each<[string, Partial<NumbersColumn>, RegExp]>([
    ['a minimum on an edge above its bin', { minimum: -5 }, /minimum must lie/],
    ['a minimum among the values', { minimum: 1 }, /minimum must lie/],
    ['a maximum on the last edge below its bin', { maximum: 5 }, /maximum must lie/],
    ['a maximum that its bin cannot sum to', { maximum: 8 }, /a sum must lie/],
    ['a sum below its bin', { openSums: [-7, 0, 0, 0.9, 9] }, /a sum must lie/],
    ['a sum above its bin', { openSums: [-7, 0, 0, 10.1, 9] }, /a sum must lie/],
    ['a mean that is not that of the bins', { mean: 0.2 }, /mean must be/],
    ['fewer zeros than at the edge 0', { zeros: 1 }, /zeros must be/],
    ['more zeros than at the edge 0', { zeros: 3 }, /zeros must be/],
  ])('is %s', (_, change, message) => {
    const { letter: kept } = plain.columns;
    if (kept === undefined) throw new Error('a column of letters');

    expect(() => checkedProfile({ ...plain, columns: { number: { ...number, ...change }, letter: kept } })).toThrow(
      message,
    );
  });

  it.each<[string, readonly number[], readonly number[], number, boolean]>([
    ['zeros above all values', [-3, -1], [-2], 1, false],
    ['zeros below all values', [1, 3], [2], 1, false],
    ['zeros in an empty bin', [-3, 3], [-3, 3], 1, false],
    ['no zeros where the least value is 0', [0, 0.5, 3], [2], 0, false],
    ['more zeros than the bin around 0 has rows', [-1, 0, 1, 5], [-2, 2], 4, false],
    ['as many zeros as the bin around 0 has rows at most', [-1, 0, 1, 5], [-2, 2], 3, true],
  ])('is %s', (_, values, edges, zeros, isPossible) => {
    const column = { ...numbersOf(values, edges), zeros };
    const run = (): BaselineProfile => checkedProfile({ ...plain, rows: values.length, columns: { column } });

    if (isPossible) expect(run).not.toThrow();
    else expect(run).toThrow(/zeros must be/);
  });

  it.each([
    ['fewer singletons than named', { singletons: 0 }, /singletons must be/],
    ['more singletons than there are', { singletons: 2 }, /singletons must be/],
    ['more unnamed singletons than unnamed rows', { n: 8, other: 1, singletons: 3 }, /singletons must be/],
    ['a rest of one row that is no singleton', { n: 8, other: 1, singletons: 1 }, /singletons must be/],
    ['yes and no by other names', { of: 'booleans' }, /names of booleans/],
    ['numbers by other names', { of: 'numbers' }, /names of numbers/],
    ['numbers that are written otherwise', { of: 'numbers', counts: { '1.0': 4, '2': 2, '3': 1 } }, /names of numbers/],
    ['numbers that are none', { of: 'numbers', counts: { Infinity: 4, '2': 2, '3': 1 } }, /names of numbers/],
  ] as const)('is %s', (_, change, message) => {
    const column = { ...letter, ...change };

    expect(() => checkedProfile({ ...plain, rows: column.n, columns: { column } })).toThrow(message);
  });

  it.each([
    ['unnamed singletons beside others', { n: 12, other: 5, singletons: 4 }],
    ['only unnamed singletons', { n: 9, other: 2, singletons: 3 }],
    ['yes and no', { of: 'booleans', counts: { true: 6, false: 1 } }],
    ['numbers', { of: 'numbers', counts: { '-0.5': 4, '1e+21': 2, '3': 1 } }],
  ] as const)('is not %s', (_, change) => {
    const column = { ...letter, ...change };

    expect(() => checkedProfile({ ...plain, rows: column.n, columns: { column } })).not.toThrow();
  });

  it('is a count below the privacy floor that it names', () => {
    const values = Array.from({ length: 60 }, (_, at) => at % 10);
    const floored = withPrivacyFloor(profileOf(values, ['a'], [2, 5, 8]), 5);

    expect(() => parseBaselineProfile(bytesOf(floored))).not.toThrow();
    expect(() => parseBaselineProfile(bytesOf({ ...floored, privacyFloor: 100 }))).toThrow(/reach the privacy floor/);
  });

  it('is told with all that a person needs', () => {
    expect(() => checkedProfile({ ...plain, columns: { number: { ...number, mean: 2 } } })).toThrow(
      /Baseline profile.*"columns\.number".*mean must be that of the bins.*numbers a table can have.*Make the profile again/s,
    );
  });
});
