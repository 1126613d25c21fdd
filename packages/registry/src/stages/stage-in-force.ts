import { ActionError, type RecordedStage, type StageLedger, type Tags } from '@gatehouse/core';
import { formatStageTag } from './gto-tag.ts';
import { assignmentFinding, type StageFinding } from './stage-findings.ts';

/** What reading a stage needs: nothing that writes. */
export interface StageReadPorts {
  readonly stages: Pick<StageLedger, 'read'>;
  readonly tags: Pick<Tags, 'names' | 'list'>;
}

/** The newest assignment of a stage among all of a model; `null` when it never had one. */
export function newestOf(recorded: readonly RecordedStage[], stage: string): RecordedStage | null {
  return recorded.findLast((each) => each.stage === stage) ?? null;
}

/** What is wrong with the newest assignment; `null` when it may be followed. */
export async function forceFinding(ports: StageReadPorts, newest: RecordedStage): Promise<StageFinding | null> {
  const tag = formatStageTag(newest);
  if (!newest.counts) return { code: 'missing', tag, found: 'the key that signed its entry is revoked' };
  const [names, annotated] = await Promise.all([ports.tags.names(tag), ports.tags.list(tag)]);
  return assignmentFinding(tag, newest, { names, annotated });
}

/**
 * The assignment of a stage that is in force: the newest one of the ledger, whose tag must say the same. A tag that the
 * ledger does not know is never followed; one that is gone does not bring back the assignment before it.
 *
 * @returns `null` when the ledger knows no assignment of the stage.
 * @throws ActionError `refused`, reason `stage-broken`; `ledger-broken`.
 */
export async function stageInForce(ports: StageReadPorts, model: string, stage: string): Promise<RecordedStage | null> {
  const newest = newestOf(await ports.stages.read(model), stage);
  if (newest === null) return null;
  const finding = await forceFinding(ports, newest);
  if (finding === null) return newest;
  throw new ActionError(
    'refused',
    {
      where: `Stage tag ${finding.tag}`,
      found: finding.found,
      allowed: 'The annotated tag that the ledger tells of',
      remedy: 'Find out who changed it, then assign the stage again with promote-model or rollback-model',
    },
    { reasonCode: 'stage-broken' },
  );
}
