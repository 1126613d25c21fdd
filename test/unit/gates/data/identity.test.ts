import { sha256 } from '@gatehouse/core';
import { descriptionFindings, identityFindings } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { lineOf } from './made-facts.ts';

describe('the bytes that were read', () => {
  const read = { digest: sha256('x'), bytes: 7, md5: 'f'.repeat(32), named: null, pointer: null };
  const lfs = { kind: 'git-lfs', digest: sha256('x'), bytes: 7 } as const;
  const dvc = { kind: 'dvc', md5: 'f'.repeat(32), bytes: 7, path: 'x.csv' } as const;

  it.each<[string, Partial<Parameters<typeof identityFindings>[0]>, readonly string[]]>([
    ['nobody named', {}, []],
    [
      'the policy names',
      { named: sha256('x') },
      [`pass within-limit dataset-digest null n  by sha-256 | the data are ${sha256('x')}, as the policy names them`],
    ],
    [
      'the policy does not name',
      { named: sha256('y') },
      [
        `fail digest-mismatch dataset-digest null n  by sha-256 | the data are ${sha256('x')}, and the policy names ${sha256('y')}`,
      ],
    ],
    [
      'Git LFS names',
      { pointer: lfs },
      ['pass within-limit dataset-pointer null n  by sha-256 | a Git LFS pointer names the 7 bytes that were read'],
    ],
    [
      'Git LFS names by another size',
      { pointer: { ...lfs, bytes: 8 } },
      [
        `fail digest-mismatch dataset-pointer null n  by sha-256 | a Git LFS pointer names 8 bytes with ${sha256('x')}, and 7 bytes with ${sha256('x')} were read`,
      ],
    ],
    [
      'Git LFS does not name',
      { pointer: { ...lfs, digest: sha256('y') } },
      [
        `fail digest-mismatch dataset-pointer null n  by sha-256 | a Git LFS pointer names 7 bytes with ${sha256('y')}, and 7 bytes with ${sha256('x')} were read`,
      ],
    ],
    [
      'DVC names',
      { pointer: dvc },
      ['pass within-limit dataset-pointer null n  by md5 | a DVC pointer names the 7 bytes that were read'],
    ],
    [
      'DVC names and nobody hashed',
      { pointer: dvc, md5: null },
      [
        `fail digest-mismatch dataset-pointer null n  by md5 | a DVC pointer names 7 bytes with md5:${'f'.repeat(32)}, and 7 bytes with md5:unknown were read`,
      ],
    ],
  ])('are those that %s', (_, change, expected) => {
    expect(identityFindings({ ...read, ...change }).map(lineOf)).toEqual(expected);
  });
});

