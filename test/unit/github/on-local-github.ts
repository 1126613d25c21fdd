import { createGitHub, type GitHub, type GitHubOptions } from '@gatehouse/github';
import type { World } from '../local-github/world.ts';

/** The adapter as a person or App with this token uses it on a local GitHub. */
export function connectTo(world: World, token: string, options: Partial<GitHubOptions> = {}): GitHub {
  return createGitHub({ token, apiUrl: world.github.apiUrl, owner: 'bank', repo: 'credit', ...options });
}

/** How many requests the local GitHub answered while `work` ran. */
export async function countCalls<T>(
  world: World,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly calls: readonly string[] }> {
  world.github.resetCalls();
  const value = await work();
  return { value, calls: world.github.calls().map(({ method, path }) => `${method} ${path}`) };
}
