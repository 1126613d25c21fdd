import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EXAMPLE_POLICY } from '../governance/example-policy.ts';
import { openPull, type Scene } from './scene.ts';

const run = promisify(execFile);

/** The attacker owns the rules, and nearly every model is good enough. */
export const SEIZED_POLICY = EXAMPLE_POLICY.replaceAll('platform-engineer', 'ml-engineer').replace('0.70', '0.01');

export interface CrissCross {
  readonly pull: number;
  readonly branch: string;
  readonly headSha: string;
}

/**
 * Two harmless pull requests that merge into a seized policy. The first brings two histories onto main, one with the seized
 * policy and one that takes it back, and changes a page. The second merges the same histories the other way round and
 * changes another page: compared with the first common ancestor it brings no policy, and a merge with both does.
 */
export async function openCrissCross(scene: Scene, name: string): Promise<CrissCross> {
  const copy = scene.copies['ml-engineer'];
  let minute = 0;
  // Of several common ancestors git takes the newest, by the committer's own clock.
  const git = async (...args: readonly string[]): Promise<string> => {
    const date = `2026-01-01T00:${String(minute++).padStart(2, '0')}:00Z`;
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_DATE: date };
    return (await run('git', ['-C', copy.folder, ...args], { env })).stdout.trim();
  };
  const commit = async (start: string, files: Readonly<Record<string, string>>): Promise<string> => {
    await git('checkout', '--quiet', '--detach', start);
    await copy.commit(files);
    await git('commit', '--quiet', '--amend', '--no-edit');
    return git('rev-parse', 'HEAD');
  };
  await git('fetch', '--quiet', 'origin');
  const seized = await commit('origin/main', { 'gatehouse.yml': SEIZED_POLICY });
  const takenBack = await commit(seized, { 'gatehouse.yml': EXAMPLE_POLICY });
  const page = await commit(seized, { [`${name}.md`]: 'A page.\n' });
  await git('merge', '--quiet', '--no-ff', '-m', 'Merge what takes it back', takenBack);
  const first = await git('rev-parse', 'HEAD');
  await git('checkout', '--quiet', '--detach', 'origin/main');
  await git('merge', '--quiet', '--no-ff', '-m', 'Merge the first', first);
  // Its check was green, so it is merged; by which way does not matter here.
  await scene.world.git('fetch', '--quiet', copy.folder, 'HEAD:refs/heads/main');

  await git('checkout', '--quiet', '--detach', page);
  await git('merge', '--quiet', '--no-ff', '-s', 'ours', '-m', 'Merge it the other way round', takenBack);
  const headSha = await commit('HEAD', { 'README.md': `${name}.\n` });
  const branch = `${name}-second`;
  await git('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
  return { pull: await openPull(scene, branch), branch, headSha };
}
