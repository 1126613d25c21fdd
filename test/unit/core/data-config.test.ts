import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, type DataGateConfig, parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const EXAMPLE = readFileSync(
  join(resolve(import.meta.dirname, '..', '..', '..'), 'action-templates', 'mortgage-approval', 'gatehouse.yml'),
  'utf8',
);
const MODEL = 'mortgage-approval';

function withGate(block: string): string {
  return EXAMPLE.replace(/\n {4}gates:\n/, `\n    gates:\n      data: ${block}\n`);
}

function gateOf(block: string): DataGateConfig | undefined {
  return parseConfig(new TextEncoder().encode(withGate(block))).models[MODEL]?.gates.data;
}

function faultsOf(block: string): readonly string[] {
  try {
    gateOf(block);
    return [];
  } catch (error) {
    if (error instanceof ConfigError)
      return error.faults.map((f) => `${f.where} ${f.found}. ${f.allowed}. ${f.remedy}`);
    throw error;
  }
}

const column = (rules: string): string => `{ dataset: applications, columns: { x: { ${rules} } } }`;
const gate = (rules: string): string => `{ dataset: applications, ${rules} }`;

describe('the data gate of a policy', () => {
  it('refuses columns that it does not know and columns of one value unless the policy says otherwise', () => {
    expect(gateOf('{ dataset: applications }')).toEqual({
      dataset: 'applications',
      confidence: 0.95,
      rows: { min: 1 },
      columns: {},
      'extra-columns': 'fail',
      'constant-columns': 'fail',
      probabilities: [],
    });
  });

  it('takes a column to be there, of any type, with values that may be missing', () => {
    expect(gateOf(column(''))?.columns['x']).toEqual({
      type: 'any',
      required: true,
      nullable: true,
      unique: false,
      constant: false,
      probability: false,
      future: false,
    });
  });

  it.each([
    ['a pattern', column('type: text, pattern: "[A-Z]{2}[0-9]+"')],
    ['an escaped backslash before a digit', column('type: text, pattern: "a\\\\\\\\1"')],
    ['values of the type', column('type: integer, values: [1, 2]')],
    ['equal bounds', column('type: number, min: 1, max: 1')],
    ['the parts of its own split', gate('overlap: { rows: true }')],
  ])('allows %s', (_, block) => {
    expect(faultsOf(block)).toEqual([]);
  });

  it.each([
    ['a dataset that is not there', '{ dataset: other }', 'The datasets are applications'],
    ['another dataset that is not there', gate('key: [id], overlap: { with: other }'), 'unknown dataset "other"'],
    ['an overlap with itself', gate('key: [id], overlap: { with: applications }'), 'is the dataset itself'],
    ['ids of one split, which never overlap', gate('overlap: { rows: false }'), 'An id is in one part only'],
    ['crossed bounds', column('type: number, min: 2, max: 1'), 'below the least, 2'],
    ['crossed numbers of rows', gate('rows: { min: 2, max: 1 }'), 'below the least, 2'],
    ['bounds of text', column('type: text, min: 1'), 'Only numbers have a least value'],
    ['a largest value of any type', column('max: 1'), 'Only numbers have a largest value'],
    ['a pattern for numbers', column('type: number, pattern: a'), 'a pattern is for text'],
    ['a probability as text', column('type: text, probability: true'), 'a probability is a number'],
    ['bounds of a probability', column('type: number, probability: true, max: 0.5'), 'between 0 and 1'],
    ['the age of a number', column('type: number, max-age-days: 1'), 'a timestamp has an age'],
    ['a future of text', column('type: text, future: true'), 'a timestamp can be in the future'],
    ['a missing rate where none is missing', column('nullable: false, missing-rate: 0.1'), 'has no missing value'],
    ['a text among numbers', column('type: integer, values: [1, "1"]'), '1 is not "1"'],
    ['a fraction among integers', column('type: integer, values: [1, 1.5]'), 'got 1.5'],
    ['values of timestamps', column('type: timestamp, values: ["2020"]'), 'Timestamps have no list of values'],
    ['a value twice', column('type: text, values: [a, a]'), '"a" a second time'],
    ['a key column twice', gate('key: [id, id]'), '"id" a second time'],
    ['an ignored column twice', gate('leakage: { ignore: [a, a] }'), '"a" a second time'],
    ['a probability twice', gate('probabilities: [[a, a]]'), '"a" a second time'],
    ['a look-ahead', column('type: text, pattern: "(?=a)b"'), 'without look-around'],
    ['a look-behind', column('type: text, pattern: "(?<!a)b"'), 'without look-around'],
    ['a back-reference', column('type: text, pattern: "(a)\\\\1"'), 'without look-around'],
    ['a pattern that does not end', column('type: text, pattern: "(a"'), 'regular expression'],
    ['a share above 1', gate('missing-rate: 1.1'), 'at most 1'],
    ['a digest of another kind', gate('profile: { path: p.json, digest: md5 }'), '64 lower-case hex digits'],
    ['a path out of the repository', gate('profile: { path: ../p.json, digest: md5 }'), 'inside the repository'],
    ['an unknown key', gate('unique: true'), 'unique'],
  ])('refuses %s and says what is allowed', (_, block, told) => {
    expect(faultsOf(block).join('\n')).toContain(told);
  });

  it('needs a key to find what is shared with another dataset', () => {
    const other = '      training-data:\n        path: t.csv\n        digest: sha256:'.concat(
      'a'.repeat(64),
      '\n        roles: [training]\n',
    );
    const text = withGate('{ dataset: applications, overlap: { with: training-data } }').replace(
      /\n {4}data:\n/,
      `\n    data:\n${other}`,
    );

    expect(() => parseConfig(new TextEncoder().encode(text))).toThrow(/"overlap" without "key"/);
    expect(() => parseConfig(new TextEncoder().encode(text.replace('{ with', '{ rows: true, with')))).not.toThrow();
  });

  it('needs a split to compare the parts of one dataset', () => {
    const text = withGate(gate('overlap: { rows: true }')).replace(/ {8}split:[\s\S]*?evaluation: \[0\]\n/, '');

    expect(() => parseConfig(new TextEncoder().encode(text))).toThrow(/has no split/);
  });
});
