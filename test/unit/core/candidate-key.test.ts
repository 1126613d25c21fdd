import { ConfigError, candidateKey, pathMatcher, sha256, type TreeFile } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const blob = (path: string, content = path, mode = '100644'): TreeFile => ({
  path,
  blobSha: sha256(content).slice(7, 47),
  mode,
});
const tree = [blob('README.md'), blob('train/main.js'), blob('package-lock.json'), blob('.env')];
const model: Parameters<typeof candidateKey>[1] = {
  paths: ['train/**'],
  train: { command: ['node', 'train/main.js'], output: 'model', 'timeout-minutes': 5 },
  data: { applications: { path: 'a.csv', digest: sha256('data'), roles: ['training'] } },
  evaluate: { command: ['node', 'exam/run.js'], files: ['exam/**'], code: 'base', 'timeout-minutes': 5 },
};
const ownInference = { evaluate: { ...model.evaluate, code: 'candidate' as const } };

describe('candidateKey', () => {
  it.each<[string, TreeFile[], Partial<typeof model>]>([
    ['a matched file changes', [blob('train/main.js', 'other'), ...tree.filter((f) => f.path !== 'train/main.js')], {}],
    [
      'a matched file becomes executable',
      [...tree.filter((f) => !f.path.startsWith('train')), blob('train/main.js', 'train/main.js', '100755')],
      {},
    ],
    ['a matched file is added', [...tree, blob('train/b.js')], {}],
    [
      'a matched file is renamed',
      [...tree.filter((f) => !f.path.startsWith('train')), blob('train/m.js', 'train/main.js')],
      {},
    ],
    [
      'the lockfile changes',
      [...tree.filter((f) => f.path !== 'package-lock.json'), blob('package-lock.json', '2')],
      {},
    ],
    ['the training command changes', tree, { train: { ...model.train, command: ['node', 'x.js'] } }],
    [
      'a data digest changes',
      tree,
      { data: { applications: { path: 'a.csv', digest: sha256('2'), roles: ['training'] } } },
    ],
  ])('differs when %s', (_, changedTree, changes) => {
    expect(candidateKey(changedTree, { ...model, ...changes })).not.toBe(candidateKey(tree, model));
  });

  it.each([
    ['the candidate brings', ownInference, true],
    ['the base branch has', {}, false],
  ])('depends on the inference code that %s: %s', (_, change, expected) => {
    const own = { ...model, ...change };

    expect(candidateKey([...tree, blob('exam/run.js')], own) !== candidateKey(tree, own)).toBe(expected);
  });

  it('ignores files that no glob matches, and order', () => {
    const other = [blob('docs/x.md'), blob('README.md', 'changed'), ...tree.slice(1)].reverse();

    expect(candidateKey(other, model)).toBe(candidateKey(tree, model));
  });

  it('refuses globs that match nothing', () => {
    expect(() => candidateKey(tree, { ...model, paths: ['src/**'] })).toThrow(ConfigError);
  });
});

describe('pathMatcher', () => {
  it.each([
    [['**'], '.env', true],
    [['**'], 'a/.b/c', true],
    [['*.js'], 'a/b.js', false],
    [['train/**'], 'train/a/b.js', true],
    [['train/**'], 'training/a', false],
    [['**', '!docs/**'], 'docs/a', false],
    [['**', '!docs/**'], 'src/a', true],
    [['**', '!docs/**', 'docs/a'], 'docs/a', true],
    [['!docs/**'], 'src/a', false],
    // Git allows line terminators in names; a wildcard that stopped there would let a file escape every glob.
    [['**'], 'lib/a\nb.mjs', true],
    [['**'], '.github/workflows/tidy\u2028.yml', true],
    [['.github/workflows/**'], '.github/workflows/a\r.yml', true],
    [['*.js'], 'a\u2029b.js', true],
    [[], 'src/a', false],
  ])('%j on %s: %s', (globs, path, expected) => {
    expect(pathMatcher(globs)(path)).toBe(expected);
  });
});
