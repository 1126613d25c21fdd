import { parseDecision, sha256 } from '@gatehouse/core';
import { renderDataMarkdown } from '@gatehouse/report';
import { describe, expect, it } from 'vitest';
import { eventsOfError, eventsOfVerdict } from '../../../actions/data-gate/src/lineage.ts';
import { told } from '../gate-runner/judged-data.ts';
import { DATA, type DataScene, judgeScene, MODEL, md5Of } from './scene.ts';

const HEX = sha256(DATA).slice('sha256:'.length);
const GATE = '        key: [id]\n        columns: { id: {}, deny: {}, age: { type: integer, min: 18 } }';
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${HEX}\nsize ${DATA.length}\n`;
const DVC = `outs:\n- md5: ${md5Of(DATA)}\n  size: ${DATA.length}\n  path: applications.csv\n`;

function croissant(hex: string, ageType = 'sc:Integer'): string {
  const field = (column: string, dataType: string): object => ({
    '@type': 'cr:Field',
    '@id': column,
    dataType,
    source: { fileObject: { '@id': 'f' }, extract: { column } },
  });
  return JSON.stringify({
    '@context': {},
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: 'applications',
    description: 'd',
    license: 'l',
    url: 'https://example.org',
    creator: 'c',
    datePublished: '2026-01-01',
    distribution: [
      { '@type': 'cr:FileObject', '@id': 'f', contentUrl: 'a.csv', encodingFormat: 'text/csv', sha256: hex },
    ],
    recordSet: [{ '@id': 'r', field: [field('id', 'sc:Integer'), field('deny', 'sc:Text'), field('age', ageType)] }],
  });
}

const withPointer = (text: string): DataScene => ({
  gate: GATE,
  dataset: '        pointer: data/applications.csv.ptr',
  files: { 'data/applications.csv.ptr': text },
});
const withCroissant = (text: string): DataScene => ({
  gate: GATE,
  dataset: '        croissant: data/c.json',
  files: { 'data/c.json': text },
});

describe('the data that a policy names', () => {
  it('pass, bound to the model, the policy and their digest', async () => {
    const { decision } = await judgeScene({ gate: GATE });

    expect(parseDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({
      gate: 'data',
      outcome: 'pass',
      subject: { model: MODEL, modelDigest: sha256('model') },
      inputs: [{ name: 'data', digest: sha256(DATA), rows: 3 }],
    });
    expect(told(decision, 'dataset-digest')).toEqual([['pass', 'within-limit']]);
  });

  it('fail by a rule of the base policy', async () => {
    const { decision } = await judgeScene({ gate: GATE.replace('min: 18', 'min: 40') });

    expect(decision.outcome).toBe('fail');
    expect(told(decision, 'domain')).toEqual([['fail', 'value-outside-domain', 'age']]);
  });

  it.each<[string, DataScene, string, readonly unknown[]]>([
    ['Git LFS pointer', withPointer(LFS), 'dataset-pointer', ['pass', 'within-limit']],
    ['DVC pointer', withPointer(DVC), 'dataset-pointer', ['pass', 'within-limit']],
    ['description', withCroissant(croissant(HEX)), 'description-digest', ['pass', 'within-limit']],
    [
      'Git LFS pointer of other bytes',
      withPointer(LFS.replace(HEX, 'f'.repeat(64))),
      'dataset-pointer',
      ['fail', 'digest-mismatch'],
    ],
    [
      'Git LFS pointer of another size',
      withPointer(LFS.replace(/size \d+/, 'size 1')),
      'dataset-pointer',
      ['fail', 'digest-mismatch'],
    ],
    [
      'DVC pointer of other bytes',
      withPointer(DVC.replace(md5Of(DATA), 'f'.repeat(32))),
      'dataset-pointer',
      ['fail', 'digest-mismatch'],
    ],
    [
      'DVC pointer of another size',
      withPointer(DVC.replace(/size: \d+/, 'size: 1')),
      'dataset-pointer',
      ['fail', 'digest-mismatch'],
    ],
    [
      'description of other bytes',
      withCroissant(croissant('f'.repeat(64))),
      'description-digest',
      ['fail', 'description-mismatch'],
    ],
    [
      'description of another type',
      withCroissant(croissant(HEX, 'sc:Boolean')),
      'description-columns',
      ['fail', 'description-mismatch', 'age'],
    ],
  ])('are held against a %s', async (_, scene, measure, expected) => {
    const { decision } = await judgeScene(scene);

    expect(told(decision, measure)).toContainEqual(expected);
    expect(decision.outcome).toBe(expected[0]);
    expect(decision.inputs.map(({ name }) => name)).toHaveLength(2);
  });

  it.each<[string, DataScene, string | undefined, RegExp]>([
    ['are others than named', { digest: sha256('x') }, 'digest-mismatch', /applications\.csv/],
    ['are a Git LFS pointer', { data: LFS, digest: sha256(DATA) }, 'pointer-not-fetched', /git lfs pull/],
    ['are a DVC pointer', { data: DVC, digest: sha256(DATA) }, 'pointer-not-fetched', /dvc pull/],
    ['are a pointer whose digest is named', { data: LFS }, 'pointer-not-fetched', /git lfs pull/],
    ['have a pointer that is none', withPointer('x'), 'pointer-invalid', /csv\.ptr at b{40}/],
    ['have a description that is none', withCroissant('{}'), 'description-invalid', /c\.json at b{40}/],
    [
      'have a pointer that is not there',
      { dataset: '        pointer: p' },
      undefined,
      /"p", which is not in the repository/,
    ],
    ['are judged by no gate', { noGate: true }, undefined, /no block "data"/],
    [
      'have a profile of other bytes',
      { gate: `        profile: { path: p.json, digest: '${sha256('p')}' }`, files: { 'p.json': '{}' } },
      'digest-mismatch',
      /p\.json/,
    ],
    [
      'have a profile that is none',
      { gate: `        profile: { path: p.json, digest: '${sha256('{}')}' }`, files: { 'p.json': '{}' } },
      undefined,
      /Baseline profile/,
    ],
    [
      'have a pattern that the engine cannot read',
      { gate: '        columns: { deny: { type: text, pattern: "a{1001}" } }' },
      'policy-invalid',
      /RE2/,
    ],
    ['have no label for leakage', { data: 'id,a\n1,2\n2,3\n', gate: '        leakage: {}' }, 'column-missing', /deny/],
    ['are empty', { data: '' }, 'file-empty', /0 bytes/],
    ['are only a header', { data: 'id,deny\n' }, 'file-empty', /no row/],
    ['are cut off', { data: 'id,deny\n1,"yes\n' }, 'file-unreadable', /applications\.csv/],
  ])('are an error and no decision when they %s', async (_, scene, reasonCode, message) => {
    const run = judgeScene(scene);

    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toMatchObject({ reasonCode });
  });

  it('are compared with the other part of their own split, and with another dataset', async () => {
    const copies = `id,deny,age\n${Array.from({ length: 20 }, (_, row) => `${row},no,40\n`).join('')}`;
    const own = await judgeScene({
      data: copies,
      gate: '        key: [id]\n        constant-columns: allow\n        overlap: { rows: true }',
    });
    const other = await judgeScene({
      gate: '        key: [id]\n        overlap: { with: older }',
      datasets: `      older: { path: data/applications-2.csv, digest: ${sha256('id\n1\n')}, roles: [training] }`,
      files: { 'data/applications-2.csv': 'id\n1\n' },
    });

    expect(told(own.decision, 'shared-rows')).toEqual([['fail', 'training-rows-in-evaluation']]);
    expect(told(other.decision, 'shared-rows')).toEqual([['fail', 'training-rows-in-evaluation']]);
    expect(other.decision.inputs.map(({ name }) => name)).toEqual(['data', 'other-data']);
  });
});

describe('what is told of it', () => {
  const RUN = {
    repositoryUrl: 'https://github.com/bank/models',
    workflowRun: 'https://github.com/bank/models/actions/runs/7',
    model: MODEL,
    commit: 'c'.repeat(40),
    startedAt: new Date('2026-06-15T10:00:00Z'),
    finishedAt: new Date('2026-06-15T10:00:01Z'),
  };

  it('is the dataset with version, schema, counts and assertions, though the decision is against it', async () => {
    const verdict = await judgeScene({ gate: GATE.replace('min: 18', 'min: 40') });
    const [, end] = eventsOfVerdict(verdict, RUN);

    expect(end).toMatchObject({
      eventType: 'COMPLETE',
      job: { name: `data-gate/${MODEL}` },
      inputs: [
        {
          name: 'applications',
          facets: {
            version: { datasetVersion: sha256(DATA) },
            schema: {
              fields: [
                { name: 'id', type: 'integer' },
                { name: 'deny', type: 'text' },
                { name: 'age', type: 'integer' },
              ],
            },
          },
          inputFacets: {
            dataQualityMetrics: {
              rowCount: 3,
              bytes: DATA.length,
              fileCount: 1,
              columnMetrics: { age: { nullCount: 0, count: 3, distinctCount: 3 } },
            },
            dataQualityAssertions: {
              assertions: expect.arrayContaining([
                expect.objectContaining({ assertion: 'domain', success: false, column: 'age', severity: 'error' }),
                expect.objectContaining({ assertion: 'key', success: true }),
              ]),
            },
          },
        },
      ],
    });
  });

  it('is the error when nothing could be judged', () => {
    const [, end] = eventsOfError('The file is truncated.', RUN);

    expect(end).toMatchObject({
      eventType: 'FAIL',
      run: { facets: { errorMessage: { message: 'The file is truncated.' } } },
    });
  });

  it('is a summary with the columns that fail first, and no Markdown of theirs', async () => {
    const { decision } = await judgeScene({
      data: 'id,deny,a|b*c*\n1,yes,\n2,no,\n',
      gate: '        missing-rate: 0.5\n        constant-columns: allow',
    });
    const lines = renderDataMarkdown(decision).split('\n');
    const rows = lines.slice(lines.indexOf('#### Columns'));

    expect(lines[0]).toBe('### data gate: fail');
    expect(rows.filter((line) => line.startsWith('|')).slice(2)).toEqual([
      expect.stringMatching(/^\| a&#124;b&#42;c&#42; \| empty \| 0 \| 100 % \| `█{10}` \| 0 \| limit-exceeded \|$/),
      expect.stringMatching(/^\| id \| integer \| 2 \| 0 % \| `·{10}` \|/),
      expect.stringMatching(/^\| deny \| text \| 2 \|/),
    ]);
  });
});
