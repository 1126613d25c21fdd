import { ActionError } from '@gatehouse/core';
import { type ConfusionCounts, type CrossCell, type CrossCounts, crossTables } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { intersectColumns } from '../../../packages/gates/src/fairness/groups/intersections.ts';
import { countedSets, finestCells } from '../../../packages/gates/src/fairness/withheld/counted-sets.ts';
import {
  detailLabels,
  type PrintedTables,
  printedTable,
  stratumLabel,
} from '../../../packages/gates/src/fairness/withheld/printed-tables.ts';

const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });
const NONE = counts(0);

/** Out of order, so that every table has to be sorted. */
const CELLS: readonly CrossCell[] = [
  { groups: ['b', 'm'], strata: ['y'], counts: NONE },
  { groups: ['b', 'f'], strata: ['y'], counts: counts(5, 6, 7, 8) },
  { groups: ['a', 'm'], strata: ['x'], counts: counts(10, 20, 30, 40) },
  { groups: ['a', 'f'], strata: ['y'], counts: counts(1, 1, 1, 1) },
  { groups: ['a', 'f'], strata: ['x'], counts: counts(1, 2, 3, 4) },
];
const CROSS: CrossCounts = { sensitive: ['race', 'sex'], control: ['dept'], cells: CELLS };

/** With the order of maps. */
function listed(tables: ReadonlyMap<string, ReadonlyMap<string, unknown>>): readonly unknown[] {
  return [...tables].map(([name, groups]) => [name, [...groups]]);
}

describe('the tables that all are sums of one', () => {
  it('count groups, sorted by their names, with those that are known and have no row', () => {
    const knownGroups = new Map([['race', ['c', 'a', 'B']]]);

    expect(listed(crossTables({ ...CROSS, knownGroups }).groups)).toEqual([
      [
        'race',
        [
          ['B', NONE],
          ['a', counts(12, 23, 34, 45)],
          ['b', counts(5, 6, 7, 8)],
          ['c', NONE],
        ],
      ],
      [
        'sex',
        [
          ['f', counts(7, 9, 11, 13)],
          ['m', counts(10, 20, 30, 40)],
        ],
      ],
    ]);
  });

  it('count every two columns together where there are rows, and all columns', () => {
    const { intersections, joint } = crossTables(CROSS);

    expect(intersections).toEqual([
      {
        columns: ['race', 'sex'],
        cells: [
          { groups: ['a', 'f'], counts: counts(2, 3, 4, 5) },
          { groups: ['a', 'm'], counts: counts(10, 20, 30, 40) },
          { groups: ['b', 'f'], counts: counts(5, 6, 7, 8) },
        ],
      },
    ]);
    expect([...joint]).toEqual([
      ['["a","f"]', counts(2, 3, 4, 5)],
      ['["a","m"]', counts(10, 20, 30, 40)],
      ['["b","f"]', counts(5, 6, 7, 8)],
      ['["b","m"]', NONE],
    ]);
  });

  it('pair every column with each that follows', () => {
    const cells = [{ groups: ['a', 'f', 'x'], strata: [], counts: counts(1) }];
    const { intersections } = crossTables({ sensitive: ['race', 'sex', 'age'], control: [], cells });

    expect(intersections.map(({ columns, cells: own }) => `${columns.join()} ${own[0]?.groups.join()}`)).toEqual([
      'race,sex a,f',
      'race,age a,x',
      'sex,age f,x',
    ]);
  });

  it('count each column within the strata, sorted too', () => {
    const { strata = new Map() } = crossTables(CROSS);

    expect([...strata.keys()]).toEqual(['race', 'sex']);
    expect(strata.get('race')).toEqual([
      { stratum: 'dept=x', groups: new Map([['a', counts(11, 22, 33, 44)]]) },
      {
        stratum: 'dept=y',
        groups: new Map([
          ['a', counts(1, 1, 1, 1)],
          ['b', counts(5, 6, 7, 8)],
        ]),
      },
    ]);
    expect([...(strata.get('sex')?.[1]?.groups.keys() ?? [])]).toEqual(['f', 'm']);
  });

  it('are in the same order whatever that of the cells', () => {
    const { groups, joint } = crossTables({ ...CROSS, cells: CELLS.toReversed() });

    expect([...(groups.get('race')?.keys() ?? [])]).toEqual(['a', 'b']);
    expect([...joint.keys()]).toEqual(['["a","f"]', '["a","m"]', '["b","f"]', '["b","m"]']);
  });

  it('keep the rows that agree in every column', () => {
    expect(crossTables(CROSS).finest).toEqual([
      { groups: ['b', 'f'], stratum: 'dept=y', n: 26 },
      { groups: ['a', 'm'], stratum: 'dept=x', n: 100 },
      { groups: ['a', 'f'], stratum: 'dept=y', n: 4 },
      { groups: ['a', 'f'], stratum: 'dept=x', n: 10 },
    ]);
  });

  it('have no strata without control columns', () => {
    const cells = CELLS.map((cell) => ({ ...cell, strata: [] }));
    const tables = crossTables({ ...CROSS, control: [], cells });

    expect(tables).not.toHaveProperty('strata');
    expect(tables).not.toHaveProperty('champion');
    expect(tables.finest[0]).toEqual({ groups: ['b', 'f'], stratum: null, n: 26 });
  });

  it('count the rows apart by the prediction of the champion', () => {
    const cells = CELLS.map((cell) => ({
      ...cell,
      champion: { positive: cell.counts, negative: counts(0, 0, 0, 1) },
    }));
    const { champion = new Map() } = crossTables({ ...CROSS, cells });

    expect(champion.get('race')?.get('a')).toEqual({
      positive: counts(12, 23, 34, 45),
      negative: counts(0, 0, 0, 3),
    });
    expect(champion.get('sex')?.get('m')).toEqual({ positive: counts(10, 20, 30, 40), negative: counts(0, 0, 0, 2) });
    expect([...champion.keys()]).toEqual(['race', 'sex']);
    expect(champion.get('race')?.size).toBe(2);
    expect(crossTables({ ...CROSS, cells: [] })).not.toHaveProperty('champion');
  });

  const split = { positive: NONE, negative: NONE };
  it.each<[string, Partial<CrossCell>, string]>([
    ['another number of groups', { groups: ['a'] }, 'a cell with 1 groups and 1 control values'],
    ['another number of control values', { strata: [] }, 'a cell with 2 groups and 0 control values'],
    ['the counts of the champion alone', { champion: split }, '1 of 5 cells with counts of the champion'],
  ])('are refused where one cell has %s', (_, change, found) => {
    const cells = CELLS.map((cell, at) => (at === 3 ? { ...cell, ...change } : cell));
    const run = () => crossTables({ ...CROSS, cells });

    expect(run).toThrow(ActionError);
    expect(run).toThrow(found);
  });
});

