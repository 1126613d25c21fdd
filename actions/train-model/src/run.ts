import {
  ActionError,
  type ArtifactUploads,
  type Clock,
  type Config,
  type Digest,
  describeModel,
  type ModelConfig,
  type ModelFile,
  sha256,
  type Trainer,
  type TrainingResult,
} from '@gatehouse/core';
import {
  type Candidate,
  candidateArtifactName,
  candidateKeyArtifactName,
  FIRST_RUN_RECORD_FILE,
  MODEL_FOLDER,
  RUN_RECORD_FILE,
} from '@gatehouse/registry';
import { trainingTable } from '@gatehouse/tables';

export interface TrainPorts {
  readonly trainer: Trainer;
  readonly uploads: ArtifactUploads;
  readonly clock: Clock;
  /** A candidate that was made from the same files, configuration and data before, or `null`. */
  reusable(candidateKey: Digest): Promise<Candidate | null>;
  /** Builds the run record from what only the edge knows: run, commit, runner. */
  recordRun(facts: RunFacts): Uint8Array;
  /** What else the artifact holds of a run that trained, by name: more claims, and no model file. */
  beside?(facts: RunFacts): ReadonlyMap<string, Uint8Array>;
}

export interface RunFacts {
  readonly model: string;
  readonly files: readonly ModelFile[];
  readonly modelDigest: Digest;
  readonly configDigest: Digest;
  readonly datasets: readonly { readonly name: string; readonly path: string; readonly digest: Digest }[];
  readonly command: readonly string[];
  readonly candidateKey: Digest | null;
  readonly reusedFrom: ReusedFrom | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

export interface ReusedFrom {
  readonly runId: number;
  readonly artifactId: number;
}

export interface TrainRequest {
  readonly model: string;
  readonly config: Config;
  readonly configDigest: Digest;
  /** What the candidate is made from; `null` when that cannot be told, and then nothing is reused. */
  readonly candidateKey: Digest | null;
}

export interface Training {
  readonly modelDigest: Digest;
  readonly files: readonly ModelFile[];
  readonly artifactId: number;
  readonly artifactDigest: Digest;
  readonly runRecord: Uint8Array;
  readonly reusedFrom: ReusedFrom | null;
  readonly durationMs: number;
}

/**
 * Trains one model and leaves the candidate as an artifact, or hands an earlier candidate on that was made from the same
 * things. The training command sees the rows that the configuration calls training and no others: evaluation-only data is
 * withheld, and a dataset that is split arrives as its training part. A hostile pull request can undo this in its own run,
 * and only spoils its own preview: what it cannot change is the evaluation, which reads its data from the base branch.
 */
export async function trainModel(request: TrainRequest, ports: TrainPorts): Promise<Training> {
  const model = request.config.models[request.model];
  if (model === undefined) throw unknownModel(request);
  const prepared = await prepareData(ports.trainer, model);
  const { candidateKey } = request;
  const made =
    (candidateKey === null ? null : await reuse(candidateKey, ports)) ?? (await train(model, prepared, ports));

  // Names and formats are judged here, so that the author need not wait for the evaluation to hear it.
  const { files, modelDigest } = describeModel(made.files);
  const { startedAt, finishedAt, reusedFrom } = made;
  const facts: RunFacts = {
    model: request.model,
    files,
    modelDigest,
    configDigest: request.configDigest,
    datasets: prepared.datasets,
    command: model.train.command,
    candidateKey,
    reusedFrom,
    startedAt,
    finishedAt,
  };
  const runRecord = ports.recordRun(facts);
  // A candidate that another run made is none of this one.
  const beside = reusedFrom === null ? ports.beside?.(facts) : undefined;
  const artifact = await upload(request, ports.uploads, { made, runRecord, beside: beside ?? new Map() });
  const durationMs = finishedAt.getTime() - startedAt.getTime();
  const { id: artifactId, digest: artifactDigest } = artifact;
  return { modelDigest, files, artifactId, artifactDigest, runRecord, reusedFrom, durationMs };
}

/** A candidate, and how it came into this run. */
interface Made extends TrainingResult {
  readonly reusedFrom: ReusedFrom | null;
  /** Of a candidate that was reused: what the run that trained it said about itself. */
  readonly firstRecord: Uint8Array | null;
}

async function train(model: ModelConfig, { withheld, replaced }: PreparedData, ports: TrainPorts): Promise<Made> {
  const result = await ports.trainer.train({
    command: model.train.command,
    outputFolder: model.train.output,
    withheld,
    replaced,
    timeoutMs: model.train['timeout-minutes'] * 60_000,
  });
  return { ...result, reusedFrom: null, firstRecord: null };
}

async function reuse(candidateKey: Digest, ports: TrainPorts): Promise<Made | null> {
  const startedAt = ports.clock.now();
  const candidate = await ports.reusable(candidateKey);
  if (candidate === null) return null;
  const { runId, artifactId, bytes, claims } = candidate;
  return {
    files: bytes,
    startedAt,
    finishedAt: ports.clock.now(),
    reusedFrom: { runId, artifactId },
    firstRecord: claims.get(FIRST_RUN_RECORD_FILE) ?? claims.get(RUN_RECORD_FILE) ?? null,
  };
}

async function upload(
  { model, candidateKey }: TrainRequest,
  uploads: ArtifactUploads,
  {
    made,
    runRecord,
    beside,
  }: { readonly made: Made; readonly runRecord: Uint8Array; readonly beside: ReadonlyMap<string, Uint8Array> },
): ReturnType<ArtifactUploads['upload']> {
  const files = new Map<string, Uint8Array>([...beside, [RUN_RECORD_FILE, runRecord]]);
  if (made.firstRecord !== null) files.set(FIRST_RUN_RECORD_FILE, made.firstRecord);
  for (const [name, bytes] of made.files) files.set(`${MODEL_FOLDER}${name}`, bytes);
  const artifact = await uploads.upload(candidateArtifactName(model), files);
  // Later runs look for this name, and so need not download candidates that they cannot use.
  if (candidateKey !== null) {
    await uploads.upload(candidateKeyArtifactName(model, candidateKey), new Map([[RUN_RECORD_FILE, runRecord]]));
  }
  return artifact;
}

interface PreparedData {
  readonly replaced: ReadonlyMap<string, Uint8Array>;
  readonly withheld: readonly string[];
  readonly datasets: RunFacts['datasets'];
}

async function prepareData(trainer: Trainer, model: ModelConfig): Promise<PreparedData> {
  const replaced = new Map<string, Uint8Array>();
  const withheld: string[] = [];
  const datasets: { name: string; path: string; digest: Digest }[] = [];
  for (const [name, dataset] of Object.entries(model.data)) {
    if (!dataset.roles.includes('training')) {
      withheld.push(dataset.path);
      continue;
    }
    const bytes = await trainer.readFile(dataset.path);
    const found = bytes === null ? 'no such file' : sha256(bytes);
    if (bytes === null || found !== dataset.digest)
      throw wrongData(name, dataset.path, { found, named: dataset.digest });
    if (dataset.split !== undefined) replaced.set(dataset.path, trainingTable(bytes, model));
    datasets.push({ name, path: dataset.path, digest: dataset.digest });
  }
  return { replaced, withheld, datasets };
}

function unknownModel(request: TrainRequest): ActionError {
  return new ActionError('refused', {
    where: 'Input "model"',
    found: `"${request.model}"`,
    allowed: `one of the models of the configuration: ${Object.keys(request.config.models).join(', ')}`,
    remedy: 'Correct the name',
  });
}

function wrongData(
  name: string,
  path: string,
  digests: { readonly found: string; readonly named: Digest },
): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `data.${name} at ${path}`,
      found: digests.found,
      allowed: `the bytes that the configuration names: ${digests.named}`,
      remedy: 'Restore the file, or change the data and its digest together',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
