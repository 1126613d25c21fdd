import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, type FileSet, type Sandbox, type Trainer } from '@gatehouse/core';
import { createLocalSandbox, createLocalTrainer } from '@gatehouse/training';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root = '';
let trainer: Trainer;
let sandbox: Sandbox;
let lines: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trainer-'));
  lines = [];
  for (const name of ['workspace/.git', 'workspace/data', 'workspace/model', 'temp']) {
    mkdirSync(join(root, name), { recursive: true });
  }
  writeFileSync(join(root, 'workspace/data/train.csv'), 'whole');
  writeFileSync(join(root, 'workspace/data/secret.csv'), 'labels');
  writeFileSync(join(root, 'workspace/model/stale.json'), '{}');
  const options = { temp: join(root, 'temp'), env: process.env, onLine: (line: string) => lines.push(line) };
  const clock = { now: () => new Date(0) };
  trainer = createLocalTrainer({ ...options, workspace: join(root, 'workspace'), clock });
  sandbox = createLocalSandbox(options);
});

afterEach(() => {
  // Whatever happens, nothing of a run stays behind.
  expect(readdirSync(join(root, 'temp'))).toEqual([]);
  rmSync(root, { recursive: true, force: true });
});

async function train(
  source: string,
  more: { readonly withheld?: string[]; readonly replaced?: FileSet } = {},
): Promise<FileSet> {
  const result = await trainer.train({
    command: [process.execPath, '-e', `const fs = require("fs");${source}`],
    outputFolder: 'model',
    withheld: more.withheld ?? [],
    replaced: more.replaced ?? new Map(),
    timeoutMs: 20_000,
  });
  return result.files;
}

function text(files: FileSet, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ActionError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('createLocalTrainer', () => {
  it('returns what the command wrote, and only that', async () => {
    const files = await train(
      'fs.mkdirSync("model/deep"); fs.writeFileSync("model/deep/a.json", "1"); fs.writeFileSync("model/b", "2")',
    );

    expect([...files.keys()]).toEqual(['b', 'deep/a.json']);
    expect(text(files, 'deep/a.json')).toBe('1');
  });

  it('shows the command the checkout without .git, withheld data and earlier models', async () => {
    const files = await train(
      'fs.writeFileSync("model/seen", [...fs.readdirSync("."), ...fs.readdirSync("data"), ...fs.readdirSync("model"), fs.readFileSync("data/train.csv", "utf8")].join())',
      { withheld: ['data/secret.csv'], replaced: new Map([['data/train.csv', new TextEncoder().encode('half')]]) },
    );

    expect(text(files, 'seen')).toBe('data,model,train.csv,half');
  });

  it('does not lead to withheld data through a link in the checkout', async () => {
    symlinkSync(join(root, 'workspace/data/secret.csv'), join(root, 'workspace/shortcut'));
    const files = await train('fs.writeFileSync("model/seen", String(fs.existsSync("shortcut")))', {
      withheld: ['data/secret.csv'],
    });

    expect(text(files, 'seen')).toBe('false');
  });

  it('leaves the checkout as it was', async () => {
    await train('fs.writeFileSync("data/train.csv", "changed"); fs.writeFileSync("model/a", "1")');

    expect(new TextDecoder().decode((await trainer.readFile('data/train.csv')) ?? undefined)).toBe('whole');
    expect(existsSync(join(root, 'workspace/model/a'))).toBe(false);
  });

  it.each([
    ['nothing written', '', 'command: Training command: it wrote no file into "model".'],
    ['folder removed', 'fs.rmdirSync("model")', 'command: Training command: it wrote no file'],
    ['link to a file', 'fs.symlinkSync("/etc/hostname", "model/a")', 'integrity: File "a": it is a link.'],
    ['link to a folder', 'fs.symlinkSync("/etc", "model/a")', 'integrity: File "a": it is a link.'],
    [
      'folder replaced by a link',
      'fs.rmdirSync("model"); fs.symlinkSync("data", "model")',
      'integrity: Output folder of the training command: got a link',
    ],
    ['failure', 'console.log("no memory"); process.exit(2)', 'its last line was "no memory"'],
  ])('refuses: %s', async (_, source, expected) => {
    expect(await messageOf(train(source))).toContain(expected);
  });

  it('refuses a pipe without waiting for a writer', async () => {
    const source = 'require("child_process").execFileSync("mkfifo", ["model/a"])';

    expect(await messageOf(train(source))).toContain('integrity: File "a": it is not a regular file.');
  });

  it('reads one file of the checkout, and none outside it', async () => {
    symlinkSync('/etc/hostname', join(root, 'workspace/out'));

    expect(await trainer.readFile('data/none.csv')).toBeNull();
    expect(await messageOf(trainer.readFile('../temp'))).toContain('not a plain relative path');
    expect(await messageOf(trainer.readFile('out'))).toContain('it is a link');
  });
});

describe('createLocalSandbox', () => {
  const job = { files: new Map(), env: {}, timeoutMs: 20_000, isolation: 'none', collect: ['out.csv'] } as const;
  const node = (source: string): readonly string[] => [process.execPath, '-e', `const fs = require("fs");${source}`];

  it('shows the command the given files and variables and nothing else', async () => {
    const { files } = await sandbox.run({
      ...job,
      files: new Map([['in/data.csv', new TextEncoder().encode('id')]]),
      env: { DATA: './in/data.csv', MODE: 'x' },
      command: node(
        'fs.writeFileSync("out.csv", [fs.readFileSync(process.env.DATA), process.env.MODE, fs.readdirSync("."), fs.readdirSync(process.env.HOME).length, process.env.DATA.startsWith("/")].join())',
      ),
    });

    expect(text(files, 'out.csv')).toBe('id,x,in,0,true');
  });

  it('returns no file where the command wrote none', async () => {
    expect((await sandbox.run({ ...job, command: node('') })).files.size).toBe(0);
  });

  it.each([
    ['a link', 'fs.symlinkSync("/etc/hostname", "out.csv")', 'it is a link'],
    ['a folder', 'fs.mkdirSync("out.csv")', 'it is not a regular file'],
  ])('refuses %s in place of a file', async (_, source, expected) => {
    expect(await messageOf(sandbox.run({ ...job, command: node(source) }))).toContain(expected);
  });

  it('refuses a linked folder on the way to a file', async () => {
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, 'elsewhere/out.csv'), 'labels');
    const run = sandbox.run({
      ...job,
      collect: ['a/out.csv'],
      command: node(`fs.symlinkSync(${JSON.stringify(join(root, 'elsewhere'))}, "a")`),
    });

    expect(await messageOf(run)).toContain('a folder on its path is a link');
  });

  it.each(['../x', '/x', 'a//b', 'a\\b', '.'])('lays out no file named %j', async (name) => {
    const run = sandbox.run({ ...job, files: new Map([[name, new Uint8Array()]]), command: node('') });

    expect(await messageOf(run)).toContain('not a plain relative path');
  });

  it('prints what the command prints', async () => {
    await sandbox.run({ ...job, command: node('console.log("hello")') });

    expect(lines).toEqual(['hello']);
  });
});
