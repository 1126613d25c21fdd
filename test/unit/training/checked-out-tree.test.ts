import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedOutTree } from '@gatehouse/training';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  mkdirSync(join(folder, 'lib'));
  writeFileSync(join(folder, 'train.mjs'), 'train\n');
  writeFileSync(join(folder, 'lib', 'ü b.mjs'), 'a name that git would quote\n');
  writeFileSync(join(folder, 'run.sh'), '#!/bin/sh\n');
  chmodSync(join(folder, 'run.sh'), 0o755);
  symlinkSync('train.mjs', join(folder, 'link'));
  git('init', '--quiet', '-b', 'main');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'first');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

describe('the tree of a checkout', () => {
  it('has every file of the commit with its blob id and mode, and nothing that git does not know', async () => {
    writeFileSync(join(folder, 'installed.mjs'), 'by an earlier step');
    const tree = await checkedOutTree(folder, process.env);

    expect(tree).toEqual({
      known: true,
      files: [
        { path: 'lib/ü b.mjs', blobSha: git('hash-object', 'lib/ü b.mjs'), mode: '100644' },
        { path: 'link', blobSha: git('rev-parse', 'HEAD:link'), mode: '120000' },
        { path: 'run.sh', blobSha: git('hash-object', 'run.sh'), mode: '100755' },
        { path: 'train.mjs', blobSha: git('hash-object', 'train.mjs'), mode: '100644' },
      ],
    });
  });

  it.each([
    ['a changed file', () => writeFileSync(join(folder, 'train.mjs'), 'other\n'), '"train.mjs" was changed'],
    ['a deleted file', () => rmSync(join(folder, 'lib'), { recursive: true }), 'was changed after the checkout'],
    ['a file that is staged to go', () => git('rm', '--cached', '--quiet', 'run.sh'), '"run.sh" was changed'],
    ['no git', () => rmSync(join(folder, '.git'), { recursive: true }), 'git cannot read it'],
  ])('is not known with %s', async (_, change, why) => {
    change();

    expect(await checkedOutTree(folder, process.env)).toEqual({ known: false, why: expect.stringContaining(why) });
  });

  it('is not that of a checkout around it', async () => {
    expect(await checkedOutTree(join(folder, 'lib'), process.env)).toEqual({
      known: false,
      why: 'it is no git checkout',
    });
  });

  it('is not read by a program or from a folder that the environment names', async () => {
    const env = { PATH: process.env['PATH'], GIT_DIR: '/nowhere', GIT_EXTERNAL_DIFF: '/bin/false' };

    expect(await checkedOutTree(folder, env)).toMatchObject({ known: true });
  });
});
