import { ActionError, ConfigError } from '@gatehouse/core';
import type { ConfusionCounts, GroupCounts } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { seeds } from '../../../packages/gates/src/fairness/groups/check-seeds.ts';
import { familySize, pairsOf, sumOfCounts } from '../../../packages/gates/src/fairness/groups/group-pairs.ts';
import { countIntersections, intersectColumns } from '../../../packages/gates/src/fairness/groups/intersections.ts';
import {
  jointCounts,
  jointGroups,
  unseenCombinations,
} from '../../../packages/gates/src/fairness/groups/joint-groups.ts';
import {
  checkNumbers,
  groupSizes,
  rowsOfGroups,
  valuesOf,
} from '../../../packages/gates/src/fairness/groups/row-groups.ts';
import { intersections, sensitiveColumns } from '../../../packages/gates/src/fairness/groups/sensitive-columns.ts';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });
const groupsOf = (...sizes: readonly ConfusionCounts[]): GroupCounts =>
  new Map(sizes.map((own, at) => [String.fromCharCode(97 + at), own]));
const LIMIT = { 'selection-rate-difference': { limit: 0.1 } };

function faultsOf(run: () => unknown): readonly unknown[] {
  try {
    run();
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : [error];
  }
}

describe('the pairs of groups', () => {
  const three = groupsOf(counts(1, 1, 1, 7), counts(2, 2, 3, 5), counts(1, 0, 0, 10));
  const namesOf = (...of: Parameters<typeof pairsOf>): readonly string[] =>
    pairsOf(...of).map(({ sides: [a, b] }) => `${a.name}-${b.name}`);

  it.each([
    ['none', ['a-b', 'a-c', 'b-c'], 3],
    ['best', ['a-b', 'a-c', 'b-c'], 3],
    // 10, 12 and 11 rows.
    ['largest', ['a-b', 'b-c'], 3],
    [{ group: 'c' }, ['a-c', 'b-c'], 2],
    ['overall', ['a-all rows', 'b-all rows', 'c-all rows'], 3],
  ] as const)('with the reference %o', (reference, names, family) => {
    expect(namesOf(three, reference)).toEqual(names);
    expect(familySize(three, reference)).toBe(family);
  });

  it.each([
    ['two groups', groupsOf(counts(1), counts(2)), 2, ['a-all rows', 'b-all rows']],
    ['one group', groupsOf(counts(1)), 0, []],
    ['no group', groupsOf(), 0, []],
  ])('against all rows, of %s', (_, groups, family, names) => {
    expect(familySize(groups, 'overall')).toBe(family);
    expect(namesOf(groups, 'overall')).toEqual(names);
  });

  it('against all rows, where one group alone is large enough', () => {
    const one = new Map([...three].slice(0, 1));

    expect(namesOf(one, 'overall', three)).toEqual(['a-all rows']);
    expect(pairsOf(one, 'overall', three)).toEqual([
      {
        sides: [
          { name: 'a', counts: counts(1, 1, 1, 7) },
          { name: 'all rows', counts: counts(3, 2, 3, 15) },
        ],
        whole: counts(4, 3, 4, 22),
      },
    ]);
    expect(namesOf(one, 'none', three)).toEqual([]);
  });

  it('count the rows of every outcome to find the largest', () => {
    const groups = groupsOf(counts(1, 1, 1, 9), counts(3, 3, 3, 1), counts(1, 1, 1, 1));

    expect(namesOf(groups, 'largest')).toEqual(['a-b', 'a-c']);
  });

  it('against all rows, where there are two groups and one is large enough', () => {
    const two = groupsOf(counts(1), counts(2));

    expect(namesOf(new Map([...two].slice(0, 1)), 'overall', two)).toEqual(['a-all rows']);
  });

  it('take the first of equally large groups', () => {
    expect(namesOf(groupsOf(counts(5), counts(0, 5), counts(1)), 'largest')).toEqual(['a-b', 'a-c']);
    expect(namesOf(groupsOf(), 'largest')).toEqual([]);
  });

  it('keep how rows were drawn, where it is known', () => {
    const sampling = { weights: counts(2), squares: counts(4), clusters: null };

    expect(sumOfCounts([counts(1), counts(2)])).toStrictEqual(counts(3));
    expect(
      sumOfCounts([
        { ...counts(1), sampling },
        { ...counts(1), sampling },
      ]),
    ).toEqual({
      ...counts(2),
      sampling: { weights: counts(4), squares: counts(8), clusters: null },
    });
  });
});

