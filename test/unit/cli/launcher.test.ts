import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launcher, root, start, until } from './command.ts';

const REPORT = `const { execFileSync } = await import('node:child_process');
console.log(JSON.stringify({
  current: Number(process.versions.node.split('.')[0]) >= 24,
  args: process.argv.slice(2),
  child: execFileSync('node', ['-p', 'process.execPath'], { encoding: 'utf8' }).trim() === process.execPath,
  direct: process.env.NO_PROXY ?? null,
}));
`;
const withNode = join(root, '.github', 'scripts', 'with-node.mjs');

let folder: string;
let old: readonly string[];
let script: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-launcher-'));
  // Says that it is Node 20; the packages that bring a newer one are real.
  const claim = join(folder, 'old.mjs');
  writeFileSync(
    claim,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });\n`,
  );
  old = ['--import', `file://${claim}`];
  script = join(folder, 'report.mjs');
  writeFileSync(script, REPORT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { stdout, stderr, code } = await start(args, { env: { PATH: '/usr/bin:/bin', ...env } }).ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('the launcher', () => {
  it.each([
    ['a new Node', (): readonly string[] => []],
    ['an old Node', (): readonly string[] => old],
  ])('on %s runs the script with a new one, which is also the `node` of its children', async (_, claim) => {
    const found = await report([...claim(), withNode, script, 'one', '--two']);

    expect(found).toEqual({ current: true, args: ['one', '--two'], child: true, direct: null });
  });

  it.each([
    ['none', {}, null],
    ['a proxy', { HTTP_PROXY: 'http://127.0.0.1:9' }, '127.0.0.1,localhost,.localhost'],
    [
      'a proxy and an exception',
      { https_proxy: 'http://p:9', NO_PROXY: 'a.example' },
      'a.example,127.0.0.1,localhost,.localhost',
    ],
    ['a proxy and an exception for all', { http_proxy: 'http://p:9', NO_PROXY: '*' }, '*'],
  ])('with %s in the environment keeps this machine off it', async (_, env, direct) => {
    expect(await report([withNode, script], env)).toMatchObject({ direct });
  });

  it('runs the command of an installed package', async () => {
    const { stdout, code } = await start([...old, withNode, 'vitest', '--version']).ended;

    expect(stdout).toMatch(/^vitest\/\d+.* node-v2[4-9]/);
    expect(code).toBe(0);
  });

  it('passes the exit code and the signals on', async () => {
    const waiting = join(folder, 'wait.mjs');
    writeFileSync(
      waiting,
      `process.on('SIGTERM', () => process.exit(7)); console.log('ready'); setInterval(() => {}, 1000);`,
    );
    const started = start([...old, withNode, waiting]);
    await until('the script runs', () => started.stdout().includes('ready'));
    started.child.kill('SIGTERM');

    expect((await started.ended).code).toBe(7);
  });

  it('gives the exit code of a shell for a script that a signal ended', async () => {
    const dying = join(folder, 'die.mjs');
    writeFileSync(dying, `process.kill(process.pid, 'SIGKILL');`);

    expect((await start([...old, withNode, dying]).ended).code).toBe(137);
  });

  it('says in one message what is missing when no new Node is installed', async () => {
    const bare = join(folder, 'bare', 'packages', 'cli', 'bin');
    mkdirSync(bare, { recursive: true });
    cpSync(dirname(launcher), bare, { recursive: true });
    const { code, stdout, stderr } = await start([...old, join(bare, 'gatehouse.mjs'), 'demo']).ended;

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^Gatehouse needs Node 24 or newer; found v20\.20\.2 at .+ Allowed: .+ Run "npm ci".+\n$/);
  });
});
