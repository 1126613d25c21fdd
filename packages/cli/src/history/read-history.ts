import { parseLedgerFile, recordedStages } from '@gatehouse/governance';
import {
  intervalsDuring,
  parseGtoTag,
  type StageFinding,
  type StageInterval,
  type StageTags,
  stageFindings,
  stageIntervals,
} from '@gatehouse/registry';
import type { LedgerBranch } from '../ledger/evidence-ref.ts';
import { readTags } from './stage-tags.ts';

/** What is asked for; left out, everything. */
export interface HistoryQuestion {
  readonly model: string | undefined;
  readonly stage: string | undefined;
  /** A day or an instant, in UTC. */
  readonly at: string | undefined;
}

/** What was in the stages of models, and which tags say otherwise. */
export interface StageHistory {
  /** Models that the ledger tells of, whether they are asked for or not. */
  readonly models: readonly string[];
  readonly intervals: readonly StageInterval[];
  readonly findings: readonly (StageFinding & { readonly model: string })[];
}

const FOLDER = 'stages';

/**
 * Reads the stages from the copies of their entries. The whole ledger was verified before, so that each copy is an entry
 * and none is missing; whose key is revoked by now, and signed it before, said the truth.
 */
export async function readHistory(branch: LedgerBranch, question: HistoryQuestion): Promise<StageHistory> {
  const tags = await readTags(branch.repository);
  const recorded = await readRecorded(branch);
  const asked = [...new Set([...recorded.keys(), ...modelsOf(tags)])].filter(
    (model) => question.model === undefined || model === question.model,
  );
  const intervals = asked
    .flatMap((model) => stageIntervals(recorded.get(model) ?? []))
    .filter(({ stage }) => question.stage === undefined || stage.stage === question.stage);
  const findings = asked.flatMap((model) =>
    stageFindings(model, recorded.get(model) ?? [], tags)
      .filter(({ tag }) => question.stage === undefined || stageOf(tag) === question.stage)
      .map((finding) => ({ model, ...finding })),
  );
  return {
    models: [...recorded.keys()],
    intervals: question.at === undefined ? intervals : intervalsDuring(intervals, question.at),
    findings,
  };
}

async function readRecorded({
  repository,
  commit,
}: LedgerBranch): Promise<ReadonlyMap<string, ReturnType<typeof recordedStages>>> {
  const tree = (await repository.tree(commit, [FOLDER])).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lines = new Map<string, { readonly line: ReturnType<typeof parseLedgerFile>; readonly counts: true }[]>();
  let at = 0;
  for await (const blobs of repository.blobs(tree.map(({ oid }) => oid))) {
    for (const bytes of blobs) {
      const path = tree[at]?.path ?? '';
      at += 1;
      const model = path.split('/')[1] ?? '';
      const known = lines.get(model) ?? [];
      lines.set(model, [...known, { line: parseLedgerFile(bytes, path), counts: true }]);
    }
  }
  // Whatever git says, nothing may be left out.
  if (at !== tree.length) throw new Error(`${at} of ${tree.length} entries were read`);
  return new Map([...lines].map(([model, own]) => [model, recordedStages(model, own)]));
}

/** Models whose tags speak of a stage, so that a stage of which the ledger knows nothing shows too. */
function modelsOf({ names }: StageTags): readonly string[] {
  return names.flatMap((name) => {
    const tag = parseGtoTag(name);
    return tag === null || tag.stage === null ? [] : [tag.model];
  });
}

function stageOf(tag: string): string | null {
  return parseGtoTag(tag)?.stage ?? null;
}
