import {
  type AggregateEngine,
  type BaselineProfile,
  type CroissantDataset,
  type DataPointer,
  type Decision,
  type DecisionInput,
  type Digest,
  parseBaselineProfile,
  parseCroissant,
  parsePointer,
  sha256,
  type TableDescription,
} from '@gatehouse/core';
import {
  type DataFacts,
  descriptionFindings,
  evaluateData,
  type GateContext,
  identityFindings,
} from '@gatehouse/gates';
import { collectData } from '../collect/data.ts';
import type { DataQuestion } from '../collect/data-question.ts';

/** A file that was parsed, and its digest. */
export interface NamedFile<T> {
  readonly value: T;
  readonly digest: Digest;
}

/** Files that say what the data are or are compared with. */
export interface DataFiles {
  readonly profile: NamedFile<BaselineProfile> | null;
  readonly pointer: NamedFile<DataPointer> | null;
  readonly croissant: NamedFile<CroissantDataset> | null;
}

/** What the data gate judges, wherever it comes from. */
export interface JudgedData extends DataFiles {
  readonly question: Omit<DataQuestion, 'profile'>;
  /** What the policy says that the data are; `null` in a quick look. */
  readonly named: Digest | null;
  /** MD5 of the bytes with this digest; asked for a DVC pointer only. */
  md5(description: TableDescription): Promise<string>;
  readonly about: Pick<GateContext, 'subject' | 'policyDigest'>;
}

/** A decision, and what lineage tells of the data. */
export interface DataVerdict {
  readonly decision: Decision;
  readonly description: TableDescription;
  readonly facts: DataFacts;
}

/** Judges data: in the decide run and on the command line, the same of the same bytes. Throws as `collectData` does. */
export async function judgeData(engine: AggregateEngine, judged: JudgedData): Promise<DataVerdict> {
  const { question, profile, pointer, croissant, named, about } = judged;
  const collected = await collectData(engine, {
    ...question,
    ...(profile === null ? {} : { profile: profile.value }),
  });
  const { description, facts, other } = collected;
  const { digest, rows } = description;
  const bytes = description.files.reduce((sum, file) => sum + file.bytes, 0);
  const md5 = pointer?.value.kind === 'dvc' ? await judged.md5(description) : null;
  const identity = [
    ...identityFindings({ digest, bytes, md5, named, pointer: pointer?.value ?? null }),
    ...(croissant === null ? [] : descriptionFindings(croissant.value, { digest, table: description })),
  ];
  const inputs: readonly DecisionInput[] = [
    { name: 'data', digest, rows },
    ...(other === null ? [] : [{ name: 'other-data', digest: other.digest, rows: other.rows }]),
    ...(profile === null ? [] : [{ name: 'profile', digest: profile.digest, rows: profile.value.rows }]),
    ...(pointer === null ? [] : [{ name: 'pointer', digest: pointer.digest }]),
    ...(croissant === null ? [] : [{ name: 'croissant', digest: croissant.digest }]),
  ];
  const decision = evaluateData({ rules: question.rules, facts, identity, context: { ...about, inputs } });
  return { decision, description, facts };
}

/** Bytes of those files, by where messages look for them. */
type Written = readonly [path: string, bytes: Uint8Array] | null;

/** Parses the files beside the data; throws as their parsers do. */
export function parseDataFiles(files: Readonly<Record<keyof DataFiles, Written>>): DataFiles {
  const parsed = <T>(file: Written, parse: (bytes: Uint8Array, path: string) => T): NamedFile<T> | null =>
    file === null ? null : { value: parse(file[1], file[0]), digest: sha256(file[1]) };
  return {
    profile: parsed(files.profile, (bytes) => parseBaselineProfile(bytes)),
    pointer: parsed(files.pointer, parsePointer),
    croissant: parsed(files.croissant, parseCroissant),
  };
}
