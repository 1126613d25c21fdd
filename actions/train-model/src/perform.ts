import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActionPorts, type ActionResult, createArtifacts, postLineage } from '@gatehouse/action-kit';
import {
  type Config,
  ConfigError,
  candidateKey,
  type Digest,
  type ModelConfig,
  parseConfig,
  sha256,
  type Trainer,
} from '@gatehouse/core';
import { createGitHub } from '@gatehouse/github';
import { LINEAGE_FILE, type LineageEvent, lineageFile } from '@gatehouse/report';
import { checkedOutTree, createLocalTrainer } from '@gatehouse/training';
import { earlierWork } from './earlier-work.ts';
import { refuseForkOnSelfHosted } from './fork-rule.ts';
import type { inputs, outputs } from './inputs.ts';
import { eventsOfFailure, eventsOfTraining } from './lineage.ts';
import { pullOfEvent } from './pull-of-event.ts';
import { recordRun } from './record-run.ts';
import { type RunFacts, type Training, type TrainPorts, trainModel } from './run.ts';
import { renderTraining } from './summary.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context, log, env }: ActionPorts): Promise<Result> {
  const event = await context.readEvent();
  const { owner, name: repo } = context.repository;
  refuseForkOnSelfHosted(event, { repository: `${owner}/${repo}`, runnerEnvironment: env['RUNNER_ENVIRONMENT'] });
  const { model } = values;
  const { config, configDigest } = await readConfig(values.config, context.workspace);
  const token = values['github-token'];
  const work = earlierWork({
    model,
    runId: context.runId,
    configPath: values.config,
    pull: pullOfEvent(event),
    github: token === undefined ? null : createGitHub({ token, apiUrl: context.apiUrl, owner, repo }),
    log: log.info,
  });
  if (!(await work.isConcerned(config))) return nothingToTrain(model);

  const modelConfig = config.models[model];
  const key = await keyOf(modelConfig, { workspace: context.workspace, env, log: log.info });
  let events: readonly LineageEvent[] = [];
  const beside = (facts: RunFacts): ReadonlyMap<string, Uint8Array> => {
    events = eventsOfTraining(facts, context);
    return new Map([[LINEAGE_FILE, lineageFile(events)]]);
  };
  const startedAt = new Date();
  const training = await trainModel(
    { model, config, configDigest, candidateKey: key },
    {
      trainer: trainerOf({ context, log, env }),
      uploads: createArtifacts(uploadOptions(context.temp, values['retention-days'])),
      clock: { now: () => new Date() },
      reusable: async (wanted) =>
        values.reuse && modelConfig !== undefined ? work.reusable(wanted, modelConfig) : null,
      recordRun: (facts) => recordRun(facts, context, env),
      beside,
    },
  ).catch(async (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const failure = { model, message, startedAt, finishedAt: new Date() };
    // The error of the training is the one to tell, whatever becomes of the events.
    await postLineage(eventsOfFailure(failure, context), { ...values, 'openlineage-failure': 'warn' }, log);
    throw error;
  });
  await postLineage(events, values, log);
  return resultOf(model, training, `${context.serverUrl}/${owner}/${repo}/actions/runs`);
}

function trainerOf({ context, log, env }: Pick<ActionPorts, 'context' | 'log' | 'env'>): TrainPorts['trainer'] {
  const { workspace, temp } = context;
  const trainer = (onLine: (line: string) => void): Trainer =>
    createLocalTrainer({ workspace, temp, env, clock: { now: () => new Date() }, onLine });
  return {
    readFile: (path) => trainer(log.info).readFile(path),
    train: (job) => log.untrusted('Training command', (onLine) => trainer(onLine).train(job)),
  };
}

function uploadOptions(temp: string, retentionDays: number | undefined): Parameters<typeof createArtifacts>[0] {
  return retentionDays === undefined ? { temp } : { temp, retentionDays };
}

async function readConfig(
  path: string,
  workspace: string,
): Promise<{ readonly config: Config; readonly configDigest: Digest }> {
  const bytes = await readFile(join(workspace, path)).catch(() => null);
  if (bytes === null) throw missingConfig(path);
  return { config: parseConfig(bytes, path), configDigest: sha256(bytes) };
}

/** The candidate key of the checkout. What cannot be told is said in the log; the run trains then. */
async function keyOf(
  model: ModelConfig | undefined,
  checkout: { readonly workspace: string; readonly env: ActionPorts['env']; readonly log: (text: string) => void },
): Promise<Digest | null> {
  if (model === undefined) return null;
  const tree = await checkedOutTree(checkout.workspace, checkout.env);
  if (tree.known) return candidateKey(tree.files, model);
  checkout.log(`No candidate can be reused: the commit of the checkout is not known, because ${tree.why}.`);
  return null;
}

function resultOf(model: string, training: Training, runsUrl: string): Result {
  const { modelDigest, reusedFrom } = training;
  return {
    outcome: 'done',
    title:
      reusedFrom === null
        ? `Trained ${model} ${modelDigest}`
        : `Reused ${model} ${modelDigest} of run ${reusedFrom.runId}: nothing it is made from has changed`,
    summary: renderTraining(model, training, runsUrl),
    outputs: {
      'model-digest': modelDigest,
      'artifact-id': String(training.artifactId),
      'artifact-digest': training.artifactDigest,
      'reused-from': reusedFrom === null ? '' : String(reusedFrom.runId),
      'run-record': new TextDecoder().decode(training.runRecord),
    },
  };
}

function nothingToTrain(model: string): Result {
  const title = `The pull request changes no file that ${model} is made from: nothing to train`;
  return { outcome: 'done', title, summary: `### ${title}\n`, outputs: {} };
}

function missingConfig(path: string): ConfigError {
  return new ConfigError([
    {
      where: 'Input "config"',
      found: `no file ${path} in the workspace`,
      allowed: 'the path of gatehouse.yml in the checked-out repository',
      remedy: 'Check the repository out before this step, and add gatehouse.yml to it',
    },
  ]);
}
