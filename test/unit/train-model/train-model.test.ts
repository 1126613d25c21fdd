import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ActionError,
  type Comparison,
  type Config,
  describeModel,
  type ModelConfig,
  parseConfig,
  sha256,
  type TrainingJob,
} from '@gatehouse/core';
import type { Candidate } from '@gatehouse/registry';
import { describe, expect, it } from 'vitest';
import { earlierWork } from '../../../actions/train-model/src/earlier-work.ts';
import { pullOfEvent } from '../../../actions/train-model/src/pull-of-event.ts';
import { type RunFacts, type TrainRequest, trainModel } from '../../../actions/train-model/src/run.ts';
import { renderTraining } from '../../../actions/train-model/src/summary.ts';

const example = resolve(import.meta.dirname, '..', '..', '..', 'action-templates', 'mortgage-approval');
const MODEL = 'mortgage-approval';
const config: Config = parseConfig(readFileSync(join(example, 'gatehouse.yml')));
const modelConfig = Object.values(config.models)[0] as ModelConfig;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NEW = new Map([['model.json', bytes('{"new":true}')]]);
const OLD = new Map([['model.json', bytes('{"old":true}')]]);
const KEY = sha256('key');

function candidate(claims: Readonly<Record<string, string>>): Candidate {
  const entries = Object.entries(claims).map(([name, text]) => [name, bytes(text)] as const);
  return { artifactId: 9, runId: 7, expiresAt: null, bytes: OLD, claims: new Map(entries), ...describeModel(OLD) };
}

async function train(how: { readonly key: typeof KEY | null; readonly earlier?: Candidate | null }) {
  const jobs: TrainingJob[] = [];
  const facts: RunFacts[] = [];
  const uploads: { readonly name: string; readonly files: Readonly<Record<string, string>> }[] = [];
  const request: TrainRequest = { model: MODEL, config, configDigest: sha256('config'), candidateKey: how.key };
  const training = await trainModel(request, {
    trainer: {
      readFile: async (path) => readFileSync(join(example, path)),
      train: async (job) => {
        jobs.push(job);
        return { files: NEW, startedAt: new Date(0), finishedAt: new Date(5000) };
      },
    },
    uploads: {
      upload: async (name, files) => {
        const texts = [...files].map(([file, content]) => [file, new TextDecoder().decode(content)]);
        uploads.push({ name, files: Object.fromEntries(texts) });
        return { id: uploads.length, digest: sha256(name) };
      },
    },
    clock: { now: () => new Date(1000) },
    reusable: async () => how.earlier ?? null,
    recordRun: (fact) => {
      facts.push(fact);
      return bytes('record');
    },
  });
  return { training, jobs, facts, uploads };
}

describe('a run whose candidate key is known', () => {
  it('trains when there is no earlier candidate, and leaves a mark for later runs', async () => {
    const { training, jobs, facts, uploads } = await train({ key: KEY });

    expect(jobs).toHaveLength(1);
    expect(training).toMatchObject({ artifactId: 1, reusedFrom: null, durationMs: 5000 });
    expect(facts).toMatchObject([{ candidateKey: KEY, reusedFrom: null }]);
    expect(uploads).toEqual([
      { name: `candidate-${MODEL}`, files: { 'run-record.json': 'record', 'model/model.json': '{"new":true}' } },
      { name: `candidate-key-${MODEL}-${KEY.slice('sha256:'.length)}`, files: { 'run-record.json': 'record' } },
    ]);
  });

  it('hands an earlier candidate on with the record of the run that trained it', async () => {
    const { training, jobs, facts, uploads } = await train({
      key: KEY,
      earlier: candidate({ 'run-record.json': 'was' }),
    });

    expect(jobs).toEqual([]);
    expect(training).toMatchObject({ modelDigest: describeModel(OLD).modelDigest, reusedFrom: { runId: 7 } });
    expect(facts).toMatchObject([{ reusedFrom: { runId: 7, artifactId: 9 } }]);
    expect(uploads[0]?.files).toEqual({
      'run-record.json': 'record',
      'first-run-record.json': 'was',
      'model/model.json': '{"old":true}',
    });
    expect(renderTraining(MODEL, training, 'https://github.test/o/r/actions/runs')).toContain(
      'from run [7](https://github.test/o/r/actions/runs/7)',
    );
  });

  it('keeps the record of the first run when a reused candidate is reused again', async () => {
    const earlier = candidate({ 'run-record.json': 'reused', 'first-run-record.json': 'trained' });
    const { uploads } = await train({ key: KEY, earlier });

    expect(uploads[0]?.files['first-run-record.json']).toBe('trained');
  });
});

