import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../../../packages/cli/src/demo/person.ts';
import { cloneOf } from '../../../packages/cli/src/demo/steps/enrol.ts';
import type { Scene } from './scene.ts';

/**
 * Puts files on main as an administrator who lifts the protection for one push: a base that no pull request of the
 * scene would get past the check. `null` deletes.
 */
export async function pushMain(scene: Scene, files: Readonly<Record<string, string | null>>): Promise<void> {
  const { repository, world } = scene;
  const [clone, admin] = [cloneOf(world), world.people['platform-engineer']];
  await git(admin, clone, 'fetch', '--quiet', 'origin');
  await git(admin, clone, 'checkout', '--quiet', '--detach', 'origin/main');
  for (const [path, content] of Object.entries(files)) {
    await (content === null ? rm(join(clone, path)) : writeFile(join(clone, path), content));
  }
  await git(admin, clone, 'add', '--all');
  await git(admin, clone, 'commit', '--quiet', '-m', 'A base that is wrong');
  const protections = [...repository.protections];
  repository.protections.clear();
  await git(admin, clone, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  for (const [branch, protection] of protections) repository.protections.set(branch, protection);
  await scene.idle();
}
