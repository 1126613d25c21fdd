import { ActionError, parseCroissant, sha256 } from '@gatehouse/core';
import { descriptionFindings, type SeenTable } from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DIGEST = sha256('the table');
const HEX = DIGEST.slice('sha256:'.length);

const fieldOf = (column: string, dataType: unknown): object => ({
  '@type': 'cr:Field',
  '@id': `records/${column}`,
  dataType,
  source: { fileObject: { '@id': 'table' }, extract: { column } },
});

const SOUND = {
  '@context': { '@vocab': 'https://schema.org/', cr: 'http://mlcommons.org/croissant/' },
  '@type': 'sc:Dataset',
  conformsTo: 'http://mlcommons.org/croissant/1.1',
  name: 'applications',
  description: 'Applications for a loan',
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  url: 'https://example.org/applications',
  creator: { '@type': 'sc:Organization', name: 'A bank' },
  datePublished: '2026-01-31',
  version: '1.0.0',
  distribution: [
    { '@type': 'cr:FileObject', '@id': 'table', contentUrl: 'a.csv', encodingFormat: 'text/csv', sha256: HEX },
    { '@type': 'cr:FileSet', '@id': 'images', includes: '*.png', encodingFormat: 'image/png' },
  ],
  recordSet: [
    { '@type': 'cr:RecordSet', '@id': 'records', field: [fieldOf('id', 'sc:Integer'), fieldOf('zip', 'sc:Text')] },
  ],
};

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const parsed = (value: unknown): ReturnType<typeof parseCroissant> => parseCroissant(bytesOf(value), 'c.json');

