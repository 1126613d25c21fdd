import { type Account, ConfigError } from '@gatehouse/core';
import { mergedRoles, type PolicyChange, peopleToAsk, requiredRoles, roleMembers } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';

const approvals: Parameters<typeof requiredRoles>[0]['approvals'] = {
  roles: {
    validator: { users: ['validator'], teams: [] },
    'risk-officer': { users: ['risk-officer', 'gone'], teams: ['acme/risk', 'acme/hidden'] },
    'policy-owner': { users: ['owner'], teams: ['acme/risk'] },
  },
  tiers: { high: ['validator', 'risk-officer'], limited: ['validator'], minimal: ['nobody'] },
  'policy-role': 'policy-owner',
  bots: [],
};

const evaluate = {
  command: ['node', 'evaluate.js'],
  files: ['evaluation/**'],
  code: 'base',
  'timeout-minutes': 1,
} as const;
const model = (tier: 'high' | 'limited' | 'minimal', change: object = {}): Parameters<typeof requiredRoles>[0] => ({
  tier,
  approvals,
  deploy: { production: { command: ['node', 'deploy.js'], files: ['deploy.js', 'deploy/**'], 'timeout-minutes': 1 } },
  evaluate: { ...evaluate, command: [...evaluate.command], files: [...evaluate.files] },
  ...change,
});

const namesOf = (...asked: Parameters<typeof requiredRoles>): readonly string[] =>
  requiredRoles(...asked).map(({ role }) => role);
const change = (files: readonly string[], declarations: readonly string[] = []): PolicyChange => ({
  files,
  policyFiles: ['keys/release.pem'],
  declarations,
});

describe('requiredRoles', () => {
  it.each([
    ['code', ['train.js'], ['validator', 'risk-officer']],
    ['no file', [], ['validator', 'risk-officer']],
    ['the policy', ['gatehouse.yml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a waiver', ['governance/waivers.yaml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a workflow', ['a.js', '.github/workflows/train.yml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a trusted key', ['keys/release.pem'], ['validator', 'risk-officer', 'policy-owner']],
    ['the deployment code', ['deploy/target.js'], ['validator', 'risk-officer', 'policy-owner']],
    ['the evaluation code', ['evaluation/predict.js'], ['validator', 'risk-officer', 'policy-owner']],
    [
      'a workflow whose name holds a line separator',
      ['.github/workflows/tidy\u2028.yml'],
      ['validator', 'risk-officer', 'policy-owner'],
    ],
    ['a name that nobody can read', ['lib/a\nb.mjs'], ['validator', 'risk-officer', 'policy-owner']],
    ['an emergency on the base', ['governance/emergencies/old.yaml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a file that looks like policy', ['sub/gatehouse.yml', 'x.pem'], ['validator', 'risk-officer']],
  ])('a change of %s', (_, files, roles) => {
    expect(namesOf(model('high'), change(files))).toEqual(roles);
  });

  it('keeps its own paths whatever the globs of the evaluation exclude', () => {
    const files = ['**', '!**/*.yml', '!governance/**'];
    const own = model('high', { evaluate: { ...evaluate, command: [...evaluate.command], files } });

    for (const file of ['gatehouse.yml', 'governance/keys/a.pem', 'keys/release.pem']) {
      expect(namesOf(own, change([file])), file).toContain('policy-owner');
    }
  });

  it('asks nobody more when the candidate brings its own inference code', () => {
    const own = model('high', { evaluate: { ...evaluate, code: 'candidate' } });

    expect(namesOf(own, change(['evaluation/predict.js']))).toEqual(['validator', 'risk-officer']);
  });

  it('names a role once', () => {
    const both = { ...approvals, 'policy-role': 'validator' };

    expect(namesOf(model('limited', { approvals: both }), change(['gatehouse.yml']))).toEqual(['validator']);
  });

  it('refuses a tier without roles and a role without definition', () => {
    const noTier = { ...approvals, tiers: {} };

    expect(() => namesOf(model('high', { approvals: noTier }), change([]))).toThrow(ConfigError);
    expect(() => namesOf(model('minimal'), change([]))).toThrow('"nobody" is not defined');
  });
});

describe('a declared emergency', () => {
  it('is no rule, and other files of its folder are', () => {
    const declared = 'governance/emergencies/outage.yaml';

    expect(namesOf(model('limited'), change([declared], [declared]))).toEqual(['validator']);
    expect(namesOf(model('limited'), change([declared, 'governance/x'], [declared]))).toContain('policy-owner');
  });
});

describe('mergedRoles', () => {
  const role = (users: readonly string[], name = 'owner') => ({ role: name, users, teams: [] });

  it('names equal holders once and tells others of the same name apart', () => {
    const merged = mergedRoles([role(['a', 'b']), role(['b', 'a']), role(['c']), role(['c']), role(['c'], 'risk')]);

    expect(merged.map(({ role: name, users }) => [name, users])).toEqual([
      ['owner', ['a', 'b']],
      ['owner (2)', ['c']],
      ['risk', ['c']],
    ]);
  });
});

describe('roleMembers', () => {
  const ids: Readonly<Record<string, number>> = { validator: 1, 'risk-officer': 2, owner: 3 };
  const person = (id: number): Account => ({ id, login: `user-${id}`, type: 'User' });
  const roles = Object.entries(approvals.roles).map(([role, holders]) => ({ role, ...holders }));
  const known = {
    accounts: new Map(
      peopleToAsk(roles).logins.map((login) => [login, ids[login] === undefined ? null : person(ids[login])] as const),
    ),
    teams: new Map(
      peopleToAsk(roles).teams.map((team) => [team, team === 'acme/risk' ? [person(2), person(4)] : null] as const),
    ),
  };

  it('asks for each login and team once', () => {
    expect(peopleToAsk(roles)).toEqual({
      logins: ['validator', 'risk-officer', 'gone', 'owner'],
      teams: ['acme/risk', 'acme/hidden'],
    });
  });

  it('joins users and teams by id and says when a team is unreadable', () => {
    const found = roleMembers(roles, known).map(({ role, members, complete }) => [
      role,
      members.map(({ id }) => id),
      complete,
    ]);

    expect(found).toEqual([
      ['validator', [1], true],
      ['risk-officer', [2, 4], false],
      ['policy-owner', [3, 2, 4], true],
    ]);
  });

  it.each([
    ['a team', { ...known, teams: new Map() }],
    ['a login', { ...known, accounts: new Map() }],
  ])('knows that it does not know %s that was not asked for', (_, partly) => {
    expect(roleMembers(roles, partly).some(({ complete }) => !complete)).toBe(true);
  });
});
