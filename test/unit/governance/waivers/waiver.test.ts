import { ConfigError, sha256 } from '@gatehouse/core';
import { inForce, parseWaivers, type WaiverContext } from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWaiver, WAIVER_TEXT } from './example-waiver.ts';

/** The faults of a waiver's text, one line each. */
function faultsOf(text: string, context: Partial<WaiverContext> = {}): readonly string[] {
  try {
    parseWaiver(text, context);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.reasonCode).toBe('waiver-invalid');
    return error.message.split('\n');
  }
  return [];
}

function changed(from: string, to: string): string {
  expect(WAIVER_TEXT).toContain(from);
  return WAIVER_TEXT.replace(from, to);
}

describe('a good waiver', () => {
  it('is read with its id from the file name and the digest of its bytes', () => {
    expect(parseWaiver(WAIVER_TEXT)).toEqual({
      id: 'w1',
      path: 'governance/waivers/w1.yaml',
      digest: sha256(WAIVER_TEXT),
      model: 'fraud',
      waives: { gate: 'fairness', measure: 'group-size' },
      reason: 'The group of applicants above 80 is too small until the January data arrive.',
      owner: 'olivia',
      grantedOn: '2026-11-01',
      expiresOn: '2026-12-01',
      compensatingControl: 'Every denial in that group is reviewed by hand.',
    });
  });

  it('may be of a control', () => {
    const text = changed('{ gate: fairness, measure: group-size }', '{ control: DOC-06 }');

    expect(parseWaiver(text).waives).toEqual({ control: 'DOC-06' });
  });

  it.each([
    ['0 days', '2026-11-01', true],
    ['89 days', '2027-01-29', true],
    ['90 days', '2027-01-30', true],
    ['91 days', '2027-01-31', false],
    ['a day before it is granted', '2026-10-31', false],
  ])('lasts %s: %s is allowed: %s', (_, until, allowed) => {
    const faults = faultsOf(changed('2026-12-01', until));

    expect(faults).toEqual(
      allowed
        ? []
        : [
            expect.stringContaining(
              `governance/waivers/w1.yaml:7:13 "expires-on": got "${until}". It must be from 2026-11-01 to 2027-01-30: at most 90 days after granted-on`,
            ),
          ],
    );
  });
});

