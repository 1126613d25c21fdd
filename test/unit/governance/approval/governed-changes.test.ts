import { parseConfig, type TreeFile } from '@gatehouse/core';
import { governedChanges, unlistedChanges } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../example-policy.ts';

const rules = { config: parseConfig(EXAMPLE_POLICY), keyFiles: ['keys/own.pem'] };
const tree = (files: Readonly<Record<string, string>>): readonly TreeFile[] =>
  Object.entries(files).map(([path, content]) => {
    const [blobSha = '', mode = '100644'] = content.split(' ');
    return { path, blobSha, mode };
  });

describe('a governed change between two trees', () => {
  it.each([
    ['a file of the model', 'train.mjs'],
    ['a lockfile', 'package-lock.json'],
    ['the policy', 'gatehouse.yml'],
    ['a workflow', '.github/workflows/train.yml'],
    ['a key that the policy names', 'keys/own.pem'],
    ['a declared emergency', 'governance/emergencies/e1.yaml'],
    ['a name that nobody can read', 'docs/a\u2028b.md'],
  ])('is that of %s', (_, path) => {
    const [none, one, other] = [tree({}), tree({ [path]: '1' }), tree({ [path]: '2' })];

    expect(governedChanges(rules, { before: one, after: other })).toEqual([path]);
    expect(governedChanges(rules, { before: none, after: one })).toEqual([path]);
    expect(governedChanges(rules, { before: one, after: none })).toEqual([path]);
    expect(governedChanges(rules, { before: one, after: tree({ [path]: '1 120000' }) })).toEqual([path]);
    expect(governedChanges(rules, { before: one, after: one })).toEqual([]);
  });

  it('is none that nobody governs', () => {
    expect(governedChanges(rules, { before: tree({}), after: tree({ 'docs/page.md': '1' }) })).toEqual([]);
  });
});

describe('a change', () => {
  const heads = new Map([
    ['first', tree({ a: '1' })],
    ['second', tree({ a: '2' })],
  ]);
  const first = { headSha: 'first', files: ['a'] };
  const second = { headSha: 'second', files: ['a'] };

  it.each([
    ['that nobody lists', [], '1', ['a']],
    ['that a pull request lists and has', [first], '1', []],
    ['that a pull request lists and has otherwise', [first], '3', ['a']],
    ['that a pull request has without listing it', [{ ...first, files: ['b'] }], '1', ['a']],
    ['that the later one of two has', [first, second], '2', []],
    ['that only the earlier one of two has', [first, second], '1', ['a']],
    ['of a head that was not read', [{ headSha: 'third', files: ['a'] }], '1', ['a']],
    ['of mode alone', [first], '1 100755', ['a']],
  ])('%s', (_, listed, content, expected) => {
    expect(unlistedChanges(['a'], tree({ a: content }), { listed, heads })).toEqual(expected);
  });

  it('that deletes is vouched for by a head without the file', () => {
    const deleted = { headSha: 'third', files: ['a'] };

    expect(unlistedChanges(['a'], tree({}), { listed: [deleted], heads: new Map([['third', tree({})]]) })).toEqual([]);
    expect(unlistedChanges(['a'], tree({}), { listed: [first], heads })).toEqual(['a']);
  });
});
