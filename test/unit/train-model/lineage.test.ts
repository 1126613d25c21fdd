import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeModel, parseConfig, sha256 } from '@gatehouse/core';
import { LINEAGE_FILE, lineageFile } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { eventsOfFailure, eventsOfTraining } from '../../../actions/train-model/src/lineage.ts';
import { trainModel } from '../../../actions/train-model/src/run.ts';

const example = resolve(import.meta.dirname, '../../../action-templates/mortgage-approval');
const MODEL = 'mortgage-approval';
const config = parseConfig(readFileSync(join(example, 'gatehouse.yml')));
const DATA = config.models[MODEL]?.data['applications']?.digest;
const FILES = new Map([['model.json', new TextEncoder().encode('{"new":true}')]]);
const { modelDigest } = describeModel(FILES);
const PLACE = {
  serverUrl: 'https://github.com',
  repository: { owner: 'bank', name: 'models' },
  runUrl: 'https://github.com/bank/models/actions/runs/7',
  sha: 'c'.repeat(40),
};

async function trained(reused: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const uploaded = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const earlier = {
    artifactId: 9,
    runId: 7,
    expiresAt: null,
    bytes: FILES,
    claims: new Map(),
    ...describeModel(FILES),
  };
  await trainModel(
    { model: MODEL, config, configDigest: sha256('config'), candidateKey: sha256('key') },
    {
      trainer: {
        readFile: async (path) => readFileSync(join(example, path)),
        train: async () => ({ files: FILES, startedAt: new Date(0), finishedAt: new Date(5000) }),
      },
      uploads: {
        upload: async (name, files) => {
          uploaded.set(name, files);
          return { id: 1, digest: sha256(name) };
        },
      },
      clock: { now: () => new Date(1000) },
      reusable: async () => (reused ? earlier : null),
      recordRun: () => new TextEncoder().encode('record'),
      beside: (facts) => new Map([[LINEAGE_FILE, lineageFile(eventsOfTraining(facts, PLACE))]]),
    },
  );
  return uploaded.get(`candidate-${MODEL}`) ?? new Map();
}

describe('lineage of a training run', () => {
  it('lies beside the model: the data by digest went in, the model by digest came out', async () => {
    const file = new TextDecoder().decode((await trained(false)).get(LINEAGE_FILE));
    const [start, end] = file
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

    expect(start).toMatchObject({
      eventType: 'START',
      eventTime: '1970-01-01T00:00:00.000Z',
      job: { namespace: 'https://github.com/bank/models', name: `train-model/${MODEL}` },
    });
    expect(end).toMatchObject({
      eventType: 'COMPLETE',
      eventTime: '1970-01-01T00:00:05.000Z',
      inputs: [{ name: 'applications', facets: { version: { datasetVersion: DATA } } }],
      outputs: [{ name: MODEL, facets: { version: { datasetVersion: modelDigest } } }],
    });
  });

  it('is not claimed of a candidate that another run made', async () => {
    expect([...(await trained(true)).keys()]).not.toContain(LINEAGE_FILE);
  });

  it('of a run without a candidate says why and names no model', () => {
    const times = { startedAt: new Date(0), finishedAt: new Date(1000) };
    const [, end] = eventsOfFailure({ model: MODEL, message: 'exit code 1', ...times }, PLACE);

    expect(end).toMatchObject({
      eventType: 'FAIL',
      outputs: [],
      run: { facets: { errorMessage: { message: 'exit code 1' } } },
    });
  });
});
