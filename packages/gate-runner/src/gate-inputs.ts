import {
  ActionError,
  type DecisionInput,
  type Digest,
  EVALUATION_FILES,
  type EvaluationRecord,
  parseEvaluationRecord,
  type Releases,
  sha256,
  type Tags,
} from '@gatehouse/core';
import { readDataset, resolveSubject, type Subject, type SubjectPorts } from '@gatehouse/governance';
import { championOf, newestVersion, readArchive, readVerifiedArtifact } from '@gatehouse/registry';
import { datasetWithRole } from '@gatehouse/tables';
import type { GateRows } from './rows/gate-rows.ts';
import { type NamedBytes, type OpenEngine, withRows } from './rows/open-rows.ts';

export interface GateInputPorts extends SubjectPorts {
  readonly tags: Tags;
  readonly releases: Releases;
  readonly engine: OpenEngine;
  /** The runner's temporary folder. */
  readonly temp: string;
}

/** What every gate of a decide run is told; all of it is checked. */
export interface GateRequest {
  readonly model: string;
  readonly runId: number;
  readonly evaluationArtifactId: number;
  readonly evaluationArtifactDigest: Digest;
}

/** The champion, and whether there are predictions of it. */
export type GateChampion =
  | { readonly state: 'none'; readonly versionsExist: boolean }
  | { readonly state: 'unavailable'; readonly version: string; readonly reason: string }
  | { readonly state: 'evaluated'; readonly version: string };

/** Everything a gate judges. */
export interface GateInputs {
  readonly subject: Subject;
  readonly modelDigest: Digest;
  /** The evaluation rows joined with what the models say of them; open while the gate runs. */
  readonly rows: GateRows;
  readonly champion: GateChampion;
  /** What the decision rests on, by digest. */
  readonly inputs: readonly DecisionInput[];
}

/**
 * Derives subject, policy, data and champion anew from GitHub, and takes from the evaluation artifact nothing but the
 * predictions, as hostile bytes. Whatever the evaluation record claims must equal what was derived here. `use` counts the
 * rows; only when no file has changed meanwhile is its result handed on.
 *
 * @throws ActionError `integrity`/`refused`: `digest-mismatch`, `evaluation-error`, `decision-mismatch`, and all of
 *   `resolveSubject` and `withRows`.
 */
export async function withGateInputs<T>(
  request: GateRequest,
  ports: GateInputPorts,
  use: (inputs: GateInputs) => Promise<T>,
): Promise<T> {
  const zip = await readVerifiedArtifact(ports.runs, request.evaluationArtifactId, request.evaluationArtifactDigest);
  const subject = await resolveSubject(ports, request);
  const files = await readArchive(zip);
  const record = parseEvaluationRecord(fileOf(files, EVALUATION_FILES.record));
  const dataset = datasetWithRole(subject.modelConfig, 'evaluation');
  expectRecord(record, subject, dataset.digest);
  const data = { bytes: await readDataset(ports.contents, subject.policy, dataset), digest: dataset.digest };
  const version = await championVersion(ports, subject);
  const versionsExist = (await newestVersion(ports, subject.model)) !== null;
  const champion = checkedChampion(record, { version, versionsExist });
  const tables = {
    model: subject.modelConfig,
    dataset,
    data,
    predictions: checkedBytes(files, EVALUATION_FILES.predictions, record.predictions),
    champion:
      record.champion.state === 'evaluated'
        ? checkedBytes(files, EVALUATION_FILES.championPredictions, record.champion.predictions)
        : null,
  };
  return await withRows(tables, ports, async (rows) => {
    const count = await rows.tables.rows(rows.relation);
    const inputs = [
      { name: 'evaluation-data', digest: dataset.digest, rows: count },
      { name: 'predictions', digest: tables.predictions.digest, rows: count },
      ...(tables.champion === null
        ? []
        : [{ name: 'champion-predictions', digest: tables.champion.digest, rows: count }]),
    ];
    return await use({ subject, modelDigest: record.modelDigest, rows, champion, inputs });
  });
}

function checkedBytes(files: ReadonlyMap<string, Uint8Array>, name: string, digest: Digest): NamedBytes {
  const bytes = fileOf(files, name);
  if (sha256(bytes) !== digest) throw mismatch(name, sha256(bytes), digest);
  return { bytes, digest };
}

/** Version tag of the champion, or `null` when the stage was never assigned. */
async function championVersion(ports: GateInputPorts, subject: Subject): Promise<string | null> {
  const stage = subject.modelConfig.stages.at(-1);
  if (stage === undefined) return null;
  return (await championOf(ports, subject.model, stage))?.tag ?? null;
}

/** The champion is derived here too: an evaluate job that denies it would buy its candidate the floors alone. */
function checkedChampion(
  record: EvaluationRecord,
  derived: { readonly version: string | null; readonly versionsExist: boolean },
): GateChampion {
  const claimed = record.champion.state === 'none' ? null : record.champion.version;
  const { version, versionsExist } = derived;
  if (version !== claimed) throw mismatch('champion', claimed ?? 'none', version ?? 'none');
  switch (record.champion.state) {
    case 'none':
      return { state: 'none', versionsExist };
    case 'unavailable':
      return { state: 'unavailable', version: record.champion.version, reason: record.champion.reason };
    case 'evaluated':
      return { state: 'evaluated', version: record.champion.version };
  }
}

function expectRecord(record: EvaluationRecord, subject: Subject, datasetDigest: Digest): void {
  const expected: Readonly<Record<string, string>> = {
    model: subject.model,
    headSha: subject.headSha,
    policyDigest: subject.policy.digest,
    datasetDigest,
  };
  for (const [name, value] of Object.entries(expected)) {
    const claimed = String(Reflect.get(record, name));
    if (claimed !== value) throw mismatch(name, claimed, value);
  }
}

function fileOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes !== undefined) return bytes;
  throw new ActionError(
    'integrity',
    {
      where: 'The evaluation artifact',
      found: `no file "${name}"`,
      allowed: `the files that evaluate-model writes: ${Object.values(EVALUATION_FILES).join(', ')}`,
      remedy: 'Pass the artifact id and digest that evaluate-model put out',
    },
    { reasonCode: 'evaluation-error' },
  );
}

function mismatch(what: string, found: string, allowed: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `The evaluation record: ${what}`,
      found,
      allowed: `what GitHub and the base policy say: ${allowed}`,
      remedy: 'Evaluate again; if it happens again, look at what ran in the evaluate job',
    },
    { reasonCode: 'decision-mismatch' },
  );
}
