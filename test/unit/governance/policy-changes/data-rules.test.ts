import { comparePolicies } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../example-policy.ts';
import { M, policy } from './policies.ts';

const DATA = `${M}.gates.data`;
const D = `sha256:${'a'.repeat(64)}`;

const BLOCK = `
      data:
        dataset: applications
        key: [seq]
        rows: { min: 100, max: 5000 }
        missing-rate: 0.1
        duplicate-rows: 0.05
        probabilities: [[p0, p1]]
        columns:
          seq: { type: integer, unique: true, nullable: false }
          dti: { type: number, min: 0, max: 10, missing-rate: 0.05 }
          purpose: { type: text, pattern: "[a-z]+", values: [home, car] }
          p: { type: number, probability: true }
          at: { type: timestamp, max-age-days: 30 }
        profile: { path: p.json, digest: '${D}', row-count-change: 0.5 }
        leakage: { correlation: 0.99, ignore: [copy] }
        overlap: { rows: true, limit: 0 }
`;

/** The example's policy with a gate for its data, a pointer and a description. */
const BASE = EXAMPLE_POLICY.replace(/\n {4}gates:\n/, `\n    gates:${BLOCK}`).replace(
  /\n {8}roles: \[/,
  '\n        pointer: a.dvc\n        croissant: a.json\n        roles: [',
);

const loosened = [
  ['rows: { min: 100,', 'rows: { min: 10,', 'rows.min', 'fewer rows are enough to pass'],
  ['max: 5000', 'max: 6000', 'rows.max', 'more rows pass'],
  ['        key: [seq]\n', '', 'key', 'it is not judged any more'],
  ['missing-rate: 0.1\n', 'missing-rate: 0.2\n', 'missing-rate', 'more missing values pass'],
  ['duplicate-rows: 0.05', 'duplicate-rows: 0.5', 'duplicate-rows', 'more copies pass'],
  ['[[p0, p1]]', '[]', 'probabilities', 'need not add to 1'],
  ['duplicate-rows: 0.05', 'duplicate-rows: 0.05\n        extra-columns: warn', 'extra-columns', 'nobody named'],
  ['duplicate-rows: 0.05', 'duplicate-rows: 0.05\n        constant-columns: allow', 'constant-columns', 'say nothing'],
  ['          p: { type: number, probability: true }\n', '', 'columns.p', 'it is not judged any more'],
  ['seq: { type: integer', 'seq: { type: any', 'columns.seq.type', 'values of any type pass'],
  ['unique: true, nullable', 'nullable', 'columns.seq.unique', 'values may repeat'],
  [', nullable: false', '', 'columns.seq.nullable', 'values may be missing'],
  ['unique: true', 'unique: true, required: false', 'columns.seq.required', 'may be left out'],
  ['unique: true', 'unique: true, constant: true', 'columns.seq.constant', 'one value in all rows passes'],
  ['number, min: 0', 'number, min: -1', 'columns.dti.min', 'lower values pass'],
  ['max: 10,', 'max: 11,', 'columns.dti.max', 'higher values pass'],
  ['missing-rate: 0.05 ', 'missing-rate: 0.06 ', 'columns.dti.missing-rate', 'more missing values pass'],
  [', pattern: "[a-z]+"', '', 'columns.purpose.pattern', 'it is not judged any more'],
  ['[home, car]', '[home, car, boat]', 'columns.purpose.values', 'values pass that did not'],
  [', values: [home, car]', '', 'columns.purpose.values', 'it is not judged any more'],
  [', probability: true', '', 'columns.p.probability', 'values outside 0 to 1 pass'],
  ['max-age-days: 30', 'max-age-days: 60', 'columns.at.max-age-days', 'older data pass'],
  ['max-age-days: 30', 'max-age-days: 30, future: true', 'columns.at.future', 'may lie in the future'],
  [
    'row-count-change: 0.5',
    'row-count-change: 0.5, missing-rate-difference: 0.5',
    'profile.missing-rate-difference',
    'larger differences pass',
  ],
  ['row-count-change: 0.5', 'row-count-change: 0.6', 'profile.row-count-change', 'larger differences pass'],
  [
    'row-count-change: 0.5',
    'row-count-change: 0.5, new-category-rate: 0.2',
    'profile.new-category-rate',
    'not in the profile pass',
  ],
  [
    'row-count-change: 0.5',
    'row-count-change: 0.5, out-of-range-rate: 0.2',
    'profile.out-of-range-rate',
    'outside the range',
  ],
  ['row-count-change: 0.5', 'row-count-change: 0.5, unit-jumps: allow', 'profile.unit-jumps', 'another unit'],
  ['correlation: 0.99', 'correlation: 0.999', 'leakage.correlation', 'tell more of the label'],
  ['ignore: [copy]', 'ignore: [copy, other]', 'leakage.ignore', 'more columns may give the label away'],
  ['        leakage: { correlation: 0.99, ignore: [copy] }\n', '', 'leakage', 'it is not judged any more'],
  ['limit: 0 }\n', 'limit: 0.01 }\n', 'overlap.limit', 'more shared rows pass'],
] as const;

describe('a change of what data are judged by', () => {
  it.each(loosened)('%s to %s loosens, and tightens on the way back', (from, to, path, sentence) => {
    expect(BASE).toContain(from);
    const [base, head] = [policy(BASE), policy(BASE.replace(from, to))];

    expect(comparePolicies(base, head)).toEqual([
      expect.objectContaining({
        kind: 'loosened',
        path: `${DATA}.${path}`,
        sentence: expect.stringContaining(sentence),
      }),
    ]);
    expect(comparePolicies(head, base).map(({ kind }) => kind)).toEqual(['tightened']);
  });

  it.each([
    ['seq: { type: integer', 'seq: { type: number', 'columns.seq.type'],
    [D, `sha256:${'b'.repeat(64)}`, 'profile.digest'],
    ['[a-z]+', '[a-y]+', 'columns.purpose.pattern'],
    ['key: [seq]', 'key: [dti]', 'key'],
  ])('%s to %s is named as a change', (from, to, path) => {
    const deltas = comparePolicies(policy(BASE), policy(BASE.replace(from, to)));

    expect(deltas).toEqual([expect.objectContaining({ kind: 'changed', path: `${DATA}.${path}` })]);
  });

  it.each([
    ['        pointer: a.dvc\n', 'pointer'],
    ['        croissant: a.json\n', 'croissant'],
  ])('without the line %j nobody checks the %s any more', (line, name) => {
    const deltas = comparePolicies(policy(BASE), policy(BASE.replace(line, '')));

    expect(deltas).toEqual([expect.objectContaining({ kind: 'loosened', path: `${M}.data.applications.${name}` })]);
  });
});
