import { ActionError, ConfigError, formatFault } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { fairnessKind } from '../../../../packages/cli/src/gate/kinds/fairness.ts';
import { folderWith, judgeHere, shown, TABLE } from './gatehouse-gate.ts';

const LOOK = ['--data', 'p.csv', '--label', 'y', '--prediction', 'yhat', '--sensitive', 'group'];

/** Faults, or the reason code and the fault, of a look that must not end with a decision. */
async function refusalOf(files: Readonly<Record<string, string>>, args: readonly string[]): Promise<string> {
  try {
    return JSON.stringify(await judgeHere(fairnessKind, folderWith(files), args));
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault).join('\n');
    if (error instanceof ActionError) return `${error.reasonCode}: ${error.message}`;
    throw error;
  }
}

describe('a quick look at fairness', () => {
  it('takes words for labels when it is told which is positive', async () => {
    const words = TABLE.replaceAll(/,([01])/g, (_, digit) => (digit === '1' ? ',yes' : ',no'));
    const limits = ['--limit', 'disparate-impact=0.5'];

    const digits = await judgeHere(fairnessKind, folderWith({ 'p.csv': TABLE }), [
      ...LOOK,
      ...limits,
      '--favorable',
      '1',
    ]);
    const same = await judgeHere(fairnessKind, folderWith({ 'p.csv': words }), [
      ...LOOK,
      ...limits,
      ...['--positive', 'yes', '--favorable', 'yes'],
    ]);

    expect(digits).toMatchObject({
      outcome: 'pass',
      findings: [{ measure: 'disparate-impact', value: expect.closeTo(2 / 3, 10) }],
    });
    const inWords = (label: string) => ({ selected: `predicted "${label}"`, favorable: `predicted "${label}"` });
    expect({ ...same, inputs: [] }).toEqual({
      ...digits,
      inputs: [],
      measures: { ...digits.measures, selection: inWords('yes') },
    });
    expect(digits.measures['selection']).toEqual(inWords('1'));
  });

  it('takes the other value for favourable where that is said', async () => {
    const limits = ['--limit', 'disparate-impact=0.5', '--favorable', '0'];

    const { findings } = await judgeHere(fairnessKind, folderWith({ 'p.csv': TABLE }), [...LOOK, ...limits]);

    expect(findings[0]?.groups).toEqual(['b', 'a']);
    expect(findings[0]?.message).toContain('ratio of rate of the negative prediction of group b to group a');
  });

  it('mirrors the configuration', async () => {
    const flags = ['--minimum-group-size', '600', '--limit', 'selection-rate-difference=0.9', '--confidence', '0.9'];

    const { outcome, findings } = await judgeHere(fairnessKind, folderWith({ 'p.csv': TABLE }), [...LOOK, ...flags]);

    expect(outcome).toBe('inconclusive');
    expect(findings.map(({ reasonCode, limit }) => [reasonCode, limit])).toEqual([
      ['insufficient-n', 600],
      ['insufficient-n', 600],
      ['low-coverage', 0.9],
    ]);
  });

  it.each([
    ['regression', [], 'mean-residual-difference'],
    ['multiclass-classification', ['--favorable', '1'], 'demographic-parity-difference'],
  ])('takes the task %s', async (task, more, measure) => {
    const look = [...LOOK, '--task', task, ...more];

    const { measures } = await judgeHere(fairnessKind, folderWith({ 'p.csv': TABLE }), look);

    expect(measures['aggregates']).toHaveProperty(measure);
  });

  it.each([
    ['classes without the good ones', ['--task', 'multiclass-classification'], '--favorable: got nothing'],
    [
      'a good value of a regression',
      ['--task', 'regression', '--favorable', '1'],
      '--favorable: it is given for the task',
    ],
    ['two good values of two', ['--favorable', '0', '--favorable', '1'], '--favorable: it is given twice'],
    [
      'a measure of another task',
      ['--task', 'regression', '--limit', 'selection-rate-difference=0.1'],
      '--limit selection-rate-d',
    ],
  ])('makes no decision of %s', async (_, args, message) => {
    expect(await refusalOf({ 'p.csv': TABLE }, [...LOOK, ...args])).toContain(message);
  });

  it('compares selection alone where nothing says what was true', async () => {
    const look = LOOK.filter((arg) => !['--label', 'y'].includes(arg));

    const { measures, notMeasured } = await judgeHere(fairnessKind, folderWith({ 'p.csv': TABLE }), look);

    expect(measures['groups']).toMatchObject({ a: { n: 500, 'selection-rate': 0.4 } });
    expect(JSON.stringify(measures)).not.toContain('"tpr"');
    expect(notMeasured.join()).toContain('what was true');
    expect(await refusalOf({ 'p.csv': TABLE }, [...look, '--limit', 'accuracy-difference=0.1'])).not.toMatch(/^\{/);
  });

  it('compares with the group that is named', async () => {
    const three = `${TABLE}${TABLE.split('\n').slice(1).join('\n').replaceAll(/^a,/gm, 'c,')}`;
    const flags = ['--reference-group', 'group=a', '--limit', 'selection-rate-difference=0.1'];

    const { findings } = await judgeHere(fairnessKind, folderWith({ 'p.csv': three }), [...LOOK, ...flags]);

    expect(findings.every(({ groups }) => groups?.includes('a'))).toBe(true);
  });

  it.each([
    ['a label of three values', { 'p.csv': `${TABLE}a,2,1\n` }, [], '"0", "1", "2"'],
    ['words without a positive one', { 'p.csv': 'group,y,yhat\na,yes,no\n' }, [], '--positive: got nothing'],
    ['a favourable value that is neither', { 'p.csv': TABLE }, ['--favorable', 'good'], '--favorable: got "good"'],
    ['a positive value that is neither', { 'p.csv': TABLE }, ['--positive', 'yes'], '--positive: got "yes"'],
    ['one value for both', { 'p.csv': TABLE }, ['--positive', '1', '--negative', '1'], '--negative: got "1"'],
    ['a column that is not there', { 'p.csv': TABLE }, ['--control', 'grup'], 'column-missing'],
    [
      'a measure that is not there',
      { 'p.csv': TABLE },
      ['--limit', 'fairness=1'],
      '--limit fairness: there is no "fairness"',
    ],
    [
      'a limit that is no number',
      { 'p.csv': TABLE },
      ['--limit', 'accuracy-difference=a'],
      '--limit accuracy-difference: got',
    ],
    [
      'a limit out of range',
      { 'p.csv': TABLE },
      ['--limit', 'accuracy-difference=7'],
      '--limit accuracy-difference: got 7',
    ],
    [
      'two limits of one measure',
      { 'p.csv': TABLE },
      ['--limit', 'accuracy-difference=0.1', '--limit', 'accuracy-difference=0.9'],
      '--limit accuracy-difference: it is given twice',
    ],
    ['a file that is not there', {}, [], 'file-missing'],
    ['a group name that is reserved', { 'p.csv': `${TABLE}__missing__,1,1\n` }, [], 'reserved value "__missing__"'],
    ['a label that is missing', { 'p.csv': `${TABLE}a,,1\n` }, [], 'a missing value'],
  ])('makes no decision of %s', async (_, files, args, message) => {
    expect(await refusalOf(files, [...LOOK, ...args])).toContain(message);
  });

  it('shows the names of groups as what they are', async () => {
    const folder = folderWith({ 'p.csv': TABLE.replaceAll(/^a,/gm, 'a\u001b[2J\u202e,') });

    const text = shown(await judgeHere(fairnessKind, folder, [...LOOK, '--limit', 'selection-rate-difference=0.1']));

    expect(text).toContain('a⟨U+001B⟩[2J⟨U+202E⟩');
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });
});
