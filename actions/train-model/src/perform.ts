import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActionPorts, type ActionResult, createArtifacts } from '@gatehouse/action-kit';
import { ConfigError, parseConfig, sha256, type Trainer } from '@gatehouse/core';
import { createLocalTrainer } from '@gatehouse/training';
import { refuseForkOnSelfHosted } from './fork-rule.ts';
import type { inputs, outputs } from './inputs.ts';
import { recordRun } from './record-run.ts';
import { trainModel } from './run.ts';
import { renderTraining } from './summary.ts';

type Values = ReturnType<typeof inputs.parse>;
type Result = ActionResult<keyof typeof outputs>;

/** Puts the real adapters behind the ports of the action. */
export async function perform(values: Values, { context, log, env }: ActionPorts): Promise<Result> {
  refuseForkOnSelfHosted(await context.readEvent(), {
    repository: `${context.repository.owner}/${context.repository.name}`,
    runnerEnvironment: env['RUNNER_ENVIRONMENT'],
  });
  const configBytes = await readFile(join(context.workspace, values.config)).catch(() => null);
  if (configBytes === null) throw missingConfig(values.config);
  const { workspace, temp } = context;
  const trainer = (onLine: (line: string) => void): Trainer =>
    createLocalTrainer({ workspace, temp, env, clock: { now: () => new Date() }, onLine });
  const training = await trainModel(
    { model: values.model, config: parseConfig(configBytes, values.config), configDigest: sha256(configBytes) },
    {
      trainer: {
        readFile: (path) => trainer(log.info).readFile(path),
        train: (job) => log.untrusted('Training command', (onLine) => trainer(onLine).train(job)),
      },
      uploads: createArtifacts({ temp, retentionDays: values['retention-days'] }),
      recordRun: (facts) => recordRun(facts, context, env),
    },
  );
  return {
    outcome: 'done',
    title: `Trained ${values.model} ${training.modelDigest}`,
    summary: renderTraining(values.model, training),
    outputs: {
      'model-digest': training.modelDigest,
      'artifact-id': String(training.artifactId),
      'artifact-digest': training.artifactDigest,
      'run-record': new TextDecoder().decode(training.runRecord),
    },
  };
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
