import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dataKind } from '../../../../packages/cli/src/gate/kinds/data.ts';
import { driftKind } from '../../../../packages/cli/src/gate/kinds/drift.ts';
import { fairnessKind } from '../../../../packages/cli/src/gate/kinds/fairness.ts';
import { performanceKind } from '../../../../packages/cli/src/gate/kinds/performance.ts';
import { folderWith, gate, judgeHere, refusalHere } from './gatehouse-gate.ts';

const ROWS = Array.from({ length: 200 }, (_, row) => {
  const [y, a, b] = [row % 2, row % 5 === 0 ? 1 - (row % 2) : row % 2, row % 7 === 0 ? 1 - (row % 2) : row % 2];
  return [row, y, a, b, ((row * 37) % 199) / 200 + 0.001, row % 3 === 0 ? 'x' : 'y', row % 4].join(',');
});
const TABLE = `${['id,y,a,b,score,group,dept', ...ROWS].join('\n')}\n`;
const FILES = { 'p.csv': TABLE, 'q.csv': TABLE.replace('\n0,0', '\n0,1') };

const PERFORMANCE = ['--data', 'p.csv', '--label', 'y', '--challenger', 'a', '--metric', 'accuracy', '--floor', '0.1'];
const AGAINST = [...PERFORMANCE, '--margin', '0.01', '--champion'];
const FAIRNESS = ['--data', 'p.csv', '--label', 'y', '--prediction', 'a', '--sensitive', 'group'];
const COPIES = 'whether rows are copies of others, which a column of ids shows (--id)';

/** A call with other values for some of its flags. */
function but(args: readonly string[], changes: Readonly<Record<string, string>>): readonly string[] {
  return args.map((arg, at) => changes[args[at - 1] ?? ''] ?? arg);
}

describe('one column for two meanings', () => {
  it.each([
    ['the label as prediction', performanceKind, but(PERFORMANCE, { '--challenger': 'y' }), '--challenger', '--label'],
    ['the label as champion', performanceKind, [...AGAINST, 'y'], '--champion', '--label'],
    ['one column for both models', performanceKind, [...AGAINST, 'a'], '--champion', '--challenger'],
    [
      'the label as score',
      performanceKind,
      [...PERFORMANCE, '--challenger-score', 'y'],
      '--challenger-score',
      '--label',
    ],
    ['the label as weight', performanceKind, [...PERFORMANCE, '--weight', 'y'], '--weight', '--label'],
    ['the label as prediction', fairnessKind, but(FAIRNESS, { '--prediction': 'y' }), '--prediction', '--label'],
    ['the label as group', fairnessKind, but(FAIRNESS, { '--sensitive': 'y' }), '--sensitive', '--label'],
    ['groups as their own strata', fairnessKind, [...FAIRNESS, '--control', 'group'], '--control', '--sensitive'],
  ])('is refused: %s (%o)', async (_, kind, args, flag, other) => {
    const refusal = await refusalHere(kind, folderWith(FILES), args);

    expect(refusal).toMatch(new RegExp(`^${flag}: got "[a-z]+", the column of ${other}\\. A column that no other`));
    expect(refusal.split('\n')).toHaveLength(1);
  });

  it('is not refused where it is a question: strata of those with one label', async () => {
    const { measures } = await judgeHere(fairnessKind, folderWith(FILES), [...FAIRNESS, '--control', 'y']);

    expect(measures).toHaveProperty('groups');
  });
});

describe('one file for two meanings', () => {
  it.each([
    ['drift of a file from itself', driftKind, ['--reference', 'p.csv', '--data', './p.csv'], '--data'],
    [
      'drift of two files, of which one is the reference',
      driftKind,
      ['--reference', 'p.csv', '--data', 'q.csv', '--data', 'x/../p.csv'],
      '--data',
    ],
    ['rows shared with itself', dataKind, ['--data', 'p.csv', '--key', 'id', '--other', './p.csv'], '--other'],
    ['a file that is named twice', dataKind, ['--data', 'p.csv', '--data', './p.csv'], '--data'],
    ['a file that is named twice', performanceKind, [...PERFORMANCE, '--data', './p.csv'], '--data'],
    [
      'the champion',
      fairnessKind,
      ['--config', 'g.yml', '--predictions', 'p.csv', '--champion-predictions', './p.csv'],
      '--champion-predictions',
    ],
  ])('is refused: %s', async (_, kind, args, flag) => {
    expect(await refusalHere(kind, folderWith(FILES), args)).toMatch(new RegExp(`^${flag}: got "[^"]+", (the|a) file`));
  });
});

