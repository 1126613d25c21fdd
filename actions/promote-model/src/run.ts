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
import { type ClaimPatience, type MovedStage, moveStage, requireReason } from '@gatehouse/registry';

export interface PromotePorts {
  readonly contents: RepositoryContents;
  readonly releases: Pick<Releases, 'byTag' | 'download'>;
  readonly tags: Tags;
  readonly people: Pick<People, 'accounts' | 'teams'>;
  readonly runs: Pick<WorkflowRuns, 'get'>;
  readonly evidence: EvidenceStore;
  readonly clock: Clock;
  readonly patience: ClaimPatience;
}

export interface PromoteRequest {
  readonly model: string;
  readonly version: string;
  readonly stage: string;
  readonly reason: string;
  readonly replaces: string | null;
  /** The run that asks: whoever started it last is the person of the ledger. */
  readonly runId: number;
  readonly repositoryUrl: string;
}

/**
 * Promotes a version: policy and roles of the default branch, then everything about the version, then tag and ledger.
 *
 * @throws ConfigError for what the policy does not name.
 * @throws ActionError as `moveStage` and `requireStageMover` do.
 */
export async function promoteModel(request: PromoteRequest, ports: PromotePorts): Promise<MovedStage> {
  const { model, stage, reason } = request;
  requireReason(reason);
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
      move: 'promoted',
      stages: config.stages,
      incident: null,
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
