import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Scene } from '../../unit/approval-gate/scene.ts';

/** Pushes so many empty commits after main, in one push, onto a new branch; returns the newest. */
export async function pushCommits(
  { copies, people }: Pick<Scene, 'copies' | 'people'>,
  { branch, count }: { readonly branch: string; readonly count: number },
): Promise<string> {
  const { folder, git } = copies['ml-engineer'];
  await git('fetch', '--quiet', 'origin');
  const main = await git('rev-parse', 'origin/main');
  const who = `author <${people['ml-engineer'].emails[0]}>`;
  const commits = Array.from({ length: count }, (_, index) => {
    const from = index === 0 ? `from ${main}\n` : '';
    return `commit refs/heads/many\ncommitter ${who} ${1_700_000_000 + index} +0000\ndata 1\nx\n${from}\n`;
  });
  const child = spawn('git', ['fast-import', '--quiet', '--force'], { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.end(commits.join(''));
  const [code, told] = await Promise.all([new Promise((done) => child.once('close', done)), text(child.stderr)]);
  if (code !== 0) throw new Error(told);
  await git('push', '--quiet', 'origin', `many:refs/heads/${branch}`);
  return git('rev-parse', 'many');
}
