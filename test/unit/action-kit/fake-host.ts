import type { ActionHost, Toolkit } from '@gatehouse/action-kit';

/** Records what an action told the runner, in order, and how its process ended. */
export interface FakeHost extends ActionHost {
  readonly said: string[];
  readonly outputs: Map<string, string>;
  readonly exits: number[];
  summary: string;
  stray(error: unknown): void;
}

export function fakeHost(env: Readonly<Record<string, string>>, broken: Partial<Toolkit> = {}): FakeHost {
  const said: string[] = [];
  const outputs = new Map<string, string>();
  const exits: number[] = [];
  const stray = Promise.withResolvers<never>();
  stray.promise.catch(() => undefined);
  const host: FakeHost = {
    said,
    outputs,
    exits,
    summary: '',
    stray: stray.reject,
    env: { ...RUNNER, ...env },
    toolkit: {
      setSecret: (secret) => said.push(`mask ${secret}`),
      setOutput: (name, value) => outputs.set(name, value),
      info: (text) => said.push(`info ${text}`),
      debug: (text) => said.push(`debug ${text}`),
      notice: (text) => said.push(`notice ${text}`),
      warning: (text) => said.push(`warning ${text}`),
      error: (text, title) => said.push(`error ${title}: ${text}`),
      startGroup: (title) => said.push(`group ${title}`),
      endGroup: () => said.push('endgroup'),
      writeSummary: async (markdown) => {
        host.summary += markdown;
      },
      idToken: async (audience) => `token for ${audience}`,
      ...broken,
    },
    process: {
      setExitCode: (code) => exits.push(code),
      strayError: () => stray.promise,
      settle: () => new Promise((resolve) => setImmediate(resolve)),
      exit: (code) => exits.push(code),
    },
  };
  return host;
}

/** The variables that the runner sets for every step. */
export const RUNNER: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'bank/models',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: '/nowhere/event.json',
  GITHUB_RUN_ID: '77',
  GITHUB_ACTOR: 'author',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_WORKSPACE: '/workspace',
  RUNNER_TEMP: '/temp',
};
