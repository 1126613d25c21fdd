import {
  ActionError,
  type ArtifactUploads,
  type Clock,
  EVALUATION_FILES,
  type EvaluationRecord,
  type EvidenceBranch,
  type FileSet,
  type ModelConfig,
  needsCandidate,
  predictionColumns,
  type Releases,
  type RepositoryContents,
  type Sandbox,
  type SandboxJob,
  sha256,
  type Tags,
  taskColumns,
} from '@gatehouse/core';
import {
  createStageLedger,
  EvidenceStore,
  readDataset,
  resolveSubject,
  type Subject,
  type SubjectPorts,
  trustRootOf,
} from '@gatehouse/governance';
import { type Candidate, findCandidate, readCandidate } from '@gatehouse/registry';
import { datasetWithRole, featuresOf, readEvaluationIds, readPredictionCells } from '@gatehouse/tables';
import { evaluateChampion } from './champion.ts';
import { selectFiles } from './inference-code.ts';

export interface EvaluatePorts extends SubjectPorts {
  readonly tags: Tags;
  readonly releases: Releases;
  /** The branch of evidence, which is only read. */
  readonly branch: EvidenceBranch;
  readonly clock: Clock;
  readonly sandbox: Sandbox;
  readonly uploads: ArtifactUploads;
}

export interface EvaluateRequest {
  readonly model: string;
  readonly runId: number;
  readonly repositoryUrl: string;
}

export interface Evaluation {
  readonly record: EvaluationRecord;
  readonly artifactId: number;
  readonly artifactDigest: string;
}

/**
 * Evaluates the candidate of a training run, and the champion beside it, on the data the base policy names (design §8.2,
 * §8.9). The command sees the model files, its own code and a table of ids and features: no label, no protected column,
 * no token. The champion runs first, so that the candidate's code cannot touch what the champion predicted.
 *
 * @returns `null` when the pull request changes nothing that the model is made from: then there is nothing to evaluate
 */
export async function evaluateModel(request: EvaluateRequest, ports: EvaluatePorts): Promise<Evaluation | null> {
  const subject = await resolveSubject(ports, request);
  const { files } = await ports.contents.comparison(subject.policy.commit, subject.headSha);
  if (!needsCandidate(subject.modelConfig, files)) return null;
  const found = await findCandidate(ports.runs, subject.run.id, subject.model);
  const candidate = await readCandidate(ports.runs, found.id);
  const dataset = datasetWithRole(subject.modelConfig, 'evaluation');
  const bytes = await readDataset(ports.contents, subject.policy, dataset);
  // Before any command runs: data with faults is neither the candidate's failure nor the champion's.
  const table = { bytes, ids: readEvaluationIds(bytes, subject.modelConfig) };
  const base = await codeOf(ports.contents, subject, subject.policy.commit);

  const store = new EvidenceStore({ branch: ports.branch, clock: ports.clock, signer: null });
  const stages = createStageLedger(store, trustRootOf(subject.policy));
  const champion = await evaluateChampion({ ...ports, stages }, subject, {
    repositoryUrl: request.repositoryUrl,
    predict: (model) => predict(ports.sandbox, subject, { code: base, model, table, isolation: 'none' }),
  });
  const own = subject.modelConfig.evaluate.code === 'candidate';
  const predictions = await predict(ports.sandbox, subject, {
    code: own ? await codeOf(ports.contents, subject, subject.headSha) : base,
    model: candidate.bytes,
    table,
    // Nobody has reviewed the candidate's code: the token in this action's environment is not for it to read.
    isolation: own ? 'required' : 'none',
  });

  const record: EvaluationRecord = {
    schemaVersion: 1,
    model: subject.model,
    headSha: subject.headSha,
    policyDigest: subject.policy.digest,
    modelDigest: candidate.modelDigest,
    datasetDigest: dataset.digest,
    predictions: sha256(predictions),
    champion: champion.record,
  };
  const uploaded = await ports.uploads.upload(`evaluation-${subject.model}`, filesOf(record, predictions, champion));
  return { record, artifactId: uploaded.id, artifactDigest: uploaded.digest };
}

function filesOf(
  record: EvaluationRecord,
  predictions: Uint8Array,
  champion: { readonly predictions: Uint8Array | null },
): FileSet {
  const files = new Map<string, Uint8Array>([
    [EVALUATION_FILES.record, new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)],
    [EVALUATION_FILES.predictions, predictions],
  ]);
  if (champion.predictions !== null) files.set(EVALUATION_FILES.championPredictions, champion.predictions);
  return files;
}

async function codeOf(contents: RepositoryContents, subject: Subject, commit: string): Promise<FileSet> {
  return selectFiles(contents, { commit, globs: subject.modelConfig.evaluate.files });
}

interface EvaluationTable {
  readonly bytes: Uint8Array;
  readonly ids: readonly string[];
}

/** Runs the evaluation command over one model and returns its table, checked against the contract of predictions. */
async function predict(
  sandbox: Sandbox,
  subject: Subject,
  given: {
    readonly code: FileSet;
    readonly model: Candidate['bytes'];
    readonly table: EvaluationTable;
    readonly isolation: SandboxJob['isolation'];
  },
): Promise<Uint8Array> {
  const { modelConfig } = subject;
  const files = new Map<string, Uint8Array>(given.code);
  for (const [name, bytes] of given.model) files.set(`model/${name}`, bytes);
  files.set('features.csv', featuresOf(given.table.bytes, modelConfig));
  const result = await sandbox
    .run({
      command: modelConfig.evaluate.command,
      files,
      env: {
        GATEHOUSE_MODEL_DIR: './model',
        GATEHOUSE_FEATURES: './features.csv',
        GATEHOUSE_PREDICTIONS: `./${EVALUATION_FILES.predictions}`,
      },
      isolation: given.isolation,
      timeoutMs: modelConfig.evaluate['timeout-minutes'] * 60_000,
      collect: [EVALUATION_FILES.predictions],
    })
    .catch((error: unknown) => {
      throw commandFailed(error);
    });
  const predictions = result.files.get(EVALUATION_FILES.predictions);
  if (predictions === undefined) throw nothingWritten(modelConfig);
  // Refused here already, so that the author reads the reason in this job; the gates check the same bytes again.
  readPredictionCells(predictions, modelConfig, given.table);
  return predictions;
}

/** The command's own failure gets its reason; what goes wrong around it keeps what it says. */
function commandFailed(error: unknown): unknown {
  if (!(error instanceof ActionError) || error.code !== 'command') return error;
  return new ActionError('command', error.fault, { reasonCode: 'evaluation-failed', cause: error });
}

function nothingWritten(config: ModelConfig): ActionError {
  return new ActionError(
    'command',
    {
      where: `The evaluation command "${config.evaluate.command.join(' ')}"`,
      found: 'it exited with 0 and wrote no predictions',
      allowed: `a CSV with the columns ${predictionColumns(taskColumns(config)).join(', ')} at the path in GATEHOUSE_PREDICTIONS`,
      remedy: 'Write the table before the command ends',
    },
    { reasonCode: 'evaluation-failed' },
  );
}
