/** What code of a pull request can reach of the job that runs it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ActionError, type SandboxJob } from '@gatehouse/core';
import { createLocalSandbox } from '@gatehouse/training';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findIsolation, type Isolation, shortfallOf, waysOf } from '../../../packages/training/src/isolation.ts';
import { readableFolders } from '../../../packages/training/src/isolation-folders.ts';

const TOKEN = 'ghs_thisIsTheTokenOfTheJob';
const repository = resolve(import.meta.dirname, '..', '..', '..');
let root = '';
let lines: string[] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((socket) => socket.end('reached'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => server.close());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'isolation-'));
  lines = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const sandbox = (env: Readonly<Record<string, string | undefined>> = process.env) =>
  createLocalSandbox({ temp: root, env, onLine: (line) => lines.push(line) });

function job(source: string, changes: Partial<SandboxJob> = {}): SandboxJob {
  return {
    command: [process.execPath, '-e', `const fs = require('fs'); ${source}`],
    files: new Map(),
    env: {},
    timeoutMs: 30_000,
    isolation: 'required',
    collect: ['out.csv'],
    ...changes,
  };
}

/** Runs isolated and checks what it printed; where the machine cannot isolate, it must have been refused instead. */
async function expectIsolated(source: string, expected: string, changes: Partial<SandboxJob> = {}): Promise<void> {
  try {
    await sandbox().run(job(source, changes));
  } catch (error) {
    expect(error).toMatchObject({ code: 'refused', reasonCode: 'isolation-unavailable' });
    expect(lines).toEqual([]);
    return;
  }
  expect(lines[0]).toMatch(/^isolated \(.+\): without network, other processes and files of the job$/);
  expect(lines.slice(1).join('\n')).toBe(expected);
}

const STEALING = `
const fs = require('fs');
const found = fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).filter((name) => {
  try { return fs.readFileSync('/proc/' + name + '/environ', 'latin1').includes([...process.env.SOUGHT_REVERSED].reverse().join('')); } catch { return false; }
});
console.log(found.length > 0 ? 'stolen' : 'nothing');`;

