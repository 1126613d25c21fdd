import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, type DriftGateConfig, parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const EXAMPLE = readFileSync(
  join(resolve(import.meta.dirname, '..', '..', '..'), 'action-templates', 'mortgage-approval', 'gatehouse.yml'),
  'utf8',
);
const DIGEST = `sha256:${'a'.repeat(64)}`;
const BATCH = `    data:\n      batch: { path: data/batch.csv, digest: "${DIGEST}", roles: [batch] }\n      before: { path: data/before.csv, digest: "${DIGEST}", roles: [batch] }\n`;

function withDrift(block: string): string {
  return EXAMPLE.replace(/^ {4}data:\n/m, BATCH).replace(/^ {4}gates:\n/m, `    gates:\n      drift: ${block}\n`);
}

function gateOf(block: string): DriftGateConfig | undefined {
  return parseConfig(new TextEncoder().encode(withDrift(block))).models['mortgage-approval']?.gates.drift;
}

function faultsOf(block: string): string {
  try {
    gateOf(block);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('the drift gate of a policy', () => {
  it('compares every column with the limits of the specification unless the policy says otherwise', () => {
    expect(gateOf('{ data: batch, reference: before }')).toMatchObject({
      mode: 'native',
      exclude: [],
      'column-rules': {},
      limits: { ks: { warn: 0.1, fail: 0.2 }, 'missing-rate-difference': { warn: 0.02, fail: 0.05 } },
      'drifted-share': { warn: 0.1, fail: 0.3 },
      'domain-classifier': 'where-possible',
    });
  });

  it('takes a profile by digest in place of a reference', () => {
    const block = `{ data: batch, profile: { path: p.json, digest: "${DIGEST}" } }`;

    expect(gateOf(block)?.profile).toEqual({ path: 'p.json', digest: DIGEST });
  });

  it('may take the weight of some columns away', () => {
    const block = '{ data: batch, reference: before, columns: [a, b], column-rules: { a: { importance: 0 } } }';

    expect(gateOf(block)?.['column-rules']).toMatchObject({ a: { importance: 0 } });
  });

  it('of the mode evidently may name outputs, which its rules judge too', () => {
    const block = '{ data: batch, reference: before, mode: evidently, target: y, prediction: p }';

    expect(gateOf(block)).toMatchObject({ mode: 'evidently', target: 'y', prediction: 'p' });
  });

  it.each([
    ['no reference', '{ data: batch }', 'neither "reference" nor "profile"'],
    [
      'two references',
      `{ data: batch, reference: before, profile: { path: p.json, digest: "${DIGEST}" } }`,
      'got "reference" and "profile"',
    ],
    ['itself as reference', '{ data: batch, reference: batch }', 'for both sides'],
    ['an unknown dataset', '{ data: batches, reference: before }', 'unknown dataset "batches"'],
    ['an unknown reference', '{ data: batch, reference: after }', 'unknown dataset "after"'],
    ['a column twice', '{ data: batch, reference: before, columns: [a, a] }', 'a second time'],
    ['a column in and out', '{ data: batch, reference: before, columns: [a], exclude: [a] }', 'excluded too'],
    [
      'rules of a column that is not compared',
      '{ data: batch, reference: before, exclude: [a], column-rules: { a: { critical: true } } }',
      'not among the compared features',
    ],
    [
      'rules of a column that is no feature',
      '{ data: batch, reference: before, target: a, column-rules: { a: { critical: true } } }',
      'not among the compared features',
    ],
    ['a target that is excluded', '{ data: batch, reference: before, target: a, exclude: [a] }', 'which is excluded'],
    [
      'one column for two roles',
      '{ data: batch, reference: before, target: a, prediction: a }',
      'the target and the prediction',
    ],
    [
      'a limit below its warning',
      '{ data: batch, reference: before, limits: { ks: { warn: 0.3, fail: 0.2 } } }',
      'must be at or below',
    ],
    [
      'a limit that nothing reaches',
      '{ data: batch, reference: before, limits: { ks: { warn: 0.3, fail: 1.2 } } }',
      'fail',
    ],
    [
      'a limit of nothing known',
      '{ data: batch, reference: before, limits: { psy: { warn: 0.1, fail: 0.2 } } }',
      'psy',
    ],
    [
      'rules of columns beside evidently',
      '{ data: batch, reference: before, mode: evidently, column-rules: { a: { critical: true } } }',
      'know no rules of columns',
    ],
    [
      'columns of which none has a weight',
      '{ data: batch, reference: before, columns: [a, b, y], target: y, column-rules: { a: { importance: 0 }, b: { importance: 0 } } }',
      'importance 0 for every column',
    ],
    [
      'limits beside evidently',
      '{ data: batch, reference: before, mode: evidently, limits: { ks: { warn: 0.01, fail: 0.02 } } }',
      'with "limits"',
    ],
    [
      'a drifted share beside evidently',
      '{ data: batch, reference: before, mode: evidently, drifted-share: { warn: 0.01, fail: 0.02 } }',
      'with "drifted-share"',
    ],
    [
      'a profile beside evidently',
      `{ data: batch, profile: { path: p.json, digest: "${DIGEST}" }, mode: evidently }`,
      'need the rows',
    ],
  ])('refuses %s', (_, block, found) => {
    expect(faultsOf(block)).toContain(found);
  });
});
