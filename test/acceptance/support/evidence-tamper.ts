import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../../unit/local-github/world.ts';

const run = promisify(execFile);

export const EVIDENCE = 'gatehouse-evidence';
const REF = `refs/heads/${EVIDENCE}`;

/** The commit that the evidence branch names. */
export const evidenceTip = (world: World): Promise<string> => world.git('rev-parse', REF);

/** Moves the evidence branch as somebody who gets past every rule. */
export async function moveEvidence(world: World, commit: string): Promise<void> {
  await world.git('update-ref', REF, commit);
}

/** Paths on the evidence branch below a folder, in order. */
export async function evidencePaths(world: World, folder: string): Promise<readonly string[]> {
  return (await world.git('ls-tree', '-r', '--name-only', REF, `${folder}/`)).split('\n').filter(Boolean);
}

/** Rewrites files of the newest commit and keeps its message, so that nothing but the bytes tells. */
export async function rewriteEvidence(
  { folder, repository }: World,
  edit: (path: (name: string) => string) => Promise<void>,
): Promise<void> {
  const work = await mkdtemp(join(folder, 'tamper-'));
  const git = (...args: readonly string[]): Promise<unknown> =>
    run('git', ['-C', work, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args]);
  await git('clone', '--quiet', '--branch', EVIDENCE, repository.gitDir, '.');
  await edit((name) => join(work, name));
  await git('add', '--all');
  await git('commit', '--quiet', '--amend', '--no-edit');
  await git('push', '--quiet', '--force', repository.gitDir, `HEAD:${REF}`);
}

/** Replaces one text of a file by another, which must be there. */
export async function replaceIn(file: string, before: string, after: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} does not hold ${before}.`);
  await writeFile(file, text.replaceAll(before, after));
}