/** A job with a token in its environment, as a process of its own: what a step of a workflow is. */
function jobWithToken(isolation: SandboxJob['isolation']): string {
  const program = `
    import { createLocalSandbox } from '@gatehouse/training';
    const sandbox = createLocalSandbox({ temp: process.argv[1], env: process.env, onLine: (line) => console.log(line) });
    const command = [process.execPath, '-e', ${JSON.stringify(STEALING)}];
    // Reversed, so that the searcher's own environment does not hold what is searched for.
    const env = { SOUGHT_REVERSED: ${JSON.stringify([...TOKEN].reverse().join(''))} };
    await sandbox.run({ command, files: new Map(), env, timeoutMs: 30000, isolation: ${JSON.stringify(isolation)}, collect: [] })
      .catch((error) => console.log(error.reasonCode));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program, root], {
    cwd: repository,
    env: { PATH: process.env['PATH'] ?? '', 'INPUT_GITHUB-TOKEN': TOKEN },
    encoding: 'utf8',
  });
  expect(child.stderr).toBe('');
  return child.stdout.trim().split('\n').at(-1) ?? '';
}

describe('hostile code', () => {
  it('reads the token of the job that runs it without isolation', () => {
    expect(jobWithToken('none')).toBe('stolen');
  });

  it('does not read it with isolation', () => {
    expect(['nothing', 'isolation-unavailable']).toContain(jobWithToken('required'));
  });

  const CONNECTING = `
    require('net').connect(Number(process.env.PORT), '127.0.0.1')
      .on('data', (data) => { console.log(String(data)); process.exit(); })
      .on('error', (error) => console.log(error.code));`;

  it('reaches a server of the machine without isolation', async () => {
    await sandbox().run(job(CONNECTING, { isolation: 'none', env: { PORT: String(port) } }));

    expect(lines).toEqual(['reached']);
  });

  it('does not reach it with isolation', async () => {
    await expectIsolated(CONNECTING, 'ENETUNREACH', { env: { PORT: String(port) } }).catch(async () => {
      // Where the loopback of the new namespace is up, nobody listens there.
      lines = [];
      await expectIsolated(CONNECTING, 'ECONNREFUSED', { env: { PORT: String(port) } });
    });
  });

  it('sees none of the folders of the job', async () => {
    mkdirSync(join(root, '_github_workflow'));
    writeFileSync(join(root, '_github_workflow', 'event.json'), '{}');
    const seen = JSON.stringify([root, repository, '/run', '/var', '/home', '/sys', '/opt']);

    await expectIsolated(
      `const seen = ${seen}.filter((path) => { try { return fs.readdirSync(path).some((name) => !['node_modules'].includes(name) && !name.startsWith('gatehouse-sandbox-')); } catch { return false; } });
       console.log(JSON.stringify(seen));`,
      '[]',
    );
  });

  it('writes nothing outside its own folders, and gets no privilege', async () => {
    await expectIsolated(
      `const tried = ['/usr/x', '/etc/x', '/usr/local/x', '/proc/sys/kernel/core_pattern'].filter((path) => { try { fs.writeFileSync(path, 'x'); return true; } catch { return false; } });
       const { spawnSync } = require('child_process');
       for (const command of [['umount', '-l', '/proc'], ['mount', '-t', 'tmpfs', 'x', '/tmp'], ['umount', '-l', '/usr']]) {
         if (spawnSync(command[0], command.slice(1)).status === 0) tried.push(command.join(' '));
       }
       const status = fs.readFileSync('/proc/self/status', 'utf8');
       console.log(JSON.stringify(tried), /CapEff:\\s*0+\\n/.test(status), /NoNewPrivs:\\s*1/.test(status));`,
      '[] true true',
    );
  });

  it('leaves no process behind, in a session of its own or out of time', async () => {
    const mark = `3${Date.now()}`;
    const source = `
      process.on('SIGTERM', () => {});
      require('child_process').spawn('sleep', ['${mark}'], { detached: true, stdio: 'ignore' });
      setInterval(() => {}, 1000);`;
    await sandbox()
      .run(job(source, { timeoutMs: 1500 }))
      .catch((error: unknown) => expect(error).toBeInstanceOf(ActionError));

    const commandOf = (name: string): string => {
      const file = `/proc/${name}/cmdline`;
      return existsSync(file) ? readFileSync(file, 'latin1') : '';
    };
    const left = (): readonly string[] =>
      readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).startsWith(`sleep\0${mark}`));
    // The kernel ends what is in the namespace once its first process is dead, not in the same moment.
    await vi.waitFor(() => expect(left()).toEqual([]), 5000);
    expect(readdirSync(root)).toEqual([]);
  }, 20_000);
});

describe('honest code', () => {
  it('reads its files, writes its table and is told where its folders are', async () => {
    const given = { files: new Map([['in/a.csv', new TextEncoder().encode('id')]]), env: { DATA: './in/a.csv' } };
    const source = `
      fs.writeFileSync('out.csv', [fs.readFileSync(process.env.DATA), fs.readdirSync(process.env.HOME).length].join());
      fs.writeFileSync(process.env.TMPDIR + '/a', ''); fs.writeFileSync('/tmp/b', '');
      console.log(fs.readFileSync('/dev/null').length);`;
    const result = await sandbox()
      .run(job(source, given))
      .catch((error: unknown) => error);

    if (result instanceof ActionError) expect(result.reasonCode).toBe('isolation-unavailable');
    else expect(result).toEqual({ files: new Map([['out.csv', Buffer.from('id,0')]]) });
  });

  it('hears its own command and exit code in the message of a failure', async () => {
    const failed = sandbox().run(job('console.log("no memory"); process.exit(7)'));

    await expect(failed).rejects.toThrow(
      /^Command ".*node -e const fs.*": it ended with exit code 7; its last line was "no memory"|cannot isolate it/,
    );
  });
});

describe('a machine that cannot isolate', () => {
  const seen = (): Parameters<typeof findIsolation>[0] => ({ root, cwd: root, writable: [root], readable: ['/usr'] });
  const broken = (name: string, command: readonly string[]): Isolation => ({ name, command: () => command });

  it.each([
    ['has no way', [], /^The candidate's evaluation code: this machine cannot isolate it \(it has no namespaces\)\./],
    [
      'lacks the program',
      [broken('a', ['no-such-program'])],
      /cannot isolate it \(a: the program or its folder was not found\)/,
    ],
    [
      'refuses it',
      [broken('a', ['sh', '-c', 'echo unshare failed: Operation not permitted >&2; exit 1']), broken('b', ['false'])],
      /\(a: unshare failed: Operation not permitted; b: it ended with exit code 1; it printed nothing\)/,
    ],
    ['only pretends', [broken('a', ['true'])], /\(a: the pid namespace is not its own\)/],
  ])('%s: the code does not run', async (_, ways, message) => {
    const refusal = await findIsolation(seen(), ways).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ code: 'refused', reasonCode: 'isolation-unavailable' });
    expect(String(refusal)).toMatch(new RegExp(message.source.replace(/^\^/, '^ActionError: ')));
    expect(String(refusal)).toContain('or set "evaluate.code: base"');
  });

  const own = new Map(['pid', 'net', 'mnt', 'ipc'].map((name) => [name, `${name}:[1]`]));
  const good = [
    ...['pid', 'net', 'mnt', 'ipc'].map((name) => `namespace ${name} ${name}:[2]`),
    ...['own-proc', 'processes 4', 'CapPrm:\t0000', 'CapEff:\t0000', 'CapBnd:\t0000', 'NoNewPrivs:\t1'],
    ...['ipv4-routes 0', 'ipv6-routes 0', 'end'],
  ];

  it('is not one where the probe shows everything', () => {
    expect(shortfallOf(good, own)).toBeNull();
  });

  it.each([
    ['namespace net net:[2]', 'namespace net net:[1]', 'the net namespace is not its own'],
    ['own-proc', '', 'it sees other processes'],
    ['processes 4', 'processes 90', 'it sees other processes'],
    ['CapEff:\t0000', 'CapEff:\t0001', 'it keeps or can get privileges'],
    ['NoNewPrivs:\t1', 'NoNewPrivs:\t0', 'it keeps or can get privileges'],
    ['ipv4-routes 0', 'ipv4-routes 1', 'it has a network'],
    ['ipv4-routes 0', '', 'it has a network'],
    ['ipv6-routes 0', 'ipv6-routes 2', 'it has a network'],
    ['end', 'sees /run', 'it sees files of the machine'],
    ['end', '', 'the probe did not end'],
  ])('is one where the probe shows no "%s" but "%s"', (line, instead, expected) => {
    expect(
      shortfallOf(
        good.map((fact) => (fact === line ? instead : fact)),
        own,
      ),
    ).toBe(expected);
  });
});

describe('the ways', () => {
  it('are a user namespace and then sudo for a user, and nobody for root', () => {
    const names = (uid: number): readonly string[] => waysOf(uid, uid).map(({ name }) => name);

    if (process.platform !== 'linux') return expect(names(0)).toEqual([]);
    expect(names(1001)).toEqual(['user namespace', 'namespaces by sudo']);
    expect(names(0)).toEqual(['namespaces and the user nobody']);
  });
});

describe('isolation by sudo', () => {
  it('runs as the user of the job, without its groups, within a time of its own', async () => {
    const bySudo = waysOf(12_345, 12_346)[1];
    if (process.getuid?.() !== 0 || bySudo === undefined) return expect(bySudo?.name).not.toBe('user namespace');
    const sudo = ['sudo', '-n', '--'];
    // Root needs no sudo: what it would start is started here.
    const asRoot: Isolation = {
      name: bySudo.name,
      command: (isolatedJob) => {
        const command = bySudo.command(isolatedJob);
        expect(command.slice(0, sudo.length)).toEqual(sudo);
        return command.slice(sudo.length);
      },
    };
    const folder = join(root, 'root');
    const work = join(root, 'work');
    for (const path of [folder, work]) mkdirSync(path);
    const seen = { root: folder, cwd: work, writable: [work], readable: await readableFolders({}, 'sh', root) };

    const found = await findIsolation(seen, [asRoot]).catch((error: unknown) => error);
    if (found instanceof ActionError) return expect(found.reasonCode).toBe('isolation-unavailable');
    const [program = '', ...args] = asRoot.command({
      ...seen,
      command: ['sh', '-c', 'id -u; id -g; id -G; touch made; sleep 60'],
      env: { PATH: '/usr/bin:/bin' },
      timeoutMs: -8000,
    });
    const run = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 });

    expect(run.stdout).toBe('12345\n12346\n12346\n');
    expect(run.status === 0).toBe(false);
    expect(readdirSync(work)).toEqual(['made']);
  }, 20_000);
});

describe('the folders that it reads', () => {
  const env = { PATH: '/usr/bin:/bin:/tools/bin:relative:/:/home/runner:/run/x', HOME: '/home/runner' };

  it('are the system, PATH and the tools, and none that contains the job', async () => {
    const more = { ...env, RUNNER_TOOL_CACHE: '/opt/cache', RUNNER_TEMP: '/work/_temp', CONDA_PREFIX: '/work' };

    expect(await readableFolders(more, 'none', '/work/_temp/sandbox')).toEqual([
      ...['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/etc', '/nix', '/tools/bin', '/opt/cache'],
    ]);
  });

  it('contain the one where the program really lies', async () => {
    expect(await readableFolders(env, process.execPath, '/x')).toContain(resolve(process.execPath, '..'));
  });
});
