import { ConfigError, type RecordedStage, type StageMove } from '@gatehouse/core';
import { immutableRelease } from '../fetch/read-release.ts';
import { type VerifiedRelease, verifyRelease } from '../fetch/verify-release.ts';
import type { RegistryReadPorts } from '../registry-ports.ts';
import { parseVersionTag } from '../version-tag.ts';
import { type AssignedStage, type AssignPorts, assignStage, stageMoved } from './assign-stage.ts';
import { newestOf } from './stage-in-force.ts';
import { requireStageRules, type StagePolicy } from './stage-rules.ts';

export interface MovePorts extends AssignPorts {
  readonly releases: RegistryReadPorts['releases'];
  /** Verifies what was signed about the version; throws when anything of it does not hold. */
  readonly verifyStatements: (version: VerifiedRelease & { readonly tag: string }) => Promise<void>;
}

export interface MoveRequest {
  readonly move: StageMove;
  readonly model: string;
  /** Stages of the policy. */
  readonly stages: readonly string[];
  readonly stage: string;
  /** Version tag that comes into the stage. */
  readonly version: string;
  /** The version that it is to take the place of, if that matters; another one there is `stage-moved`. */
  readonly replaces: string | null;
  readonly reason: string;
  readonly incident: string | null;
  readonly person: { readonly id: number; readonly login: string };
  readonly policy: StagePolicy;
}

export interface MovedStage extends AssignedStage {
  /** The version that was in the stage before, `null` for the first; the same one when nothing had to be done. */
  readonly before: string | null;
}

/**
 * Brings a version into a stage after everything about it was verified again: the rules of the stage, the immutable
 * release, every byte, and every signed statement. Nothing is written before all of it holds.
 *
 * @throws ConfigError for a name that is none of the policy or no version of the model.
 * @throws ActionError `refused`: `version-revoked`, `stage-rule-unmet`, `stage-moved`, `stage-broken`, `not-immutable`,
 *   `not-authorised`, `signature-invalid`; `integrity`: `digest-mismatch`; `ledger-broken`.
 */
export async function moveStage(request: MoveRequest, ports: MovePorts): Promise<MovedStage> {
  requireNames(request);
  const { model, stage, version, policy } = request;
  const recorded = await ports.stages.read(model);
  const seen = newestOf(recorded, stage);
  requireReplaced(request, seen);
  requireStageRules(request, policy, { recorded, now: ports.clock.now() });
  // Asked for first: a version that does not count is refused before gigabytes of it are read.
  await immutableRelease(ports, version);
  const verified = await verifyRelease(ports, { tag: version });
  await ports.verifyStatements({ ...verified, tag: version });
  const { move, reason, incident, person } = request;
  const { commit } = verified.manifest;
  const { modelDigest, release } = verified;
  const intent = { move, model, stage, version, commit, modelDigest, release: release.id, reason, incident, person };
  const assigned = await assignStage(ports, intent, seen);
  return { ...assigned, before: seen?.version ?? null };
}

function requireReplaced(request: MoveRequest, seen: RecordedStage | null): void {
  const { replaces, version } = request;
  // The version itself in the stage means that an earlier run of the same request came to its end.
  if (replaces === null || seen?.version === replaces || seen?.version === version) return;
  throw stageMoved(request, seen);
}

function requireNames(request: MoveRequest): void {
  const { model, stage, stages, version } = request;
  const faults = [];
  if (!stages.includes(stage)) {
    faults.push({
      where: 'Input "stage"',
      found: JSON.stringify(stage),
      allowed: stages.length === 0 ? 'The policy names no stage of this model' : `one of ${stages.join(', ')}`,
      remedy: 'Correct the name, or add it to "stages" in gatehouse.yml of the default branch',
    });
  }
  for (const [name, value] of [
    ['version', version],
    ['replaces', request.replaces],
  ] as const) {
    if (value === null || parseVersionTag(value)?.model === model) continue;
    faults.push({
      where: `Input "${name}"`,
      found: JSON.stringify(value),
      allowed: `a version tag of the model, such as ${model}@v1.0.0: branches, commits and candidates come into no stage`,
      remedy: 'Merge the pull request and name the version that publish-model made',
    });
  }
  if (faults.length > 0) throw new ConfigError(faults);
}
