import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { request as send } from './http.ts';

const run = promisify(execFile);

/** Someone who uses the local GitHub as people do: REST with a token of their own, and git. */
export interface Person {
  readonly login: string;
  readonly email: string;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One REST call as a person; the answer is returned whatever its status, because refusals are part of the story. */
export async function call(
  apiUrl: string,
  person: Person,
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
): Promise<Answer> {
  const response = await send(`${apiUrl}${request.path}`, {
    method: request.method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${person.token}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** git with nothing of this machine's configuration, as a person. */
export async function git(person: Person, folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-c', 'init.defaultBranch=main', '-c', 'core.autocrlf=false', ...args], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: person.login,
      GIT_AUTHOR_EMAIL: person.email,
      GIT_COMMITTER_NAME: person.login,
      GIT_COMMITTER_EMAIL: person.email,
      // The token travels in a header, so that no URL with a secret is ever stored in a clone.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.extraHeader',
      GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`${person.login}:${person.token}`).toString('base64')}`,
    },
  });
  return stdout.trim();
}

/** Reads a field of an answer that must be there; a missing one names the call's whole answer. */
export function field(answer: unknown, ...path: readonly (string | number)[]): unknown {
  let value: unknown = answer;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      throw new Error(`No "${path.join('.')}" in the answer ${JSON.stringify(answer).slice(0, 400)}.`);
    }
    value = Reflect.get(value, key);
  }
  return value;
}

export function textField(answer: unknown, ...path: readonly (string | number)[]): string {
  const value = field(answer, ...path);
  if (typeof value !== 'string') throw new Error(`"${path.join('.')}" is no text but ${JSON.stringify(value)}.`);
  return value;
}

export function numberField(answer: unknown, ...path: readonly (string | number)[]): number {
  const value = field(answer, ...path);
  if (typeof value !== 'number') throw new Error(`"${path.join('.')}" is no number but ${JSON.stringify(value)}.`);
  return value;
}
