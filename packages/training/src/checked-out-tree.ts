import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TreeFile } from '@gatehouse/core';
import { cleanEnvironment, type Environment } from './clean-environment.ts';

const run = promisify(execFile);

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** The tree of the commit that is checked out, or why it cannot be told. */
export type CheckedOutTree =
  | { readonly known: true; readonly files: readonly TreeFile[] }
  | { readonly known: false; readonly why: string };

/**
 * Every file of the commit that a checkout is at, by git's own ids and modes, provided that no file of it was changed
 * since. Files that git does not know, such as installed packages, are no part of it.
 */
export async function checkedOutTree(workspace: string, env: Environment): Promise<CheckedOutTree> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const own = ['-c', `safe.directory=${workspace}`, '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
    const { stdout } = await run('git', [...own, ...args], {
      cwd: workspace,
      env: cleanEnvironment(env, { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' }),
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    return stdout;
  };
  try {
    // A checkout without .git inside of another one must not be taken for that one.
    if ((await git('rev-parse', '--show-prefix')).trim() !== '') return { known: false, why: 'it is no git checkout' };
    const [changed = ''] = (await git('status', '--porcelain', '-z', '--untracked-files=no')).split('\0');
    if (changed !== '')
      return { known: false, why: `${JSON.stringify(changed.slice(3))} was changed after the checkout` };
    return { known: true, files: parseTree(await git('ls-tree', '-r', '-z', '--full-tree', 'HEAD')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { known: false, why: `git cannot read it: ${reason.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}` };
  }
}

/** Entries such as `100644 blob 1f3a…<tab>lib/model.mjs`. */
function parseTree(listing: string): readonly TreeFile[] {
  return listing
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [, mode, blobSha, path] = /^([0-7]{6}) [a-z]+ ([0-9a-f]{40})\t([\s\S]+)$/.exec(line) ?? [];
      if (mode === undefined || blobSha === undefined || path === undefined) {
        throw new Error(`git ls-tree printed ${JSON.stringify(line.slice(0, 100))}`);
      }
      return { path, blobSha, mode };
    });
}
