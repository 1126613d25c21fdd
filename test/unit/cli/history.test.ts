import { rmSync } from 'node:fs';
import { copyPath, type LedgerLine, ledgerPath } from '@gatehouse/governance';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type HistoryQuestion,
  readHistory,
  type StageHistory,
} from '../../../packages/cli/src/history/read-history.ts';
import { openLedger } from '../../../packages/cli/src/ledger/evidence-ref.ts';
import { launcher, start } from './command.ts';
import { commitsOf, commitTo, EVIDENCE, git, makeClone } from './ledger-clone.ts';
import { MODEL, type Move, mainOf, movesOf, tag, tagAll } from './stage-clone.ts';

const MOVES: readonly Move[] = [
  { at: '2026-02-27T10:00:00Z', stage: 'staging', version: 'v1.0.0' },
  { at: '2026-02-28T23:30:00Z', stage: 'production', version: 'v1.0.0' },
  { at: '2026-03-01T09:00:00Z', stage: 'production', version: 'v1.1.0' },
  { at: '2026-03-01T15:00:00Z', stage: 'production', version: 'v1.0.0', move: 'rolled-back', reason: 'too strict' },
];

let clone: string;
let lines: readonly LedgerLine[];
beforeEach(() => {
  clone = makeClone();
  lines = movesOf(MOVES, mainOf(clone));
  commitTo(clone, EVIDENCE, commitsOf(lines));
  tagAll(clone, lines);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

async function ask(question: Partial<HistoryQuestion> = {}): Promise<StageHistory> {
  const branch = await openLedger(clone, undefined);
  return readHistory(branch, { model: undefined, stage: undefined, at: undefined, ...question });
}
const was = async (question: Partial<HistoryQuestion>): Promise<readonly string[]> =>
  (await ask(question)).intervals.map(({ stage }) => `${stage.stage} ${stage.version.split('@')[1]}`);
const history = (...args: readonly string[]) => start([launcher, 'history', '--repo', clone, ...args]).ended;

describe('what was in a stage', () => {
  it.each<[string, Partial<HistoryQuestion>, readonly string[]]>([
    ['in all', {}, ['staging v1.0.0', 'production v1.0.0', 'production v1.1.0', 'production v1.0.0']],
    ['the day before the first', { at: '2026-02-26' }, []],
    ['the day of the first', { at: '2026-02-27' }, ['staging v1.0.0']],
    ['half an hour of a day', { at: '2026-02-28', stage: 'production' }, ['production v1.0.0']],
    [
      'a day with two moves',
      { at: '2026-03-01', stage: 'production' },
      ['production v1.0.0', 'production v1.1.0', 'production v1.0.0'],
    ],
    ['the day after', { at: '2026-03-02', stage: 'production' }, ['production v1.0.0']],
    ['the instant before a move', { at: '2026-03-01T08:59', stage: 'production' }, ['production v1.0.0']],
    ['the instant of a move', { at: '2026-03-01T09:00', stage: 'production' }, ['production v1.1.0']],
    ['the instant of the next', { at: '2026-03-01T15:00:00.000Z', stage: 'production' }, ['production v1.0.0']],
    ['a stage that nothing was in', { stage: 'canary' }, []],
    ['another model', { model: 'fraud' }, []],
  ])('%s', async (_, question, expected) => {
    expect(await was(question)).toEqual(expected);
    expect((await ask(question)).findings).toEqual([]);
  });

  it('needs no network, no service and no token', async () => {
    const { code, stdout, stderr } = await history('--at', '2026-03-01T10:00', '--stage', 'production', '--json');

    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      at: '2026-03-01T10:00',
      assignments: [
        {
          model: MODEL,
          stage: 'production',
          version: `${MODEL}@v1.1.0`,
          from: '2026-03-01T09:00:00.000Z',
          until: '2026-03-01T15:00:00.000Z',
          how: 'promoted',
          by: { id: 11, login: 'release-manager' },
          tag: `${MODEL}#production#3`,
          replaces: `${MODEL}#production#2`,
          ledgerEntry: 3,
        },
      ],
      findings: [],
    });
  });

  it('is a table for people, with the incident of a rollback', async () => {
    const { code, stdout } = await history();

    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(6);
    expect(stdout).toMatch(
      /production {2}v1\.0\.0 {3}2026-03-01 15:00:00Z {2}now .* rolled-back .*too strict \(https:\/\/github\.com\/bank\/credit\/issues\/7\)/,
    );
  });
});

