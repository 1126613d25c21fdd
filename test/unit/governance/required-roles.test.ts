import { type Account, ConfigError } from '@gatehouse/core';
import { readRoleMembers, requiredRoles } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';

const approvals: Parameters<typeof requiredRoles>[0]['approvals'] = {
  roles: {
    validator: { users: ['validator'], teams: [] },
    'risk-officer': { users: ['risk-officer', 'gone'], teams: ['acme/risk', 'acme/hidden'] },
    'policy-owner': { users: ['owner'], teams: ['acme/risk'] },
  },
  tiers: { high: ['validator', 'risk-officer'], limited: ['validator'], minimal: ['nobody'] },
  'policy-role': 'policy-owner',
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
  evaluate: { ...evaluate, command: [...evaluate.command], files: [...evaluate.files] },
  ...change,
});

describe('requiredRoles', () => {
  const policyFiles = ['keys/release.pem'];
  it.each([
    ['code', ['train.js'], ['validator', 'risk-officer']],
    ['no file', [], ['validator', 'risk-officer']],
    ['the policy', ['gatehouse.yml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a waiver', ['governance/waivers.yaml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a workflow', ['a.js', '.github/workflows/train.yml'], ['validator', 'risk-officer', 'policy-owner']],
    ['a trusted key', ['keys/release.pem'], ['validator', 'risk-officer', 'policy-owner']],
    ['the evaluation code', ['evaluation/predict.js'], ['validator', 'risk-officer', 'policy-owner']],
    [
      'a workflow whose name holds a line separator',
      ['.github/workflows/tidy\u2028.yml'],
      ['validator', 'risk-officer', 'policy-owner'],
    ],
    ['a name that nobody can read', ['lib/a\nb.mjs'], ['validator', 'risk-officer', 'policy-owner']],
    ['a file that looks like policy', ['sub/gatehouse.yml', 'x.pem'], ['validator', 'risk-officer']],
  ])('a change of %s', (_, files, roles) => {
    expect(requiredRoles(model('high'), { files, policyFiles })).toEqual(roles);
  });

  it('keeps its own paths whatever the globs of the evaluation exclude', () => {
    const files = ['**', '!**/*.yml', '!governance/**'];
    const own = model('high', { evaluate: { ...evaluate, command: [...evaluate.command], files } });

    for (const file of ['gatehouse.yml', 'governance/keys/a.pem', 'keys/release.pem']) {
      expect(requiredRoles(own, { files: [file], policyFiles }), file).toContain('policy-owner');
    }
  });

  it('asks nobody more when the candidate brings its own inference code', () => {
    const own = model('high', { evaluate: { ...evaluate, code: 'candidate' } });

    expect(requiredRoles(own, { files: ['evaluation/predict.js'], policyFiles })).toEqual([
      'validator',
      'risk-officer',
    ]);
  });

  it('names a role once', () => {
    const both = { ...approvals, 'policy-role': 'validator' };

    expect(requiredRoles(model('limited', { approvals: both }), { files: ['gatehouse.yml'], policyFiles })).toEqual([
      'validator',
    ]);
  });

  it('refuses a tier without roles and a role without definition', () => {
    const noTier = { ...approvals, tiers: {} };

    expect(() => requiredRoles(model('high', { approvals: noTier }), { files: [], policyFiles })).toThrow(ConfigError);
    expect(() => requiredRoles(model('minimal'), { files: [], policyFiles })).toThrow('"nobody" is not defined');
  });
});

describe('readRoleMembers', () => {
  const ids: Readonly<Record<string, number>> = { validator: 1, 'risk-officer': 2, owner: 3 };
  const person = (id: number): Account => ({ id, login: `user-${id}`, type: 'User' });
  const people = {
    account: (login: string) => Promise.resolve(ids[login] === undefined ? null : person(ids[login])),
    teamMembers: (team: string) => Promise.resolve(team === 'acme/risk' ? [person(2), person(4)] : null),
  };

  it('joins users and teams by id and says when a team is unreadable', async () => {
    expect(await readRoleMembers({ approvals }, ['validator', 'risk-officer', 'policy-owner'], people)).toEqual([
      { role: 'validator', memberIds: new Set([1]), complete: true },
      { role: 'risk-officer', memberIds: new Set([2, 4]), complete: false },
      { role: 'policy-owner', memberIds: new Set([3, 2, 4]), complete: true },
    ]);
  });
});
