import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseConfig, sha256 } from '@gatehouse/core';
import { countGroups, evaluateFairness, evaluatePerformance } from '@gatehouse/gates';
import { featuresOf, trainingTable } from '@gatehouse/tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAligned, readEvaluationData } from '../unit/tables/row-reader.ts';

const example = resolve(import.meta.dirname, '..', '..', 'action-templates', 'mortgage-approval');
const config = parseConfig(readFileSync(join(example, 'gatehouse.yml')));
const applications = readFileSync(join(example, 'data', 'applications.csv'));
const context = { subject: null, policyDigest: null, inputs: [] };

function policy() {
  const model = config.models['mortgage-approval'];
  const { fairness, performance } = model?.gates ?? {};
  if (model === undefined || fairness === undefined || performance === undefined) throw new Error('A gate is missing.');
  return { model, fairness, performance };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'example-'));
  for (const path of ['lib', 'evaluate.mjs', 'deploy.mjs']) {
    cpSync(join(example, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'applications.csv'), trainingTable(applications, policy().model));
  writeFileSync(join(folder, 'features.csv'), featuresOf(applications, policy().model));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(process.execPath, [script], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

function script(path: string): string {
  return readFileSync(join(example, path), 'utf8');
}

/** Trains with a script of the example and judges it as the gates' actions do. */
function judge(trainingScript: string) {
  const { model, fairness, performance } = policy();
  writeFileSync(join(folder, 'train.mjs'), trainingScript);
  run('train.mjs');
  const env = { GATEHOUSE_MODEL_DIR: 'model', GATEHOUSE_FEATURES: 'features.csv', GATEHOUSE_PREDICTIONS: 'p.csv' };
  run('evaluate.mjs', env);
  const data = readEvaluationData(applications, model);
  const challenger = readAligned(readFileSync(join(folder, 'p.csv')), model, data);
  const { labels, protected: sensitive, knownGroups } = data;
  const groups = countGroups({ labels, predicted: challenger.predicted, sensitive, knownGroups });
  return {
    fairness: evaluateFairness({ config: fairness, context, groups }),
    performance: evaluatePerformance({
      config: performance,
      context,
      labels,
      challenger,
      champion: { state: 'none', versionsExist: false },
    }),
  };
}

describe('the data of the example', () => {
  it('is what the policy names', () => {
    expect(sha256(applications)).toBe(policy().model.data['applications']?.digest);
  });

  it.each([
    ['applications', () => true, 2380],
    ['denied', (row: readonly string[]) => row[1] === 'yes', 285],
    ['Black applicants', (row: readonly string[]) => row[12] === 'yes', 339],
    ['of them denied', (row: readonly string[]) => row[12] === 'yes' && row[1] === 'yes', 96],
    ['others denied', (row: readonly string[]) => row[12] === 'no' && row[1] === 'yes', 189],
  ] as const)('has the published number of %s', (_, matches, expected) => {
    const [header, ...rows] = applications.toString('utf8').trimEnd().split('\n');

    expect(header).toBe(
      'id,deny,pirat,hirat,lvrat,chist,mhist,phist,unemp,selfemp,insurance,condomin,afam,single,hschool',
    );
    expect(rows.map((row) => row.split(',')).filter(matches)).toHaveLength(expected);
  });

  it('offers the model neither the label nor a protected column', () => {
    const header = readFileSync(join(folder, 'features.csv'), 'utf8').split('\n')[0];

    expect(header).toBe('id,pirat,hirat,lvrat,chist,mhist,phist,unemp,selfemp,insurance,condomin,hschool');
  });
});

describe('the story of the example', () => {
  it('has a first candidate that only the fairness gate blocks', () => {
    const { fairness, performance } = judge(script('train.mjs'));
    const failed = fairness.findings.filter((finding) => finding.outcome === 'fail');

    expect(performance.outcome).toBe('pass');
    expect(fairness.outcome).toBe('fail');
    expect(failed.map((finding) => finding.reasonCode)).toEqual(['limit-exceeded']);
    expect(failed[0]?.value).toBeCloseTo(0.236, 3);
    expect(failed[0]?.interval?.map((bound) => Number(bound?.toFixed(3)))).toEqual([0.132, 0.346]);
  });

  it('has a second candidate that passes both gates', () => {
    const { fairness, performance } = judge(script('candidate-2/train.mjs'));

    expect(performance.outcome).toBe('pass');
    expect(fairness.outcome).toBe('pass');
    expect(fairness.findings.map((finding) => finding.reasonCode)).toEqual(['within-limit', 'within-limit']);
  });

  it('has no third candidate that is never blocked because it never denies', () => {
    const never = script('train.mjs').replace(/threshold: [^,}]+/, 'threshold: 2');
    expect(never).toContain('threshold: 2');
    const { fairness } = judge(never);

    expect(fairness.outcome).toBe('inconclusive');
    expect(fairness.findings[0]?.reasonCode).toBe('constant-prediction');
  });

  it('gives the same bytes when it trains again', () => {
    const digests = [1, 2].map(() => {
      run('train.mjs');
      return ['config.json', 'model.safetensors'].map((name) => sha256(readFileSync(join(folder, 'model', name))));
    });

    expect(digests[0]).toEqual(digests[1]);
  });

  it('deploys the model it was given, and refuses without a target', () => {
    run('deploy.mjs', { GATEHOUSE_MODEL_DIR: 'model', GATEHOUSE_TARGET: 'served' });

    const [given, served] = ['model', 'served'].map((name) => readFileSync(join(folder, name, 'model.safetensors')));
    expect(served).toEqual(given);
    expect(() => run('deploy.mjs', { GATEHOUSE_MODEL_DIR: 'model' })).toThrow('GATEHOUSE_TARGET is not set');
  });
});
