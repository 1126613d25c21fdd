// How much of the example's story is luck of the split? Trains and evaluates both candidates on the half that
// gatehouse.yml holds out and on other halves (salts half-0, half-1, ...), with the commands of gatehouse.yml and the
// intervals of the fairness gate, and counts how often each verdict is reached.
//
// In a checkout of Gatehouse: node action-templates/mortgage-approval/tools/other-halves.mjs [halves, default 100]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseConfig } from '@gatehouse/core';
import { bonferroniConfidence, newcombeDifference } from '@gatehouse/stats';
import { featuresOf, readEvaluationData, readPredictions, trainingTable } from '@gatehouse/tables';

const example = resolve(import.meta.dirname, '..');
const policy = parseConfig(readFileSync(join(example, 'gatehouse.yml'))).models['mortgage-approval'];
const { sensitive, measures, confidence } = policy.gates.fairness;
const { limit } = measures['false-positive-rate-difference'];
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

/** False denials among granted applications by group, and the interval of their difference, per protected column. */
function differencesOf(predictions, model) {
  const data = readEvaluationData(applications, model);
  const read = readPredictions(predictions, model, data);
  return sensitive.map((column) => {
    const counts = { yes: { successes: 0, n: 0 }, no: { successes: 0, n: 0 } };
    data.ids.forEach((id, row) => {
      if (data.labels[row]) return;
      const group = counts[data.protected.get(column)[row]];
      group.n += 1;
      if (read.get(id).positive) group.successes += 1;
    });
    const value = counts.yes.successes / counts.yes.n - counts.no.successes / counts.no.n;
    const interval = newcombeDifference(counts.yes, counts.no, bonferroniConfidence(confidence, sensitive.length));
    return { column, value, interval, counts };
  });
}

/** The difference is the larger of the two directions, so the verdict looks at both ends of the interval. */
function verdictOf({ interval: [low, high] }) {
  if (low > limit || high < -limit) return 'above';
  return Math.max(Math.abs(low), Math.abs(high)) < limit ? 'below' : 'inconclusive';
}

function judge(trainingScript, salt) {
  const model = withSalt(salt);
  const differences = differencesOf(predictionsOf(trainingScript, model), model);
  const verdicts = differences.map(verdictOf);
  const verdict = verdicts.find((one) => one === 'above') ?? verdicts.find((one) => one === 'inconclusive') ?? 'below';
  return { verdict, differences };
}

function describe({ column, value, interval, counts: { yes, no } }) {
  const range = interval.map((bound) => bound.toFixed(3)).join(', ');
  const rates = [yes, no].map(({ successes, n }) => `${successes}/${n}`).join(' and ');
  return `  ${column.padEnd(7)} ${value.toFixed(3)} [${range}], false denials ${rates}`;
}

const halves = Number(process.argv[2] ?? 100);
if (!Number.isSafeInteger(halves) || halves < 0) throw new Error(`"${process.argv[2]}" is no number of halves.`);
console.log(`false-positive-rate difference, limit ${limit}, intervals ${confidence * 100} % for all columns together`);
for (const [name, script] of Object.entries(candidates)) {
  const { verdict, differences } = judge(script, policy.data.applications.split.salt);
  console.log(`${name}, the half of gatehouse.yml: ${verdict}`);
  console.log(differences.map(describe).join('\n'));
  const verdicts = Array.from({ length: halves }, (_, index) => judge(script, `half-${index}`).verdict);
  const count = (wanted) => verdicts.filter((one) => one === wanted).length;
  const rows = ['above', 'inconclusive', 'below'].map((one) => `${one} ${count(one)}`);
  console.log(`${name}, ${halves} other halves: ${rows.join(', ')}`);
}
