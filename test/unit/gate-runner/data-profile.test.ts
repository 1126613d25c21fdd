import { type BaselineProfile, withPrivacyFloor } from '@gatehouse/core';
import { collectProfile } from '@gatehouse/gate-runner';
import { describe, expect, it } from 'vitest';
import { withTable } from '../tables/engine/fixture-tables.ts';
import { finding, judged, type RulesOfTest, told } from './judged-data.ts';

const AGAINST: RulesOfTest = { profile: {} };

async function profileOf(text: string, floor = 1): Promise<BaselineProfile> {
  const { profile } = await withTable(text, {}, (tables) => collectProfile({ tables, relation: { table: 't' } }, {}));
  return withPrivacyFloor(profile, floor);
}

function table(header: string, rows: number, line: (row: number) => string): string {
  return `${header}\n${Array.from({ length: rows }, (_, row) => `${line(row)}\n`).join('')}`;
}

/** 400 rows: a number with many values, one with few, a text, and one missing value in ten. */
const REFERENCE = table('x,few,g,m', 400, (row) => {
  return `${row / 10 + 1},${row % 3},${row % 2 === 0 ? 'a' : 'b'},${row % 10 === 0 ? '' : row + 50}`;
});

describe('data against a profile', () => {
  it('pass when they are the same', async () => {
    const decision = await judged(REFERENCE, AGAINST, { profile: await profileOf(REFERENCE) });

    expect(decision.findings.map(({ outcome }) => outcome)).toEqual(decision.findings.map(() => 'pass'));
    expect(decision.findings.map(({ measure }) => measure)).toEqual([
      'row-count',
      'profile-columns',
      'missing-rate-difference',
      'new-category-rate',
      'out-of-range-rate',
      'unit-jump',
    ]);
    expect(decision.outcome).toBe('pass');
  });

  it.each<[string, string, string, readonly unknown[]]>([
    [
      'a column is gone',
      table('x,few,g', 400, (row) => `${row / 10 + 1},${row % 3},${row % 2 === 0 ? 'a' : 'b'}`),
      'profile-columns',
      ['column-missing', 'm'],
    ],
    ['numbers became text', REFERENCE.replaceAll(/^(\d)/gm, 'v$1'), 'profile-columns', ['type-mismatch', 'x']],
    [
      'few numbers became text',
      REFERENCE.replaceAll(/,([012]),/g, ',v$1,'),
      'profile-columns',
      ['type-mismatch', 'few'],
    ],
    [
      'texts became numbers',
      REFERENCE.replaceAll(/,a,/g, ',1,').replaceAll(/,b,/g, ',2,'),
      'profile-columns',
      ['type-mismatch', 'g'],
    ],
    [
      'texts became yes and no',
      REFERENCE.replaceAll(/,a,/g, ',true,').replaceAll(/,b,/g, ',false,'),
      'profile-columns',
      ['type-mismatch', 'g'],
    ],
    [
      'far more values are missing',
      table('x,few,g,m', 400, (row) => `${row / 10 + 1},${row % 3},a,${row % 2 === 0 ? '' : row + 50}`),
      'missing-rate-difference',
      ['limit-exceeded', 'm'],
    ],
    [
      'far fewer values are missing',
      table('x,few,g,m', 400, (row) => `${row / 10 + 1},${row % 3},a,${row + 50}`),
      'missing-rate-difference',
      ['limit-exceeded', 'm'],
    ],
    [
      'a new text is in a tenth of the rows',
      table(
        'x,few,g,m',
        400,
        (row) => `${row / 10 + 1},${row % 3},${row % 10 === 0 ? 'new' : 'a'},${row % 10 === 0 ? '' : row + 50}`,
      ),
      'new-category-rate',
      ['limit-exceeded', 'g'],
    ],
    [
      'a new number is among the few',
      table('x,few,g,m', 400, (row) => `${row / 10 + 1},${row % 4},a,${row % 10 === 0 ? '' : row + 50}`),
      'new-category-rate',
      ['limit-exceeded', 'few'],
    ],
    [
      'a fifth of the values are out of range',
      table(
        'x,few,g,m',
        400,
        (row) => `${row % 5 === 0 ? -1 : row / 10 + 1},${row % 3},a,${row % 10 === 0 ? '' : row + 50}`,
      ),
      'out-of-range-rate',
      ['limit-exceeded', 'x'],
    ],
  ])('fail when %s', async (_, text, measure, [code, column]) => {
    const decision = await judged(text, AGAINST, { profile: await profileOf(REFERENCE) });

    expect(told(decision, measure)).toContainEqual(['fail', code, column]);
    expect(decision.outcome).toBe('fail');
  });

  it.each<[string, string, string, string]>([
    ['missing values', '', 'missing-rate-difference', 'm'],
    ['a new category', 'new', 'new-category-rate', 'g'],
  ])('are inconclusive when chance may explain %s', async (_, value, measure, column) => {
    // One row of ten is beyond the limit, and says nearly nothing.
    const text = table('x,few,g,m', 10, (row) => {
      const odd = row === 0;
      return `${row + 5},${row % 3},${odd && value !== '' ? value : 'a'},${odd && value === '' ? '' : row + 60}`;
    });
    const full = table(
      'x,few,g,m',
      400,
      (row) => `${row / 10 + 1},${row % 3},${row % 2 === 0 ? 'a' : 'b'},${row + 50}`,
    );
    const decision = await judged(text, AGAINST, { profile: await profileOf(full) });

    expect(told(decision, measure)).toContainEqual(['inconclusive', 'effect-without-evidence', column]);
    expect(decision.outcome).toBe('inconclusive');
  });

  it('are inconclusive where there is no value to compare', async () => {
    const profile = await profileOf('x,y\n1,a\n2,b\n');
    const decision = await judged('x,y\n1,\n2,\n', AGAINST, { profile });

    expect(told(decision, 'new-category-rate')).toContainEqual(['inconclusive', 'empty-group', 'y']);
  });

  it('take what a profile pooled for known: rows of it are no alarm', async () => {
    const rare = table('g', 400, (row) => (row < 200 ? 'a' : `rare-${row}`));
    const profile = await profileOf(rare, 20);
    const decision = await judged(rare, AGAINST, { profile });

    expect(profile.columns['g']).toMatchObject({ other: 200 });
    expect(finding(decision, 'new-category-rate').outcome).toBe('pass');
  });

  it.each([
    [1000, '1000'],
    [0.1, '1/10'],
    [2.54, '2.54'],
  ])('are noted when a median is %d times as large', async (factor, shown) => {
    const text = table(
      'x,few,g,m',
      400,
      (row) => `${(row / 10 + 1) * factor},${row % 3},a,${row % 10 === 0 ? '' : row + 50}`,
    );
    const rules = { profile: { 'out-of-range-rate': 1 } };
    const decision = await judged(text, rules, { profile: await profileOf(REFERENCE) });
    const jump = decision.findings.filter(({ reasonCode }) => reasonCode === 'unit-changed');

    expect(jump).toEqual([expect.objectContaining({ severity: 'warn', groups: ['x'] })]);
    expect(jump[0]?.message).toContain(`nearly ${shown}: look at the unit`);
    expect(
      (
        await judged(
          text,
          { profile: { 'out-of-range-rate': 1, 'unit-jumps': 'fail' } },
          { profile: await profileOf(REFERENCE) },
        )
      ).outcome,
    ).toBe('fail');
  });

  it('fail when the number of rows changed by more than the policy allows', async () => {
    const profile = await profileOf(REFERENCE);
    const short = `${REFERENCE.split('\n').slice(0, 201).join('\n')}\n`;
    const outcomes = [];
    for (const change of [0.5, 0.49]) {
      const decision = await judged(short, { profile: { 'row-count-change': change } }, { profile });
      outcomes.push(finding(decision, 'row-count-change').outcome);
    }

    expect(outcomes).toEqual(['pass', 'fail']);
  });
});

