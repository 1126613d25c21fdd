import { ConfigError, mergeProfiles, sha256, withPrivacyFloor } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../tables/engine/fixture-tables.ts';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { compare, compareWithProfile, csvOf, profileOf, someRows } from './drift-rows.ts';

const REFERENCE = someRows(1500, 1);
const SAME = someRows(900, 2);

describe('two tables', () => {
  it.each([
    ['of one law', {}, 'pass', []],
    ['of which the income has moved', { shift: 1 }, 'pass', ['income']],
    ['of which values are missing', { missing: 0.2 }, 'pass', ['income']],
    ['of which one town is new', { towns: ['Aalen', 'Bonn', 'Celle', 'Düren', 'Essen'] }, 'pass', ['town']],
  ] as const)('%s', async (_, change, outcome, drifted) => {
    const current = csvOf(someRows(900, 3, change));
    const decision = await compare(
      { reference: csvOf(REFERENCE), current },
      { 'drifted-share': { warn: 0.5, fail: 0.9 }, 'domain-classifier': 'off' },
    );

    expect(decision.outcome).toBe(outcome);
    expect(decision.findings.filter(({ outcome: own }) => own === 'fail').flatMap(({ groups }) => groups)).toEqual(
      drifted,
    );
  });

  it('are compared in every column but the one that names the rows, which is told', async () => {
    const decision = await compare({ reference: csvOf(REFERENCE), current: csvOf(SAME) });

    expect(Object.keys(decision.measures['columns'] ?? {}).sort()).toEqual(['income', 'owner', 'rooms', 'town']);
    expect(decision.notMeasured.join()).toContain('column "id", in which every value of the reference occurs once');
    expect(decision.findings.map(({ measure }) => measure)).toContain('domain-auc');
  });

  it('in any order of rows and columns give the same decision', async () => {
    const plain = await compare({ reference: csvOf(REFERENCE), current: csvOf(SAME) });
    const turned = csvOf(SAME.toReversed())
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');

    expect(await compare({ reference: csvOf(REFERENCE.toReversed()), current: turned })).toEqual(plain);
  });

  it('as Parquet give the decision of CSV', async () => {
    const some =
      "SELECT (r * 7919 % 1000) / 10.0 AS x, (r % 5)::INTEGER AS g, CASE WHEN r % 3 = 0 THEN 'a' ELSE 'b' END AS t FROM range(600) AS s(r)";
    const csv = Array.from(
      { length: 600 },
      (_, r) => `${((r * 7919) % 1000) / 10},${r % 5},${r % 3 === 0 ? 'a' : 'b'}`,
    );
    const text = `x,g,t\n${csv.join('\n')}\n`;
    const bytes = await parquetOf(some);

    expect(await compare({ reference: bytes, current: bytes }, {}, 'parquet')).toEqual(
      await compare({ reference: text, current: text }),
    );
  });

  it.each([
    ['a column that is not there', 'x\n1\n2\n', 'x\n1\n2\n', { columns: ['y'] }, 'column-missing'],
    ['a rule of a column that is not there', 'x\n1\n2\n', 'x\n1\n2\n', { 'column-rules': { y: {} } }, 'column-missing'],
    ['no column in common', 'x\n1\n2\n', 'y\n1\n2\n', {}, 'column-missing'],
    ['a number that has become a text', 'x\n1\n2\n', 'x\na\nb\n', {}, 'type-mismatch'],
    ['values of several types', 'x\n1\n2\n', 'x\n1\na\n', {}, 'mixed-types'],
    ['a time that a rule names', 'x\n2026-01-01\n', 'x\n2026-01-02\n', { columns: ['x'] }, null],
  ] as const)('with %s', async (_, reference, current, rules, code) => {
    const run = compare({ reference, current }, rules);
    if (code === null) await expect(run).resolves.toMatchObject({ outcome: 'inconclusive' });
    else expect((await refusalOf(run)).code).toBe(code);
  });

  it.each([
    ['has left the data', {}, 'fail', 'column-missing'],
    ['has left the data of named columns', { columns: ['y'] }, 'pass', null],
    ['has left the data and is excluded', { exclude: ['x'] }, 'pass', null],
  ] as const)('of which a column %s', async (_, rules, outcome, reasonCode) => {
    const rows = Array.from({ length: 300 }, (_, at) => [at % 7, at % 3] as const);
    const reference = `x,y\n${rows.map(([x, y]) => `${x},${y}`).join('\n')}\n`;
    const current = `y\n${rows.map(([, y]) => y).join('\n')}\n`;
    const decision = await compare({ reference, current }, rules);
    const missing = decision.findings.find(({ measure }) => measure === 'missing-columns');

    expect(decision.outcome).toBe(outcome);
    expect(missing?.reasonCode ?? null).toBe(reasonCode);
    expect(missing?.groups ?? ['x']).toEqual(['x']);
    expect(await compareWithProfile(await profileOf(reference), current, rules)).toMatchObject({ outcome });
  });

  it('of which one has a column more warn of it', async () => {
    const one = `x\n${Array.from({ length: 300 }, (_, at) => at % 7).join('\n')}\n`;
    const two = one.replace('x', 'x,y').replaceAll(/^\d$/gm, '$&,1');
    const warning = { measure: 'new-columns', severity: 'warn', groups: ['y'], reasonCode: 'schema-broken' };

    for (const decision of [
      await compare({ reference: one, current: two }),
      await compareWithProfile(await profileOf(one), two),
    ]) {
      expect(decision.outcome).toBe('pass');
      expect(decision.findings).toContainEqual(expect.objectContaining(warning));
    }
  });

  it.each([
    ['a time', "DATE '2026-01-01' + r::INTEGER"],
    ['a list', '[r]'],
  ])('with a rule of a column that cannot be compared, %s, are refused', async (_, x) => {
    const bytes = await parquetOf(`SELECT ${x} AS x, r % 5 AS g FROM range(100) AS s(r)`);
    const rules = { 'column-rules': { x: { critical: true } } };
    const files = { reference: bytes, current: bytes };

    expect((await refusalOf(compare(files, rules, 'parquet'))).code).toBe('column-unsupported');
    expect((await compare(files, {}, 'parquet')).notMeasured.join()).toContain('column "x", which holds');
  });

  it.each([
    ['critical', { critical: true }],
    ['importance', { importance: 9 }],
    ['limits', { limits: { 'new-category-rate': { warn: 0.01, fail: 0.05 } } }],
  ])('are compared in a column that names the rows when a rule has its %s', async (_, rule) => {
    const one = `id,x\n${SAME.map(({ income }) => `SAME,${income ?? ''}`).join('\n')}\n`;
    const reference = `id,x\n${REFERENCE.map(({ id, income }) => `${id},${income ?? ''}`).join('\n')}\n`;

    expect(await compare({ reference, current: one }, { 'column-rules': { id: rule } })).toMatchObject({
      outcome: 'fail',
    });
  });

  it('of which no compared column has a weight are a fault of the policy', async () => {
    const none = { importance: 0 };
    const rules = { 'column-rules': { income: none, rooms: none, town: none, owner: none } };
    const files = { reference: csvOf(REFERENCE), current: csvOf(SAME) };
    const profile = await profileOf(files.reference, { exclude: ['id'] });

    await expect(compare(files, rules)).rejects.toThrow(ConfigError);
    await expect(compareWithProfile(profile, files.current, rules)).rejects.toThrow(/importance 0 for every column/);
  });

  it('of which a column holds a time in one and a list in the other are refused', async () => {
    const reference = await parquetOf("SELECT DATE '2026-01-01' AS x, r AS y FROM range(60) AS s(r)");
    const current = await parquetOf('SELECT [r] AS x, r AS y FROM range(60) AS s(r)');

    expect((await refusalOf(compare({ reference, current }, {}, 'parquet'))).code).toBe('type-mismatch');
  });

  it('of which one has lost all values of a column fail by what is missing', async () => {
    const empty = csvOf(SAME).replace(/^(row [^,]*),[^,]*/gm, '$1,');

    expect(
      await compare(
        { reference: csvOf(REFERENCE), current: empty },
        { 'column-rules': { income: { critical: true } }, 'domain-classifier': 'off' },
      ),
    ).toMatchObject({
      outcome: 'fail',
      findings: [{ measure: 'missing-rate-difference', reasonCode: 'limit-exceeded', groups: ['income'] }, {}],
    });
  });

  it('of which a column has no value on either side are inconclusive', async () => {
    const empty = 'x,y\n1,\n2,\n';

    expect(await compare({ reference: empty, current: empty }, { columns: ['y'] })).toMatchObject({
      outcome: 'inconclusive',
      findings: [{ reasonCode: 'empty-group' }, { groups: ['y'], reasonCode: 'empty-group' }],
    });
  });

  it('are judged by the rules of evidently', async () => {
    const moved = csvOf(someRows(900, 3, { shift: 1 }));
    const decision = await compare({ reference: csvOf(REFERENCE), current: moved }, { mode: 'evidently' });

    expect(decision.measures['columns']).toMatchObject({ income: { verdict: 'fail' }, town: { verdict: 'pass' } });
    expect(decision.outcome).toBe('pass');
  });
});

