import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, askAs } from './graphql-client.ts';
import { startWorld, type World } from './world.ts';

const FOLDER = new URL('../../../packages/local-github/graphql/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('github.graphql', FOLDER), 'utf8'));
const REPO = { owner: 'bank', repo: 'credit' } as const;

/** Arguments that find something in the test's repository. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Query.repository': 'owner: "bank", name: "credit"',
  'Query.user': 'login: "maintainer"',
  'Query.organization': 'login: "bank"',
  'Organization.team': 'slug: "risk"',
  'Repository.ref': 'qualifiedName: "refs/tags/v1"',
  'Repository.object': 'expression: "topic"',
  'Repository.pullRequest': 'number: 1',
  'Commit.file': 'path: "README.md"',
  'PullRequest.timelineItems': 'first: 5, itemTypes: [BASE_REF_CHANGED_EVENT]',
};

/** A connection, its edge, what it holds and what that leads to; the whole graph would be too long a query. */
const DEPTH = 4;

let world: World;
let ask: Ask;

beforeAll(async () => {
  world = await startWorld();
  const { admin, state } = world.github;
  ask = askAs(world, admin.createToken(world.owner));
  const parent = admin.createTeam({ org: 'bank', name: 'Approvers' });
  admin.createTeam({ org: 'bank', name: 'Risk', members: [world.reader], parent });
  await world.git('branch', 'topic', 'main');
  const head = await world.commit('topic', { 'README.md': 'Better.\n' });
  const identity = ['-c', 'user.name=maintainer', '-c', 'user.email=maintainer@example.com'];
  await world.git(...identity, 'tag', '-a', 'v1', '-m', 'First', head);
  await world
    .as(world.owner)
    .request('POST /repos/{owner}/{repo}/pulls', { ...REPO, title: 'T', head: 'topic', base: 'main' });
  await world
    .as(world.reader)
    .request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { ...REPO, pull_number: 1, event: 'APPROVE' });
  await world.git('branch', 'release', 'main');
  for (const base of ['release', 'main']) {
    const retarget = { ...REPO, pull_number: 1, base };
    await world.as(world.owner).request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', retarget);
  }
  const app = admin.createApp({ name: 'Gate', owner: 'bank', permissions: { checks: 'write' } });
  const token = admin.createAppToken(admin.installApp(app, 'bank'));
  const check = { ...REPO, name: 'governance', head_sha: head };
  await world.client(token).request('POST /repos/{owner}/{repo}/check-runs', check);
  world.repository.mergeQueues.set('main', [
    {
      id: state.nextId(),
      pullNumber: 1,
      headSha: head,
      enqueuer: world.owner,
      enqueuedAt: state.now(),
      state: 'AWAITING_CHECKS',
      position: 1,
      baseSha: world.sha,
      groupSha: head,
      groupRef: null,
      checksRequestedAt: null,
    },
  ]);
});

afterAll(() => world.close());

/** Every field of a type and of what it leads to. */
function selectionOf(name: string, way: readonly string[]): string {
  const type = schema.getType(name);
  if (isObjectType(type)) {
    return Object.values(type.getFields())
      .flatMap((field) => fieldOf(name, field, [...way, name]))
      .join(' ');
  }
  // Interfaces and unions lead to their kinds, whose fields are told apart by an alias of their own.
  const kinds = isAbstractType(type) ? schema.getPossibleTypes(type).filter((kind) => !way.includes(kind.name)) : [];
  return kinds.map((kind) => `... on ${kind.name} { __typename ${selectionOf(kind.name, [...way, name])} }`).join(' ');
}

function fieldOf(parent: string, field: GraphQLField<unknown, unknown>, way: readonly string[]): readonly string[] {
  const inner = getNamedType(field.type);
  const given = ARGUMENTS[`${parent}.${field.name}`];
  const args = given !== undefined ? `(${given})` : inner.name.endsWith('Connection') ? '(first: 5)' : '';
  const alias = `${parent}_${field.name}: `;
  if (!isObjectType(inner) && !isAbstractType(inner)) return [`${alias}${field.name}${args}`];
  if (way.includes(inner.name) || way.length > DEPTH) return [`${alias}${field.name}${args} { __typename }`];
  const selection = selectionOf(inner.name, way);
  return selection === '' ? [] : [`${alias}${field.name}${args} { ${selection} }`];
}

test.each([
  ['RateLimit', 'rateLimit { SELECTION }'],
  ['User', 'viewer { SELECTION }'],
  ['Organization', 'organization(login: "bank") { SELECTION }'],
  ['Repository', 'repository(owner: "bank", name: "credit") { SELECTION }'],
  ['PullRequest', 'repository(owner: "bank", name: "credit") { pullRequest(number: 1) { SELECTION } }'],
  ['MergeQueue', 'repository(owner: "bank", name: "credit") { mergeQueue(branch: "main") { SELECTION } }'],
  [
    'Commit',
    'repository(owner: "bank", name: "credit") { object(expression: "topic") { ... on Commit { SELECTION } } }',
  ],
  ['Tag', 'repository(owner: "bank", name: "credit") { object(expression: "v1") { ... on Tag { SELECTION } } }'],
])('every field of %s, and of what it leads to, is answered', async (type, query) => {
  const { status, errors } = await ask(`{ ${query.replace('SELECTION', selectionOf(type, []))} }`);
  expect(world.github.violations()).toEqual([]);
  expect(errors).toEqual([]);
  expect(status).toBe(200);
});

test('the schema has the fields and arguments that are listed, and no other', () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('kept.json', FOLDER), 'utf8'));
  const served = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && (isObjectType(type) || isAbstractType(type)))
    .map((type) => {
      if (isUnionType(type))
        return [
          type.name,
          type
            .getTypes()
            .map(({ name }) => name)
            .sort(),
        ];
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
      const written = fields.map(({ name, args }) => [
        name,
        args
          .map((argument) => argument.name)
          .sort()
          .join(', '),
      ]);
      return [type.name, written.map(([name, args]) => (args === '' ? name : `${name}(${args})`)).sort()];
    });
  const sorted = Object.entries(Object(kept)).map(([name, fields]) => [
    name,
    [...Object.values(Object(fields))].sort(),
  ]);
  expect(Object.fromEntries(served)).toEqual(Object.fromEntries(sorted));
});
