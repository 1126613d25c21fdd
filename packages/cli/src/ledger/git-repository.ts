import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ActionError } from '@gatehouse/core';
import { readBlobs, readFiles } from './blob-reader.ts';
import { parseTree, type TreeBlob } from './tree-blob.ts';

/** A clone, read with git's plumbing and never written. */
export interface GitRepository {
  /** The commit that a name stands for, `null` when there is none. */
  commitOf(name: string): Promise<string | null>;
  /** Files below some folders, in the order of paths. */
  tree(commit: string, folders: readonly string[]): Promise<readonly TreeBlob[]>;
  /** Bytes of one file, `null` when the commit has none. */
  file(commit: string, path: string): Promise<Uint8Array | null>;
  /** Bytes of many blobs, in the order asked for, some at a time. */
  blobs(oids: readonly string[]): AsyncIterable<readonly Uint8Array[]>;
  /** As {@link blobs}, for all entries of a long ledger, in the order of their tree. */
  entries(commit: string, blobs: readonly TreeBlob[]): AsyncIterable<readonly Uint8Array[]>;
  /** What a command of git prints; its failure is an error with git's words. */
  text(args: readonly string[]): Promise<string>;
  /** True when a command of git ends with 0, false with 1. */
  test(args: readonly string[]): Promise<boolean>;
}

const MAX_OUTPUT_BYTES = 1 << 30;
const run = promisify(execFile);

/** Opens a clone; nothing is read before the first question. */
export function openRepository(folder: string): GitRepository {
  const options = { env: environment(), maxBuffer: MAX_OUTPUT_BYTES, encoding: 'buffer' as const };
  const git = async (args: readonly string[]): Promise<Buffer> => {
    const { stdout } = await run('git', ['-C', folder, ...args], options);
    return stdout;
  };
  const text = async (args: readonly string[]): Promise<string> => {
    try {
      return (await git(args)).toString();
    } catch (error) {
      throw gitFailed(folder, error);
    }
  };

  const test = async (args: readonly string[]): Promise<boolean> => {
    try {
      await git(args);
      return true;
    } catch (error) {
      if (exitCodeOf(error) === 1) return false;
      throw gitFailed(folder, error);
    }
  };

  return {
    text,
    test,
    async commitOf(name) {
      try {
        const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
        return (await git(args)).toString().trim();
      } catch (error) {
        if (exitCodeOf(error) === 1) return null;
        throw gitFailed(folder, error);
      }
    },
    async tree(commit, folders) {
      const listing = await text([
        'ls-tree',
        '-r',
        '-z',
        '--full-tree',
        commit,
        '--',
        ...folders.map((name) => `${name}/`),
      ]);
      return parseTree(listing);
    },
    async file(commit, path) {
      const found = (await this.tree(commit, [])).find((blob) => blob.path === path);
      return found === undefined ? null : git(['cat-file', 'blob', found.oid]);
    },
    blobs: (oids) => readBlobs({ folder, env: options.env }, oids),
    entries: (commit, blobs) => readFiles({ folder, env: options.env }, commit, blobs),
  };
}

/**
 * Whatever the caller's environment says of another repository is left behind, replaced objects are read as they were
 * signed, and nothing is fetched.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(kept), GIT_NO_REPLACE_OBJECTS: '1', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}

function exitCodeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function gitFailed(folder: string, cause: unknown): ActionError {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
  return new ActionError(
    'command',
    {
      where: `git in ${folder}`,
      found: said === '' ? (cause instanceof Error ? cause.message : String(cause)) : (said.split('\n')[0] ?? ''),
      allowed: 'a clone that git can read',
      remedy: 'Give the folder of a clone with --repo',
    },
    cause instanceof Error ? { cause } : {},
  );
}