describe('a description', () => {
  const file = { id: 'f', contentUrl: null, digest: sha256('x') };
  const field = (name: string | null, ...types: readonly string[]) => ({
    id: `r/${name}`,
    file: 'f',
    column: name,
    types,
  });
  const linesOf = (
    types: Readonly<Record<string, string>>,
    fields: readonly ReturnType<typeof field>[],
    format = 'parquet',
    files = [file],
  ): readonly string[] => {
    const columns = Object.entries(types).map(([name, type]) => ({ name, type }));
    const table = { format, rows: 3, columns } as Parameters<typeof descriptionFindings>[1]['table'];
    return descriptionFindings({ name: 'ds', version: null, files, fields }, { digest: sha256('x'), table }).map(
      lineOf,
    );
  };
  const DIGEST = 'pass within-limit description-digest null n  by sha-256 | ds describes the file as f';
  const BY = 'n 3 by names and types |';

  it.each<[string, () => readonly string[], readonly string[]]>([
    [
      'fits',
      () => linesOf({ a: 'integer' }, [field('a', 'sc:Integer')]),
      [DIGEST, `pass within-limit description-columns [a] null ${BY} a is described as sc:Integer`],
    ],
    [
      'is of other bytes',
      () => linesOf({ a: 'integer' }, [field('a')], 'csv', [{ ...file, digest: sha256('y') }]),
      [`fail description-mismatch description-digest null n  by sha-256 | none of the 1 files of ds is ${sha256('x')}`],
    ],
    [
      'describes no column',
      () => linesOf({ a: 'integer' }, [field(null, 'sc:Text')]),
      [DIGEST, `fail description-mismatch description-columns null ${BY} no column of the file is described`],
    ],
    [
      'describes a column of another file',
      () => linesOf({ a: 'integer' }, [{ ...field('a'), file: 'g' }]),
      [DIGEST, `fail description-mismatch description-columns null ${BY} no column of the file is described`],
    ],
    [
      'names a column that is not there',
      () => linesOf({ a: 'integer' }, [field('a'), field('z')]),
      [
        DIGEST,
        `fail description-mismatch description-columns [z] null ${BY} z is described and not there`,
        `pass within-limit description-columns [a] null ${BY} a is described as of no type`,
      ],
    ],
    [
      'leaves one column out',
      () => linesOf({ a: 'integer', b: 'text' }, [field('a')]),
      [
        DIGEST,
        `inconclusive/warn description-mismatch description-columns [b] null ${BY} b is there and not described`,
        `pass within-limit description-columns [a] null ${BY} a is described as of no type`,
      ],
    ],
    [
      'leaves columns out',
      () => linesOf({ a: 'integer', b: 'text', c: 'text' }, [field('a'), field(null)]),
      [
        DIGEST,
        `inconclusive/warn description-mismatch description-columns [b c] null ${BY} b, c are there and not described`,
        `pass within-limit description-columns [a] null ${BY} a is described as of no type`,
      ],
    ],
    [
      'is of another type',
      () => linesOf({ a: 'text' }, [field('a', 'sc:Integer', 'sc:Float')]),
      [
        DIGEST,
        `fail description-mismatch description-columns [a] null ${BY} a has the type text and is described as sc:Integer or sc:Float`,
      ],
    ],
  ])('that %s', (_, make, expected) => {
    expect(make()).toEqual(expected);
  });

  const FOUND = ['integer', 'number', 'text', 'boolean', 'temporal', 'empty', 'mixed'] as const;
  it.each<[string, string, readonly string[]]>([
    ...[
      'sc:Integer',
      'https://schema.org/Integer',
      'http://schema.org/Integer',
      'cr:Int64',
      'http://mlcommons.org/croissant/UInt8',
      'Int8',
      'cr:Int16',
      'cr:Int32',
      'cr:UInt16',
      'cr:UInt32',
      'cr:UInt64',
    ].map((type): [string, string, readonly string[]] => [type, 'parquet', ['integer', 'empty']]),
    ...['sc:Float', 'sc:Number', 'cr:Float16', 'cr:Float32', 'cr:Float64', 'cr:BFloat16'].map(
      (type): [string, string, readonly string[]] => [type, 'parquet', ['integer', 'number', 'empty']],
    ),
    ...['sc:Text', 'sc:URL', 'sc:Enumeration'].map((type): [string, string, readonly string[]] => [
      type,
      'parquet',
      ['text', 'empty'],
    ]),
    ...['sc:Date', 'sc:DateTime', 'sc:Time'].map((type): [string, string, readonly string[]] => [
      type,
      'parquet',
      ['text', 'temporal', 'empty'],
    ]),
    ['sc:Boolean', 'parquet', ['boolean', 'empty']],
    ['sc:Boolean', 'csv', ['boolean', 'empty']],
    ['sc:Text', 'csv', ['integer', 'number', 'text', 'boolean', 'empty', 'mixed']],
    ['sc:Text', 'tsv', ['integer', 'number', 'text', 'boolean', 'empty', 'mixed']],
    ['sc:Text', 'jsonl', ['text', 'empty']],
    ['wd:Q42', 'csv', [...FOUND]],
  ])('of %s in %s fits what may be written so', (type, format, expected) => {
    const fits = FOUND.filter((found) =>
      linesOf({ a: found }, [field('a', type)], format).every((line) => line.startsWith('pass')),
    );

    expect(fits).toEqual(expected);
  });
});
