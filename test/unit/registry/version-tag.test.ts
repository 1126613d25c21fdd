import { ConfigError } from '@gatehouse/core';
import { nextVersion, parseVersionTag } from '@gatehouse/registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const named = (...names: readonly string[]): readonly { name: string }[] => names.map((name) => ({ name }));

describe('parseVersionTag', () => {
  test.each([
    ['m@v1.2.3', { model: 'm', major: 1, minor: 2, patch: 3 }],
    ['mortgage-approval@v0.0.0', { model: 'mortgage-approval', major: 0, minor: 0, patch: 0 }],
    ['m@v10.20.30', { model: 'm', major: 10, minor: 20, patch: 30 }],
    ['m@1.2.3', null],
    ['m@v1.2', null],
    ['m@v01.2.3', null],
    ['m@v1.2.3-rc1', null],
    ['m@v1.2.3+build', null],
    ['m@v1.2.3\n', null],
    ['@v1.2.3', null],
    ['m@n@v1.2.3', null],
    ['m#n@v1.2.3', null],
    ['a/m@v1.2.3', null],
    ['m@v9999999999.0.0', null],
    ['m#production#1', null],
  ])('%j', (tag, expected) => {
    expect(parseVersionTag(tag)).toEqual(expected);
  });
});

describe('nextVersion', () => {
  test.each([
    { taken: [], bump: 'minor', next: 'm@v1.0.0' },
    { taken: ['m@v1.2.3'], bump: 'major', next: 'm@v2.0.0' },
    { taken: ['m@v1.2.3'], bump: 'minor', next: 'm@v1.3.0' },
    { taken: ['m@v1.2.3'], bump: 'patch', next: 'm@v1.2.4' },
    { taken: ['m@v1.9.0', 'm@v1.10.0'], bump: 'minor', next: 'm@v1.11.0' },
    { taken: ['m@v2.0.0', 'm@v1.10.9'], bump: 'patch', next: 'm@v2.0.1' },
    { taken: ['other@v5.0.0', 'm2@v7.0.0'], bump: 'minor', next: 'm@v1.0.0' },
    { taken: ['m@v1.0.0-rc1', 'm#production#3', 'v9.0.0'], bump: 'minor', next: 'm@v1.0.0' },
  ] as const)('$bump after $taken is $next', ({ taken, bump, next }) => {
    expect(nextVersion(named(...taken), 'm', bump)).toBe(next);
  });

  test.each(['a/b', 'a@b', 'a#b', 'a b', ''])('refuses the model name "%s"', (model) => {
    expect(() => nextVersion([], model, 'minor')).toThrow(ConfigError);
  });

  test('is always higher than every version taken', () => {
    const part = fc.integer({ min: 0, max: 1000 });
    const tag = fc.tuple(part, part, part).map(([x, y, z]) => `m@v${x}.${y}.${z}`);
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), fc.constantFrom('major', 'minor', 'patch'), (taken, bump) => {
        const key = (name: string): number => {
          const version = parseVersionTag(name);
          return version === null ? Number.NaN : (version.major * 10_000 + version.minor) * 10_000 + version.patch;
        };
        const next = key(nextVersion(named(...taken), 'm', bump));
        return taken.every((name) => key(name) < next);
      }),
    );
  });
});
