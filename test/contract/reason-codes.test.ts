import { REASON_CODES } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { filesBelow, read } from './repository-files.ts';

const files = filesBelow('');

describe('every reason code', () => {
  it('appears nowhere under a name that is not on the list', () => {
    const unknown = files
      .filter((path) => /^(packages|actions)\/.*\.ts$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/reasonCode: '([a-z-]+)'/g)].map((match) => match[1] ?? ''))
      .filter((code) => !Object.hasOwn(REASON_CODES, code));

    expect(unknown).toEqual([]);
  });
});
