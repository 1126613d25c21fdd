import { rmSync } from 'node:fs';
import { commitMessage, type LedgerFact, ledgerPath } from '@gatehouse/governance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderEntries } from '../../../packages/cli/src/ledger/entry-table.ts';
import { openLedger } from '../../../packages/cli/src/ledger/evidence-ref.ts';
import { type LedgerFilter, readEntries } from '../../../packages/cli/src/ledger/show.ts';
import { terminalText } from '../../../packages/cli/src/ledger/terminal-text.ts';
import { chainOf, decisionFact, filesOf, following, publishedFact } from '../governance/ledger-chain.ts';
import { launcher, start } from './command.ts';
import { cloneWith, commitTo, EVIDENCE, git } from './ledger-clone.ts';

const hostile: LedgerFact = {
  ...decisionFact(4, 9),
  kind: 'refused',
  reasonCode: 'predictions-refused',
  people: [{ id: 1, login: 'eve', role: '\u001b[2Jowner\u202e\n1' }],
  facts: { incident: '\u001b]0;title\u0007' },
};
// One entry a minute, from midnight of 2026-01-01.
const lines = chainOf([decisionFact(0), decisionFact(1, 4), publishedFact(2), decisionFact(3), hostile]);
const NONE: LedgerFilter = {
  pull: undefined,
  model: undefined,
  kind: undefined,
  from: undefined,
  to: undefined,
  limit: undefined,
};

let clone: string;
beforeAll(() => {
  clone = cloneWith(lines);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

const read = async (filter: Partial<LedgerFilter> = {}): Promise<readonly (number | string)[]> => {
  const branch = await openLedger(clone, undefined);
  const entries = await readEntries(branch, { ...NONE, ...filter }, { at: () => undefined, done: () => undefined });
  return entries.map((entry) => ('line' in entry ? entry.line.entry.seq : entry.path));
};

describe('entries', () => {
  it.each<[string, Partial<LedgerFilter>, readonly number[]]>([
    ['all of them', {}, [1, 2, 3, 4, 5]],
    ['of a pull request', { pull: 3 }, [1, 4]],
    ['of a model', { model: 'mortgage-approval' }, [1, 2, 3, 4, 5]],
    ['of another model', { model: 'mortgage' }, []],
    ['of a kind', { kind: 'published' }, [3]],
    ['from a day', { from: '2026-01-01' }, [1, 2, 3, 4, 5]],
    ['from the day after', { from: '2026-01-02' }, []],
    ['from a minute', { from: '2026-01-01T00:03' }, [4, 5]],
    ['to a minute', { to: '2026-01-01T00:01' }, [1, 2]],
    ['to a day', { to: '2026-01-01' }, [1, 2, 3, 4, 5]],
    ['to the day before', { to: '2025-12-31' }, []],
    ['the newest', { limit: 2 }, [4, 5]],
    ['the newest that match', { limit: 1, pull: 3 }, [4]],
    ['more than there are', { limit: 100 }, [1, 2, 3, 4, 5]],
  ])('%s', async (_, filter, expected) => {
    expect(await read(filter)).toEqual(expected);
  });
});

describe('the table', () => {
  const shown = lines.map((line) => ({ path: ledgerPath(line.entry.seq), line }));

  it('says who, what came of it and about which model, newest last', () => {
    const rows = renderEntries(shown, { full: false }).trimEnd().split('\n');

    expect(rows).toHaveLength(6);
    expect(rows[1]).toMatch(
      /^1 +2026-01-01 00:00:00Z +decision +#3 aaaaaaa +mortgage-approval +trainer \(training\) +pass +[0-9a-f]{12}$/,
    );
    expect(rows[3]).toMatch(/^3 .* published +- +mortgage-approval +- +mortgage-approval@v1\.0\.2 +[0-9a-f]{12}$/);
  });

  it('shows every digest and fact on request', () => {
    const [first] = lines;
    const text = renderEntries(shown.slice(0, 1), { full: true });

    expect(text).toContain(`entry: ${first?.digest}`);
    expect(text).toContain(`signed by: ${first?.signature?.keyid}`);
    expect(text).toContain('training: trainer, user 5');
    expect(text).toContain('runId: 1');
    expect(text).toContain(`head: ${'a'.repeat(40)}`);
  });

  it('leaves nothing to a terminal to act on', () => {
    const text = renderEntries(shown, { full: true });

    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(text).toContain('\\u{1b}[2Jowner\\u{202e}\\u{a}1');
    expect(terminalText('größer 😀 \u2028')).toBe('größer 😀 \\u{2028}');
  });

  it('says so when nothing matches', () => {
    expect(renderEntries([], { full: false })).toBe('No entry matches.\n');
  });
});

describe('gatehouse ledger show', () => {
  const run = async (...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> =>
    start([launcher, 'ledger', 'show', '--repo', clone, ...args]).ended;

  it('prints the table, or a line of JSON for each entry', async () => {
    const table = await run('--kind', 'refused');
    const json = await run('--json', '--limit', '2');

    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toContain('predictions-refused');
    expect(table.stdout).toContain('Read, not verified');
    const parsed = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(parsed).toMatchObject([{ entry: { seq: 4 } }, { entry: { seq: 5 }, digest: lines[4]?.digest }]);
  });

  it.each<[string, string, string]>([
    ['--limit', '0', 'a whole number from 1'],
    ['--pull', 'x', 'a whole number from 1'],
    ['--kind', 'aproved', 'one of decision, ready, approved'],
    ['--from', 'yesterday', 'a day such as'],
    ['--to', '2026-02-31T99', 'a day such as'],
    ['--ful', 'x', "Unknown option '--ful'"],
  ])('refuses %s %s with its usage', async (option, value, words) => {
    const ended = await run(option, value);

    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).toContain('Usage: gatehouse ledger');
  });

  it('names a file that it cannot read, and fails', async () => {
    const broken = cloneWith(lines);
    const next = following(lines, publishedFact(5), null);
    const files = new Map([...filesOf([next]), [ledgerPath(2), Buffer.from('\u001b[2J')]]);
    commitTo(broken, EVIDENCE, [{ message: commitMessage([next.entry]), files }], git(broken, 'rev-parse', EVIDENCE));

    const ended = await start([launcher, 'ledger', 'show', '--repo', broken]).ended;
    rmSync(broken, { recursive: true, force: true });

    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain(`${ledgerPath(2)}: `);
    expect(ended.stdout).not.toContain('\u001b');
  });
});