describe('a waiver that breaks its contract', () => {
  const HIDDEN = 'The group is too small\\u202E until January.';

  it.each<[string, string, string, string]>([
    ['another version', 'version: 1', 'version: 2', '"version": got "2". It must be 1'],
    ['a model that is not there', 'model: fraud', 'model: fruad', 'It must be one of the models fraud, churn'],
    ['no owner', 'owner: olivia\n', '', 'got nothing, "owner" is missing'],
    ['an owner with @', 'owner: olivia', 'owner: "@olivia"', 'must be the login of one GitHub account, without "@"'],
    ['a team as owner', 'owner: olivia', 'owner: bank/risk', 'must be the login of one GitHub account'],
    [
      'a short reason',
      'The group of applicants above 80 is too small until the January data arrive.',
      'Small group.',
      'must be a text of 20 to 2000 characters',
    ],
    [
      'a blank reason',
      'The group of applicants above 80 is too small until the January data arrive.',
      `"${' '.repeat(30)}"`,
      'must be a text of 20 to 2000 characters',
    ],
    [
      'a placeholder',
      'The group of applicants above 80 is too small until the January data arrive.',
      'TODO write a reason before the merge',
      'must be an explanation, not a placeholder',
    ],
    [
      'a template',
      'The group of applicants above 80 is too small until the January data arrive.',
      'Because of <reason goes here>, see below',
      'must be an explanation, not a placeholder',
    ],
    [
      'filling',
      'The group of applicants above 80 is too small until the January data arrive.',
      'xxxxxxxx xxxxxxxxxx xxxxxxxx',
      'must be an explanation, not a placeholder',
    ],
    [
      'invisible characters',
      'The group of applicants above 80 is too small until the January data arrive.',
      `"${HIDDEN}"`,
      'must not hold invisible characters',
    ],
    [
      'no compensating control',
      'Every denial in that group is reviewed by hand.',
      'none',
      'must be a text of 10 to 2000 characters',
    ],
    ['a day that is none', '2026-12-01', '2026-11-31', 'must be a day of the calendar such as 2026-11-23'],
    ['a time', '2026-12-01', '2026-12-01T00:00:00Z', 'must be a day of the calendar'],
    ['a key that is not known', 'owner: olivia', 'owner: olivia\nextends: 2027-12-31', 'got the unknown key "extends"'],
    ['an unknown gate', 'gate: fairness', 'gate: fariness', 'Did you mean "fairness"?'],
    [
      'a gate without measure',
      'gate: fairness, measure: group-size',
      'gate: fairness',
      'must name either "gate" and "measure", or "control"',
    ],
    [
      'a measure and a control',
      'measure: group-size',
      'measure: group-size, control: DOC-06',
      'must name either "gate" and "measure", or "control"',
    ],
    ['every measure', 'measure: group-size', 'measure: "*"', 'must be the name of a measure'],
    ['nothing', '{ gate: fairness, measure: group-size }', '{}', 'must name either "gate" and "measure", or "control"'],
    [
      'a control that is not in the catalogue',
      'gate: fairness, measure: group-size',
      'control: DOC-07',
      'must be the id of a control of the catalogue',
    ],
    [
      'a family that is none',
      'gate: fairness, measure: group-size',
      'control: XXX-01',
      'must be the id of a control of the catalogue',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(faultsOf(changed(from, to)).join('\n')).toContain(expected);
  });

  it.each(['GOV-02', 'SEC-01', 'SEC-02', 'CHG-02', 'CHG-03', 'CHG-05', 'VAL-07'])('%s cannot be waived', (control) => {
    const [fault] = faultsOf(changed('gate: fairness, measure: group-size', `control: ${control}`));

    expect(fault).toMatch(
      /^governance\/waivers\/w1\.yaml:3:\d+ "waives\.control": got ".*must be a control that can be waived/,
    );
  });

  it('begins in the future, when the day is known', () => {
    expect(faultsOf(WAIVER_TEXT, { today: '2026-10-31' })).toEqual([
      expect.stringContaining('"granted-on": got "2026-11-01". It must not be in the future; today is 2026-10-31'),
    ]);
    expect(faultsOf(WAIVER_TEXT, { today: '2026-11-01' })).toEqual([]);
  });
});

describe('hostile text', () => {
  const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`;

  it.each<[string, string, string]>([
    ['nothing', '', 'got an empty file. It must be a waiver'],
    ['a duplicate key', `${WAIVER_TEXT}owner: mallory\n`, 'Map keys must be unique'],
    ['an anchor', WAIVER_TEXT.replace('owner: olivia', 'owner: &o olivia'), 'got the anchor "&o"'],
    ['a tag', WAIVER_TEXT.replace('owner: olivia', 'owner: !!str olivia'), 'got the tag'],
    ['a bomb of aliases', bomb, 'Aliases are not allowed'],
    ['two documents', `${WAIVER_TEXT}---\n${WAIVER_TEXT}`, 'got 2 documents'],
    ['a megabyte', `# ${'x'.repeat(1_000_001)}\n${WAIVER_TEXT}`, 'characters'],
    ['deep nesting', `waives: ${'['.repeat(100_000)}`, 'governance/waivers/w1.yaml'],
    ['a list', '- 1\n', 'got a list'],
    ['a reserved word', `${WAIVER_TEXT}__proto__: 1\n`, 'got "__proto__"'],
  ])('%s is refused with words', (_, text, expected) => {
    expect(faultsOf(text).join('\n')).toContain(expected);
  });

  it('that is not UTF-8 is refused', () => {
    const files = new Map([['governance/waivers/w1.yaml', Uint8Array.of(0x76, 0xff)]]);

    expect(() => parseWaivers(files, { models: [] })).toThrow('got 2 bytes that are not UTF-8');
  });

  it('of any kind ends in a waiver or in a ConfigError', () => {
    const pieces = fc.constantFrom(
      '',
      ': ',
      '- ',
      '{',
      '[',
      '"',
      '\n',
      '\t',
      '&a',
      '*a',
      '!!',
      '~',
      '---\n',
      '9999-99-99',
    );
    fc.assert(
      fc.property(fc.nat(WAIVER_TEXT.length), fc.nat(20), pieces, (start, length, piece) => {
        faultsOf(WAIVER_TEXT.slice(0, start) + piece + WAIVER_TEXT.slice(start + length));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the folder', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('gives its waivers by id and leaves what describes it alone', () => {
    const files = new Map([
      ['governance/waivers/b.yaml', bytes(WAIVER_TEXT)],
      ['governance/waivers/README.md', bytes('About waivers')],
      ['governance/waivers/a.yaml', bytes(WAIVER_TEXT)],
    ]);

    expect(parseWaivers(files, { models: ['fraud'] }).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it.each(['w.yml', 'W.yaml', 'w 1.yaml', '.yaml', 'w.yaml.bak', 'w\u200b.yaml'])('refuses the name %j', (name) => {
    const files = new Map([[`governance/waivers/${name}`, bytes(WAIVER_TEXT)]]);

    expect(() => parseWaivers(files, { models: ['fraud'] })).toThrow('are called <id>.yaml');
  });

  it('tells the faults of all files at once', () => {
    const files = new Map([
      ['governance/waivers/a.yaml', bytes(WAIVER_TEXT.replace('olivia', '@olivia'))],
      ['governance/waivers/b.yaml', bytes(WAIVER_TEXT.replace('version: 1', 'version: 3'))],
    ]);

    expect(() => parseWaivers(files, { models: ['fraud'] })).toThrow(/a\.yaml:5:8[^\n]+\n[^\n]*b\.yaml:1:10/);
  });
});

describe('inForce', () => {
  it.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-12-01', true],
    ['2026-12-02', false],
  ])('%s: %s', (today, expected) => {
    expect(inForce(parseWaiver(WAIVER_TEXT), today)).toBe(expected);
  });
});
