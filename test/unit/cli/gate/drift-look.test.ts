import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, parseBaselineProfile, sha256 } from '@gatehouse/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { driftKind } from '../../../../packages/cli/src/gate/kinds/drift.ts';
import { runProfile } from '../../../../packages/cli/src/profile/command.ts';
import { csvOf, someRows } from '../../gate-runner/drift-rows.ts';
import { launcher, root, start } from '../command.ts';
import { decisionOf, folderWith, gate, judgeHere, shown } from './gatehouse-gate.ts';

const FILES = {
  'reference.csv': csvOf(someRows(1200, 1)),
  'same.csv': csvOf(someRows(800, 2)),
  'moved.csv': csvOf(someRows(800, 3, { shift: 1.5 })),
  'few.csv': csvOf(someRows(30, 4)),
};

/** Runs `gatehouse profile` as a person does. */
async function profile(folder: string, args: readonly string[]): ReturnType<typeof gate> {
  return await start([launcher, 'profile', ...args], {
    cwd: folder,
    env: { HOME: folder, GATEHOUSE_ENGINE_PATH: root },
  }).ended;
}

async function faultsOf(args: readonly string[]): Promise<string> {
  try {
    await judgeHere(driftKind, folderWith(FILES), args);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

const TABLES = ['--reference', 'reference.csv', '--data'];

describe('gatehouse gate drift', () => {
  it.each([
    ['data of the same law', ['same.csv'], 0, 'pass'],
    ['a critical column that has moved', ['moved.csv', '--critical', 'income'], 1, 'fail'],
    ['too few rows', ['few.csv'], 2, 'inconclusive'],
  ] as const)('of %s', async (_, args, code, outcome) => {
    const ended = await gate(folderWith(FILES), ['drift', ...TABLES, ...args, '--json']);

    expect(ended.code).toBe(code);
    expect(decisionOf(ended)).toMatchObject({ gate: 'drift', outcome, subject: null });
  });

  it.each([
    ['some columns', ['moved.csv', '--columns', 'income,town'], ['income', 'town']],
    ['all but some', ['moved.csv', '--exclude', 'income', '--exclude', 'town'], ['owner', 'rooms']],
    ['the target too', ['moved.csv', '--columns', 'rooms', '--target', 'owner'], ['owner', 'rooms']],
  ] as const)('compares %s', async (_, args, columns) => {
    const decision = await judgeHere(driftKind, folderWith(FILES), [...TABLES, ...args]);

    expect(Object.keys(Object(decision.measures['columns'])).sort()).toEqual(columns);
  });

  it('takes limits, of which half warns', async () => {
    const args = [
      ...TABLES,
      'moved.csv',
      '--columns',
      'income',
      '--limit',
      'ks=0.9',
      '--limit',
      'wasserstein-normed=9',
      '--limit',
      'out-of-range-rate=0.9',
    ];
    const decision = await judgeHere(driftKind, folderWith(FILES), [...args, '--domain-classifier', 'off']);

    expect(decision.outcome).toBe('pass');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure: 'ks', limit: 0.45, reasonCode: 'warning-exceeded' }),
    );
  });

  it('is shown with the columns, the drifted ones first', async () => {
    const text = shown(await judgeHere(driftKind, folderWith(FILES), [...TABLES, 'moved.csv']), 100);

    expect(text).toMatch(/^drift gate: /);
    expect(text).toContain('income');
    expect(text).toContain('domain-auc');
  });

  it.each([
    [
      'a profile as reference',
      ['--data', 'same.csv', '--reference', 'p.json'],
      /^--reference: got "p.json", which is no table by its name.* Write --profile p\.json/,
    ],
    ['neither reference nor profile', ['--data', 'same.csv'], /neither --reference nor --profile/],
    ['both', [...TABLES, 'same.csv', '--profile', 'p.json'], /got --reference and --profile/],
    ['no data', ['--reference', 'reference.csv'], /--data/],
    ['a limit that is no number', [...TABLES, 'same.csv', '--limit', 'ks=0,1'], /dot as the decimal separator/],
    ['a limit of nothing known', [...TABLES, 'same.csv', '--limit', 'psy=0.1'], /psy/],
    [
      'a critical column that is excluded',
      [...TABLES, 'same.csv', '--critical', 'a', '--exclude', 'a'],
      /--critical a/,
    ],
    ['evidently with a profile', ['--data', 'same.csv', '--profile', 'p', '--mode', 'evidently'], /rules of evidently/],
    ['flags beside a configuration', ['--config', 'g.yml', '--mode', 'native'], /stands beside --config/],
  ])('refuses %s', async (_, args, message) => {
    expect(await faultsOf(args)).toMatch(message);
  });

  it('judges what a configuration says, on the bytes that it names', async () => {
    const example = readFileSync(join(root, 'action-templates/mortgage-approval/gatehouse.yml'), 'utf8');
    const dataset = (name: string, file: keyof typeof FILES): string =>
      `      ${name}: { path: ${file}, digest: "${sha256(FILES[file])}", roles: [batch] }\n`;
    const yaml = (file: keyof typeof FILES): string =>
      example
        .replace(/^ {4}data:\n/m, (line) => `${line}${dataset('batch', file)}${dataset('before', 'reference.csv')}`)
        .replace(/^ {4}gates:\n/m, (line) => `${line}      drift: { data: batch, reference: before, exclude: [id] }\n`);
    const folder = folderWith({ ...FILES, 'gatehouse.yml': yaml('same.csv') });
    const judged = await gate(folder, ['drift', '--config', 'gatehouse.yml', '--json']);
    writeFileSync(join(folder, 'copy.csv'), FILES['same.csv']);
    const look = (file: string): readonly string[] => ['--config', 'gatehouse.yml', '--data', file];
    const copied = await judgeHere(driftKind, folder, look('copy.csv'));
    const other = judgeHere(driftKind, folder, look('few.csv'));
    await expect(other).rejects.toThrow(/Fetch the bytes that the configuration names/);
    await expect(other).rejects.toMatchObject({ reasonCode: 'digest-mismatch' });
    writeFileSync(join(folder, 'same.csv'), FILES['moved.csv']);
    const changed = await gate(folder, ['drift', '--config', 'gatehouse.yml', '--json']);

    expect(decisionOf(judged)).toMatchObject({ outcome: 'pass', inputs: [{ name: 'data' }, { name: 'reference' }] });
    expect(copied).toEqual(decisionOf(judged));
    expect(changed).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('(digest-mismatch)') });
  });
});

