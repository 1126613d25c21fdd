import type { Policy } from '../policy.ts';
import type { PolicyDelta } from './policy-delta.ts';

/** What is compared: the parsed policy with the bytes of its keys and its waivers. */
export type ComparablePolicy = Pick<Policy, 'config' | 'keys' | 'waivers'>;

/**
 * Every rule that differs between the policy of the base branch and that of a head: loosened first, then what a person
 * must read, then tightened.
 */
export function comparePolicies(base: ComparablePolicy, head: ComparablePolicy): readonly PolicyDelta[] {
  throw new TypeError(`${Object.keys(base).length} and ${Object.keys(head).length} parts cannot be compared yet`);
}
