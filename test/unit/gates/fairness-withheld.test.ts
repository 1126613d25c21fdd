import type { Finding } from '@gatehouse/core';
import type { ConfusionCounts } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { intersectColumns } from '../../../packages/gates/src/fairness/groups/intersections.ts';
import { type PrintedTables, stratumLabel } from '../../../packages/gates/src/fairness/withheld/printed-tables.ts';
import { withoutSolvable } from '../../../packages/gates/src/fairness/withheld/solvable-counts.ts';
import {
  withheldFinding,
  withheldGroups,
  withheldWithin,
} from '../../../packages/gates/src/fairness/withheld/withheld-groups.ts';
import { fairnessConfig } from './fixture-inputs.ts';

const K = 10;

/** Sets of cells by their names: `{ ab: [0, 1] }`, all of one rank but for those named in `ranks`. */
function hidden(
  finest: readonly number[],
  sets: Readonly<Record<string, readonly number[]>>,
  {
    withheld = [],
    ranks = {},
  }: { readonly withheld?: readonly string[]; readonly ranks?: Readonly<Record<string, number>> } = {},
): readonly string[] | null {
  const found = withoutSolvable({
    finest,
    sets: Object.entries(sets).map(([label, cells]) => ({
      label,
      cells,
      n: cells.reduce((sum, cell) => sum + (finest[cell] ?? 0), 0),
      rank: ranks[label] ?? 0,
    })),
    withheld: new Set(withheld),
    k: K,
  });
  return found === null ? null : [...found].sort();
}

describe('counts that can be solved', () => {
  it.each<[string, Parameters<typeof hidden>, readonly string[]]>([
    [
      'of a group beside one other: all but it are the other',
      [[4, 50], { a: [0], b: [1] }, { withheld: ['a'] }],
      ['a', 'b'],
    ],
    ['of no rows are no secret', [[0, 50], { a: [0], b: [1] }, { withheld: ['a'] }], ['a']],
    ['of the fewest rows that may be shown are none', [[10, 50], { a: [0], b: [1] }, { withheld: ['a'] }], ['a']],
    ['one row below that are', [[9, 50], { a: [0], b: [1] }, { withheld: ['a'] }], ['a', 'b']],
    // b + c and c are printed, so a is all rows but b + c; c is given up, which does not help, so b + c is.
    ['that no set is: all rows but a set of two', [[4, 50, 60], { bc: [1, 2], c: [2] }], ['bc', 'c']],
    ['as the difference of two sets', [[4, 50, 60, 70], { ab: [0, 1], b: [1] }], ['ab']],
    ['as twice a cell', [[4, 50, 60, 70], { ab: [0, 1], ac: [0, 2], bc: [1, 2] }], ['ab']],
    [
      'of a set of two small cells, which are small together',
      [[4, 5, 50], { ab: [0, 1], c: [2] }, { withheld: ['ab'] }],
      ['ab', 'c'],
    ],
    ['where nothing small is among them', [[40, 50], { a: [0], b: [1] }, { withheld: ['a'] }], ['a']],
    ['where nothing that is printed tells', [[4, 50, 60], { a: [0], b: [1] }, { withheld: ['a'] }], ['a']],
  ])('%s', (_, given, expected) => {
    expect(hidden(...given)).toEqual(expected);
  });

  it('of a set that is printed are not hidden for it', () => {
    // The small set itself was let through, as where suppression is the policy of cells only.
    expect(hidden([4, 50, 60], { ab: [0, 1], c: [2] })).toEqual([]);
  });

  // a = ab - b: something that overlaps a has to go, and it is ab.
  it.each<[string, Parameters<typeof hidden>, readonly string[]]>([
    ['what overlaps them', [[4, 50, 60, 70], { ab: [0, 1], b: [1] }, { ranks: { b: -1 } }], ['ab']],
    [
      'of those the lowest rank',
      [[4, 50, 60, 70], { ad: [0, 3], d: [3], abc: [0, 1, 2], bc: [1, 2] }, { ranks: { abc: 1, bc: 1, ad: 2, d: 2 } }],
      ['abc', 'ad', 'bc'],
    ],
    ['then the fewest rows', [[4, 60, 50, 9, 70], { ab: [0, 1], ac: [0, 2], bc: [1, 2], b: [1] }, {}], ['ab', 'ac']],
    // z less b is a: y overlaps it too, and is tried first though it does not help.
    ['then the first name', [[4, 50, 50, 70], { z: [0, 1], y: [0, 2], b: [1] }, {}], ['y', 'z']],
    ['then the first name, in another order', [[4, 50, 50, 70], { y: [0, 2], z: [0, 1], b: [1] }, {}], ['y', 'z']],
    ['nothing where nothing is left', [[4], { a: [0] }, { withheld: ['a'] }], ['a']],
    ['any other where none overlaps', [[4, 50, 60], { b: [1], c: [2] }, {}], ['b']],
  ])('are hidden by giving up %s', (_, given, expected) => {
    expect(hidden(...given)).toEqual(expected);
  });

  it.each([
    [300, 0],
    [301, null],
  ])('are not sought among too many: 1000 sets of %i cells', (cells, expected) => {
    const finest = [4, ...new Array<number>(cells - 1).fill(50)];
    const sets = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`set ${at}`, [0, 1]]));

    expect(hidden(finest, sets)?.length ?? null).toBe(expected);
  });

  it('are not sought among too many only where one is small', () => {
    const sets = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`set ${at}`, [0, 1]]));

    expect(hidden(new Array<number>(400).fill(50), sets)).toEqual([]);
  });
});

