import { ActionError, type CommitSha, ConfigError, type Fault, type ReasonCode, type TreeView } from '@gatehouse/core';
import { EMERGENCIES_FOLDER } from '../emergencies/emergency.ts';
import { draftPolicy, keyedPolicy, POLICY_FILE, type Policy } from '../policy.ts';
import { comparePolicies } from '../policy-changes/compare-policies.ts';
import type { PolicyDelta } from '../policy-changes/policy-delta.ts';
import type { UtcDay } from '../utc-day.ts';

/** What a pull request makes of the rules. */
export interface ProposedRules {
  readonly deltas: readonly PolicyDelta[];
  /** Why these rules must not come onto the default branch. */
  readonly faults: readonly Fault[];
  /** The kind of file that is at fault. */
  readonly faultCode: Extract<ReasonCode, 'policy-invalid' | 'waiver-invalid' | 'emergency-invalid'>;
  /** The declarations of emergencies at its head, by path. */
  readonly emergencyFiles: ReadonlyMap<string, Uint8Array>;
}

/** True when a pull request changes a file that is parsed as rules, so that its head must be read. */
export function changesParsedRules(base: Pick<Policy, 'config'>, files: readonly string[]): boolean {
  const keys = base.config.trust.keys.map(({ file }) => file);
  return files.some((file) => file === POLICY_FILE || file.startsWith('governance/') || keys.includes(file));
}

/**
 * What the default branch holds after the merge: its own files, and of those that the pull request changes the head's. A
 * branch that is behind takes nothing back that it does not touch.
 */
export function afterMerge(base: TreeView, head: TreeView, files: readonly string[]): TreeView {
  const folders = [...base.folders].map(([folder, own]) => {
    const kept = [...own].filter(([path]) => !files.includes(path));
    const brought = [...(head.folders.get(folder) ?? [])].filter(([path]) => files.includes(path));
    return [folder, new Map([...kept, ...brought])] as const;
  });
  const paths = [...new Set([...base.files.keys(), ...head.files.keys()])];
  const contents = paths.map((path) => [path, (files.includes(path) ? head : base).files.get(path) ?? null] as const);
  return { files: new Map(contents), folders: new Map(folders) };
}

/** Key files that the merged policy would name; empty when it cannot be read. */
export function proposedKeyFiles(merged: TreeView, headSha: CommitSha): readonly string[] {
  try {
    return draftPolicy(merged, headSha).keyFiles;
  } catch (error) {
    if (error instanceof ConfigError || error instanceof ActionError) return [];
    throw error;
  }
}

/**
 * Parses the rules after the merge and compares them with those of the base.
 *
 * @param merged what {@link afterMerge} gives, with the files that {@link proposedKeyFiles} names.
 */
export function proposedRules(
  base: Policy,
  merged: TreeView,
  about: { readonly headSha: CommitSha; readonly today: UtcDay },
): ProposedRules {
  const emergencyFiles = merged.folders.get(EMERGENCIES_FOLDER) ?? new Map<string, Uint8Array>();
  try {
    const draft = draftPolicy(merged, about.headSha, { today: about.today });
    const deltas = comparePolicies(base, keyedPolicy(draft, merged.files));
    return { deltas, faults: [], faultCode: 'policy-invalid', emergencyFiles };
  } catch (error) {
    return { deltas: [], ...faultsOf(error), emergencyFiles };
  }
}

function faultsOf(error: unknown): Pick<ProposedRules, 'faults' | 'faultCode'> {
  if (error instanceof ConfigError) {
    const { faults, reasonCode } = error;
    const named = reasonCode === 'waiver-invalid' || reasonCode === 'emergency-invalid';
    return { faults, faultCode: named ? reasonCode : 'policy-invalid' };
  }
  if (error instanceof ActionError && error.reasonCode === 'no-policy') {
    return { faults: [error.fault], faultCode: 'policy-invalid' };
  }
  throw error;
}
