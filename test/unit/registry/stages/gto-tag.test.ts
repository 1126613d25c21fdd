import { formatStageTag, nextCounter, parseGtoTag } from '@gatehouse/registry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const NONE = { stage: null, version: null, counter: null };

/** As GTO 1.10.1 reads them: `gto.tag.parse_tag` and `gto.constants.TAG_RE`. */
describe('a tag as GTO reads it', () => {
  test.each([
    ['m@v1.2.3', { ...NONE, model: 'm', event: 'version', version: 'v1.2.3' }],
    ['m@v1.2.3#4', { ...NONE, model: 'm', event: 'version', version: 'v1.2.3', counter: 4 }],
    ['m@v1.0.0-rc.1+build.5#4', { ...NONE, model: 'm', event: 'version', version: 'v1.0.0-rc.1+build.5', counter: 4 }],
    ['m@v1.2.3!#5', { ...NONE, model: 'm', event: 'unversion', version: 'v1.2.3', counter: 5 }],
    ['m#prod', { ...NONE, model: 'm', event: 'stage', stage: 'prod' }],
    ['m#prod#1', { ...NONE, model: 'm', event: 'stage', stage: 'prod', counter: 1 }],
    ['m#prod!#2', { ...NONE, model: 'm', event: 'unstage', stage: 'prod', counter: 2 }],
    ['m@deprecated#3', { ...NONE, model: 'm', event: 'deprecated', counter: 3 }],
    ['m@created', { ...NONE, model: 'm', event: 'created' }],
    ['models/a=m#prod#1', { ...NONE, model: 'models/a=m', event: 'stage', stage: 'prod', counter: 1 }],
    ['team/m#eu/prod#1', { ...NONE, model: 'team/m', event: 'stage', stage: 'eu/prod', counter: 1 }],
  ])('%s', (tag, expected) => {
    expect(parseGtoTag(tag)).toEqual(expected);
  });

  test.each([
    'm@1.2.3',
    'm@V1.2.3',
    'm@v1.0',
    'm@v01.0.0',
    'm@latest',
    'm#prod#',
    'm#prod#x',
    'm#prod#-1',
    'm##1',
    '#prod#1',
    'm#prod#1#2',
    'm#prod!!#1',
    '-m@v1.0.0',
    'm-@v1.0.0',
    'm#pr\u043ed#1',
    'm#prod#1\n',
    'm#prod #1',
    `m#${'a'.repeat(300)}#1`,
    '',
  ])('%j is none', (tag) => {
    expect(parseGtoTag(tag)).toBeNull();
  });

  test('what is written is read back', () => {
    const name = fc.stringMatching(/^[a-z0-9](?:[a-z0-9_-]{0,20}[a-z0-9])?$/);
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 999_999_999_999_999 }), (model, stage, counter) => {
        const read = parseGtoTag(formatStageTag({ model, stage, counter }));

        expect(read).toEqual({ model, event: 'stage', stage, version: null, counter });
      }),
    );
  });
});

describe('the next counter', () => {
  test.each([
    { tags: [], recorded: [], next: 1 },
    { tags: ['m#production#9', 'm#production#10', 'm#staging#30'], recorded: [], next: 31 },
    { tags: ['m@v1.0.0#7', 'm#production!#8'], recorded: [], next: 9 },
    { tags: ['m2#production#50', 'm#production'], recorded: [], next: 1 },
    { tags: ['m#production#2'], recorded: [1, 4], next: 5 },
    { tags: ['m#production#00012'], recorded: [], next: 13 },
  ])('after $tags and $recorded is $next', ({ tags, recorded, next }) => {
    expect(nextCounter(tags, recorded, 'm')).toBe(next);
  });

  test('is above every counter of the model, however many', () => {
    const counters = fc.array(fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(counters, counters, (tags, recorded) => {
        const names = tags.map((counter) => formatStageTag({ model: 'm', stage: 'production', counter }));
        const next = nextCounter(names, recorded, 'm');

        expect([...tags, ...recorded].every((counter) => counter < next)).toBe(true);
        expect(next).toBe(Math.max(0, ...tags, ...recorded) + 1);
      }),
    );
  });
});