function tablesOf(cross: CrossCounts, changes: Partial<PrintedTables> = {}): PrintedTables {
  const tables = crossTables(cross);
  const columns = [...tables.groups].map(([name, groups]) => ({
    name,
    groups,
    label: (own: string) => `${name}=${own}`,
  }));
  return {
    columns,
    intersections: intersectColumns(tables.intersections, columns),
    joint: tables.joint,
    strata: tables.strata ?? new Map(),
    finest: tables.finest,
    ...changes,
  };
}

/** Cells and sums by how the decision calls them; a joint group is called by its JSON. */
function printed(tables: PrintedTables) {
  const { cells, sums } = printedTable(tables);
  const names = new Map(cells.map(({ cell, label }) => [cell.id, label]));
  const called = (id: string): string => names.get(id) ?? `unknown ${id}`;
  return {
    cells: cells.map(({ cell, label }): readonly [string, number] => [label, cell.n]),
    sums: sums.map(({ total, parts }) => `${called(total)} = ${parts.map(called).join(' + ')}`),
    names,
  };
}

describe('the cells that are printed', () => {
  const at = stratumLabel;

  it('are groups, their combinations, strata and groups within them', () => {
    const { cells, names } = printed(tablesOf(CROSS));

    expect(cells).toEqual([
      ['all rows', 140],
      ['race=a', 114],
      ['race=b', 26],
      ['sex=f', 40],
      ['sex=m', 100],
      ['race=a, sex=f', 14],
      ['race=a, sex=m', 100],
      ['race=b, sex=f', 26],
      ['["a","f"]', 14],
      ['["a","m"]', 100],
      ['["b","f"]', 26],
      [at('dept=x'), 110],
      [at('dept=y'), 30],
      [at('dept=x', 'race', 'a'), 110],
      [at('dept=y', 'race', 'a'), 4],
      [at('dept=y', 'race', 'b'), 26],
      [at('dept=x', 'sex', 'f'), 10],
      [at('dept=x', 'sex', 'm'), 100],
      [at('dept=y', 'sex', 'f'), 30],
    ]);
    expect(names.size).toBe(cells.length);
  });

  it('are known to add up', () => {
    expect(printed(tablesOf(CROSS)).sums).toEqual([
      'all rows = race=a + race=b',
      'all rows = sex=f + sex=m',
      'race=a = race=a, sex=f + race=a, sex=m',
      'race=b = race=b, sex=f',
      'sex=f = race=a, sex=f + race=b, sex=f',
      'sex=m = race=a, sex=m',
      'race=a = ["a","f"] + ["a","m"]',
      'race=b = ["b","f"]',
      'sex=f = ["a","f"] + ["b","f"]',
      'sex=m = ["a","m"]',
      'race=a, sex=f = ["a","f"]',
      'race=a, sex=m = ["a","m"]',
      'race=b, sex=f = ["b","f"]',
      `all rows = ${at('dept=x')} + ${at('dept=y')}`,
      `${at('dept=x')} = ${at('dept=x', 'race', 'a')}`,
      `${at('dept=y')} = ${at('dept=y', 'race', 'a')} + ${at('dept=y', 'race', 'b')}`,
      `race=a = ${at('dept=x', 'race', 'a')} + ${at('dept=y', 'race', 'a')}`,
      `race=b = ${at('dept=y', 'race', 'b')}`,
      `${at('dept=x')} = ${at('dept=x', 'sex', 'f')} + ${at('dept=x', 'sex', 'm')}`,
      `${at('dept=y')} = ${at('dept=y', 'sex', 'f')}`,
      `sex=f = ${at('dept=x', 'sex', 'f')} + ${at('dept=y', 'sex', 'f')}`,
      `sex=m = ${at('dept=x', 'sex', 'm')}`,
    ]);
  });

  it('are joint groups in the combinations of every two of three columns', () => {
    const cells = [
      { groups: ['a', 'f', 'old'], strata: [], counts: counts(10) },
      { groups: ['a', 'm', 'young'], strata: [], counts: counts(20) },
      { groups: ['b', 'm', 'young'], strata: [], counts: counts(30) },
    ];
    const { sums } = printed(tablesOf({ sensitive: ['race', 'sex', 'age'], control: [], cells }));

    expect(sums.slice(-5)).toEqual([
      'race=a, age=old = ["a","f","old"]',
      'race=a, age=young = ["a","m","young"]',
      'race=b, age=young = ["b","m","young"]',
      'sex=f, age=old = ["a","f","old"]',
      'sex=m, age=young = ["a","m","young"] + ["b","m","young"]',
    ]);
  });

  it('have the shares that are printed of them', () => {
    const [all] = printedTable(tablesOf(CROSS)).cells;

    expect(all?.cell.shares).toEqual(
      expect.arrayContaining([
        { part: 17 + 29, whole: 140 },
        { part: 17, whole: 17 + 41 },
        { part: 29, whole: 29 + 53 },
      ]),
    );
    expect(new Set(all?.cell.shares?.map(({ whole }) => whole)).size).toBeGreaterThan(3);
  });

  it.each<[string, Partial<PrintedTables>, number, number]>([
    ['no column', { columns: [], intersections: [] }, 0, 0],
    [
      'no rows',
      { columns: [{ name: 'race', groups: new Map([['a', NONE]]), label: String }], intersections: [] },
      0,
      0,
    ],
    ['no joint groups', { joint: null }, 16, 15],
    ['no strata', { strata: new Map() }, 11, 13],
  ])('of tables with %s', (_, changes, cells, sums) => {
    const found = printedTable(tablesOf(CROSS, changes));

    expect([found.cells.length, found.sums.length]).toEqual([cells, sums]);
  });

  it('know nothing of an intersection with a column that is not there', () => {
    const tables = tablesOf(CROSS);
    const { sums } = printed({ ...tables, columns: tables.columns.slice(0, 1), joint: null, strata: new Map() });

    expect(sums).toEqual([
      'all rows = race=a + race=b',
      'race=a = race=a, sex=f + race=a, sex=m',
      'race=b = race=b, sex=f',
    ]);
  });

  it('that are parts of groups are told apart', () => {
    const { cells } = printed(tablesOf(CROSS));

    expect([...detailLabels(tablesOf(CROSS))]).toEqual(cells.slice(8).map(([label]) => label));
    expect(detailLabels(tablesOf(CROSS, { joint: null, strata: new Map() }))).toEqual(new Set());
  });
});

