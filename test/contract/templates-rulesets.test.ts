import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Octokit } from '@octokit/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, startWorld, type World } from '../unit/local-github/world.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'action-templates', 'rulesets');
const files = readdirSync(folder).toSorted();
const CHECK = 'gatehouse/governance';

/** As docs/set-up.md does it: `sed "s/\"APP_ID\"/$APP_ID/"`. */
function ruleset(file: string, appId: number): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, file), 'utf8').replaceAll('"APP_ID"', String(appId)));
}

let world: World;
let app: Octokit;
let appId = 0;
let owner: Octokit;
/** Writes, and neither administers nor bypasses anything. */
let writer: Octokit;

beforeEach(async () => {
  world = await startWorld();
  const { admin } = world.github;
  const created = admin.createApp({
    name: 'gatehouse',
    owner: 'bank',
    permissions: { contents: 'write', checks: 'write', metadata: 'read', pull_requests: 'write' },
  });
  appId = created.id;
  app = world.client(admin.createAppToken(admin.installApp(created, 'bank')));
  owner = world.as(world.owner);
  const person = admin.createUser('writer');
  const team = admin.createTeam({ org: 'bank', name: 'writers', members: [person] });
  admin.setTeamPermission(world.repository, team, 'write');
  writer = world.as(person);
});
afterEach(() => world.close());

const repo = { owner: 'bank', repo: 'credit' };

function importRuleset(file: string): Promise<unknown> {
  return owner.request('POST /repos/{owner}/{repo}/rulesets', { ...repo, ...ruleset(file, appId) } as never);
}

function createRef(who: Octokit, ref: string): Promise<unknown> {
  return who.request('POST /repos/{owner}/{repo}/git/refs', { ...repo, ref, sha: world.sha });
}

function moveRef(who: Octokit, ref: string, sha: string): Promise<unknown> {
  return who.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...repo, ref, sha, force: true });
}

function deleteRef(who: Octokit, ref: string): Promise<unknown> {
  return who.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...repo, ref });
}

function postCheck(who: Octokit, sha: string, conclusion = 'success'): Promise<unknown> {
  return who.request('POST /repos/{owner}/{repo}/check-runs', {
    ...repo,
    name: CHECK,
    head_sha: sha,
    status: 'completed',
    conclusion: conclusion as 'success',
  });
}

async function openPull(file: string): Promise<{ readonly number: number; readonly head: string }> {
  await createRef(writer, 'refs/heads/change');
  const head = await world.commit('change', { 'train.mjs': 'new\n' });
  await importRuleset(file);
  const change = { title: 'Change', head: 'change', base: 'main' };
  const { data } = await writer.request('POST /repos/{owner}/{repo}/pulls', { ...repo, ...change });
  return { number: data.number, head };
}

function merge(who: Octokit, pull_number: number): Promise<unknown> {
  return who.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', { ...repo, pull_number });
}

describe('a ruleset', () => {
  it('is one of five files, each imported as it is but for the id of the App', async () => {
    expect(files).toEqual([
      'default-branch-merge-queue.json',
      'default-branch.json',
      'evidence-branch.json',
      'stage-tags.json',
      'version-tags.json',
    ]);
    for (const file of files) {
      expect(await importRuleset(file)).toMatchObject({ status: 201, data: { enforcement: 'active' } });
    }
    expect(world.github.violations()).toEqual([]);
  });

  it.each(files)('of %s is refused while it names no App', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { status } = await refusalOf(
      owner.request('POST /repos/{owner}/{repo}/rulesets', { ...repo, ...JSON.parse(text) }),
    );

    expect(text.match(/"APP_ID"/g)).toHaveLength(1);
    expect(status).toBe(422);
    expect(world.repository.rulesets).toEqual([]);
  });
});

describe.each([
  ['evidence-branch.json', 'heads/gatehouse-evidence'],
  ['version-tags.json', 'tags/mortgage-approval@v1.0.0'],
  ['stage-tags.json', 'tags/mortgage-approval#production#1'],
])('%s', (file, ref) => {
  it('lets nobody but the App create, move or delete the ref, administrators included', async () => {
    await importRuleset(file);
    const other = await world.commit('elsewhere', { 'README.md': 'Other.\n' });
    for (const person of [writer, owner]) {
      expect(await refusalOf(createRef(person, `refs/${ref}`))).toMatchObject({ status: 422 });
    }

    await createRef(app, `refs/${ref}`);
    for (const person of [writer, owner]) {
      expect(await refusalOf(moveRef(person, ref, other))).toMatchObject({ status: 422 });
      expect(await refusalOf(deleteRef(person, ref))).toMatchObject({ status: 422 });
    }
    expect(await world.git('rev-parse', `refs/${ref}`)).toBe(world.sha);
    await moveRef(app, ref, other);
    await deleteRef(app, ref);
    // Other refs are left alone.
    await createRef(writer, 'refs/heads/feature');
    await createRef(writer, 'refs/tags/v1');
  });
});

describe('default-branch.json', () => {
  it('lets nobody push or delete the branch, the App and administrators included', async () => {
    await importRuleset('default-branch.json');
    const other = await world.commit('elsewhere', { 'README.md': 'Other.\n' });

    for (const who of [writer, owner, app]) {
      expect(await refusalOf(moveRef(who, 'heads/main', other))).toMatchObject({ status: 422 });
      expect(await refusalOf(deleteRef(who, 'heads/main'))).toMatchObject({ status: 422 });
    }
  });

  it("merges with the App's green check and with no other of that name", async () => {
    const { number, head } = await openPull('default-branch.json');
    expect(await refusalOf(merge(owner, number))).toMatchObject({ status: 405 });
    await writer.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
      ...repo,
      sha: head,
      context: CHECK,
      state: 'success',
    });
    expect(await refusalOf(merge(owner, number))).toMatchObject({ status: 405 });
    await postCheck(app, head, 'failure');
    expect(await refusalOf(merge(owner, number))).toMatchObject({ status: 405 });
    await postCheck(app, head);

    await merge(writer, number);
    expect(world.github.violations()).toEqual([]);
  });

  it('asks for a branch that is up to date', async () => {
    const { number, head } = await openPull('default-branch.json');
    await postCheck(app, head);
    world.repository.rulesets.length = 0;
    await world.commit('main', { 'README.md': 'Moved on.\n' });
    await importRuleset('default-branch.json');

    expect(await refusalOf(merge(writer, number))).toMatchObject({ status: 405 });
  });
});

describe('default-branch-merge-queue.json', () => {
  it('lets a pull request enter a queue and not merge past it', async () => {
    const { number, head } = await openPull('default-branch-merge-queue.json');
    await postCheck(app, head);
    const refusal = await refusalOf(merge(writer, number));

    expect(refusal.status).toBe(405);
    expect(refusal.message).toContain('merge queue');
  });
});