describe('groups of two columns', () => {
  const sensitive = new Map([
    ['race', ['a', 'a', null, 'b']],
    ['sex', ['f', 'm', 'f', 'f']],
    ['age', ['x', 'x', 'x', 'x']],
  ]);
  const rows = { labels: [true, false, true, false], predicted: [true, true, false, false], sensitive };
  const columnOf = (name: string, ...groups: readonly string[]) => ({
    name,
    groups: new Map(groups.map((group) => [group, counts(1)])),
    label: (group: string) => group,
  });

  it('are counted, a missing value as a group', () => {
    const [first, ...others] = countIntersections(rows);

    expect(first).toEqual({
      columns: ['race', 'sex'],
      cells: [
        { groups: ['__missing__', 'f'], counts: counts(0, 0, 1) },
        { groups: ['a', 'f'], counts: counts(1) },
        { groups: ['a', 'm'], counts: counts(0, 1) },
        { groups: ['b', 'f'], counts: counts(0, 0, 0, 1) },
      ],
    });
    expect(others.map(({ columns }) => columns)).toEqual([
      ['race', 'age'],
      ['sex', 'age'],
    ]);
  });

  it('are a column of their own, with the combinations that no row has', () => {
    const columns = [columnOf('race', 'a', 'b'), columnOf('sex', 'f', 'm')];
    const crossed = intersectColumns(countIntersections(rows), columns);

    expect(crossed.map(({ name }) => name)).toEqual(['race × sex']);
    expect(crossed[0]?.empty).toEqual(['race=b, sex=m']);
  });

  it.each([
    [400, 1],
    [401, 0],
  ])('are left out where there are more than 400: %i', (size, columns) => {
    const cells = Array.from({ length: size }, (_, at) => ({ groups: [`${at}`, 'f'] as const, counts: counts(1) }));
    const counted = [{ columns: ['race', 'sex'] as const, cells }];

    expect(intersectColumns(counted, [columnOf('race', '1'), columnOf('sex', 'f')])).toHaveLength(columns);

    const config = (gate: boolean) =>
      fairnessConfig(LIMIT, { sensitive: ['race', 'sex'], intersections: { depth: 2, gate } });
    const both = ['race', 'sex'].map((name) => ({ ...columnOf(name, 'f'), reference: 'none' as const }));
    expect(intersections(config(false), both, counted)).toHaveLength(columns);
    expect(faultsOf(() => intersections(config(true), both, counted))).toEqual(
      columns === 1
        ? []
        : [
            {
              where: 'gatehouse.yml, gates.fairness.sensitive',
              found: 'the column "race × sex" has 401 groups',
              allowed: 'at most 400 groups',
              remedy: 'Put its values into fewer groups in the data',
            },
          ],
    );
  });

  it('are those of the sensitive columns only, and need two of them', () => {
    const [raceSex = { columns: ['race', 'sex'] as const, cells: [] }] = countIntersections(rows);
    const other = { ...raceSex, columns: ['race', 'age'] as const };
    const both = ['race', 'sex'].map((name) => ({ ...columnOf(name, 'a', 'b'), reference: 'none' as const }));
    const config = fairnessConfig(LIMIT, { sensitive: ['race', 'sex'], intersections: { depth: 2, gate: true } });

    expect(intersections(config, both, [other, raceSex]).map(({ name }) => name)).toEqual(['race × sex']);
    expect(intersections(config, both.slice(0, 1), [raceSex])).toEqual([]);
    expect(() => intersections(config, both, [other])).toThrow('0 intersections of sensitive columns');
    expect(intersectColumns([other, { ...raceSex, columns: ['age', 'race'] }], both)).toEqual([]);
    const plain = { ...config, intersections: { depth: 1, gate: false } };
    expect(intersections(plain, both, [raceSex])).toEqual([]);
    const three = ['race', 'sex', 'age'].map((name) => ({ ...columnOf(name, 'a', 'b'), reference: 'none' as const }));
    const all = { ...config, sensitive: ['race', 'sex', 'age'] };
    expect(intersections(all, three, countIntersections(rows))).toHaveLength(3);
    expect(() => intersections(all, three, countIntersections(rows).slice(1))).toThrow('2 intersections');
    const bad = { ...raceSex, cells: [{ groups: ['a', 'f'] as const, counts: counts(0, 0, 0, -1) }] };
    expect(faultsOf(() => intersections(config, both, [bad]))[0]).toBeInstanceOf(ActionError);
  });
});

describe('groups of all columns together', () => {
  const column = { name: 'race', groups: groupsOf(counts(5), counts(0)), label: String, reference: 'none' as const };
  const joint = (size: number): GroupCounts =>
    new Map(Array.from({ length: size }, (_, at) => [JSON.stringify([`${at}`]), counts(1)]));

  it('are those of the one column', () => {
    expect(jointCounts(undefined, [column])).toEqual(
      new Map([
        ['["a"]', counts(5)],
        ['["b"]', counts(0)],
      ]),
    );
  });

  it('are known up to 400', () => {
    expect(jointCounts(undefined, [column, column])).toBeNull();
    expect(jointCounts(joint(400), [column, column])).toEqual(joint(400));
    expect(jointCounts(joint(401), [column, column])).toBeNull();
  });

  it('are shown where they have rows and nothing is withheld', () => {
    const all = new Map([...joint(3), ['empty', counts(0)]]);

    expect(jointGroups(all, new Set(['["1"]']))).toEqual({
      shown: new Map([
        ['["0"]', counts(1)],
        ['["2"]', counts(1)],
      ]),
      withheld: 1,
    });
    expect(jointGroups(null, new Set())).toBeNull();
  });

  it.each([
    [null, ['differential fairness over all sensitive columns together']],
    [0, []],
    [1, ['differential fairness of 1 group with numbers withheld']],
    [2, ['differential fairness of 2 groups with numbers withheld']],
  ])('say which are not seen: %o withheld', (withheld, words) => {
    expect(unseenCombinations(withheld === null ? null : { shown: new Map(), withheld })).toEqual(words);
  });
});

