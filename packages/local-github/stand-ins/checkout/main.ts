import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  booleanInput,
  info,
  input,
  refuseInput,
  requiredInput,
  runStandIn,
  savedState,
  saveState,
  setOutput,
  variable,
} from '../step.ts';
import { type Target, targetOf } from './target.ts';
import { refuseUnsafeCheckout } from './unsafe-checkout.ts';

await runStandIn(savedState('is-post') === 'true' ? post : main);

async function main(): Promise<void> {
  saveState('is-post', 'true');
  for (const name of ['ssh-key', 'filter', 'sparse-checkout']) refuseInput(name, ['']);
  for (const name of ['lfs', 'submodules']) refuseInput(name, ['', 'false']);
  const repository = requiredInput('repository');
  const folder = checkoutFolder();
  const server = input('github-server-url') || variable('GITHUB_SERVER_URL');
  prepareFolder(folder);
  git(folder, 'init', '--quiet', '-b', 'main');
  git(folder, 'remote', 'add', 'origin', `${server}/${repository}`);
  const credentials = join(variable('RUNNER_TEMP'), `git-credentials-${randomUUID()}.config`);
  const basic = Buffer.from(`x-access-token:${input('token')}`).toString('base64');
  info(`::add-mask::${basic}`);
  writeFileSync(credentials, `[http "${server}/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`, { mode: 0o600 });
  git(folder, 'config', 'include.path', credentials);
  saveState('credentials', credentials);
  saveState('folder', folder);
  const target = targetOf({
    ref: input('ref'),
    ownRepository: repository.toLowerCase() === variable('GITHUB_REPOSITORY').toLowerCase(),
    lsRemote: (...args) => git(folder, 'ls-remote', ...args),
  });
  if (!booleanInput('allow-unsafe-pr-checkout')) {
    const event: unknown = JSON.parse(readFileSync(variable('GITHUB_EVENT_PATH'), 'utf8'));
    refuseUnsafeCheckout({ eventName: variable('GITHUB_EVENT_NAME'), event, repository, target });
  }
  fetchAndCheckOut(folder, target);
  setOutput('ref', target.ref);
  setOutput('commit', git(folder, 'rev-parse', 'HEAD').trim());
  if (booleanInput('persist-credentials')) return;
  dropCredentials(folder, credentials);
  saveState('credentials', '');
}

async function post(): Promise<void> {
  dropCredentials(savedState('folder'), savedState('credentials'));
}

function checkoutFolder(): string {
  const workspace = variable('GITHUB_WORKSPACE');
  const folder = resolve(workspace, input('path'));
  if (relative(workspace, folder).startsWith('..')) {
    throw new Error(`Repository path '${folder}' is not under '${workspace}'`);
  }
  return folder;
}

function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

function fetchAndCheckOut(folder: string, target: Target): void {
  const depth = Number(input('fetch-depth'));
  if (!Number.isInteger(depth) || depth < 0) throw new Error(`Input "fetch-depth" is "${input('fetch-depth')}".`);
  const everything = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
  const tags = booleanInput('fetch-tags') ? ['+refs/tags/*:refs/tags/*'] : [];
  const own = target.localRef === null ? [target.commit] : [`+${target.commit}:${target.localRef}`];
  const limit = depth === 0 ? [] : [`--depth=${depth}`];
  git(
    folder,
    'fetch',
    '--quiet',
    '--no-tags',
    '--prune',
    ...limit,
    'origin',
    ...new Set([...everything, ...tags, ...own]),
  );
  if (target.branch === null) git(folder, 'checkout', '--quiet', '--force', '--detach', target.commit);
  else git(folder, 'checkout', '--quiet', '--force', '-B', target.branch, `refs/remotes/origin/${target.branch}`);
}

function dropCredentials(folder: string, credentials: string): void {
  // The post step finds nothing to drop when the main step did it already.
  if (credentials === '' || !existsSync(credentials)) return;
  if (existsSync(join(folder, '.git'))) git(folder, 'config', '--unset-all', 'include.path');
  rmSync(credentials, { force: true });
}

function git(cwd: string, ...args: readonly string[]): string {
  info(`[command]git ${args.join(' ')}`);
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
    return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`git ${args[0] ?? ''} failed: ${detail}`, { cause: error });
  }
}
