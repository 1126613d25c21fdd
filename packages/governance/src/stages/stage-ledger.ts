import type { TrustRoot } from '@gatehouse/attest';
import type { RecordedStage, StageChange, StageLedger, StageRecording } from '@gatehouse/core';
import type { EvidenceState } from '../evidence/state.ts';
import type { EvidenceStore } from '../evidence/store.ts';
import { recordedStages, stageFact } from './stage-entry.ts';

/** The stages of models in the ledger of the evidence branch, as far as keys of the policy signed them. */
export function createStageLedger(store: EvidenceStore, trustRoot: TrustRoot): StageLedger {
  const readState = (model: string): Promise<EvidenceState> =>
    store.readState({ subjects: [stagesOf(model)] }, trustRoot);
  return {
    async read(model) {
      return stagesIn(await readState(model), model);
    },
    async record(change, expected) {
      let came: RecordedStage | null = null;
      const state = await store.record(
        await readState(change.model),
        (current) => {
          // Asked again after each lost race, so what was true of an older state counts no more.
          const { next, first } = nextMove(stagesIn(current, change.model), change, expected);
          came = first;
          return next === null ? null : { facts: [stageFact(change, next.replaces)], files: new Map() };
        },
        trustRoot,
      );
      return recordingOf(stagesIn(state, change.model), change, came);
    },
  };
}

function stagesOf(model: string): { readonly pullRequest: null; readonly model: string } {
  return { pullRequest: null, model };
}

function stagesIn(state: EvidenceState, model: string): readonly RecordedStage[] {
  return recordedStages(model, state.history(stagesOf(model)).lines);
}

/** What is to be written, or which move came first; neither when it is written already. */
function nextMove(
  stages: readonly RecordedStage[],
  change: StageChange,
  expected: string | null,
): { readonly next: { readonly replaces: string | null } | null; readonly first: RecordedStage | null } {
  const known = stages.find((stage) => isAt(stage, change));
  if (known !== undefined) return { next: null, first: null };
  const newest = stages.findLast(({ stage }) => stage === change.stage) ?? null;
  const replaces = newest === null ? null : tagOf(newest);
  if (replaces !== expected || (newest !== null && newest.counter >= change.counter)) {
    return { next: null, first: newest };
  }
  return { next: { replaces }, first: null };
}

function recordingOf(
  stages: readonly RecordedStage[],
  change: StageChange,
  first: RecordedStage | null,
): StageRecording {
  const written = stages.find((stage) => isAt(stage, change));
  if (written !== undefined) {
    return written.version === change.version ? { kind: 'recorded', stage: written } : { kind: 'moved', by: written };
  }
  const by = first ?? stages.findLast(({ stage }) => stage === change.stage);
  if (by === undefined) throw new TypeError(`${tagOf(change)} was neither written nor refused`);
  return { kind: 'moved', by };
}

function isAt(stage: RecordedStage, change: StageChange): boolean {
  return stage.stage === change.stage && stage.counter === change.counter;
}

function tagOf({ model, stage, counter }: StageChange): string {
  return `${model}#${stage}#${counter}`;
}