describe('a run whose candidate key is not known', () => {
  it('trains and leaves no mark', async () => {
    const { jobs, uploads } = await train({ key: null, earlier: candidate({}) });

    expect(jobs).toHaveLength(1);
    expect(uploads.map(({ name }) => name)).toEqual([`candidate-${MODEL}`]);
  });
});

describe('what can save a training run', () => {
  const pull = { baseSha: 'a'.repeat(40), headSha: 'b'.repeat(40), number: 3 };
  const refused = new ActionError('permission', { where: 'x', found: 'y', allowed: 'z', remedy: 'w' });
  function work(files: readonly string[] | Error, log: string[] = []) {
    const comparison = async (base: string, head: string): Promise<Comparison> => {
      expect([base, head]).toEqual([pull.baseSha, pull.headSha]);
      if (files instanceof Error) throw files;
      return { files, commits: { commits: [], truncated: false } };
    };
    const fails = async (): Promise<never> => Promise.reject(refused);
    const runs = { get: fails, listForHead: fails, artifacts: fails, artifact: fails, download: fails };
    return earlierWork({
      model: MODEL,
      runId: 1,
      configPath: 'gatehouse.yml',
      pull,
      github: {
        contents: { comparison, listFiles: fails },
        pulls: { ofBranch: fails },
        runs: { ...runs, artifactsNamed: fails },
      },
      log: (line) => log.push(line),
    });
  }

  it.each([
    ['a file of the model', ['README.md', 'train.mjs'], true],
    ['no file of the model', ['README.md', 'docs/lib/a.md'], false],
    ['rules only', ['gatehouse.yml'], false],
  ])('knows that %s is changed', async (_, files, expected) => {
    expect(await work(files).isConcerned(config)).toBe(expected);
  });

  it('is training when GitHub does not answer, and says why', async () => {
    const log: string[] = [];
    const unsure = work(refused, log);

    expect(await unsure.isConcerned(config)).toBe(true);
    expect(await unsure.reusable(KEY, modelConfig)).toBeNull();
    expect(log).toHaveLength(2);
    expect(log[0]).toMatch(/^Not known which files the pull request changes, so the model is trained\. x: y/);
  });

  it('is training without a token and outside of pull requests', async () => {
    for (const without of [
      { pull, github: null },
      { pull: null, github: null },
    ]) {
      const none = earlierWork({
        model: MODEL,
        runId: 1,
        configPath: 'gatehouse.yml',
        log: () => undefined,
        ...without,
      });
      expect([await none.isConcerned(config), await none.reusable(KEY, modelConfig)]).toEqual([true, null]);
    }
  });

  it('hides no mistake of ours', async () => {
    await expect(work(new TypeError('bug')).isConcerned(config)).rejects.toThrow('bug');
  });
});

describe('the pull request of an event', () => {
  const [baseSha, headSha] = ['a'.repeat(40), 'b'.repeat(40)];
  const pull = { base: { sha: baseSha }, head: { sha: headSha }, number: 3 };

  it('is its two commits and its number', () => {
    expect(pullOfEvent({ pull_request: pull })).toEqual({ baseSha, headSha, number: 3 });
  });

  it.each<[string, unknown]>([
    ['without a number', { pull_request: { ...pull, number: '3' } }],
    ['with a number that is none', { pull_request: { ...pull, number: 0.5 } }],
    ['without a head', { pull_request: { ...pull, head: null } }],
    ['with a base that is no SHA', { pull_request: { ...pull, base: { sha: 'main' } } }],
    ['that is null', { pull_request: null }],
    ['that is not there', {}],
    ['of no event', null],
  ])('%s is none', (_, event) => {
    expect(pullOfEvent(event)).toBeNull();
  });
});
