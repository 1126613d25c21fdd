import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { User } from '@gatehouse/local-github';
import type { World } from './world.ts';

const run = promisify(execFile);

/** Git's own clock, so that commits made in the same second still differ by their order only. */
const ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' };

/** A clone made over HTTP with a real git client. */
export interface WorkCopy {
  readonly folder: string;
  git(...args: readonly string[]): Promise<string>;
  /** Commits files (`null` deletes one) on the branch checked out and returns the commit's SHA. */
  commit(files: Readonly<Record<string, string>>, message?: string): Promise<string>;
  /** What git wrote to its error output when it failed; fails when git succeeds. */
  refused(...args: readonly string[]): Promise<string>;
}

export function remoteUrl(world: World, token: string, name = 'bank/credit'): string {
  return `${world.github.apiUrl.replace('://', `://x-access-token:${token}@`)}/${name}.git`;
}

export async function clone(world: World, user: User, name = 'bank/credit'): Promise<WorkCopy> {
  return cloneWith(world, { token: world.github.admin.createToken(user), email: user.emails[0] ?? '', name });
}

export async function cloneWith(
  world: World,
  who: { readonly token: string; readonly email: string; readonly name?: string },
): Promise<WorkCopy> {
  const folder = await mkdtemp(join(world.folder, 'clone-'));
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', folder, ...args], { env: ENVIRONMENT })).stdout.trim();
  await git('clone', '--quiet', remoteUrl(world, who.token, who.name), '.');
  await git('config', 'user.name', 'author');
  await git('config', 'user.email', who.email);
  return {
    folder,
    git,
    commit: async (files, message = 'Change') => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
      await git('add', '-A');
      await git('commit', '--quiet', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    refused: async (...args) => {
      const result = await git(...args).then(
        (stdout) => ({ stdout }),
        (error: unknown) => ({ error }),
      );
      if ('stdout' in result) throw new Error(`git ${args.join(' ')} was not refused.`);
      return result.error instanceof Error && 'stderr' in result.error
        ? String(result.error.stderr)
        : String(result.error);
    },
  };
}
