import { REASON_CODES } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { filesBelow, read } from './repository-files.ts';

const files = filesBelow('');

describe('every reason code', () => {
  const tests = files
    .filter((path) => /^test\/(unit|acceptance|interop)\/.*\.ts$/.test(path))
    .map(read)
    .join('\n');

  it.each(Object.keys(REASON_CODES))('%s appears in a test', (code) => {
    expect(tests.includes(`'${code}'`) || tests.includes(`"${code}"`) || tests.includes(`\`${code}\``)).toBe(true);
  });

  it('appears nowhere under a name that is not on the list', () => {
    const unknown = files
      .filter((path) => /^(packages|actions)\/.*\.ts$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/reasonCode: '([a-z-]+)'/g)].map((match) => match[1] ?? ''))
      .filter((code) => !Object.hasOwn(REASON_CODES, code));

    expect(unknown).toEqual([]);
  });
});
