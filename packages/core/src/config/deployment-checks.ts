import { pathMatcher } from '../path-globs.ts';
import type { Contradiction } from './contradiction.ts';
import type { ModelConfig } from './schema.ts';

/**
 * What a deployment runs must be named by its `files`: those are rules, so that a change of them needs the policy role. Only
 * what looks like a path of the repository can be checked here; what such a file imports is for its author to name.
 */
export function checkDeployments(deploy: ModelConfig['deploy']): readonly Contradiction[] {
  return Object.entries(deploy).flatMap(([environment, { command, files }]) => {
    const isNamed = pathMatcher(files);
    return command.flatMap((argument, index) => {
      const path = repositoryPath(argument, index === 0);
      if (path === null || isNamed(path)) return [];
      return [
        {
          path: ['deploy', environment, 'command', index],
          found: `got "${argument}", which no glob of "files" matches`,
          allowed: 'Every file of the repository that the deployment runs or reads must be one of its files',
          remedy: `Add "${path}" to files, and what it imports.`,
        },
      ];
    });
  });
}

/** The path that an argument names, as far as its look tells; `null` for programs, options, addresses and plain words. */
function repositoryPath(argument: string, isProgram: boolean): string | null {
  const value = argument.startsWith('-') ? (/=(.*)$/s.exec(argument)?.[1] ?? '') : argument;
  if (value.startsWith('/') || value.includes('://')) return null;
  // A program with a dot in its name, such as python3.13, is looked up on the PATH.
  const looksLikePath = value.includes('/') || (!isProgram && /[^.]\.[A-Za-z][A-Za-z0-9]*$/.test(value));
  return looksLikePath ? value.replace(/^(\.\/+)+/, '') : null;
}
