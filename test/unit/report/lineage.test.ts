import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Finding, sha256 } from '@gatehouse/core';
import { type LineageRun, lineageEvents, lineageFile, lineageRunId } from '@gatehouse/report';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/openlineage');
const NAMESPACE = 'https://github.com/bank/models';

const FINDING: Finding = {
  measure: 'missing-rate',
  outcome: 'fail',
  severity: 'block',
  reasonCode: 'limit-exceeded',
  groups: ['age'],
  value: 0.5,
  limit: 0.1,
  failsWhen: 'above',
  message: '5 of 10 values of age are missing',
};
const NOTE: Finding = {
  measure: 'schema',
  outcome: 'inconclusive',
  severity: 'warn',
  reasonCode: 'schema-broken',
  groups: ['a', 'b'],
  value: null,
  message: 'two columns are not described',
};

const RUN: LineageRun = {
  job: { namespace: NAMESPACE, name: 'data-gate/mortgage-approval' },
  workflowRun: `${NAMESPACE}/actions/runs/7`,
  source: { repositoryUrl: NAMESPACE, commit: 'a'.repeat(40) },
  startedAt: new Date('2026-06-15T10:00:00Z'),
  finishedAt: new Date('2026-06-15T10:00:05Z'),
  error: null,
  inputs: [
    {
      namespace: NAMESPACE,
      name: 'applications',
      digest: sha256('data'),
      fields: [{ name: 'age', type: 'integer' }],
      quality: {
        rows: 10,
        bytes: 100,
        files: 1,
        columns: { age: { missing: 5, distinct: 4, count: 5 }, g: { missing: 0, distinct: null, count: 10 } },
        findings: [FINDING, NOTE],
      },
    },
  ],
  outputs: [{ namespace: NAMESPACE, name: 'mortgage-approval', digest: sha256('model') }],
};

function schemaOf(path: string): object {
  return JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'));
}

/** The published schemas; each facet is held against the one that it names itself. */
function validator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(schemaOf('OpenLineage.json'));
  for (const file of readdirSync(join(FIXTURES, 'facets'))) ajv.addSchema(schemaOf(join('facets', file)));
  return ajv;
}

function facetsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.hasOwn(value, '_schemaURL') ? [value] : [];
  return [...own, ...Object.values(value).flatMap(facetsIn)];
}

describe('events of a run', () => {
  const ajv = validator();

  it.each<[string, LineageRun]>([
    ['that came to its end', RUN],
    ['that failed', { ...RUN, error: 'The file is truncated.' }],
    ['without data', { ...RUN, inputs: [], outputs: [] }],
  ])('%s are as the published schemas say', (_, run) => {
    for (const event of lineageEvents(run)) {
      expect(
        ajv.validate('https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent', event),
        ajv.errorsText(),
      ).toBe(true);
      const facets = facetsIn(event);
      expect(facets.length).toBeGreaterThanOrEqual(2);
      for (const facet of facets) {
        expect(ajv.validate(String(Reflect.get(facet, '_schemaURL')), facet), ajv.errorsText()).toBe(true);
      }
    }
  });

  it('are held against schemas that refuse something', () => {
    const [start] = lineageEvents(RUN);
    const name = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';

    expect(ajv.validate(name, { ...start, run: { runId: 'x' } })).toBe(false);
    expect(ajv.validate(name, { ...start, eventType: 'DONE' })).toBe(false);
  });

  it('are a START and one end under one id, with versions by digest', () => {
    const [start, end] = lineageEvents(RUN);

    expect([start['eventType'], start['eventTime'], end['eventType'], end['eventTime']]).toEqual([
      'START',
      '2026-06-15T10:00:00.000Z',
      'COMPLETE',
      '2026-06-15T10:00:05.000Z',
    ]);
    expect(end['run']).toMatchObject({ runId: Reflect.get(Object(start['run']), 'runId') });
    expect(start['outputs']).toEqual([]);
    expect(end).toMatchObject({
      inputs: [
        {
          name: 'applications',
          facets: {
            version: { datasetVersion: sha256('data') },
            schema: { fields: [{ name: 'age', type: 'integer' }] },
          },
          inputFacets: {
            dataQualityMetrics: {
              rowCount: 10,
              columnMetrics: { age: { nullCount: 5, distinctCount: 4, count: 5 }, g: { nullCount: 0, count: 10 } },
            },
            dataQualityAssertions: {
              assertions: [
                {
                  assertion: 'missing-rate',
                  success: false,
                  column: 'age',
                  severity: 'error',
                  expected: '0.1',
                  actual: '0.5',
                },
                { assertion: 'schema', success: false, severity: 'warn' },
              ],
            },
          },
        },
      ],
      outputs: [{ name: 'mortgage-approval', facets: { version: { datasetVersion: sha256('model') } } }],
    });
    expect(JSON.stringify(end)).not.toContain('"column":"a"');
  });

  it('of a run that failed say why and name nothing that was made', () => {
    const [, end] = lineageEvents({ ...RUN, error: 'The file is truncated.' });

    expect(end).toMatchObject({
      eventType: 'FAIL',
      outputs: [],
      run: { facets: { errorMessage: { message: 'The file is truncated.' } } },
    });
  });

  it('are one line each in a file', () => {
    const lines = new TextDecoder()
      .decode(lineageFile(lineageEvents(RUN)))
      .trimEnd()
      .split('\n');

    expect(lines.map((line) => JSON.parse(line).eventType)).toEqual(['START', 'COMPLETE']);
  });
});

describe('the id of a run', () => {
  it('is a UUID of version 8 that equal facts give again', () => {
    expect(lineageRunId(RUN)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(lineageRunId({ ...RUN, finishedAt: new Date(0), error: 'x' })).toBe(lineageRunId(RUN));
  });

  it.each<[string, Partial<LineageRun>]>([
    ['begin', { startedAt: new Date('2026-06-15T10:00:01Z') }],
    ['workflow run', { workflowRun: `${NAMESPACE}/actions/runs/8` }],
    ['job', { job: { namespace: NAMESPACE, name: 'train-model/mortgage-approval' } }],
    ['data', { inputs: [] }],
  ])('is another for another %s', (_, other) => {
    expect(lineageRunId({ ...RUN, ...other })).not.toBe(lineageRunId(RUN));
  });
});
