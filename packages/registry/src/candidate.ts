import {
  ActionError,
  type ArtifactInfo,
  type DescribedModel,
  type Digest,
  describeModel,
  type ReasonCode,
  sha256,
  type WorkflowRuns,
} from '@gatehouse/core';
import { readArchive } from './archive.ts';

/** Folder of the candidate artifact that holds the model files. */
export const MODEL_FOLDER = 'model/';
/** What the training run says about itself; a claim, never believed. */
export const RUN_RECORD_FILE = 'run-record.json';

/** Of a candidate that was reused: the record of the run that trained it. */
export const FIRST_RUN_RECORD_FILE = 'first-run-record.json';

/** Name of the artifact in which a training run leaves its candidate. */
export function candidateArtifactName(model: string): string {
  return `candidate-${model}`;
}

/** A candidate whose bytes were read and hashed here. */
export interface Candidate extends DescribedModel {
  readonly artifactId: number;
  readonly runId: number;
  /** When GitHub deletes the artifact; `null` where it does not say. */
  readonly expiresAt: Date | null;
  /** Bytes by model file name, without the folder. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Files beside the model: what training runs say about themselves. Claims, never believed. */
  readonly claims: ReadonlyMap<string, Uint8Array>;
}

/**
 * The candidate artifact of a training run.
 *
 * @throws ActionError `refused`: `candidate-missing` when the run left none or several, `candidate-expired`.
 */
export async function findCandidate(runs: WorkflowRuns, runId: number, model: string): Promise<ArtifactInfo> {
  const name = candidateArtifactName(model);
  const found = (await runs.artifacts(runId)).filter((artifact) => artifact.name === name);
  const [artifact, ...others] = found;
  if (artifact === undefined || others.length > 0) {
    throw refusal('candidate-missing', {
      where: `Training run ${runId}`,
      found: `${found.length} artifacts named "${name}"`,
      allowed: 'exactly one candidate artifact for each model',
      remedy: 'Read the log of the training run, then train again',
    });
  }
  if (artifact.expired) throw expired(artifact);
  return artifact;
}

/**
 * Downloads a candidate, unpacks it as hostile bytes, checks its file names and formats and computes its model digest.
 *
 * @throws ActionError `integrity` when the archive is malformed or is not what GitHub's own digest says,
 *   `refused`: `format-not-allowed`, `candidate-missing`, `candidate-expired`.
 */
export async function readCandidate(runs: WorkflowRuns, artifactId: number): Promise<Candidate> {
  const artifact = await runs.artifact(artifactId);
  if (artifact.expired) throw expired(artifact);
  const zip = await readVerifiedArtifact(runs, artifact.id, artifact.digest);
  const entries = await readArchive(zip);
  const bytes = new Map<string, Uint8Array>();
  const claims = new Map<string, Uint8Array>();
  for (const [name, content] of entries) {
    if (name.startsWith(MODEL_FOLDER)) bytes.set(name.slice(MODEL_FOLDER.length), content);
    else claims.set(name, content);
  }
  if (bytes.size === 0) {
    throw refusal('candidate-missing', {
      where: `Artifact ${artifact.name}`,
      found: `no file below ${MODEL_FOLDER}`,
      allowed: 'at least one model file',
      remedy: 'Let the training command write its files to the folder that train.output names',
    });
  }
  const { id, runId, expiresAt } = artifact;
  return { artifactId: id, runId, expiresAt, bytes, claims, ...describeModel(bytes) };
}

/**
 * Bytes of an artifact's zip after comparing them with the digest the caller expects.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; an artifact without a digest is refused too.
 */
export async function readVerifiedArtifact(
  runs: WorkflowRuns,
  artifactId: number,
  expected: Digest | null,
): Promise<Uint8Array> {
  const zip = await runs.download(artifactId);
  const found = sha256(zip);
  if (expected !== null && found === expected) return zip;
  throw new ActionError(
    'integrity',
    {
      where: `Artifact ${artifactId}`,
      found,
      allowed: expected === null ? 'an artifact with a digest' : `the bytes that were handed over: ${expected}`,
      remedy: 'Something changed the artifact; look at the runs of this commit before you run them again',
    },
    { reasonCode: 'digest-mismatch' },
  );
}

function expired(artifact: ArtifactInfo): ActionError {
  return refusal('candidate-expired', {
    where: `Artifact ${artifact.name} of run ${artifact.runId}`,
    found: 'it has expired',
    allowed: 'a candidate that GitHub still keeps',
    remedy: 'Run the training workflow again',
  });
}

function refusal(
  reasonCode: ReasonCode,
  fault: { readonly where: string; readonly found: string; readonly allowed: string; readonly remedy: string },
): ActionError {
  return new ActionError('refused', fault, { reasonCode });
}
