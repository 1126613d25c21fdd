import type { Clock, People, Releases, RepositoryContents, Tags, WorkflowRuns } from '@gatehouse/core';
import {
  createStageLedger,
  type EvidenceStore,
  modelOf,
  readPolicy,
  requireStageMover,
  trustRootOf,
  verifyVersionStatements,
} from '@gatehouse/governance';
import { type ClaimPatience, type MovedStage, moveStage, requireIncident, requireReason } from '@gatehouse/registry';

export interface RollbackPorts {
  readonly contents: RepositoryContents;
  readonly releases: Pick<Releases, 'byTag' | 'download'>;
  readonly tags: Tags;
  readonly people: Pick<People, 'accounts' | 'teams'>;
  readonly runs: Pick<WorkflowRuns, 'get'>;
  readonly evidence: EvidenceStore;
  readonly clock: Clock;
  readonly patience: ClaimPatience;
}

export interface RollbackRequest {
  readonly model: string;
  readonly version: string;
  readonly stage: string;
  readonly reason: string;
  /** The version that went wrong. */
  readonly replaces: string | null;
  /** Address of the issue about what went wrong. */
  readonly incident: string;
  /** The run that asks: whoever started it last is the person of the ledger. */
  readonly runId: number;
  readonly repositoryUrl: string;
}

/**
 * Brings back a version that was in the stage before: verified anew like any other, with the reason and the incident.
 *
 * @throws ConfigError for what the policy does not name.
 * @throws ActionError as `moveStage` and `requireStageMover` do.
 */
export async function rollbackModel(request: RollbackRequest, ports: RollbackPorts): Promise<MovedStage> {
  const { model, stage, reason, incident } = request;
  requireReason(reason);
  requireIncident(incident);
  const policy = await readPolicy(
    ports.contents,
    await ports.contents.branchHead(await ports.contents.defaultBranch()),
  );
  const config = modelOf(policy, model);
  ports.evidence.requireTrustedSigner(trustRootOf(policy));
  const { id, login } = (await ports.runs.get(request.runId)).triggeringActor;
  const mover = { id, login };
  await requireStageMover(ports.people, config, { stage, mover });
  return moveStage(
    {
      ...request,
      move: 'rolled-back',
      stages: config.stages,
      person: mover,
      policy: { rule: config['stage-rules'][stage], revoked: config['revoked-versions'] },
    },
    {
      ...ports,
      stages: createStageLedger(ports.evidence, trustRootOf(policy)),
      verifyStatements: async (version) => void (await verifyVersionStatements(policy, version, request)),
    },
  );
}
