import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const GOOD = readFileSync(join(import.meta.dirname, 'fixtures', 'gatehouse.yml'), 'utf8');
const ROLE = 'policy-role: risk';

function withEmergency(block: string): string {
  expect(GOOD).toContain(ROLE);
  return GOOD.replace(ROLE, `${ROLE}\n      emergency: ${block}`);
}

function faultsOf(block: string): string {
  try {
    parseConfig(withEmergency(block));
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('approvals.emergency', () => {
  it('is absent unless it is written', () => {
    expect(parseConfig(GOOD).models['mortgage-approval']?.approvals.emergency).toBeUndefined();
  });

  it('has a quorum of one unless it says otherwise', () => {
    const config = parseConfig(withEmergency('{ roles: [risk] }'));

    expect(config.models['mortgage-approval']?.approvals.emergency).toEqual({ roles: ['risk'], quorum: 1 });
  });

  it.each([
    ['an unknown role', '{ roles: [riks] }', 'got the unknown role "riks". The roles are validator, risk.'],
    ['a role twice', '{ roles: [risk, risk] }', 'got "risk" a second time'],
    ['no role', '{ roles: [] }', 'approvals.emergency.roles": got a list'],
    ['a quorum of nobody', '{ roles: [risk], quorum: 0 }', 'It must be a whole number at least 1 and at most 20'],
    ['a quorum of half a person', '{ roles: [risk], quorum: 1.5 }', 'It must be a whole number'],
    ['another key', '{ roles: [risk], people: 2 }', 'got the unknown key "people"'],
  ])('refuses %s', (_, block, expected) => {
    expect(faultsOf(block)).toContain(expected);
  });
});

describe('a quorum', () => {
  const usersOnly = (quorum: number): string =>
    withEmergency(`{ roles: [one, two], quorum: ${quorum} }`).replace(
      '      roles:\n',
      '      roles:\n        one: { users: [anna, ben] }\n        two: { users: [Ben, carl] }\n',
    );

  it('may be all who hold the roles, counted once', () => {
    expect(() => parseConfig(usersOnly(3))).not.toThrow();
  });

  it('may not be more', () => {
    expect(() => parseConfig(usersOnly(4))).toThrow('got a quorum of 4. The roles one, two have 3 holders.');
  });

  it('is not counted where a team holds a role', () => {
    const teams = usersOnly(4).replace('two: { users: [Ben, carl] }', 'two: { teams: [bank/risk] }');

    expect(() => parseConfig(teams)).not.toThrow();
  });
});
