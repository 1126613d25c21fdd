import { needsCandidate } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const model = (code: 'base' | 'candidate') => ({
  paths: ['train/**', '!train/README.md'],
  evaluate: { command: ['run'], files: ['exam/**'], code, 'timeout-minutes': 5 },
});

describe('a change', () => {
  it.each([
    ['a file of paths', 'train/a.py', 'base', true],
    ['an excluded file', 'train/README.md', 'base', false],
    ['another file', 'README.md', 'candidate', false],
    ['the exam of the base branch', 'exam/run.py', 'base', false],
    ["the candidate's own inference code", 'exam/run.py', 'candidate', true],
    ['the rules', 'gatehouse.yml', 'candidate', false],
    ['a lockfile at the root, which pins what is trained with', 'package-lock.json', 'base', true],
    ['a lockfile of a folder that no model names', 'docs/package-lock.json', 'base', false],
  ] as const)('of %s: %s with code %s needs a candidate: %s', (_, file, code, expected) => {
    expect(needsCandidate(model(code), [file])).toBe(expected);
  });
});
