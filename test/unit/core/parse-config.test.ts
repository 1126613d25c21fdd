import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, configJsonSchema, parseConfig } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const GOOD = readFileSync(join(import.meta.dirname, 'fixtures', 'gatehouse.yml'), 'utf8');

function faultsOf(text: string | Uint8Array): readonly string[] {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** The good file with one text replaced; the text must be there. */
function changed(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
}

function lineOf(text: string, needle: string): number {
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

describe('a good file', () => {
  it('is read with its defaults filled in', () => {
    const config: Config = parseConfig(GOOD);
    const model = config.models['mortgage-approval'];

    expect(model?.gates.fairness?.measures['false-negative-rate-difference']).toEqual({ limit: 0.1 });
    expect(model?.train['timeout-minutes']).toBe(360);
    expect(model?.paths).toEqual(['**']);
  });

  it.each([
    ['bytes', new TextEncoder().encode(GOOD)],
    ['CRLF line ends', GOOD.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${GOOD}`],
  ])('means the same with %s', (_, content) => {
    expect(parseConfig(content)).toEqual(parseConfig(GOOD));
  });
});

const schemaCases: readonly (readonly [string, string, string, string])[] = [
  [
    'decimal comma',
    'limit: 0.10',
    'limit: 0,2',
    'got "0,2". It must be a number at least 0 and at most 1. Use a dot as the decimal separator.',
  ],
  [
    'decimal comma in braces',
    'false-negative-rate-difference:\n            limit: 0.10',
    'false-negative-rate-difference: { limit: 0,10 }',
    'got the unknown key "10". The keys here are limit, disparity-increase. If it belongs to a number, use a dot',
  ],
  ['per cent', 'limit: 0.10', 'limit: 5%', 'Write a share, such as 0.05 for 5 %.'],
  [
    'number out of range',
    'limit: 0.10',
    'limit: 1.5',
    'got "1.5". It must be a number at least 0 and at most 1. Change it',
  ],
  ['number at an open bound', 'margin: 0.02', 'margin: 0', 'It must be a number above 0 and at most 1'],
  ['not a number', 'limit: 0.10', 'limit: .nan', 'got ".nan"'],
  ['number in quotes', 'limit: 0.10', 'limit: "0.10"', 'Write 0.10 without quotes'],
  ['exponent', 'limit: 0.10', 'limit: 1e-1', 'got "1e-1". A number must be a plain decimal'],
  ['leading zero', 'parts: 2', 'parts: 02', 'got "02". A number must be a plain decimal'],
  ['fraction for a whole number', 'parts: 2', 'parts: 2.5', 'It must be a whole number at least 2 and at most 100'],
  [
    'number for a text',
    'positive: "1"',
    'positive: 1',
    'got "1". It must be a text that is not empty. Put quotes around it: "1"',
  ],
  ['misspelt key', 'tier: high', 'teir: high', 'got the unknown key "teir". The keys here are task, tier, paths,'],
  ['misspelt key, with the nearest', 'tier: high', 'teir: high', 'Did you mean "tier"?'],
  ['missing key', 'tier: high', 'task2: 1', '"tier" is missing. It must be one of high, limited, minimal. Add "tier"'],
  [
    'misspelt choice',
    'tier: high',
    'tier: hihg',
    'got "hihg". It must be one of high, limited, minimal. Did you mean "high"?',
  ],
  ['another version', 'version: 1', 'version: 2', 'got "2". It must be 1'],
  [
    'text for a list',
    'command: [node, train.js]',
    'command: node train.js',
    'got "node train.js". It must be a list; each item must be a text that is not empty. Write it as a list',
  ],
  ['empty list', 'command: [node, train.js]', 'command: []', 'got a list'],
  [
    'text for a mapping',
    'fairness:',
    'fairness: strict\n      old:',
    'got "strict". It must be a mapping with the keys confidence',
  ],
  [
    'slash in a model name',
    'mortgage-approval:',
    'mortgage/approval:',
    'got the name "mortgage/approval". It must be 1 to 64 lower-case letters',
  ],
  [
    'unknown tier',
    'high: [',
    'hihg: [',
    'got the unknown key "hihg". The keys here are high, limited, minimal. Did you mean "high"?',
  ],
  [
    'bare digest',
    'digest: sha256:',
    'digest: ',
    'must be "sha256:" and 64 lower-case hex digits. Put "sha256:" before it.',
  ],
  [
    'path that climbs',
    'file: keys/release.pem',
    'file: ../release.pem',
    'got "../release.pem". It must be a path inside the repository',
  ],
  ['absolute path', 'file: keys/release.pem', 'file: /etc/passwd', 'It must be a path inside the repository'],
  ['team without organisation', 'teams: [bank/model-risk]', 'teams: [model-risk]', 'got "model-risk"'],
  ['role without people', 'users: [validator]', 'users: []', 'must name at least one user or team'],
  ['null for a value', 'tier: high', 'tier:', 'It must be one of high, limited, minimal'],
  [
    'evaluation part beyond the parts',
    'evaluation: [1]',
    'evaluation: [2]',
    'every evaluation part must be below "parts"',
  ],
];

describe('a value that the schema refuses', () => {
  it.each(schemaCases)('%s', (_, from, to, expected) => {
    expect(faultsOf(changed(from, to)).join('\n')).toContain(expected);
  });

  it('names file, line, column and the place in the data', () => {
    const text = changed('limit: 0.10', 'limit: 0,2');
    const [fault] = faultsOf(text);

    expect(fault).toMatch(
      new RegExp(
        `^gatehouse\\.yml:${lineOf(text, 'limit: 0,2')}:\\d+ "models\\.mortgage-approval\\.gates\\.fairness\\.measures\\.false-negative-rate-difference\\.limit": `,
      ),
    );
  });
});

const crossCases: readonly (readonly [string, string, string, string])[] = [
  [
    'a role of data twice',
    'roles: [labels]',
    'roles: [labels, labels]',
    'got "labels" a second time. Each may be named once.',
  ],
  ['a control column twice', 'protected: [race]', 'protected: [race]\n      control: [a, a]', 'got "a" a second time'],
  ['a sensitive column twice', 'sensitive: [race]', 'sensitive: [race, race]', 'got "race" a second time'],
  [
    'no protected column at all',
    'protected: [race]',
    'protected: []',
    'got "race", which is not a protected column. No column is protected.',
  ],
  [
    'a key id twice',
    '      revoked: false',
    '    - id: release\n      file: keys/b.pem',
    'got the id "release" a second time. Every key must have its own id.',
  ],
  [
    'unknown role in a tier',
    'high: [validator, risk]',
    'high: [validator, riks]',
    'got the unknown role "riks". The roles are validator, risk.',
  ],
  ['unknown policy role', 'policy-role: risk', 'policy-role: owner', 'got the unknown role "owner"'],
  ['tier without roles', 'high: [validator, risk]', 'minimal: [validator]', 'got no roles for the tier "high"'],
  ['no labels', 'roles: [labels]', 'roles: [training]', 'got 0 datasets with the role "labels"'],
  [
    'two evaluations',
    'roles: [labels]',
    'roles: [labels, evaluation]',
    'got 2 datasets with the role "evaluation" (applications, outcomes)',
  ],
  ['no training', 'roles: [training, evaluation]', 'roles: [evaluation]', 'got no dataset with the role "training"'],
  [
    'sensitive column in the open',
    'protected: [race]',
    'protected: [sex]',
    'got "race", which is not a protected column. The protected columns are sex.',
  ],
  ['one column twice', 'id: application', 'id: outcome', 'got the column "outcome", which has another part already'],
  ['equal labels', 'negative: "0"', 'negative: "1"', 'The two labels must differ'],
  [
    'a stage twice',
    'stages: [staging, production]',
    'stages: [production, production]',
    'got "production" a second time',
  ],
  [
    'rules of no stage',
    'stages: [staging, production]',
    'stages: [staging, production]\n    stage-rules: { canary: {} }',
    'got rules for "canary". Rules are for one of the stages (staging, production)',
  ],
  [
    'a stage after itself',
    'stages: [staging, production]',
    'stages: [staging, production]\n    stage-rules: { production: { after: production } }',
    'Only a stage that stands before "production" in "stages" (staging)',
  ],
  [
    'a stage after a later one',
    'stages: [staging, production]',
    'stages: [staging, production]\n    stage-rules: { staging: { after: production } }',
    'Only a stage that stands before "staging" in "stages"',
  ],
  [
    'a time in no stage',
    'stages: [staging, production]',
    'stages: [staging, production]\n    stage-rules: { production: { for-hours: 24 } }',
    'got it without "after"',
  ],
  [
    'an unknown promoter',
    'stages: [staging, production]',
    'stages: [staging, production]\n    stage-rules: { production: { promoters: [boss] } }',
    'got "boss". Only roles of "approvals" (',
  ],
  ['only revoked keys', 'revoked: false', 'revoked: true', 'got only revoked keys'],
];

describe('a contradiction between fields', () => {
  it.each(crossCases)('%s', (_, from, to, expected) => {
    expect(faultsOf(changed(from, to)).join('\n')).toContain(expected);
  });

  it('no split although rows are shared', () => {
    const start = GOOD.indexOf('        split:');
    const end = GOOD.indexOf('      outcomes:');
    const text = GOOD.slice(0, start) + GOOD.slice(end);

    expect(faultsOf(text).join('\n')).toContain('got the roles "training" and "evaluation" without "split"');
  });

  it('no gate', () => {
    const start = GOOD.indexOf('    gates:');
    const end = GOOD.indexOf('    approvals:');
    const text = `${GOOD.slice(0, start)}    gates: {}\n${GOOD.slice(end)}`;

    expect(faultsOf(text).join('\n')).toContain('got no gate. At least one gate must judge the model.');
  });
});

describe('text that is not one plain YAML document', () => {
  it.each([
    ['nothing', '', 'got an empty file'],
    ['only a comment', '# later\n', 'got an empty file'],
    ['null', '~', 'got "~"'],
    ['a list', '- 1', 'got a list'],
    [
      'duplicate key',
      'version: 1\nversion: 1\n',
      'gatehouse.yml:2:1: got "version: 1". YAML 1.2 is expected here: Map keys must be unique',
    ],
    ['tab as indentation', 'models:\n\tfraud: 1\n', 'Indent with spaces.'],
    ['two documents', 'version: 1\n---\nversion: 1\n', 'got 2 documents'],
    ['unclosed list', 'models: [', 'YAML 1.2 is expected here'],
    ['anchor', 'version: &one 1\n', 'got the anchor "&one"'],
    ['alias', 'version: &one 1\ntrust: *one\n', 'got the alias "*one"'],
    ['alias of nothing', 'version: *one\n', '*one'],
    ['tag', 'version: !!int "1"\n', 'got the tag'],
    ['reserved key', '__proto__: 1\n', 'got "__proto__"'],
    ['deep nesting', '['.repeat(100_000), 'YAML 1.2 is expected here'],
    ['too long', ' '.repeat(1_000_001), 'got 1000001 characters'],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text).join('\n')).toContain(expected);
  });

  it('is told once for each line that cannot be read', () => {
    expect(faultsOf('version: 1\nmodels:\n  m: 1\n- x\n')).toEqual([
      expect.stringContaining('gatehouse.yml:4:1: got "- x". YAML 1.2 is expected here'),
    ]);
  });

  it('is refused when it is not UTF-8', () => {
    expect(faultsOf(Uint8Array.of(0x76, 0xff))).toEqual([
      'gatehouse.yml:1:1: got 2 bytes that are not UTF-8. The file must be text in UTF-8. Save it with the encoding UTF-8.',
    ]);
  });

  it('does not unfold aliases', () => {
    const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`;

    expect(faultsOf(bomb).length).toBeGreaterThan(60);
  });
});

describe('all faults at once', () => {
  it('reports schema faults of several sections beside contradictions of the others', () => {
    const text = changed('limit: 0.10', 'limit: 0,2')
      .replace('tier: high', 'teir: high')
      .replace('policy-role: risk', 'policy-role: owner')
      .replace('roles: [labels]', 'roles: [training]');
    const faults = faultsOf(text).join('\n');

    for (const part of ['"0,2"', '"teir"', '"tier" is missing', '"owner"', 'role "labels"'])
      expect(faults).toContain(part);
  });
});

describe('any text', () => {
  it('ends in a configuration or in a ConfigError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        faultsOf(text);
      }),
      { numRuns: 100 },
    );
  });

  it('made from the good file by one cut and one insertion does so too, and every fault has four parts', () => {
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
      '0,1',
      '~',
      'null',
      '---\n',
    );
    fc.assert(
      fc.property(fc.nat(GOOD.length), fc.nat(20), pieces, (start, length, piece) => {
        for (const fault of faultsOf(GOOD.slice(0, start) + piece + GOOD.slice(start + length))) {
          expect(fault).toMatch(/^gatehouse\.yml:\d+:\d+.*: .+\. .+\. .+[.?!]?$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('configJsonSchema', () => {
  it('describes what a person writes, defaults optional', () => {
    const model = configJsonSchema().properties?.['models']?.additionalProperties;

    expect(typeof model === 'object' ? Object.keys(model.properties ?? {}) : []).toContain('gates');
    expect(JSON.stringify(model)).not.toContain('"required":["task","tier","paths"');
  });
});
