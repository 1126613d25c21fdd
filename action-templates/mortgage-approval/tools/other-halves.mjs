// How much of the example's story is luck of the split? Trains and evaluates both candidates on the half that
// gatehouse.yml holds out and on other halves (salts half-0, half-1, ...), with the commands of gatehouse.yml and the
// fairness gate itself, and counts its outcomes.
//
// In a checkout of Gatehouse: node action-templates/mortgage-approval/tools/other-halves.mjs [halves, default 100]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseConfig } from '@gatehouse/core';
import { countGroups, evaluateFairness } from '@gatehouse/gates';
import { featuresOf, joinById, readEvaluationData, readPredictions, trainingTable } from '@gatehouse/tables';

const example = resolve(import.meta.dirname, '..');
const policy = parseConfig(readFileSync(join(example, 'gatehouse.yml'))).models['mortgage-approval'];
const applications = readFileSync(join(example, 'data', 'applications.csv'));
const candidates = { 'candidate 1': 'train.mjs', 'candidate 2': join('candidate-2', 'train.mjs') };

/** The policy with another salt, and so with another half held out. */
function withSalt(salt) {
  const { applications: dataset } = policy.data;
  return { ...policy, data: { applications: { ...dataset, split: { ...dataset.split, salt } } } };
}

/** Trains and evaluates as the actions do: training sees training rows only, evaluation sees features only. */
function predictionsOf(trainingScript, model) {
  const folder = mkdtempSync(join(tmpdir(), 'other-halves-'));
  try {
    cpSync(join(example, trainingScript), join(folder, 'train.mjs'));
    cpSync(join(example, 'evaluate.mjs'), join(folder, 'evaluate.mjs'));
    cpSync(join(example, 'lib'), join(folder, 'lib'), { recursive: true });
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'applications.csv'), trainingTable(applications, model));
    execFileSync(process.execPath, ['train.mjs'], { cwd: folder });
    writeFileSync(join(folder, 'features.csv'), featuresOf(applications, model));
    const env = {
      GATEHOUSE_MODEL_DIR: 'model',
      GATEHOUSE_FEATURES: 'features.csv',
      GATEHOUSE_PREDICTIONS: 'predictions.csv',
    };
    execFileSync(process.execPath, ['evaluate.mjs'], { cwd: folder, env });
    return readFileSync(join(folder, 'predictions.csv'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function decide(trainingScript, salt) {
  const model = withSalt(salt);
  const data = readEvaluationData(applications, model);
  const { predicted } = joinById(data, readPredictions(predictionsOf(trainingScript, model), model, data));
  const groups = countGroups({
    labels: data.labels,
    predicted,
    sensitive: data.protected,
    knownGroups: data.knownGroups,
  });
  const context = { subject: null, policyDigest: null, inputs: [] };
  return evaluateFairness({ config: policy.gates.fairness, context, groups });
}

function describe({ groups, value, interval, n, outcome }) {
  const range = interval.map((bound) => bound.toFixed(3)).join(', ');
  return `  ${groups.join(' and ')}: ${value.toFixed(3)} [${range}], n ${n.join(' and ')}: ${outcome}`;
}

const halves = Number(process.argv[2] ?? 100);
if (!Number.isSafeInteger(halves) || halves < 0) throw new Error(`"${process.argv[2]}" is no number of halves.`);
for (const [name, script] of Object.entries(candidates)) {
  const { outcome, findings } = decide(script, policy.data.applications.split.salt);
  console.log(`${name}, the half of gatehouse.yml: ${outcome}`);
  console.log(findings.map(describe).join('\n'));
  const outcomes = Array.from({ length: halves }, (_, index) => decide(script, `half-${index}`).outcome);
  const counts = ['fail', 'inconclusive', 'pass'].map((one) => `${one} ${outcomes.filter((o) => o === one).length}`);
  console.log(`${name}, ${halves} other halves: ${counts.join(', ')}`);
}