describe('rows in training and in evaluation', () => {
  it.each<[string, string, RulesOfTest, string, string]>([
    ['none', '3,c\n', { key: ['id'], overlap: {} }, 'pass', 'within-limit'],
    ['an id', '2,z\n', { key: ['id'], overlap: {} }, 'fail', 'training-rows-in-evaluation'],
    ['an id, which is allowed', '2,z\n', { key: ['id'], overlap: { limit: 0.5 } }, 'pass', 'within-limit'],
    [
      'a row under another id',
      '9,b\n',
      { key: ['id'], overlap: { rows: true } },
      'fail',
      'training-rows-in-evaluation',
    ],
    ['an id with another row', '2,z\n', { key: ['id'], overlap: { rows: true } }, 'pass', 'within-limit'],
  ])('%s', async (_, other, rules, outcome, code) => {
    const decision = await judged('id,g\n1,a\n2,b\n', rules, { other: `id,g\n${other}` });

    expect(told(decision, 'shared-rows')).toEqual([[outcome, code]]);
  });

  it('are found under two ids of one split', async () => {
    const split = { column: 'id', salt: 's', parts: 2, evaluation: [0] };
    const same = table('id,g,h', 40, (row) => `${row},${row % 2},x`);
    const different = table('id,g,h', 40, (row) => `${row},${row},x`);
    const rules = { key: ['id'], overlap: { rows: true } };

    expect(told(await judged(same, rules, { split }), 'shared-rows')).toEqual([
      ['fail', 'training-rows-in-evaluation'],
    ]);
    expect(told(await judged(different, rules, { split }), 'shared-rows')).toEqual([['pass', 'within-limit']]);
    expect(told(await judged('id\n1\n2\n3\n', rules, { split }), 'shared-rows')).toEqual([
      ['inconclusive', 'empty-group'],
    ]);
  });

  it('cannot be looked for by a key that is of another type there', async () => {
    const run = judged('id\n1\n', { key: ['id'], overlap: {} }, { other: '{"id":"1"}\n', otherFile: 'other.jsonl' });

    await expect(run).rejects.toMatchObject({ reasonCode: 'type-mismatch' });
  });
});
