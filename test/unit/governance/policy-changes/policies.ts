import { parseConfig } from '@gatehouse/core';
import { type ComparablePolicy, comparePolicies, type PolicyDelta } from '@gatehouse/governance';
import { expect } from 'vitest';
import { EXAMPLE_POLICY } from '../example-policy.ts';

/** The example's policy with something of everything. */
export const RICH = EXAMPLE_POLICY.replace(
  '        high: [validation, risk]',
  '        high: [validation, risk]\n        limited: [validation]',
)
  .replace(
    '    stages: [production]',
    '      bots: ["dependabot[bot]"]\n      emergency: { roles: [risk, policy-owner], quorum: 2 }\n    stages: [production]',
  )
  .replace(
    'auc: { floor: 0.70, margin: 0.03 }',
    'auc: { floor: 0.70, margin: 0.03 }\n          accuracy: { margin: 0.02 }',
  )
  .replace(
    'false-positive-rate-difference: { limit: 0.10 }',
    'false-positive-rate-difference: { limit: 0.10 }\n          selection-rate-difference: { limit: 0.2 }\n          selection-rate-ratio: { limit: 0.8 }',
  );
export const FILE =
  'file: governance/keys/governance.pem # its private half is a secret of the environment "governance"';

/** A policy as it is compared. */
export function policy(text = RICH, rest: Partial<ComparablePolicy> = {}): ComparablePolicy {
  const config = parseConfig(text);
  const keys = config.trust.keys.map(({ id, revoked }) => ({ id, publicKeyPem: `key ${id}`, revoked }));
  return { config, keys, waivers: [], ...rest };
}

export const M = 'models.mortgage-approval';
const OPPOSITE = { loosened: 'tightened', tightened: 'loosened', changed: 'changed' } as const;

/** A row of the tables: name, text, its replacement, kind, path, part of the sentence, kind of the way back. */
export type RuleCase = readonly [string, string, string, PolicyDelta['kind'], string, string, PolicyDelta['kind']?];

/** Checks one row both ways. */
export function expectRule([, from, to, kind, path, sentence, back = OPPOSITE[kind]]: RuleCase): void {
  expect(RICH).toContain(from);
  const head = policy(RICH.replace(from, to));
  const there = comparePolicies(policy(), head);
  const returned = comparePolicies(head, policy());

  expect(there).toEqual([expect.objectContaining({ kind, path, sentence: expect.stringContaining(sentence) })]);
  expect(returned.map((delta) => [delta.kind, delta.path])).toEqual([[back, path]]);
}