describe('rows that are copies', () => {
  it('are refused in files with the same bytes, of which a glob takes in both', async () => {
    const folder = folderWith(FILES);
    mkdirSync(join(folder, 'parts'));
    for (const name of ['one.csv', 'two.csv']) copyFileSync(join(folder, 'p.csv'), join(folder, 'parts', name));

    const ended = await gate(folder, ['performance', ...but(PERFORMANCE, { '--data': 'parts/*.csv' }), '--json']);

    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toContain('"parts/two.csv": the same bytes as "parts/one.csv".');
    expect(ended.stderr).toContain('(rows-duplicated)');
  });

  it.each([
    [performanceKind, PERFORMANCE],
    [fairnessKind, FAIRNESS],
  ])('are refused by their ids, and without ids they are said to be unseen (%o)', async (kind, args) => {
    const twice = { 'p.csv': `${TABLE}${ROWS.slice(0, 3).join('\n')}\n` };

    const [without, once] = [
      await judgeHere(kind, folderWith(twice), args),
      await judgeHere(kind, folderWith(FILES), [...args, '--id', 'id']),
    ];

    expect(await refusalHere(kind, folderWith(twice), [...args, '--id', 'id'])).toMatch(/^ids-duplicated: /);
    expect([without.notMeasured.includes(COPIES), once.notMeasured.includes(COPIES)]).toEqual([true, false]);
  });
});

describe('several columns in one flag', () => {
  it.each([
    ['CSV', 'p.csv', TABLE],
    ['JSON Lines', 'p.jsonl', '{"y":1,"a":1,"group":"x","dept":1}\n{"y":0,"a":0,"group":"y","dept":2}\n'],
  ])('are told how to be given, of %s', async (_, file, text) => {
    const args = but(FAIRNESS, { '--sensitive': 'group,dept', '--data': file });

    const refusal = await refusalHere(fairnessKind, folderWith({ [file]: text }), args);

    expect(refusal).toContain('For several columns write --sensitive group --sensitive dept.');
  });
});

describe('a name that is like none', () => {
  it.each([
    ['ten columns are named', 10, '"c8", "c9"'],
    ['of more the rest is counted', 13, '"c8", "c9" and 3 more'],
  ])('is answered with those there are: %s', async (_, count, words) => {
    const names = Array.from({ length: count }, (_, at) => `c${at}`);
    const table = { 'p.csv': `${names.join(',')}\n${names.map(() => '1').join(',')}\n` };
    const args = ['--data', 'p.csv', '--prediction', 'approved', '--sensitive', 'c0'];

    expect(await refusalHere(fairnessKind, folderWith(table), args)).toContain(
      `Allowed: one of its ${count} columns: "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", ${words}. Correct`,
    );
  });
});

