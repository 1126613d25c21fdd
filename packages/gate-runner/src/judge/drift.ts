import {
  ActionError,
  type AggregateTables,
  type BaselineProfile,
  type Decision,
  type DecisionInput,
  type Digest,
  type DriftRules,
  type TableSource,
} from '@gatehouse/core';
import { evaluateDrift, type GateContext } from '@gatehouse/gates';
import { collectDrift } from '../collect/drift.ts';

/** The tables of a drift gate have these names, in the decide run and on the command line alike. */
export const DRIFT_TABLES = { data: 'data', reference: 'reference' } as const;

/** A table of a drift gate: an empty field of delimited text is a missing value. */
export function driftSource(name: keyof typeof DRIFT_TABLES, files: readonly string[]): TableSource {
  return { name, files, missing: [''] };
}

/** A profile and the digest of its file. */
export interface NamedProfile {
  readonly profile: BaselineProfile;
  readonly digest: Digest;
}

/** What a drift gate judges, wherever it comes from. */
export interface JudgedTables {
  readonly tables: AggregateTables;
  /** `null` where the table `reference` is open. */
  readonly profile: NamedProfile | null;
  /** Digests that tables and profile must have, by name. */
  readonly expected: ReadonlyMap<string, Digest>;
  readonly about: Pick<GateContext, 'subject' | 'policyDigest'>;
}

/**
 * Judges drift: in the decide run and on the command line, the same of the same bytes.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`, for other bytes than expected, and all of `collectDrift`.
 */
export async function judgeDrift(config: DriftRules, judged: JudgedTables): Promise<Decision> {
  const { tables, profile, expected, about } = judged;
  const inputs: DecisionInput[] = [];
  for (const name of profile === null ? Object.values(DRIFT_TABLES) : [DRIFT_TABLES.data]) {
    const { digest, rows } = await tables.describe(name);
    inputs.push({ name, digest, rows });
  }
  if (profile !== null) inputs.push({ name: 'profile', digest: profile.digest, rows: profile.profile.rows });
  for (const { name, digest } of inputs) requireDigest(name, digest, expected.get(name));
  const reference = profile === null ? { table: DRIFT_TABLES.reference } : { profile: profile.profile };
  const compared = await collectDrift({ tables, current: DRIFT_TABLES.data, reference }, config);
  const isItsReference = isSameData(inputs, profile);
  return evaluateDrift({ config, context: { ...about, inputs }, ...compared, isItsReference });
}

function isSameData(inputs: readonly DecisionInput[], profile: NamedProfile | null): boolean {
  const digestOf = (name: string): Digest | undefined => inputs.find((input) => input.name === name)?.digest;
  const known = profile === null ? digestOf(DRIFT_TABLES.reference) : profile.profile.datasetDigest;
  return known === digestOf(DRIFT_TABLES.data);
}

function requireDigest(name: string, found: Digest, allowed: Digest | undefined): void {
  if (allowed === undefined || allowed === found) return;
  throw new ActionError(
    'integrity',
    {
      where: `gates.drift: ${name}`,
      found,
      allowed: `the bytes that the policy names: ${allowed}`,
      remedy:
        'Fetch the bytes that the configuration names, or change them and their digest together in a reviewed pull request',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