describe('a table and a profile', () => {
  const floored = async () => withPrivacyFloor(await profileOf(csvOf(REFERENCE), { exclude: ['id'] }), 10);

  it.each([
    ['of one law', {}, []],
    ['of which the income has moved', { shift: 1 }, ['income']],
    ['of which a town is new', { towns: ['Aalen', 'Bonn', 'Celle', 'Düren', 'Essen'] }, ['town']],
  ] as const)('%s', async (_, change, drifted) => {
    const decision = await compareWithProfile(await floored(), csvOf(someRows(900, 3, change)));

    expect(decision.findings.filter(({ outcome }) => outcome === 'fail').flatMap(({ groups }) => groups ?? [])).toEqual(
      drifted,
    );
    expect(decision.notMeasured.join()).toContain('the reference is a profile');
  });

  it('bound the distances of the rows, and have the bins of the rows', async () => {
    const profile = await profileOf(csvOf(REFERENCE), { columns: ['income'] });
    const current = csvOf(someRows(900, 3, { shift: 0.3 }));
    const rows = await compare({ reference: csvOf(REFERENCE), current }, { columns: ['income'] });
    const counts = await compareWithProfile(profile, current);
    const of = (decision: typeof rows): Record<string, unknown> =>
      Object(Object(decision.measures['columns'])['income']);

    for (const measure of ['ks', 'wasserstein', 'wasserstein-normed']) {
      const exact = Number(of(rows)[measure]);
      const [lower, upper] = (of(counts)[`${measure}-bounds`] ?? [of(counts)[measure], of(counts)[measure]]) as [
        number,
        number,
      ];
      expect(lower).toBeLessThanOrEqual(exact + 1e-9);
      expect(upper).toBeGreaterThanOrEqual(exact - 1e-9);
    }
    for (const measure of ['psi', 'jensen-shannon', 'missing-rate-difference', 'out-of-range-rate']) {
      expect(of(counts)[measure]).toBeCloseTo(Number(of(rows)[measure]), 9);
    }
  });

  it('refuse a type that the profile does not have', async () => {
    const profile = await profileOf('x\na\nb\n');

    expect((await refusalOf(compareWithProfile(profile, 'x\n1\n2\n'))).code).toBe('type-mismatch');
    const times = await parquetOf("SELECT DATE '2026-01-01' AS x FROM range(60)");
    expect((await refusalOf(compareWithProfile(profile, times))).code).toBe('type-mismatch');
  });
});

