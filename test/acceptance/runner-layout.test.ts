import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..');
const actions = readdirSync(join(root, 'actions')).sort();
const actionFile = z.object({ runs: z.object({ using: z.string(), main: z.string() }) });

let folder = '';
/** Where the runner unpacks `gatehouse-actions/gatehouse@v0.1.0`. */
let checkout = '';
let archiveBytes = 0;

/**
 * Packs the working tree as GitHub packs a commit, `export-ignore` included, without touching the repository: the tree
 * is written to an index and an object store of its own.
 */
function archiveWorkingTree(target: string): Buffer {
  const git = (...args: string[]): Buffer => {
    const env = {
      ...process.env,
      GIT_INDEX_FILE: join(target, 'index'),
      GIT_OBJECT_DIRECTORY: join(target, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: resolve(root, objects),
    };
    return execFileSync('git', args, { cwd: root, env, maxBuffer: 1 << 28 });
  };
  const objects = execFileSync('git', ['rev-parse', '--git-path', 'objects'], { cwd: root, encoding: 'utf8' }).trim();
  mkdirSync(join(target, 'objects'));
  git('add', '--all', '.');
  const tree = git('write-tree').toString('utf8').trim();
  return git('archive', '--format=tar.gz', tree);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-layout-'));
  checkout = join(folder, '_actions', 'gatehouse-actions', 'gatehouse', 'v0.1.0');
  mkdirSync(checkout, { recursive: true });
  const archive = archiveWorkingTree(folder);
  archiveBytes = archive.byteLength;
  writeFileSync(join(folder, 'archive.tar.gz'), archive);
  execFileSync('tar', ['-xzf', join(folder, 'archive.tar.gz'), '-C', checkout]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts an action's main as the runner does, in an empty workspace and with no input. */
function start(actionFolder: string) {
  const { runs } = actionFile.parse(parse(readFileSync(join(actionFolder, 'action.yml'), 'utf8')));
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  const [output, summary] = ['output', 'summary'].map((name) => join(workspace, name));
  for (const file of [output, summary]) writeFileSync(file ?? '', '');
  const main = join(actionFolder, runs.main);
  const result = spawnSync(process.execPath, [main], {
    cwd: workspace,
    env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: workspace },
    encoding: 'utf8',
  });
  return { ...result, using: runs.using, main };
}

describe('the archive that a runner downloads', () => {
  it('holds what a user of the actions needs and nothing else', () => {
    expect(readdirSync(checkout).sort()).toEqual(['LICENSE', 'README.md', 'actions', 'dist']);
    expect(actions.map((name) => [name, existsSync(join(checkout, 'actions', name, 'action.yml'))])).toEqual(
      actions.map((name) => [name, true]),
    );
    expect(actions.filter((name) => existsSync(join(checkout, 'actions', name, 'src')))).toEqual([]);
  });

  it('is at most 6 MB', () => {
    expect(archiveBytes).toBeLessThanOrEqual(6_000_000);
  });
});

describe.each(actions)('%s, laid out as on a runner', (name) => {
  it('runs on node24, finds all its code, and refuses to run without inputs', () => {
    const { status, stdout, stderr, using } = start(join(checkout, 'actions', name));

    expect(using).toBe('node24');
    expect(stderr).toBe('');
    expect(stdout).toContain('::error');
    expect(stdout).toMatch(/Input "[a-z-]+": nothing given/);
    expect(status).toBe(1);
  });

  it('runs through a symlink', () => {
    const link = join(folder, `link-to-${name}`);
    symlinkSync(checkout, link, 'junction');

    const { status, stdout } = start(join(link, 'actions', name));

    expect(stdout).toMatch(/Input "[a-z-]+": nothing given/);
    expect(status).toBe(1);
  });
});
