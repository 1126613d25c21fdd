import type { Clock, DecisionInput, Digest, EvaluationRecord, EvidenceBranch, Releases, Tags } from '@gatehouse/core';
import { EVALUATION_FILES, sha256 } from '@gatehouse/core';
import {
  createStageLedger,
  EvidenceStore,
  readDataset,
  type Subject,
  type SubjectPorts,
  trustRootOf,
} from '@gatehouse/governance';
import { championOf, newestVersion } from '@gatehouse/registry';
import { fileOf, type GateRequest, mismatch, resolveGateSubject } from './gate-subject.ts';
import type { GateRows } from './rows/gate-rows.ts';
import { type NamedBytes, type OpenEngine, withRows } from './rows/open-rows.ts';

export interface GateInputPorts extends SubjectPorts {
  readonly tags: Tags;
  readonly releases: Releases;
  /** The branch of evidence, which is only read. */
  readonly branch: EvidenceBranch;
  readonly clock: Clock;
  readonly engine: OpenEngine;
  /** The runner's temporary folder. */
  readonly temp: string;
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
  const { subject, record, files, dataset } = await resolveGateSubject(request, ports);
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
  const store = new EvidenceStore({ branch: ports.branch, clock: ports.clock, signer: null });
  const stages = createStageLedger(store, trustRootOf(subject.policy));
  return (await championOf({ ...ports, stages }, subject.model, stage))?.tag ?? null;
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
