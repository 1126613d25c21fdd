import {
  ActionError,
  type DatasetConfig,
  type Digest,
  EVALUATION_FILES,
  type EvaluationRecord,
  parseEvaluationRecord,
} from '@gatehouse/core';
import { resolveSubject, type Subject, type SubjectPorts } from '@gatehouse/governance';
import { readArchive, readVerifiedArtifact } from '@gatehouse/registry';
import { datasetWithRole } from '@gatehouse/tables';

/** What every gate of a decide run is told; all of it is checked. */
export interface GateRequest {
  readonly model: string;
  readonly runId: number;
  readonly evaluationArtifactId: number;
  readonly evaluationArtifactDigest: Digest;
}

/** Whom a gate judges: all that is known of it before a table is read. */
export interface GateSubject {
  readonly subject: Subject;
  readonly record: EvaluationRecord;
  /** The evaluation data of the policy. */
  readonly dataset: DatasetConfig;
  /** Files of the evaluation artifact; hostile bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Derives subject and policy anew from GitHub. The evaluation artifact says which model it was about, and whatever else its
 * record claims must equal what was derived here.
 *
 * @throws ActionError `integrity`/`refused`: `digest-mismatch`, `evaluation-error`, `decision-mismatch`, and all of
 *   `resolveSubject`.
 */
export async function resolveGateSubject(request: GateRequest, ports: SubjectPorts): Promise<GateSubject> {
  const zip = await readVerifiedArtifact(ports.runs, request.evaluationArtifactId, request.evaluationArtifactDigest);
  const subject = await resolveSubject(ports, request);
  const files = await readArchive(zip);
  const record = parseEvaluationRecord(fileOf(files, EVALUATION_FILES.record));
  const dataset = datasetWithRole(subject.modelConfig, 'evaluation');
  expectRecord(record, subject, dataset.digest);
  return { subject, record, dataset, files };
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

/** A file of the evaluation artifact. */
export function fileOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
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

/** A claim of the evaluation record that is not so. */
export function mismatch(what: string, found: string, allowed: string): ActionError {
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
