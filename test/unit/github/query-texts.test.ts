import { readFile } from 'node:fs/promises';
import type { GitHub } from '@gatehouse/github';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { SHA } from './connect.ts';
import { connectGraphql, type SentQuery } from './fake-graphql.ts';

let schema: GraphQLSchema;

beforeAll(async () => {
  const file = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  // GitHub's published file defines two fields twice; that says nothing about the queries.
  schema = buildSchema(await readFile(file, 'utf8'), { assumeValidSDL: true });
});

const wanted = { files: ['gatehouse.yml', 'keys/a.pem'], folders: ['governance/waivers'] };
const evidence = {
  message: 'evidence\n\nLedger-Seq: 1',
  expectedHead: SHA,
  files: new Map([['a', Buffer.from('{}')]]),
};
const account = { id: 7, login: 'author', type: 'User' } as const;

test.each<[string, (github: GitHub) => Promise<unknown>]>([
  ['contents.readTip', (github) => github.contents.readTip(wanted)],
  ['contents.readTip of nothing', (github) => github.contents.readTip({})],
  ['contents.readAt', (github) => github.contents.readAt(SHA, wanted)],
  ['evidence.readTip', (github) => github.evidence().readTip(wanted)],
  ['evidence.readTip of nothing', (github) => github.evidence().readTip({})],
  ['evidence.append', (github) => github.evidence().append(evidence)],
  ['pulls.get', (github) => github.pulls.get(1)],
  ['pulls.ofCommit', (github) => github.pulls.ofCommit(SHA)],
  ['pulls.listOpen', (github) => github.pulls.listOpen()],
  ['pulls.reviews', (github) => github.pulls.reviews(1)],
  ['contents.coAuthors', (github) => github.contents.coAuthors([SHA])],
  ['people.permissions', (github) => github.people.permissions([account, { ...account, id: 8 }])],
  ['people.accounts', (github) => github.people.accounts(['author'])],
  ['people.teams', (github) => github.people.teams(['acme/risk'])],
  ['checks.current', (github) => github.checks.current(SHA)],
  ['mergeQueue.groupOf', (github) => github.mergeQueue.groupOf(SHA)],
])('the query of %s is one that GitHub would take', async (_, ask) => {
  const { github, sent } = connectGraphql(() => ({ data: {} }), { check: { kind: 'app', appId: 42 } });

  await ask(github).catch(() => undefined);

  expect(sent).toHaveLength(1);
  expect(sent.flatMap((query) => faultsOf(query))).toEqual([]);
});

test('everything asked at once is one query that GitHub would take', async () => {
  const { github, sent } = connectGraphql(() => ({ data: {} }), { check: { kind: 'app', appId: 42 } });

  await Promise.allSettled([
    github.contents.readTip(wanted),
    github.evidence().readTip(wanted),
    github.pulls.reviews(1),
    github.people.permissions([account]),
    github.people.teams(['acme/risk']),
    github.checks.current(SHA),
    github.mergeQueue.groupOf(SHA),
  ]);

  expect(sent).toHaveLength(1);
  expect(sent.flatMap((query) => faultsOf(query))).toEqual([]);
});

/** What GitHub would say of the text; a variable that is not sent, or sent and not declared, is a fault as well. */
function faultsOf({ query, variables }: SentQuery): readonly string[] {
  const faults = validate(schema, parse(query)).map(({ message }) => message);
  const declared = [...query.matchAll(/\$(\w+):/g)].map(([, name]) => name);
  const undeclared = Object.keys(variables).filter((name) => !declared.includes(name));
  return [...faults, ...undeclared.map((name) => `$${name} is not declared`)];
}
