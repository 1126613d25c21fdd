import { join } from 'node:path';
import { type Decision, sha256, withPrivacyFloor } from '@gatehouse/core';
import { collectProfile } from '@gatehouse/gate-runner';
import { describe, expect, it } from 'vitest';
import { dataKind } from '../../../../packages/cli/src/gate/kinds/data.ts';
import { md5Of } from '../../data-gate/scene.ts';
import { EXAMPLE_POLICY } from '../../governance/example-policy.ts';
import { withTable } from '../../tables/engine/fixture-tables.ts';
import { decisionOf, folderWith, gate, judgeHere } from './gatehouse-gate.ts';

const DATA = 'id,deny,age,zip\n1,yes,30,01234\n2,no,41,98765\n3,no,52,55555\n';

const outcomes = ({ findings }: Decision): readonly unknown[] =>
  findings.map(({ measure, outcome, reasonCode }) => [measure, outcome, reasonCode]);

async function look(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Decision> {
  return await judgeHere(dataKind, folderWith({ 'data.csv': DATA, ...files }), ['--data', 'data.csv', ...args]);
}

describe('a quick look at data', () => {
  it('judges with flags alone', async () => {
    const decision = await look(['--key', 'id', '--missing-rate', '0', '--rows-min', '4', '--label', 'deny']);

    expect(decision.outcome).toBe('fail');
    expect(outcomes(decision)).toContainEqual(['row-count', 'fail', 'row-count-outside']);
    expect(outcomes(decision)).toContainEqual(['key', 'pass', 'within-limit']);
    expect(decision.measures['columns']).toHaveProperty('age');
  });

  it('reads a schema, and flags come before it', async () => {
    const schema =
      'rows: { min: 10 }\nextra-columns: warn\ncolumns:\n  zip: { type: text, pattern: "[0-9]{5}" }\n  age: { type: integer, max: 50 }\n';
    const decision = await look(['--schema', 's.yml', '--rows-min', '3'], { 's.yml': schema });

    expect(outcomes(decision)).toContainEqual(['row-count', 'pass', 'within-limit']);
    expect(outcomes(decision)).toContainEqual(['domain', 'fail', 'value-outside-domain']);
    expect(decision.findings.find(({ measure }) => measure === 'domain')?.groups).toEqual(['age']);
  });

  it('compares with a profile, with other data, with a pointer and with a digest', async () => {
    const profile = await withTable(DATA, {}, (tables) => collectProfile({ tables, relation: { table: 't' } }, {}));
    const folder = folderWith({
      'data.csv': DATA,
      'p.json': JSON.stringify(withPrivacyFloor(profile.profile, 1)),
      'older.csv': 'id\n3\n4\n',
      'data.csv.dvc': `outs:\n- md5: ${md5Of(DATA)}\n  size: ${DATA.length}\n  path: data.csv\n`,
    });
    const args = [
      '--key',
      'id',
      '--profile',
      'p.json',
      '--limit',
      'missing-rate-difference=0.2',
      '--other',
      'older.csv',
    ];
    const decision = await judgeHere(dataKind, folder, [
      '--data',
      join(folder, 'data.csv'),
      ...args,
      '--pointer',
      'data.csv.dvc',
      '--digest',
      sha256(DATA),
    ]);

    expect(outcomes(decision)).toEqual(
      expect.arrayContaining([
        ['dataset-digest', 'pass', 'within-limit'],
        ['dataset-pointer', 'pass', 'within-limit'],
        ['missing-rate-difference', 'pass', 'within-limit'],
        ['shared-rows', 'fail', 'training-rows-in-evaluation'],
      ]),
    );
  });

  it.each<[string, readonly string[], string]>([
    ['a limit without a profile', ['--limit', 'out-of-range-rate=1'], '--limit: it is given without --profile'],
    ['an unknown limit', ['--profile', 'p.json', '--limit', 'psi=1'], 'psi'],
    ['ignored columns without a label', ['--ignore', 'a'], '--ignore: it is given without --label'],
    ['rows to compare with nothing', ['--compare-rows'], '--compare-rows: it is given without --other'],
    ['other data without a key', ['--other', 'data.csv'], '--other'],
    ['a digest that is none', ['--digest', 'abc'], '--digest: got "abc"'],
    ['a day that is none', ['--as-of', '2026-02-30'], '--as-of: got "2026-02-30"'],
    ['a share above 1', ['--missing-rate', '2'], '--missing-rate'],
    ['a word that is none', ['--constant-columns', 'never'], '--constant-columns'],
    ['a schema with faults', ['--schema', 's.yml'], 's.yml'],
    ['a rule beside the configuration', ['--config', 'c.yml', '--key', 'id'], '--key: it stands beside --config'],
  ])('refuses %s', async (_, args, told) => {
    await expect(look(args, { 's.yml': 'columns: { a: { min: x } }', 'p.json': '{}' })).rejects.toThrow(told);
  });
});

describe('a look by a policy', () => {
  const policy = (text: string, rules = ''): string =>
    EXAMPLE_POLICY.replace(
      /\n {4}data:\n[\s\S]*?\n {4}columns:/,
      `\n    data:\n      applications:\n        path: data.csv\n        digest: ${sha256(text)}\n        roles: [training, evaluation, labels]\n        split: { column: id, salt: s, parts: 2, evaluation: [0] }\n    columns:`,
    ).replace(/\n {4}gates:\n/, `\n    gates:\n      data: { dataset: applications, key: [id]${rules} }\n`);

  it('judges what the check judges, and exits as the outcome says', async () => {
    const folder = folderWith({ 'data.csv': DATA, 'gatehouse.yml': policy(DATA) });
    const bad = folderWith({ 'data.csv': DATA, 'gatehouse.yml': policy(DATA, ', rows: { min: 9 }') });
    const [pass, fail, error] = [
      await gate(folder, ['data', '--config', 'gatehouse.yml', '--json']),
      await gate(bad, ['data', '--config', 'gatehouse.yml']),
      await gate(folder, ['data', '--data', 'missing.csv']),
    ];

    expect(decisionOf(pass)).toMatchObject({ gate: 'data', outcome: 'pass', inputs: [{ name: 'data', rows: 3 }] });
    expect([pass.code, fail.code, error.code]).toEqual([0, 1, 3]);
    expect(fail.stdout).toContain('data gate: fail');
    expect(error.stderr).toContain('file-missing');
  });

  it('fails on other bytes than the policy names', async () => {
    const folder = folderWith({ 'data.csv': DATA, 'gatehouse.yml': policy('other') });
    const ended = await gate(folder, ['data', '--config', 'gatehouse.yml', '--json']);

    expect(ended.code).toBe(1);
    expect(outcomes(decisionOf(ended))).toContainEqual(['dataset-digest', 'fail', 'digest-mismatch']);
  });
});