describe('gatehouse profile', () => {
  it('is built, shown, and judged against', async () => {
    const folder = folderWith(FILES);
    const built = await profile(folder, ['build', '--data', 'reference.csv', '--exclude', 'id', '-o', 'p.json']);
    const text = await profile(folder, ['show', 'p.json']);
    const parsed = parseBaselineProfile(readFileSync(join(folder, 'p.json')));
    const args = ['--profile', 'p.json', '--data', 'moved.csv', '--critical', 'income'];

    expect(built).toMatchObject({ code: 0, stdout: '' });
    expect(parsed).toMatchObject({ rows: 1200, privacyFloor: 10 });
    expect(text.stdout).toMatch(/1200 rows in 1 part, 4 columns, no count below 10 rows/);
    expect(await judgeHere(driftKind, folder, args)).toMatchObject({
      outcome: 'fail',
      inputs: [{ name: 'data' }, { name: 'profile', rows: 1200 }],
    });
  });

  it('of parts is that of the whole', async () => {
    const [head = '', ...lines] = FILES['reference.csv'].trimEnd().split('\n');
    const part = (from: number, to: number): string => `${[head, ...lines.slice(from, to)].join('\n')}\n`;
    const folder = folderWith({ ...FILES, 'one.csv': part(0, 500), 'two.csv': part(500, 1200) });
    const digest = sha256(FILES['reference.csv']);
    const common = ['--part', '--dataset-digest', digest];
    await profile(folder, ['build', '--data', 'reference.csv', '--exclude', 'id', '--part', '--output', 'whole.json']);
    for (const name of ['one', 'two']) {
      const args = ['--edges-from', 'whole.json', '--output', `${name}.json`];
      expect(await profile(folder, ['build', '--data', `${name}.csv`, ...common, ...args])).toMatchObject({ code: 0 });
    }
    const merged = await profile(folder, ['merge', 'one.json', 'two.json', '--part', '--output', 'merged.json']);
    const [whole, both] = ['whole', 'merged'].map((name) =>
      parseBaselineProfile(readFileSync(join(folder, `${name}.json`))),
    );
    const counts = (of: typeof whole): unknown => Object(of?.columns['income']).equal;
    const args = ['--profile', 'one.json', '--data', 'same.csv', '--exclude', 'id'];
    const { notMeasured } = await judgeHere(driftKind, folder, args);

    expect(notMeasured.join()).toContain('the profile was written with --part');
    expect(merged.code).toBe(0);
    expect(both?.shards).toHaveLength(2);
    expect(both?.columns['town']).toEqual(whole?.columns['town']);
    expect(counts(both)).toEqual(counts(whole));
    expect(await profile(folder, ['merge', 'one.json', 'one.json', '--output', 'x.json'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('in both'),
    });
  });

  it.each([
    ['nothing', [], /word after "profile" is missing/],
    ['an unknown command', ['bild'], /Did you mean "build"\?/],
    ['a word that is nearly right', ['shwo', 'p.json'], /^gatehouse: "shwo" is no command\. Did you mean "show"\?\n/],
    [
      'a flag of another command',
      ['build', '--data', 'same.csv', '--output', 'p', '--json'],
      /--json: it is not known/,
    ],
    ['no output', ['build', '--data', 'same.csv'], /--output/],
    [
      'a floor of nothing',
      ['build', '--data', 'same.csv', '--output', 'p', '--privacy-floor', '0'],
      /whole number from 1/,
    ],
    [
      'a floor of a part',
      ['build', '--data', 'same.csv', '--output', 'p', '--part', '--privacy-floor', '5'],
      /beside --part/,
    ],
    ['one profile to merge', ['merge', 'p.json', '--output', 'q'], /Two profiles or more/],
    ['a file that is no profile', ['show', 'package.json'], /baseline profile/i],
    ['a file that is not there', ['show', 'none.json'], /none\.json/],
  ] as const)('refuses %s', async (_, args, message) => {
    const said: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    onTestFinished(() => spy.mockRestore());

    expect(await runProfile(args)).toBe(3);
    expect(said.join('')).toMatch(message);
  });
});
