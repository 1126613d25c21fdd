import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternMatches, patternsSelect } from '../../../packages/local-github/src/runner/workflow/filter-pattern.ts';

describe('patternMatches', () => {
  // Rows from GitHub's filter pattern cheat sheet.
  it.each([
    ['feature/*', 'feature/my-branch', true],
    ['feature/*', 'feature/a/b', false],
    ['feature/**', 'feature/beta-a/my-branch', true],
    ['releases/mona-the-octocat', 'releases/mona-the-octocat', true],
    ['*', 'main', true],
    ['*', 'refs/pull/7/merge', false],
    ['**', 'all/the/branches', true],
    ['*feature', 'mona-feature', true],
    ['v2*', 'v2.9', true],
    ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
    ['v[12].[0-9]+.[0-9]+', 'v3.1.1', false],
    ['*.jsx?', 'page.js', true],
    ['*.jsx?', 'page.jsx', true],
    ['**/docs/**', 'dir/docs/my-file.txt', true],
    ['**/docs/**', 'docs/hello.md', true],
    ['**/*src/**', 'my-src/code/js/app.js', true],
    ['docs/*', 'docs/sub/file.md', false],
    ['file(1).txt', 'file(1).txt', true],
    ['a.b', 'axb', false],
    ['*@*', 'model@v1.0.0', true],
  ])('%s on %s is %s', (pattern, value, expected) => {
    expect(patternMatches(pattern, value)).toBe(expected);
  });

  it('matches every name without special characters by itself, and nothing longer', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9._/-]{1,20}$/), (name) => {
        expect(patternMatches(name, name)).toBe(true);
        expect(patternMatches(name, `${name}x`)).toBe(false);
      }),
    );
  });
});

describe('patternsSelect', () => {
  it.each([
    [['releases/**', '!releases/**-alpha'], 'releases/10', true],
    [['releases/**', '!releases/**-alpha'], 'releases/10-alpha', false],
    [['!releases/**-alpha', 'releases/**'], 'releases/10-alpha', true],
    [[], 'main', false],
  ])('%j on %s is %s', (patterns, value, expected) => {
    expect(patternsSelect(patterns, value)).toBe(expected);
  });
});
