import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launcher, root, start } from './command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it.each([[['help']], [['--help']], [['-h']], [['demo', '--help']], [['demo', '-h']]])(
    'explains itself for %j',
    async (args) => {
      const { code, stdout, stderr } = await start([launcher, ...args]).ended;

      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: gatehouse <command>/);
      expect(stdout).toContain('npm run --silent demo -- --json');
    },
  );

  it.each([
    [[], 'Usage: '],
    [['serve'], 'gatehouse: "serve" is not a command.\n'],
    [['demo', '--jsn'], "gatehouse: Unknown option '--jsn'"],
    [['demo', 'extra'], 'gatehouse: Unexpected argument'],
    [['demo', '--keep', '--keep'], "gatehouse: Option '--keep' is given twice. It may be given once.\n"],
    [['dmeo'], 'gatehouse: "dmeo" is not a command. Did you mean "demo"?\n'],
  ])('refuses %j with the usage and exit code 3', async (args, message) => {
    const { code, stdout, stderr } = await start([launcher, ...args]).ended;

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).toContain('Usage: gatehouse <command>');
  });
});

describe('gatehouse --version', () => {
  it('is that of the package', async () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));

    const { code, stdout, stderr } = await start([launcher, '--version']).ended;

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(manifest).toMatchObject({ version: stdout.trimEnd() });
  });
});

describe('gatehouse ledger', () => {
  it.each([
    ['verify', '--against'],
    ['show', '--limit'],
    ['show', '--repo'],
  ])('%s refuses two %s, of which the last would win', async (command, option) => {
    const { code, stdout, stderr } = await start([launcher, 'ledger', command, option, '1', option, '2']).ended;

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^gatehouse: Option '${option}' is given twice. It may be given once\\.\\n`));
  });
});

describe('a folder that the demo cannot write to', () => {
  it('gets one message with the reason and what to do', async () => {
    writeFileSync(join(folder, '.gatehouse'), '');
    const { code, stdout, stderr } = await start([launcher, 'demo'], { cwd: folder }).ended;

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^gatehouse: .+: it cannot be written \(ENOTDIR\)\. .+ Start it in a folder .+\n$/);
  });

  it.runIf(process.platform === 'linux')('ends also where folders cannot be made at all', async () => {
    const { code, stderr } = await start([launcher, 'demo'], { cwd: '/proc' }).ended;

    expect(code).toBe(1);
    expect(stderr).toMatch(/^gatehouse: \/proc\/\.gatehouse\/demo: it cannot be written \(ENOENT\)\./);
  });
});