describe('the groups of rows', () => {
  const own = { codes: Int32Array.of(1, -1, 0, 1, 7), names: ['b', 'a', 'never'] };

  it('are the positions of their rows, sorted by name, a missing or unknown value as one of its own', () => {
    expect([...rowsOfGroups(own)]).toEqual([
      ['__missing__', Int32Array.of(1, 4)],
      ['a', Int32Array.of(0, 3)],
      ['b', Int32Array.of(2)],
      ['never', new Int32Array()],
    ]);
    expect(groupSizes(new Map([['race', own]]), 5).get('race')).toEqual(
      new Map([
        ['__missing__', counts(0, 0, 0, 2)],
        ['a', counts(0, 0, 0, 2)],
        ['b', counts(0, 0, 0, 1)],
        ['never', counts(0)],
      ]),
    );
    expect(() => groupSizes(new Map([['race', own]]), 4)).toThrow(ActionError);
  });

  it('have the values of their rows, which are numbers', () => {
    const values = Float64Array.of(0.5, 0, 2);

    expect(valuesOf(values, Int32Array.of(2, 1))).toEqual(Float64Array.of(2, 0));
    expect(valuesOf(values, Int32Array.of(9))).toEqual(Float64Array.of(Number.NaN));
    expect(() => checkNumbers(values, 'the score')).not.toThrow();
    expect(() => checkNumbers(Float64Array.of(Number.NaN), 'the score')).toThrow('the score NaN in row 0');
    expect(() => checkNumbers(Float64Array.of(1, Number.POSITIVE_INFINITY), 'the score')).toThrow('in row 1');
  });

  it('are drawn with sixteen bytes of a seed that the check and the inputs fix', () => {
    const seed = seeds(CONTEXT)('race skew');

    expect(seed).toHaveLength(16);
    expect(new Set(seed).size).toBeGreaterThan(8);
    expect(seeds(CONTEXT)('race skew')).toEqual(seed);
    expect(seeds(CONTEXT)('sex skew')).not.toEqual(seed);
    expect(seeds({ ...CONTEXT, inputs: [] })('race skew')).not.toEqual(seed);
  });
});

describe('sensitive columns', () => {
  const where = 'gatehouse.yml, gates.fairness.sensitive';
  const config = (...sensitive: readonly string[]) => fairnessConfig(LIMIT, { sensitive: [...sensitive] });
  const sized = (size: number) =>
    oneColumn(Object.fromEntries(Array.from({ length: size }, (_, at) => [`g${at}`, counts(1)])));

  it('are called by their groups, and by their names too where there are several', () => {
    const groups = new Map([...oneColumn({ a: counts(1) }), ['sex', groupsOf(counts(1))]]);
    const labels = (...names: readonly string[]): readonly string[] =>
      sensitiveColumns(config(...names), groups).flatMap(({ label }) => [label('a'), label('all rows')]);

    expect(labels('race', 'race')).toEqual(['a', 'all rows']);
    expect(labels('race', 'sex')).toEqual(['race=a', 'all rows', 'sex=a', 'all rows']);
  });

  it('are compared with the group that the policy names for them', () => {
    const own = { ...config('race'), reference: 'largest' as const, 'reference-groups': { race: 'b' } };
    const referenceOf = (gate: typeof own) => sensitiveColumns(gate, sized(2)).map(({ reference }) => reference);

    expect(referenceOf(own)).toEqual([{ group: 'b' }]);
    expect(sensitiveColumns({ ...config('race'), reference: 'largest' }, sized(2))[0]?.reference).toBe('largest');
  });

  it('have at most fifty groups', () => {
    expect(sensitiveColumns(config('race'), sized(50))).toHaveLength(1);
    expect(faultsOf(() => sensitiveColumns(config('race'), sized(51)))).toEqual([
      {
        where,
        found: 'the column "race" has 51 groups',
        allowed: 'at most 50 groups',
        remedy: 'Put its values into fewer groups in the data',
      },
    ]);
  });

  it('are all of the data, and say all that is wrong at once', () => {
    const groups = new Map([...oneColumn({ 'all rows': counts(1) }), ['sex', groupsOf(counts(1))]]);

    expect(faultsOf(() => sensitiveColumns(config('race', 'age'), groups))).toEqual([
      {
        where,
        found: 'the column "race" has a group called "all rows"',
        allowed: 'any other name: it is the one of all rows together',
        remedy: 'Call the group otherwise in the data',
      },
      {
        where,
        found: '"age"',
        allowed: 'one of the protected columns: "race", "sex"',
        remedy: 'Add the column to "columns.protected", or correct its name',
      },
    ]);
    expect(faultsOf(() => sensitiveColumns(config('age'), new Map()))).toMatchObject([
      { allowed: 'one of the protected columns: there are none' },
    ]);
  });
});
