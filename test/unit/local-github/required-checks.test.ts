import { describe, expect, test } from 'vitest';
import type { User } from '../../../packages/local-github/src/model.ts';
import type { CheckRunRecord, RepositoryRecord, StatusRecord } from '../../../packages/local-github/src/records.ts';
import { matchesRefPattern } from '../../../packages/local-github/src/rules/ref-pattern.ts';
import { unmetChecks } from '../../../packages/local-github/src/rules/required-checks.ts';
import { ACTIONS_APP_ID, ACTIONS_BOT_ID, createState } from '../../../packages/local-github/src/state.ts';

const SHA = 'a'.repeat(40);
const NOW = new Date('2026-11-23T08:00:00Z');
const state = createState(() => NOW);
const person: User = { id: 7, login: 'author', type: 'User', emails: [] };
const bot = state.users.get(ACTIONS_BOT_ID) ?? person;

type Conclusion = CheckRunRecord['conclusion'];
/** App, conclusion (`null`: still running), suite (that of the App, unless another is named). */
type Run = readonly [number, Conclusion, number?];
type Status = readonly [User, StatusRecord['state']];

function unmet(runs: readonly Run[], statuses: readonly Status[], appId: number | null, sha = SHA): readonly string[] {
  const checkRuns = runs.map(([app, conclusion, suite = app], index) => ({
    id: index + 1,
    suiteId: suite,
    appId: app,
    name: 'gate',
    headSha: SHA,
    status: conclusion === null ? ('in_progress' as const) : ('completed' as const),
    conclusion,
    detailsUrl: null,
    externalId: '',
    startedAt: null,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  }));
  const records = statuses.map(([creator, result], index) => ({
    id: index + 1,
    sha: SHA,
    context: 'gate',
    state: result,
    description: null,
    targetUrl: null,
    creator,
    createdAt: NOW,
  }));
  const repository: Pick<RepositoryRecord, 'checkRuns' | 'statuses'> = { checkRuns, statuses: records };
  return unmetChecks(state, repository, { sha, checks: [{ context: 'gate', appId }] });
}

const OWN = 99;
const cases: readonly {
  name: string;
  runs?: readonly Run[];
  statuses?: readonly Status[];
  appId?: number;
  says: string | null;
}[] = [
  { name: 'nothing blocks', says: 'is expected' },
  { name: 'success passes', runs: [[OWN, 'success']], says: null },
  { name: 'neutral passes', runs: [[OWN, 'neutral']], says: null },
  { name: 'skipped passes', runs: [[OWN, 'skipped']], says: null },
  { name: 'failure blocks', runs: [[OWN, 'failure']], says: 'is failing' },
  { name: 'action_required blocks', runs: [[OWN, 'action_required']], says: 'is failing' },
  { name: 'cancelled blocks', runs: [[OWN, 'cancelled']], says: 'is failing' },
  { name: 'stale blocks', runs: [[OWN, 'stale']], says: 'is failing' },
  { name: 'a run that goes on blocks', runs: [[OWN, null]], says: 'is pending' },
  {
    name: 'the newest run of an App counts: green, then red',
    runs: [
      [OWN, 'success'],
      [OWN, 'failure'],
    ],
    says: 'is failing',
  },
  {
    name: 'the newest run of an App counts: red, then green',
    runs: [
      [OWN, 'failure'],
      [OWN, 'success'],
    ],
    says: null,
  },
  {
    name: 'every App counts when none is named',
    runs: [
      [OWN, 'failure'],
      [ACTIONS_APP_ID, 'success'],
    ],
    says: 'is failing',
  },
  {
    name: 'a forged check of another App is not the expected one',
    runs: [[ACTIONS_APP_ID, 'success']],
    appId: OWN,
    says: 'was not set by the expected GitHub App',
  },
  {
    name: 'a forged check does not outweigh the expected one',
    runs: [
      [OWN, 'failure'],
      [ACTIONS_APP_ID, 'success'],
    ],
    appId: OWN,
    says: 'is failing',
  },
  {
    name: 'a check of the expected App passes beside others',
    runs: [
      [ACTIONS_APP_ID, 'failure'],
      [OWN, 'success'],
    ],
    appId: OWN,
    says: null,
  },
  {
    name: 'a red run left behind in another suite of the same App blocks',
    runs: [
      [ACTIONS_APP_ID, 'failure', 1],
      [ACTIONS_APP_ID, 'success', 2],
    ],
    says: 'is failing',
  },
  { name: 'timed_out blocks', runs: [[OWN, 'timed_out']], says: 'is failing' },
  { name: 'a status passes', statuses: [[person, 'success']], says: null },
  {
    name: 'the newest status counts',
    statuses: [
      [person, 'success'],
      [person, 'pending'],
    ],
    says: 'is pending',
  },
  {
    name: 'check and status of one name must both pass',
    runs: [[OWN, 'success']],
    statuses: [[person, 'failure']],
    says: 'is failing',
  },
  {
    name: "a person's status is not the expected App's",
    statuses: [[person, 'success']],
    appId: ACTIONS_APP_ID,
    says: 'was not set by the expected',
  },
  { name: "the expected App's bot may set a status", statuses: [[bot, 'success']], appId: ACTIONS_APP_ID, says: null },
];

describe('a required check', () => {
  test.each(cases)('$name', ({ runs = [], statuses = [], appId = null, says }) => {
    const problems = unmet(runs, statuses, appId);

    expect(problems).toHaveLength(says === null ? 0 : 1);
    expect(problems.join()).toContain(says ?? '');
  });

  test('counts for its own commit only', () => {
    expect(unmet([[OWN, 'success']], [], null, 'b'.repeat(40))).toHaveLength(1);
  });
});

describe('patterns of refs', () => {
  const patterns = [
    ['refs/tags/*@*', 'refs/tags/m@v1.0.0', true],
    ['refs/tags/*@*', 'refs/tags/a/m@v1', false],
    ['release/*', 'release/1', true],
    ['release/*', 'release/1/2', false],
    ['release/**/*', 'release/1/2', true],
    ['release/**/*', 'release/1', true],
    ['v?.0', 'v1.0', true],
    ['v?.0', 'v1x0', false],
    ['v[12]', 'v2', true],
    ['v[!12]', 'v2', false],
    ['main', 'main2', false],
    ['a.b', 'axb', false],
  ] as const;

  test.each(patterns)('%s and %s: %s', (pattern, name, expected) => {
    expect(matchesRefPattern(pattern, name)).toBe(expected);
  });
});
