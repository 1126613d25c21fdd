import { isDeepStrictEqual } from 'node:util';
import { sha256 } from '@gatehouse/core';
import type { Policy } from '../policy.ts';
import { type Difference, deltaOf, type Judge, plainChange } from './difference.ts';
import type { PolicyDelta } from './policy-delta.ts';
import { POLICY_RULES } from './rules.ts';

/** What is compared: the parsed policy with the bytes of its keys and its waivers. */
export type ComparablePolicy = Pick<Policy, 'config' | 'keys' | 'waivers'>;

const WORST_FIRST: readonly PolicyDelta['kind'][] = ['loosened', 'changed', 'tightened'];

/**
 * Every rule that differs between the policy of the base branch and that of a head: loosened first, then what a person
 * must read, then tightened; each in the order of their places. Any difference of two configurations gives at least one.
 */
export function comparePolicies(base: ComparablePolicy, head: ComparablePolicy): readonly PolicyDelta[] {
  const deltas = [...differences([], comparable(base), comparable(head)), ...keyOrder(base, head)];
  return WORST_FIRST.flatMap((kind) => deltas.filter((delta) => delta.kind === kind));
}

/** The policy as nested names: what has an id stands under its id. */
function comparable({ config, keys, waivers }: ComparablePolicy): object {
  const { trust, ...rest } = config;
  const trusted = trust.keys.map(({ id, file, revoked }) => {
    const pem = keys.find((key) => key.id === id)?.publicKeyPem;
    return [id, { file, revoked, publicKey: pem === undefined ? null : sha256(pem) }] as const;
  });
  return {
    ...rest,
    trust: { ...trust, keys: Object.fromEntries(trusted) },
    waivers: Object.fromEntries(waivers.map(({ id, path: _, ...waiver }) => [id, waiver])),
  };
}

function differences(path: readonly string[], before: unknown, after: unknown): readonly PolicyDelta[] {
  if (isDeepStrictEqual(before, after)) return [];
  const difference: Difference = { path, before, after };
  const verdict = judgeOf(path)?.(difference) ?? null;
  if (verdict !== null) return [deltaOf(difference, verdict)];
  if (!isMapping(before) || !isMapping(after)) return [deltaOf(difference, plainChange(difference))];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => differences([...path, name], own(before, name), own(after, name)));
}

function judgeOf(path: readonly string[]): Judge | undefined {
  return POLICY_RULES.find(
    ({ pattern }) => pattern.length === path.length && pattern.every((name, at) => name === '*' || name === path[at]),
  )?.judge;
}

/** The order of the keys means nothing, but it is a difference. */
function keyOrder(base: ComparablePolicy, head: ComparablePolicy): readonly PolicyDelta[] {
  const [before, after] = [base, head].map(({ config }) => config.trust.keys.map(({ id }) => id));
  if (before === undefined || after === undefined || isDeepStrictEqual(before, after)) return [];
  if (!isDeepStrictEqual(before.toSorted(), after.toSorted())) return [];
  const difference: Difference = { path: ['trust', 'keys'], before, after };
  return [deltaOf(difference, { kind: 'changed', sentence: 'The keys are listed in another order.' })];
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
