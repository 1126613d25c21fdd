import { createGitHub, type GitHub, type GitHubOptions } from '@gatehouse/github';

export const API = 'https://api.github.test';
export const REPO = '/repos/acme/models';
export const SHA = 'a'.repeat(40);
export const OTHER_SHA = 'b'.repeat(40);
export const AUTHOR = { id: 7, login: 'author', type: 'User' };

/** A client of a GitHub that is not there, with the waits it would have made, in seconds. */
export function connect(options: Partial<GitHubOptions> = {}): { readonly github: GitHub; readonly waited: number[] } {
  const waited: number[] = [];
  const github = createGitHub({
    token: 'secret-token',
    apiUrl: API,
    owner: 'acme',
    repo: 'models',
    spaceWrites: false,
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    sleep: async (milliseconds) => {
      waited.push(milliseconds / 1000);
    },
    ...options,
  });
  return { github, waited };
}

/** The GitHub clock of the tests, as a reset header writes it, plus some seconds. */
export function resetIn(seconds: number): string {
  return String(Date.parse('2026-11-23T12:00:00Z') / 1000 + seconds);
}