describe('a name that is nearly right', () => {
  it.each([
    [
      'a column of CSV',
      fairnessKind,
      but(FAIRNESS, { '--sensitive': 'gruop' }),
      '--sensitive: no column "gruop"',
      '"group"',
    ],
    ['a column of numbers', fairnessKind, [...FAIRNESS, '--score', 'scroe'], '--score: got "scroe"', '"score"'],
    [
      'a compared column',
      driftKind,
      ['--reference', 'q.csv', '--data', 'p.csv', '--columns', 'y,gruop'],
      '--columns: got "gruop"',
      '"group"',
    ],
    [
      'an excluded column',
      driftKind,
      ['--reference', 'q.csv', '--data', 'p.csv', '--exclude', 'gruop'],
      '--exclude: got "gruop"',
      '"group"',
    ],
    [
      'a metric',
      performanceKind,
      but(PERFORMANCE, { '--metric': 'acuracy' }),
      '--metric acuracy: there is no "acuracy"',
      '"accuracy"',
    ],
    [
      'a measure',
      fairnessKind,
      [...FAIRNESS, '--limit', 'acuracy-difference=0.1'],
      '--limit acuracy-difference: there is no',
      '"accuracy-difference"',
    ],
    ['a task', performanceKind, [...PERFORMANCE, '--task', 'regresion'], '--task: got "regresion"', '"regression"'],
    ['a flag', performanceKind, [...PERFORMANCE, '--slcie', 'group'], '--slcie: it is not known', '--slice'],
    ['a format', dataKind, ['--data', 'p.csv', '--format', 'parket'], '--format: got "parket"', '"parquet"'],
  ])('is suggested: %s', async (_, kind, args, message, name) => {
    const refusal = await refusalHere(kind, folderWith(FILES), args);

    expect(refusal.replace('column-missing: ', '').startsWith(message)).toBe(true);
    expect(refusal).toContain(`Did you mean ${name}?`);
    // One mistake is one message, and no list of forty names hides the one that was meant.
    expect(refusal.split('\n')).toHaveLength(1);
    expect(refusal.length).toBeLessThan(250);
  });
});

describe('a quick look', () => {
  it.each([
    [
      'scores in place of decisions',
      performanceKind,
      but(PERFORMANCE, { '--challenger': 'score' }),
      'column "score": 199 values, numbers from 0 to 1, as scores are.',
    ],
    [
      'scores in place of decisions',
      fairnessKind,
      but(FAIRNESS, { '--prediction': 'score' }),
      'Name the column of decisions, and scores with --score',
    ],
    [
      'numbers in place of classes',
      performanceKind,
      [...but(PERFORMANCE, { '--challenger': 'score' }), '--task', 'multiclass-classification'],
      'column "score": 199 values',
    ],
    [
      'strata that are not named',
      fairnessKind,
      [...FAIRNESS, '--limit', 'conditional-demographic-disparity=0.1', '--favorable', '1'],
      '--limit conditional-demographic-disparity: no control column with a value. Allowed: control columns with at most 400 groups within their strata. Name the columns with --control.',
    ],
    [
      'scores that are not named',
      fairnessKind,
      [...FAIRNESS, '--limit', 'auc-difference=0.1'],
      'Name it with --score.',
    ],
    [
      'labels that are not named',
      fairnessKind,
      ['--data', 'p.csv', '--prediction', 'a', '--sensitive', 'group', '--limit', 'true-positive-rate-difference=0.1'],
      '--limit true-positive-rate-difference: a limit, and no column of labels.',
    ],
    ['a name that says no format', dataKind, ['--data', 'p.xlsx'], 'on the command line --format says it too'],
    [
      'Parquet that is packed',
      dataKind,
      ['--data', 'p.parquet.gz'],
      'file-unreadable: "p.parquet.gz": a Parquet file inside gzip. Parquet as it is',
    ],
  ])('names the flag, and no file that a person does not have: %s', async (_, kind, args, message) => {
    const folder = folderWith({ ...FILES, 'p.xlsx': TABLE, 'p.parquet.gz': gzipSync(TABLE) });

    const refusal = await refusalHere(kind, folder, args);

    expect(refusal).toContain(message);
    expect(refusal).not.toMatch(/gatehouse\.yml|gates\.|"columns/);
  });

  it.each([
    [performanceKind, PERFORMANCE],
    [fairnessKind, FAIRNESS],
    [dataKind, ['--data', 'p.csv']],
    [driftKind, ['--data', 'p.csv', '--reference', 'r.data']],
  ])('reads a file whose name says nothing as it is told (%o)', async (kind, args) => {
    const folder = folderWith({ 'p.data': TABLE, 'r.data': FILES['q.csv'], ...FILES });
    const look = [...args, '--format', 'csv'];

    const { inputs, outcome } = await judgeHere(kind, folder, but(look, { '--data': 'p.data' }));

    expect(outcome).not.toBe('fail');
    expect(inputs).toContainEqual(expect.objectContaining({ name: 'data', rows: 200 }));
  });
});