const counts = (n: number): ConfusionCounts => ({ tp: n, fp: 0, fn: 0, tn: 0 });

/** Two columns, counted together. */
function twoColumns(cells: readonly (readonly [string, string, number])[], changes: Partial<PrintedTables> = {}) {
  const column = (name: string, at: 0 | 1) => {
    const names = [...new Set(cells.map((cell) => cell[at]))];
    const sum = (group: string): number =>
      cells.filter((cell) => cell[at] === group).reduce((all, [, , n]) => all + n, 0);
    return { name, groups: new Map(names.map((group) => [group, counts(sum(group))])), label: (own: string) => own };
  };
  const columns = [column('race', 0), column('sex', 1)];
  const counted = {
    columns: ['race', 'sex'] as const,
    cells: cells.map(([a, b, n]) => ({ groups: [a, b] as const, counts: counts(n) })),
  };
  return {
    columns,
    intersections: intersectColumns([counted], columns),
    joint: null,
    strata: new Map(),
    finest: null,
    ...changes,
  };
}

const CONFIG = fairnessConfig({});

describe('the groups that are withheld', () => {
  it('are none where every combination is large', () => {
    const tables = twoColumns([
      ['a', 'f', 50],
      ['a', 'm', 60],
      ['b', 'f', 70],
      ['b', 'm', 80],
    ]);

    expect(withheldGroups(tables, CONFIG)).toEqual(new Set());
  });

  it('are the combinations around a small one, and no group', () => {
    const tables = twoColumns([
      ['a', 'f', 50],
      ['a', 'm', 60],
      ['b', 'f', 70],
      ['b', 'm', 4],
    ]);
    const all = ['race=a, sex=f', 'race=a, sex=m', 'race=b, sex=f', 'race=b, sex=m'];

    expect([...withheldGroups(tables, CONFIG)].sort()).toEqual(all);
  });

  const groups = (sizes: Readonly<Record<string, number>>) =>
    new Map(Object.entries(sizes).map(([name, n]) => [name, counts(n)]));
  const within = (
    sizes: Readonly<Record<string, number>>,
    parts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ) => {
    const strata = Object.entries(parts).map(([stratum, own]) => ({ stratum, groups: groups(own) }));
    const columns = [{ name: 'race', groups: groups(sizes), label: String }];
    return withheldGroups(
      { columns, intersections: [], joint: null, strata: new Map([['race', strata]]), finest: null },
      CONFIG,
    );
  };

  it('are parts of groups, where that is enough', () => {
    // In y are 4 of a and 40 of b, so that of both groups the other part goes too.
    expect(within({ a: 64, b: 70 }, { x: { a: 60, b: 30 }, y: { a: 4, b: 40 } })).toEqual(
      new Set(['x', 'y'].flatMap((stratum) => ['a', 'b'].map((group) => stratumLabel(stratum, 'race', group)))),
    );
  });

  it('are all parts, rather than a group for the sake of its parts', () => {
    // All of b are in y beside 4 of a. The 12 would tell the 4, and b would tell the 12.
    expect(within({ a: 54, b: 12 }, { x: { a: 50 }, y: { a: 4, b: 12 } })).toEqual(
      new Set([
        stratumLabel('x'),
        stratumLabel('y'),
        stratumLabel('x', 'race', 'a'),
        stratumLabel('y', 'race', 'a'),
        stratumLabel('y', 'race', 'b'),
      ]),
    );
  });

  it('are every combination and every detail where there are too many to know', () => {
    // 30 by 13 groups, of which one combination is small: 823 sets of 780 finest cells.
    const cells = Array.from({ length: 30 }, (_, a) =>
      Array.from({ length: 13 }, (__, b) => [`r${a}`, `s${b}`, a === 0 && b === 0 ? 4 : 60] as const),
    ).flat();
    const plain = twoColumns(cells);
    const joint = new Map(cells.map(([a, b, n]) => [JSON.stringify([a, b]), counts(n)]));
    const finest = cells.flatMap(([a, b, n]) => ['x', 'y'].map((stratum) => ({ groups: [a, b], stratum, n: n / 2 })));
    const withheld = withheldGroups({ ...plain, joint, finest }, CONFIG);

    expect(withheld.size).toBe(2 * cells.length);
    expect(withheld.has('race=r29, sex=s12')).toBe(true);
    expect(withheld.has('["r29","s12"]')).toBe(true);
    expect(withheld.has('r0')).toBe(false);
  });

  it('are those that the finest cells give away, where they are known', () => {
    const columns = [
      {
        name: 'race',
        groups: new Map([
          ['a', counts(54)],
          ['b', counts(60)],
        ]),
        label: String,
      },
      {
        name: 'sex',
        groups: new Map([
          ['f', counts(50)],
          ['m', counts(64)],
        ]),
        label: String,
      },
    ];
    const tables = { columns, intersections: [], joint: null, strata: new Map() };
    // Nobody is b and f, so of a all but the 50 of f are m: 54 - 50 = 4.
    const finest = [
      { groups: ['a', 'f'], stratum: null, n: 50 },
      { groups: ['a', 'm'], stratum: null, n: 4 },
      { groups: ['b', 'm'], stratum: null, n: 60 },
    ];

    expect(withheldGroups({ ...tables, finest: null }, CONFIG)).toEqual(new Set());
    expect(withheldGroups({ ...tables, finest }, CONFIG).size).toBeGreaterThan(0);
    expect(withheldGroups({ ...tables, finest }, fairnessConfig({}, { 'suppress-below': 4 }))).toEqual(new Set());
  });
});