describe('a profile', () => {
  it('of parts that are merged is that of the whole, in any order', async () => {
    const rows = someRows(600, 9);
    const whole = await profileOf(csvOf(rows), { exclude: ['id'], datasetDigest: sha256('all') });
    const request = { edgesFrom: whole, datasetDigest: sha256('all') };
    const parts = [
      await profileOf(csvOf(rows.slice(0, 150)), request),
      await profileOf(csvOf(rows.slice(150, 400)), request),
      await profileOf(csvOf(rows.slice(400)), request),
    ] as const;
    const [a, b, c] = parts;

    for (const merged of [mergeProfiles(mergeProfiles(a, b), c), mergeProfiles(c, mergeProfiles(b, a))]) {
      expect(merged.rows).toBe(600);
      for (const [name, column] of Object.entries(whole.columns)) {
        const own = merged.columns[name];
        if (column.kind === 'categories' || own?.kind !== 'numbers') expect(own).toEqual(column);
        else {
          const { openSums, mean, m2, ...counts } = own;
          expect(counts).toEqual({
            ...counts,
            equal: column.equal,
            open: column.open,
            minimum: column.minimum,
            maximum: column.maximum,
          });
          expect(mean).toBeCloseTo(Number(column.mean), 9);
          expect(Number(m2) / Number(column.m2)).toBeCloseTo(1, 9);
          for (const [at, sum] of openSums.entries()) expect(sum).toBeCloseTo(Number(column.openSums[at]), 6);
        }
      }
    }
  });

  it('of parts gives the verdict of the whole, wherever it is cut', async () => {
    const rows = someRows(700, 10);
    const request = { edgesFrom: await profileOf(csvOf(rows), { exclude: ['id'], datasetDigest: sha256('all') }) };
    const current = csvOf(someRows(400, 11, { shift: 0.4 }));
    const verdictOf = async (cut: number): Promise<unknown> => {
      const parts = [rows.slice(0, cut), rows.slice(cut)].map((part) =>
        profileOf(csvOf(part), { ...request, datasetDigest: sha256('all') }),
      );
      const [first, second] = await Promise.all(parts);
      if (first === undefined || second === undefined) throw new Error('two parts');
      const { outcome, findings } = await compareWithProfile(mergeProfiles(first, second), current);
      return [outcome, findings.map(({ measure, groups, reasonCode }) => [measure, groups, reasonCode])];
    };

    expect(await verdictOf(100)).toEqual(await verdictOf(557));
  });

  it('counts numbers of few values by value, and NaN and infinities as missing', async () => {
    const { columns } = await profileOf('x,y\n1,nan\n2,inf\n1,-inf\n,3\n');

    expect(columns).toMatchObject({
      x: { kind: 'categories', of: 'numbers', counts: { '1': 2, '2': 1 }, missing: { null: 1 }, singletons: 1 },
      y: { kind: 'categories', counts: { '3': 1 }, missing: { nan: 1, positiveInfinity: 1, negativeInfinity: 1 } },
    });
  });

  it.each([
    ['a column that is not there', { columns: ['z'] }, 'column-missing'],
    ['an exclusion of nothing', { exclude: ['z'] }, 'column-missing'],
  ] as const)('refuses %s', async (_, request, code) => {
    expect((await refusalOf(profileOf('x\n1\n2\n', request))).code).toBe(code);
  });
});