describe('tags that say something else', () => {
  it.each<[string, () => void, string]>([
    ['a forged one', () => tag(clone, `${MODEL}#production#9`, `x\n\nVersion: ${MODEL}@v1.1.0`), 'out-of-band'],
    ['a short one', () => tag(clone, `${MODEL}#production`, 'x'), 'out-of-band'],
    ['the end of an assignment', () => tag(clone, `${MODEL}#production!#9`, 'x'), 'out-of-band'],
    ['one of a model without a stage', () => tag(clone, 'fraud#production#1', 'x'), 'out-of-band'],
    ['a deleted one', () => git(clone, 'tag', '-d', `${MODEL}#production#4`), 'missing'],
    ['one without an object', () => tag(clone, `${MODEL}#production#4`, null), 'lightweight'],
    ['a moved one', () => tag(clone, `${MODEL}#production#4`, `x\n\nVersion: ${MODEL}@v1.0.0`, EVIDENCE), 'moved'],
    [
      'one of another version',
      () => tag(clone, `${MODEL}#production#4`, `x\n\nVersion: ${MODEL}@v1.1.0`),
      'other-version',
    ],
    [
      'one that borrows the object of another',
      () => git(clone, 'update-ref', `refs/tags/${MODEL}#production#4`, `refs/tags/${MODEL}#production#2`),
      'lightweight',
    ],
  ])('%s is told and not followed', async (_, change, code) => {
    change();

    const { intervals, findings } = await ask({ at: '2026-04-01' });

    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(intervals.map(({ stage }) => stage.version)).toEqual([`${MODEL}@v1.0.0`, `${MODEL}@v1.0.0`]);
  });

  it('makes the command end with 1, the answer above', async () => {
    tag(clone, `${MODEL}#production#9`, 'x');

    const { code, stdout } = await history('--at', '2026-04-01');

    expect(code).toBe(1);
    expect(stdout).toMatch(/ {2}now .*\n\nTags that say something else than the ledger:\nout-of-band: /);
  });

  it('a stage whose name tries to hide among others shows as it is', async () => {
    tag(clone, `${MODEL}#prod\u0443ction#9`, 'x');

    expect((await ask()).findings).toMatchObject([{ code: 'out-of-band', tag: `${MODEL}#prod\u0443ction#9` }]);
  });
});

describe('a ledger that was changed', () => {
  const newest = (): LedgerLine => {
    const line = lines.at(-1);
    if (line === undefined) throw new Error('no entry');
    return line;
  };
  const forged = (): LedgerLine => {
    const made = movesOf([...MOVES, { at: '2026-03-05T00:00:00Z', stage: 'production', version: 'v6.6.6' }]).at(-1);
    if (made === undefined) throw new Error('no entry');
    return made;
  };

  it.each<[string, () => ReadonlyMap<string, Uint8Array | null>]>([
    ['the newest copy is deleted', () => new Map([[copyPath({ pullRequest: null, model: MODEL }, 4), null]])],
    ['the newest entry is deleted', () => new Map([[ledgerPath(4), null]])],
    [
      'a copy without an entry is added',
      () => new Map([[copyPath({ pullRequest: null, model: MODEL }, 5), forged().bytes]]),
    ],
    ['an entry is added under a copy that has none', () => new Map([[ledgerPath(5), forged().bytes]])],
    [
      'a copy is replaced by an older one',
      () => new Map([[copyPath({ pullRequest: null, model: MODEL }, 4), lines[1]?.bytes ?? null]]),
    ],
  ])('gives no answer when %s', async (_, change) => {
    expect(newest().entry.seq).toBe(4);
    commitTo(clone, EVIDENCE, [{ message: 'x\n\nLedger-Seq: 4', files: change() }], git(clone, 'rev-parse', EVIDENCE));

    const { code, stdout, stderr } = await history('--json');

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('the ledger is broken, so it does not tell what was in a stage');
  });
});

describe('a question that cannot be asked', () => {
  it.each([
    ['--at', '2026-02-30'],
    ['--at', '2999-01-01'],
    ['--at', '2026-03-01T10:00+02:00'],
    ['--at', '2026-03-01', '--at', '2026-03-02'],
  ])('%s %s is wrong usage', async (...args) => {
    const { code, stderr } = await history(...args);

    expect(code).toBe(3);
    expect(stderr).toContain('Usage: gatehouse history');
  });

  it('about a model that the ledger does not know is not answered with an empty stage', async () => {
    const { code, stderr } = await history('--model', 'mortgage-aproval');

    expect(code).toBe(2);
    expect(stderr).toContain('the ledger tells of stages of mortgage-approval');
  });
});