describe('a Croissant description', () => {
  it('is read: name, version, files with their digests, fields with their columns', () => {
    expect(parsed(SOUND)).toEqual({
      name: 'applications',
      version: '1.0.0',
      files: [{ id: 'table', contentUrl: 'a.csv', digest: DIGEST }],
      fields: [
        { id: 'records/id', file: 'table', column: 'id', types: ['sc:Integer'] },
        { id: 'records/zip', file: 'table', column: 'zip', types: ['sc:Text'] },
      ],
    });
  });

  it.each<[string, object]>([
    ['a prefixed property', { conformsTo: undefined, 'dct:conformsTo': SOUND.conformsTo }],
    ['several specifications', { conformsTo: [SOUND.conformsTo, 'http://mlcommons.org/croissant/RAI/1.0'] }],
    ['several creators', { creator: [{ name: 'a' }, { name: 'b' }] }],
    ['a digest in upper case', { distribution: [{ ...SOUND.distribution[0], sha256: HEX.toUpperCase() }] }],
    ['names of other vocabularies', { 'rai:dataBiases': 'none known' }],
  ])('is read with %s', (_, more) => {
    expect(parsed({ ...SOUND, ...more }).files[0]?.digest).toBe(DIGEST);
  });

  it.each<[string, unknown]>([
    ['another version', { ...SOUND, conformsTo: 'http://mlcommons.org/croissant/1.0' }],
    ['no version', { ...SOUND, conformsTo: undefined }],
    ['another type', { ...SOUND, '@type': 'sc:Person' }],
    ...['@context', 'name', 'description', 'license', 'url', 'creator', 'datePublished', 'distribution'].map(
      (name): [string, unknown] => [`no ${name}`, { ...SOUND, [name]: undefined }],
    ),
    ['no file', { ...SOUND, distribution: [] }],
    ['a short digest', { ...SOUND, distribution: [{ ...SOUND.distribution[0], sha256: 'ab' }] }],
    ['one id for two files', { ...SOUND, distribution: [SOUND.distribution[0], SOUND.distribution[0]] }],
    ['one id for two fields', { ...SOUND, recordSet: [{ '@id': 'r', field: [fieldOf('a', 'x'), fieldOf('a', 'y')] }] }],
    ['a column that is a number', { ...SOUND, recordSet: [{ '@id': 'r', field: [fieldOf('a', 1)] }] }],
    ['a list', []],
    ['null', null],
    ['a text', 'x'],
  ])('is refused with %s', (_, value) => {
    expect(() => parsed(value)).toThrow(expect.objectContaining({ reasonCode: 'description-invalid' }));
  });

  it.each<[string, string | Uint8Array]>([
    ['no JSON', '{'],
    ['a byte order mark', `\uFEFF${JSON.stringify(SOUND)}`],
    ['a key twice', JSON.stringify(SOUND).replace('{', '{"name":"x",')],
    ['brackets without end', '['.repeat(100_000)],
    ['levels beyond count', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['more bytes than allowed', ' '.repeat(4 * 1024 * 1024 + 1)],
  ])('is refused unread with %s', (_, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;

    expect(() => parseCroissant(bytes, 'c.json')).toThrow(
      expect.objectContaining({ reasonCode: 'description-invalid' }),
    );
  });

  it('is read or refused, and never anything else, whatever JSON is in its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(SOUND)), fc.jsonValue({ maxDepth: 4 }), (name, value) => {
        try {
          parsed({ ...SOUND, [name]: value });
        } catch (error) {
          if (!(error instanceof ActionError) || error.reasonCode !== 'description-invalid') throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a description held against the table', () => {
  const TABLE: SeenTable = {
    format: 'csv',
    rows: 3,
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'zip', type: 'integer' },
    ],
  };
  const codes = (value: object, table = TABLE, digest = DIGEST): readonly unknown[] =>
    descriptionFindings(parsed({ ...SOUND, ...value }), { digest, table }).map((finding) => [
      finding.measure,
      finding.outcome,
      finding.severity,
      finding.reasonCode,
      ...(finding.groups ?? []),
    ]);
  const withFields = (...field: readonly object[]): object => ({ recordSet: [{ '@id': 'r', field }] });
  const columnsCode = ['description-columns', 'fail', 'block', 'description-mismatch'];

  it('passes when digest, names and types are its own; digits may be text', () => {
    expect(codes({})).toEqual([
      ['description-digest', 'pass', 'block', 'within-limit'],
      ['description-columns', 'pass', 'block', 'within-limit'],
    ]);
  });

  it('fails when it is of other bytes, and then nothing is said of columns', () => {
    expect(codes({}, TABLE, sha256('other'))).toEqual([
      ['description-digest', 'fail', 'block', 'description-mismatch'],
    ]);
  });

  it.each<[string, object, SeenTable, readonly unknown[]]>([
    [
      'names a column that is not there',
      withFields(fieldOf('id', 'sc:Integer'), fieldOf('zip', 'sc:Text'), fieldOf('x', 'sc:Text')),
      TABLE,
      [...columnsCode, 'x'],
    ],
    [
      'gives another type',
      withFields(fieldOf('id', 'sc:Boolean'), fieldOf('zip', 'sc:Text')),
      TABLE,
      [...columnsCode, 'id'],
    ],
    ['calls digits of Parquet a text', {}, { ...TABLE, format: 'parquet' }, [...columnsCode, 'zip']],
    [
      'calls fractions integers',
      {},
      {
        ...TABLE,
        columns: [
          { name: 'id', type: 'number' },
          { name: 'zip', type: 'text' },
        ],
      },
      [...columnsCode, 'id'],
    ],
    ['says nothing of the columns', { recordSet: [] }, TABLE, columnsCode],
    [
      'speaks of another file',
      {
        recordSet: [
          {
            '@id': 'r',
            field: [
              { ...fieldOf('id', 'sc:Integer'), source: { fileObject: { '@id': 'other' }, extract: { column: 'id' } } },
            ],
          },
        ],
      },
      TABLE,
      columnsCode,
    ],
  ])('fails when it %s', (_, value, table, expected) => {
    expect(codes(value, table)).toContainEqual(expected);
  });

  it.each<[string, unknown]>([
    ['sc:Integer', 'integer'],
    ['https://schema.org/Float', 'integer'],
    ['cr:Float64', 'number'],
    ['sc:Date', 'temporal'],
    ['sc:DateTime', 'text'],
    ['sc:Boolean', 'boolean'],
    ['wd:Q48277', 'mixed'],
  ])('takes %s for %s', (name, type) => {
    const table = { ...TABLE, format: 'parquet', columns: [{ name: 'id', type }] } as SeenTable;

    expect(codes(withFields(fieldOf('id', name)), table)[1]).toEqual([
      'description-columns',
      'pass',
      'block',
      'within-limit',
      'id',
    ]);
  });

  it('notes a column that it does not describe', () => {
    expect(codes(withFields(fieldOf('id', 'sc:Integer')))).toContainEqual([
      'description-columns',
      'inconclusive',
      'warn',
      'description-mismatch',
      'zip',
    ]);
  });
});
