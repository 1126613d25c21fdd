import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ModelConfig, parseConfig } from '@gatehouse/core';
import { featuresOf, trainingTable } from '@gatehouse/tables';

const EXAMPLE = resolve(import.meta.dirname, '../../../../action-templates/mortgage-approval');

/** The configuration and the data of the example repository. */
export const CONFIG = readFileSync(join(EXAMPLE, 'gatehouse.yml'), 'utf8');
export const DATA = readFileSync(join(EXAMPLE, 'data/applications.csv'));

/** The model of the example. */
export function exampleModel(): ModelConfig {
  const found = parseConfig(CONFIG).models['mortgage-approval'];
  if (found === undefined) throw new Error('The example has another model.');
  return found;
}

/** What the model that a script of the example trains predicts for its evaluation rows. */
export function examplePredictions(training: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-example-'));
  try {
    mkdirSync(join(folder, 'data'), { recursive: true });
    for (const path of ['lib', 'evaluate.mjs']) cpSync(join(EXAMPLE, path), join(folder, path), { recursive: true });
    writeFileSync(join(folder, 'data/applications.csv'), trainingTable(DATA, exampleModel()));
    writeFileSync(join(folder, 'f.csv'), featuresOf(DATA, exampleModel()));
    return predictionsOf(training, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function predictionsOf(training: string, folder: string): Buffer {
  cpSync(join(EXAMPLE, training), join(folder, 'train.mjs'));
  const run = (script: string, env: NodeJS.ProcessEnv = {}): string =>
    execFileSync(process.execPath, [script], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  run('train.mjs');
  run('evaluate.mjs', { GATEHOUSE_MODEL_DIR: 'model', GATEHOUSE_FEATURES: 'f.csv', GATEHOUSE_PREDICTIONS: 'p.csv' });
  return readFileSync(join(folder, 'p.csv'));
}
