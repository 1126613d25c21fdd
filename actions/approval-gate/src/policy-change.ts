import { keysByHint } from '@gatehouse/attest';
import { ActionError, type CommitSha, ConfigError, type RepositoryContents } from '@gatehouse/core';
import {
  comparePolicies,
  completePolicy,
  draftPolicy,
  type EvidenceState,
  type EvidenceStore,
  type KeyedPolicy,
  keyedPolicy,
  type LedgerEntry,
  type LedgerFact,
  POLICY_SUBJECT,
  POLICY_WANTED,
  type Policy,
  trustRootOf,
} from '@gatehouse/governance';
import type { BaseRules } from './base-rules.ts';

export interface PolicyChangePorts {
  readonly contents: Pick<RepositoryContents, 'readAt'>;
  readonly evidence: Pick<EvidenceStore, 'readState' | 'record'>;
}

/**
 * Writes into the ledger that the default branch has another policy than the ledger knows: which rules were loosened and
 * which keys were revoked. A policy that the ledger's newest entries do not name is written again, without comparison.
 */
export async function recordNewPolicy(rules: BaseRules, ports: PolicyChangePorts): Promise<void> {
  const { files } = await ports.contents.readAt(rules.commit, { files: rules.draft.keyFiles });
  const policy = completePolicy(rules.draft, { files, tree: await rules.tree });
  const trustRoot = trustRootOf(policy);
  const state = await ports.evidence.readState({}, trustRoot);
  const known = newestPolicyEntry(state);
  if (known?.facts.policyDigest === policy.digest) return;
  const fact = policyFact(policy, known, await policyAt(ports.contents, known?.facts.commit));
  await ports.evidence.record(
    state,
    (now) =>
      newestPolicyEntry(now)?.facts.policyDigest === policy.digest ? null : { facts: [fact], files: new Map() },
    trustRoot,
  );
}

/** The newest entry about the policy of the default branch, among the newest of the ledger. */
function newestPolicyEntry({ window }: EvidenceState): LedgerEntry | null {
  const isPolicy = ({ kind, pull, subject }: LedgerEntry): boolean =>
    kind === 'policy-changed' && pull === null && subject.model === POLICY_SUBJECT;
  return window.findLast(({ entry }) => isPolicy(entry))?.entry ?? null;
}

function policyFact(policy: Policy, known: LedgerEntry | null, before: KeyedPolicy | null): LedgerFact {
  const deltas = before === null ? [] : comparePolicies(before, policy);
  const loosened = deltas.filter(({ kind }) => kind === 'loosened').map(({ sentence }) => sentence.slice(0, 1000));
  const revoked = revokedKeys(policy).filter((hint) => before === null || !revokedKeys(before).includes(hint));
  const previous = known?.facts.policyDigest;
  return {
    kind: 'policy-changed',
    reasonCode: 'policy-changed',
    subject: { model: POLICY_SUBJECT, modelDigest: null },
    pull: null,
    people: [],
    facts: {
      policyDigest: policy.digest,
      commit: policy.commit,
      ...(previous === undefined ? {} : { previousPolicyDigest: previous }),
      ...(before === null ? {} : { loosened: loosened.slice(0, 500) }),
      ...(revoked.length === 0 ? {} : { revokedKeys: revoked.slice(0, 100) }),
    },
  };
}

function revokedKeys(policy: Pick<Policy, 'keys'>): readonly string[] {
  return [...keysByHint(trustRootOf(policy))].filter(([, { revoked }]) => revoked).map(([hint]) => hint);
}

/** The policy that the ledger knows, to compare with; `null` when it cannot be read any more. */
async function policyAt(
  contents: PolicyChangePorts['contents'],
  commit: CommitSha | undefined,
): Promise<KeyedPolicy | null> {
  if (commit === undefined) return null;
  try {
    const draft = draftPolicy(await contents.readAt(commit, POLICY_WANTED), commit);
    return keyedPolicy(draft, (await contents.readAt(commit, { files: draft.keyFiles })).files);
  } catch (error) {
    // A comparison is for readers. That the policy is another one is recorded with or without it.
    if (error instanceof ConfigError || error instanceof ActionError) return null;
    throw error;
  }
}