describe('the labels within strata', () => {
  const columns = [
    {
      name: 'race',
      groups: new Map([
        ['a', counts(50)],
        ['b', counts(50)],
      ]),
      label: (own: string) => `race=${own}`,
    },
  ];
  const part = {
    stratum: 'x',
    groups: new Map([
      ['a', counts(20)],
      ['b', counts(20)],
    ]),
  };

  it.each<[string, ReadonlyMap<string, readonly (typeof part)[]> | null, readonly string[], readonly string[]]>([
    ['of a stratum that is withheld', new Map([['race', [part]]]), [stratumLabel('x')], ['race=a', 'race=b']],
    ['of a group that is withheld in one', new Map([['race', [part]]]), [stratumLabel('x', 'race', 'b')], ['race=b']],
    ['of nothing that is', new Map([['race', [part]]]), ['other'], []],
    ['of another column', new Map([['sex', [part]]]), [stratumLabel('x')], []],
    ['without strata', null, [stratumLabel('x')], []],
  ])('%s', (_, strata, withheld, more) => {
    expect(withheldWithin(strata, columns, new Set(withheld))).toEqual(new Set([...withheld, ...more]));
  });
});

describe('a finding about groups that are withheld', () => {
  const FINDING: Finding = {
    measure: 'selection-rate-difference',
    outcome: 'fail',
    severity: 'block',
    reasonCode: 'limit-exceeded',
    groups: ['a', 'b'],
    value: 0.3,
    interval: [0.2, 0.4],
    n: [100, 8],
    limit: 0.1,
    failsWhen: 'above',
    message: 'difference of 0.3',
  };
  const of = (changes: Partial<Finding>, withheld: readonly string[] = ['b']) =>
    withheldFinding({ ...FINDING, ...changes }, new Set(withheld), 10);
  const WHY = 'numbers withheld, because they could reveal a group of fewer than 10 rows';

  it('keeps what it decides', () => {
    expect(of({})).toStrictEqual([
      {
        measure: 'selection-rate-difference',
        outcome: 'fail',
        severity: 'block',
        reasonCode: 'limit-exceeded',
        groups: ['a', 'b'],
        value: null,
        limit: 0.1,
        failsWhen: 'above',
        message: `selection-rate-difference of groups a and b: ${WHY}; policy limit 0.1`,
      },
    ]);
  });

  it('is untouched where none of them is withheld', () => {
    const { groups: _, ...plain } = FINDING;

    expect(of({}, ['c'])).toEqual([FINDING]);
    expect(withheldFinding(plain, new Set(['b', 'Stryker was here']), 10)).toEqual([plain]);
  });

  it('says nothing of a limit that there is not', () => {
    const { limit: _, failsWhen: __, ...plain } = FINDING;

    expect(withheldFinding({ ...plain, groups: ['b'] }, new Set(['b']), 10)).toStrictEqual([
      {
        measure: 'selection-rate-difference',
        outcome: 'fail',
        severity: 'block',
        reasonCode: 'limit-exceeded',
        groups: ['b'],
        value: null,
        message: `selection-rate-difference of group b: ${WHY}`,
      },
    ]);
  });

  it('goes where it is a note and nothing but a number', () => {
    expect(of({ severity: 'warn' })).toEqual([]);
    expect(of({ severity: 'warn' }, ['c'])).toHaveLength(1);
  });

  it('about its size says that it has too few rows', () => {
    expect(of({ measure: 'group-size', groups: ['b'], limit: 30 })[0]?.message).toBe(
      `group b has too few rows; policy minimum 30; ${WHY}`,
    );
  });

  it.each([
    ['no-positives', 'suppressed'],
    ['no-negatives', 'suppressed'],
    ['no-predicted-positives', 'suppressed'],
    ['no-predicted-negatives', 'suppressed'],
    ['zero-denominator', 'suppressed'],
    ['insufficient-n', 'insufficient-n'],
  ] as const)('because of %s gives the reason %s', (reasonCode, given) => {
    expect(of({ reasonCode })).toMatchObject([{ reasonCode: given }]);
  });
});
