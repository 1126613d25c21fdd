import type { AnnotatedTag, RecordedStage } from '@gatehouse/core';
import { formatStageTag, parseGtoTag } from './gto-tag.ts';
import { stageMessageVersion } from './stage-message.ts';

/** What can be wrong with the tags of a model's stages. The list is closed. */
export type StageFindingCode =
  | 'out-of-band' // a tag about a stage that the ledger does not know: nobody follows it
  | 'missing' // the ledger knows an assignment whose tag is gone
  | 'lightweight' // a tag without an object of its own, which GTO passes over
  | 'moved' // the tag points at another commit than the ledger says
  | 'other-version'; // its message names another version than the ledger does

export interface StageFinding {
  readonly code: StageFindingCode;
  readonly tag: string;
  /** A part of a sentence. */
  readonly found: string;
}

/** Tags of a model: all names, and what the annotated ones among them say. */
export interface StageTags {
  readonly names: readonly string[];
  readonly annotated: readonly AnnotatedTag[];
}

/** Compares the tags about a model's stages with the ledger. The ledger decides; what differs is told. */
export function stageFindings(
  model: string,
  recorded: readonly RecordedStage[],
  tags: StageTags,
): readonly StageFinding[] {
  const known = new Map(recorded.map((stage) => [formatStageTag(stage), stage]));
  const foreign = tags.names.filter((name) => !known.has(name) && isAboutStage(name, model));
  return [
    ...[...known].flatMap(([tag, stage]) => assignmentFinding(tag, stage, tags) ?? []),
    ...foreign.map((tag) => ({ code: 'out-of-band' as const, tag, found: 'the ledger has no entry for it' })),
  ];
}

/** What is wrong with the tag of one assignment; `null` when it says what the ledger does. */
export function assignmentFinding(tag: string, stage: RecordedStage, tags: StageTags): StageFinding | null {
  if (!tags.names.includes(tag))
    return { code: 'missing', tag, found: 'the ledger knows it, and there is no such tag' };
  const object = tags.annotated.find(({ name }) => name === tag);
  if (object === undefined) return { code: 'lightweight', tag, found: 'it is no annotated tag' };
  if (object.commit !== stage.commit) {
    return { code: 'moved', tag, found: `it points at ${object.commit}, and the ledger says ${stage.commit}` };
  }
  const version = stageMessageVersion(object.message);
  if (version === stage.version) return null;
  return { code: 'other-version', tag, found: `it names ${version ?? 'no version'}, and the ledger ${stage.version}` };
}

/** Also what GTO reads and we never write: the short form, and the end of an assignment. */
function isAboutStage(name: string, model: string): boolean {
  const tag = parseGtoTag(name);
  // What is no tag of GTO's but begins like one could fool a person who reads the list.
  if (tag === null) return name.startsWith(`${model}#`);
  return tag.model === model && tag.stage !== null;
}
