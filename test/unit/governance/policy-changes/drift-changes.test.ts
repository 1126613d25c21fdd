import { comparePolicies } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { M, policy, RICH } from './policies.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const DATASET = `      batch: { path: data/batch.csv, digest: "${DIGEST}", roles: [batch] }\n      before: { path: data/before.csv, digest: "${DIGEST}", roles: [batch] }\n`;

function withDrift(rest: string) {
  const text = RICH.replace(/^ {4}data:\n/m, (line) => `${line}${DATASET}`);
  return policy(
    text.replace(/^ {4}gates:\n/m, (line) => `${line}      drift: { data: batch, reference: before${rest} }\n`),
  );
}

describe('changes of the drift gate', () => {
  it.each([
    ['a higher limit', '', ', limits: { ks: { warn: 0.1, fail: 0.9 } }', 'loosened', 'limits.ks.fail'],
    ['a lower limit', '', ', limits: { ks: { warn: 0.1, fail: 0.15 } }', 'tightened', 'limits.ks.fail'],
    ['a column that is left out', '', ', exclude: [a]', 'loosened', 'exclude'],
    ['the rules of evidently', '', ', mode: evidently', 'loosened', 'mode'],
    ['no classifier', '', ', domain-classifier: off', 'loosened', 'domain-classifier'],
    ['a larger share', '', ', drifted-share: { warn: 0.1, fail: 0.9 }', 'loosened', 'drifted-share.fail'],
    ['rules of a column', '', ', column-rules: { a: { importance: 0 } }', 'loosened', 'column-rules.a'],
    [
      'a column that is not critical any more',
      ', column-rules: { a: { critical: true } }',
      ', column-rules: { a: { critical: false } }',
      'loosened',
      'column-rules.a.critical',
    ],
    [
      'a higher limit of a column',
      ', column-rules: { a: { limits: { ks: { warn: 0.1, fail: 0.2 } } } }',
      ', column-rules: { a: { limits: { ks: { warn: 0.1, fail: 0.3 } } } }',
      'loosened',
      'column-rules.a.limits.ks.fail',
    ],
    ['a target that is not compared any more', ', target: y', '', 'loosened', 'target'],
    ['a target', '', ', target: y', 'tightened', 'target'],
  ])('%s', (_, before, after, kind, place) => {
    expect(comparePolicies(withDrift(before), withDrift(after))).toMatchObject([
      { kind, path: `${M}.gates.drift.${place}` },
    ]);
  });

  it('another reference is told', () => {
    const other = withDrift('');
    const gates = other.config.models['mortgage-approval']?.gates;
    expect(gates?.drift?.reference).toBe('before');
    expect(comparePolicies(withDrift(''), policy())).toContainEqual(
      expect.objectContaining({ kind: 'loosened', path: `${M}.gates.drift`, after: null }),
    );
  });
});
