import {
  ActionError,
  type ArtifactUploads,
  type Config,
  type Digest,
  describeModel,
  type ModelConfig,
  type ModelFile,
  sha256,
  type Trainer,
  type TrainingResult,
} from '@gatehouse/core';
import { candidateArtifactName, MODEL_FOLDER, RUN_RECORD_FILE } from '@gatehouse/registry';
import { trainingTable } from '@gatehouse/tables';

export interface TrainPorts {
  readonly trainer: Trainer;
  readonly uploads: ArtifactUploads;
  /** Builds the run record from what only the edge knows: run, commit, runner. */
  recordRun(facts: RunFacts): Uint8Array;
}

export interface RunFacts {
  readonly model: string;
  readonly files: readonly ModelFile[];
  readonly modelDigest: Digest;
  readonly configDigest: Digest;
  readonly datasets: readonly { readonly name: string; readonly path: string; readonly digest: Digest }[];
  readonly command: readonly string[];
  readonly result: TrainingResult;
}

export interface TrainRequest {
  readonly model: string;
  readonly config: Config;
  readonly configDigest: Digest;
}

export interface Training {
  readonly modelDigest: Digest;
  readonly files: readonly ModelFile[];
  readonly artifactId: number;
  readonly artifactDigest: Digest;
  readonly runRecord: Uint8Array;
  readonly durationMs: number;
}

/**
 * Trains one model and leaves the candidate as an artifact. The training command sees the rows that the configuration
 * calls training and no others: evaluation-only data is withheld, and a dataset that is split arrives as its training
 * part. A hostile pull request can undo this in its own run, and only spoils its own preview: what it cannot change is
 * the evaluation, which reads its data from the base branch.
 */
export async function trainModel(request: TrainRequest, ports: TrainPorts): Promise<Training> {
  const model = request.config.models[request.model];
  if (model === undefined) throw unknownModel(request);
  const { replaced, withheld, datasets } = await prepareData(ports.trainer, model);
  const result = await ports.trainer.train({
    command: model.train.command,
    outputFolder: model.train.output,
    withheld,
    replaced,
    timeoutMs: model.train['timeout-minutes'] * 60_000,
  });

  // Names and formats are judged here, so that the author need not wait for the evaluation to hear it.
  const { files, modelDigest } = describeModel(result.files);
  const runRecord = ports.recordRun({
    model: request.model,
    files,
    modelDigest,
    configDigest: request.configDigest,
    datasets,
    command: model.train.command,
    result,
  });
  const upload = new Map<string, Uint8Array>([[RUN_RECORD_FILE, runRecord]]);
  for (const [name, bytes] of result.files) upload.set(`${MODEL_FOLDER}${name}`, bytes);
  const artifact = await ports.uploads.upload(candidateArtifactName(request.model), upload);
  return {
    modelDigest,
    files,
    artifactId: artifact.id,
    artifactDigest: artifact.digest,
    runRecord,
    durationMs: result.finishedAt.getTime() - result.startedAt.getTime(),
  };
}

async function prepareData(
  trainer: Trainer,
  model: ModelConfig,
): Promise<{
  readonly replaced: ReadonlyMap<string, Uint8Array>;
  readonly withheld: readonly string[];
  readonly datasets: RunFacts['datasets'];
}> {
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
