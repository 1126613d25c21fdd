import { describe, it } from 'vitest';
import { expectRule, FILE, M, type RuleCase } from './policies.ts';

const rows: readonly RuleCase[] = [
  ['tier lowered', 'tier: high', 'tier: limited', 'loosened', `${M}.tier`, 'the tier changes from high to limited'],
  [
    'role dropped from the tier',
    'high: [validation, risk]',
    'high: [validation]',
    'loosened',
    `${M}.approvals.tiers.high`,
    'the tier high loses risk: a role is not asked any more.',
  ],
  [
    'role of the tier replaced',
    'high: [validation, risk]',
    'high: [validation, policy-owner]',
    'loosened',
    `${M}.approvals.tiers.high`,
    'loses risk and gains policy-owner',
    'loosened',
  ],
  [
    'tier named',
    'high: [validation, risk]',
    'high: [validation, risk]\n        minimal: [risk]',
    'changed',
    `${M}.approvals.tiers.minimal`,
    'it names its roles now',
    'loosened',
  ],
  [
    'user added to a role',
    'users: [platform-engineer]',
    'users: [platform-engineer, mallory]',
    'loosened',
    `${M}.approvals.roles.policy-owner.users`,
    'users gains mallory: somebody may approve who could not.',
  ],
  [
    'team added to a role',
    'teams: [bank/risk]',
    'teams: [bank/risk, bank/all]',
    'loosened',
    `${M}.approvals.roles.risk.teams`,
    'teams gains bank/all',
  ],
  [
    'bot added',
    '["dependabot[bot]"]',
    '["dependabot[bot]", "github-actions[bot]"]',
    'loosened',
    `${M}.approvals.bots`,
    'approvals.bots gains "github-actions[bot]": nobody is known to stand behind what they push.',
  ],
  [
    'role defined',
    'policy-owner: { users',
    'extra: { users: [a] }\n        policy-owner: { users',
    'changed',
    `${M}.approvals.roles.extra`,
    'is new',
  ],
  [
    'policy role',
    'policy-role: policy-owner',
    'policy-role: risk',
    'loosened',
    `${M}.approvals.policy-role`,
    'from policy-owner to risk',
    'loosened',
  ],
  [
    'emergency allowed',
    '      emergency: { roles: [risk, policy-owner], quorum: 2 }\n',
    '',
    'tightened',
    `${M}.approvals.emergency`,
    'approvals.emergency is removed',
  ],
  [
    'quorum lowered',
    'quorum: 2',
    'quorum: 1',
    'loosened',
    `${M}.approvals.emergency.quorum`,
    'fewer people approve an emergency',
  ],
  [
    'emergency role added',
    '[risk, policy-owner], quorum',
    '[risk, policy-owner, validation], quorum',
    'loosened',
    `${M}.approvals.emergency.roles`,
    'gains validation',
  ],
  [
    'key added',
    FILE,
    `${FILE}\n    - id: second\n      file: second.pem`,
    'loosened',
    'trust.keys.second',
    'The key "second" is added: one more key may sign.',
  ],
  [
    'revoked key added',
    FILE,
    `${FILE}\n    - { id: second, file: second.pem, revoked: true }`,
    'changed',
    'trust.keys.second',
    'it is revoked already',
    'tightened',
  ],
  ['key file moved', FILE, 'file: elsewhere.pem', 'changed', 'trust.keys.governance.file', 'elsewhere.pem'],
];

describe('a change of who approves or signs', () => {
  it.each(rows.map((row) => ({ name: row[0], row })))('$name', ({ row }) => {
    expectRule(row);
  });
});