describe('the finest cells', () => {
  const one: CrossCounts = {
    sensitive: ['race'],
    control: [],
    cells: CELLS.map(({ groups: [race = ''], counts: own }) => ({ groups: [race], strata: [], counts: own })),
  };
  const two: CrossCounts = { ...CROSS, control: [], cells: CELLS.map((cell) => ({ ...cell, strata: [] })) };
  const of = (cross: CrossCounts, changes: Partial<PrintedTables> = {}) =>
    finestCells(tablesOf(cross, { finest: null, ...changes }));

  it('are those that were counted', () => {
    expect(finestCells(tablesOf(CROSS))).toEqual(crossTables(CROSS).finest);
  });

  it('are the groups of the one column that have rows', () => {
    const columns = [
      {
        name: 'race',
        groups: new Map([...(crossTables(one).groups.get('race') ?? []), ['none', NONE]]),
        label: String,
      },
    ];

    expect(of(one, { columns })).toEqual([
      { groups: ['a'], stratum: null, n: 114 },
      { groups: ['b'], stratum: null, n: 26 },
    ]);
  });

  it('are the combinations of two columns, in the order of the columns', () => {
    const expected = [
      { groups: ['a', 'f'], stratum: null, n: 14 },
      { groups: ['a', 'm'], stratum: null, n: 100 },
      { groups: ['b', 'f'], stratum: null, n: 26 },
    ];
    const { columns, intersections } = tablesOf(two);

    expect(of(two)).toEqual(expected);
    expect(of(two, { columns: columns.toReversed(), intersections })).toEqual(
      expected.map((cell) => ({ ...cell, groups: cell.groups.toReversed() })),
    );
  });

  it.each<[string, Partial<PrintedTables>]>([
    ['without a column', { columns: [] }],
    ['within strata', { strata: tablesOf(CROSS).strata }],
    ['of two columns that were not counted together', { intersections: [] }],
    ['of three columns', { columns: [...tablesOf(two).columns, ...tablesOf(two).columns.slice(1)] }],
  ])('are not known %s', (_, changes) => {
    expect(of(two, changes)).toBeNull();
  });

  it('make up every set that may be printed', () => {
    const tables = tablesOf(CROSS);
    const finest = crossTables(CROSS).finest;
    const set = (label: string, cells: readonly number[], n: number, rank: number) => ({ label, cells, n, rank });

    // The finest: b f y (26), a m x (100), a f y (4), a f x (10).
    expect(countedSets(tables, finest)).toEqual([
      set('race=a', [1, 2, 3], 114, 2),
      set('race=b', [0], 26, 2),
      set('sex=f', [0, 2, 3], 40, 2),
      set('sex=m', [1], 100, 2),
      set('race=a, sex=f', [2, 3], 14, 1),
      set('race=a, sex=m', [1], 100, 1),
      set('race=b, sex=f', [0], 26, 1),
      set('["a","f"]', [2, 3], 14, 0),
      set('["a","m"]', [1], 100, 0),
      set('["b","f"]', [0], 26, 0),
      set(stratumLabel('dept=x'), [1, 3], 110, 0),
      set(stratumLabel('dept=y'), [0, 2], 30, 0),
      set(stratumLabel('dept=x', 'race', 'a'), [1, 3], 110, 0),
      set(stratumLabel('dept=y', 'race', 'a'), [2], 4, 0),
      set(stratumLabel('dept=y', 'race', 'b'), [0], 26, 0),
      set(stratumLabel('dept=x', 'sex', 'f'), [3], 10, 0),
      set(stratumLabel('dept=x', 'sex', 'm'), [1], 100, 0),
      set(stratumLabel('dept=y', 'sex', 'f'), [0, 2], 30, 0),
    ]);
    expect(countedSets({ ...tables, joint: null, strata: new Map() }, finest)).toHaveLength(7);
  });

  it('do not make up all rows, which are known', () => {
    const tables = tablesOf(one);
    const columns = tables.columns.map((column) => ({ ...column, label: () => 'all rows' }));

    expect(countedSets({ ...tables, columns, joint: null }, tables.finest ?? [])).toEqual([]);
  });
});
