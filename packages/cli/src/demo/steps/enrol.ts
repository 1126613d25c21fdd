import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, numberField, textField } from '../person.ts';
import { CHECK_NAME } from '../repository.ts';
import { expectEqual, type Step } from '../step.ts';
import { type DemoWorld, MODEL, REPOSITORY } from '../world.ts';

/** What the first pull request adds; everything else of the example is on main from the beginning. */
export const TRAINING_SCRIPT = 'train.mjs';

/** The clone in which people of the story work. */
export function cloneOf(world: DemoWorld): string {
  return join(world.folder, 'clone');
}

export function exampleFolder(world: DemoWorld): string {
  return join(world.sources, 'action-templates', 'mortgage-approval');
}

/** Copies the starter workflows into a repository as `gatehouse init` would: the default branch put in place. */
async function writeWorkflows(world: DemoWorld, clone: string): Promise<number> {
  const templates = join(world.sources, 'action-templates');
  const target = join(clone, '.github', 'workflows');
  await mkdir(target, { recursive: true });
  const names = (await readdir(templates)).filter((name) => name.endsWith('.yml'));
  for (const name of names) {
    const text = await readFile(join(templates, name), 'utf8');
    await writeFile(join(target, name), text.replaceAll('$default-branch', 'main'));
  }
  return names.length;
}

/**
 * Policy, data and workflows on main, pushed before the branch is protected.
 *
 * @param edit may change any file of the first push, such as the policy, before it is committed.
 */
export async function enrolRepository(
  world: DemoWorld,
  edit: (clone: string) => Promise<void> = async () => undefined,
): Promise<{ readonly workflows: number; readonly sha: string }> {
  const owner = world.people['platform-engineer'];
  const clone = cloneOf(world);
  await git(owner, world.folder, 'clone', '--quiet', `${world.github.serverUrl}/${REPOSITORY}.git`, clone);
  await git(owner, clone, 'checkout', '--quiet', '-B', 'main');
  await cp(exampleFolder(world), clone, { recursive: true });
  for (const later of [TRAINING_SCRIPT, 'candidate-2', 'tools']) {
    await rm(join(clone, later), { recursive: true, force: true });
  }
  await mkdir(join(clone, 'governance', 'keys'), { recursive: true });
  await writeFile(join(clone, 'governance', 'keys', 'governance.pem'), world.signingKeys.publicPem);
  const workflows = await writeWorkflows(world, clone);
  await edit(clone);
  await git(owner, clone, 'add', '--all');
  await git(owner, clone, 'commit', '--quiet', '-m', `Enrol ${MODEL} in model governance`);
  await git(owner, clone, 'push', '--quiet', 'origin', 'main');

  for (const file of RESERVED) await importRuleset(world, file);
  const required = [{ context: CHECK_NAME, app_id: world.appId }];
  await world.as('platform-engineer').send({
    method: 'PUT',
    path: '/branches/main/protection',
    expected: 200,
    body: {
      required_status_checks: { strict: false, contexts: [], checks: required },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    },
  });
  await world.runner.idle();
  return { workflows, sha: await git(owner, clone, 'rev-parse', 'HEAD') };
}

/** Nobody but the App may write evidence, versions and stages: they are made by governed jobs only. */
const RESERVED = ['evidence-branch.json', 'version-tags.json', 'stage-tags.json'];

/** Imports a ruleset of the templates as docs/set-up.md does: the App's id put in place. */
async function importRuleset(world: DemoWorld, file: string): Promise<void> {
  const text = await readFile(join(world.sources, 'action-templates', 'rulesets', file), 'utf8');
  const body: unknown = JSON.parse(text.replaceAll('"APP_ID"', String(world.appId)));
  await world.as('platform-engineer').send({ method: 'POST', path: '/rulesets', body, expected: 201 });
}

export const enrol: Step<DemoWorld> = {
  id: 'enrol',
  title: 'Policy, data and workflows on main',
  run: async (world) => {
    const { workflows, sha } = await enrolRepository(world);
    return {
      line: `${workflows} workflows; merging needs the check ${CHECK_NAME} of the App`,
      facts: { repository: `${world.github.serverUrl}/${REPOSITORY}`, main: sha, appId: world.appId },
    };
  },
};

export const openPullRequest: Step<DemoWorld> = {
  id: 'open-pull-request',
  title: 'A pull request with candidate 1',
  run: async (world) => {
    const author = world.people['ml-engineer'];
    const clone = cloneOf(world);
    await git(author, clone, 'checkout', '--quiet', '-b', 'first-model');
    await cp(join(exampleFolder(world), TRAINING_SCRIPT), join(clone, TRAINING_SCRIPT));
    await git(author, clone, 'add', TRAINING_SCRIPT);
    await git(author, clone, 'commit', '--quiet', '-m', 'Train on every column that the evaluation offers');
    await git(author, clone, 'push', '--quiet', 'origin', 'first-model');
    const pull = await world.as('ml-engineer').send({
      method: 'POST',
      path: '/pulls',
      expected: 201,
      body: {
        title: 'First model',
        head: 'first-model',
        base: 'main',
        body: 'Logistic regression on every column that the evaluation offers.',
      },
    });
    const number = numberField(pull, 'number');
    const head = await git(author, clone, 'rev-parse', 'HEAD');
    expectEqual('The head of the pull request', textField(pull, 'head', 'sha'), head);
    world.found.set('pull', String(number));
    world.found.set('head-1', head);
    return { line: `#${number} by ml-engineer, head ${head.slice(0, 9)}`, facts: { number, head } };
  },
};
