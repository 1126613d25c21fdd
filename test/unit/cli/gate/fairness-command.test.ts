import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionOf, folderWith, gate, TABLE } from './gatehouse-gate.ts';

const LOOK = ['fairness', '--data', 'p.csv', '--label', 'y', '--prediction', 'yhat', '--sensitive', 'group'];

describe('gatehouse gate fairness', () => {
  it.each([
    ['pass', 0, 0.3],
    ['fail', 1, 0.1],
    ['inconclusive', 2, 0.2],
  ])('ends with %s and exit code %d', async (outcome, code, limit) => {
    const args = [...LOOK, '--limit', `selection-rate-difference=${limit}`, '--json'];

    const ended = await gate(folderWith({ 'p.csv': TABLE }), args);

    expect(ended).toMatchObject({ code, stderr: '' });
    const decision = decisionOf(ended);
    expect(decision).toMatchObject({ gate: 'fairness', outcome, subject: null, policyDigest: null });
    expect(decision.findings[0]).toMatchObject({ measure: 'selection-rate-difference', outcome, value: 0.2, limit });
    expect(decision.inputs).toEqual([{ name: 'data', digest: expect.stringMatching(/^sha256:/), rows: 1000 }]);
  });

  it('judges nothing without a limit, and prints every measure', async () => {
    const ended = await gate(folderWith({ 'p.csv': TABLE }), [...LOOK, '--json']);

    expect(ended.code).toBe(2);
    const { findings, measures } = decisionOf(ended);
    expect(findings).toEqual([]);
    expect(measures).toMatchObject({
      groups: { a: { n: 500, tp: 150, fp: 50, fn: 100, tn: 200, 'selection-rate': 0.4, tpr: 0.6, fpr: 0.2 } },
      aggregates: {
        'demographic-parity-difference': { value: 0.2 },
        'equalized-odds-difference': { value: 0.2 },
      },
    });
  });

  it('shows the outcome first, the interval against the limit, and what it would take to tell', async () => {
    const args = [...LOOK, '--limit', 'selection-rate-difference=0.22'];

    const { stdout } = await gate(folderWith({ 'p.csv': TABLE }), args, { env: { COLUMNS: '80' } });

    const lines = stdout.split('\n');
    expect(lines[0]).toBe('fairness gate: inconclusive');
    expect(lines[1]).toBe('? selection-rate-difference  b / a  (interval-spans-limit)');
    expect(lines[3]?.trim()).toBe('newcombe, simultaneous');
    expect(lines[4]).toMatch(/^ {4}0\.\d+ ·+├─*[●╫]─*.*┤·+ 0\.\d+$/);
    expect(lines[5]).toMatch(/^ {4}to tell needs about \d+ rows in each group; there are 500 \/ 500$/);
    expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toMatch(/[^\P{C}\n]|\bfair\b|unbiased|\bsafe\b/u);
  });

  it('ends with 3, no decision and a reason code where the table is broken', async () => {
    const ended = await gate(folderWith({ 'p.csv': '' }), [...LOOK, '--json']);

    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(/^gatehouse: "p\.csv": 0 bytes\. .* \(file-empty\)\n$/);
  });

  it('tells all wrong flags at once', async () => {
    const { code, stderr } = await gate(folderWith({}), ['fairness', '--dta', 'p.csv', '--confidence', '0,9']);

    expect(code).toBe(3);
    expect(stderr.match(/^gatehouse: --[a-z]+/gm)).toEqual([
      'gatehouse: --dta',
      'gatehouse: --data',
      'gatehouse: --prediction',
      'gatehouse: --sensitive',
      'gatehouse: --confidence',
    ]);
  });

  it('reads a file of another folder, and no link out of that folder', async () => {
    const folder = folderWith({});
    for (const name of ['here', 'data', 'other']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'data', 'p.csv'), TABLE);
    writeFileSync(join(folder, 'other', 'p.csv'), TABLE);
    symlinkSync('../other/p.csv', join(folder, 'data', 'link.csv'));
    const look = (file: string): readonly string[] => LOOK.map((arg) => (arg === 'p.csv' ? file : arg));

    const [file, link] = await Promise.all(
      ['../data/p.csv', '../data/link.csv'].map((path) => gate(join(folder, 'here'), look(path))),
    );

    expect(file?.code).toBe(2);
    expect(link).toMatchObject({ code: 3, stderr: expect.stringContaining('file-outside-workspace') });
  });

  it('says what to do where no copy can be made', async () => {
    const { code, stderr } = await gate(folderWith({ 'p.csv': TABLE }), LOOK, { env: { TMPDIR: '/nowhere' } });

    expect(code).toBe(3);
    expect(stderr).toMatch(/^gatehouse: The temporary folder \/nowhere: ENOENT.* Name another one in TMPDIR\.\n/);
  });

  it('leaves no copy of the data behind', async () => {
    const temp = folderWith({});
    await gate(folderWith({ 'p.csv': TABLE }), LOOK, { env: { TMPDIR: temp } });

    expect(tmpdir()).not.toBe(temp);
    expect(readdirSync(temp)).toEqual([]);
  });
});

describe('gatehouse gate', () => {
  it.each([[['--help']], [['help']]])('explains itself for %j', async (args) => {
    const { code, stdout, stderr } = await gate(folderWith({}), args);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: gatehouse gate <kind> \[flags\]/);
    expect(stdout).toContain('Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 error or wrong usage.');
  });

  it('lists the flags of a kind, those of the configuration among them', async () => {
    const { code, stdout } = await gate(folderWith({}), ['fairness', '--help']);

    expect(code).toBe(0);
    for (const flag of [
      '--limit MEASURE=NUMBER',
      '--minimum-group-size NUMBER',
      '--reference none|overall',
      '--json',
    ]) {
      expect(stdout).toContain(flag);
    }
  });

  it.each([
    [[], 'gatehouse: The word after "gate" is missing.'],
    [['fairnes'], 'gatehouse: "fairnes" is no gate. Did you mean "fairness"?'],
  ])('refuses %j with the usage', async (args, message) => {
    const { code, stdout, stderr } = await gate(folderWith({}), args);

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: gatehouse gate <kind>');
  });
});
