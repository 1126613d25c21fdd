import { type Config, parseConfig, sha256, type TreeView } from '@gatehouse/core';
import {
  afterMerge,
  changesParsedRules,
  combined,
  concernOf,
  type LedgerEntry,
  type PolicyChange,
  plainVerdict,
  policyTupleDigest,
  staleApproval,
} from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../example-policy.ts';

const HEAD = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);

/** The example's policy with its model a second time, under another name and with files of its own. */
function twoModels(code: 'base' | 'candidate' = 'base'): Config {
  const at = EXAMPLE_POLICY.indexOf('  mortgage-approval:');
  const second = EXAMPLE_POLICY.slice(at)
    .replace('  mortgage-approval:', '  card-limit:')
    .replace('paths: ["*.mjs", "lib/**", "data/**"]', 'paths: ["cards/**"]')
    .replace('files: [evaluate.mjs, "lib/**"]', 'files: ["exam/**"]')
    .replace('code: base', `code: ${code}`);
  return parseConfig(`${EXAMPLE_POLICY}\n${second}`, 'gatehouse.yml');
}

const change = (files: readonly string[], declarations: readonly string[] = []): PolicyChange => ({
  files,
  policyFiles: ['governance/keys/governance.pem'],
  declarations,
});

describe('concernOf', () => {
  const declared = 'governance/emergencies/outage.yaml';

  it.each<[string, PolicyChange, readonly string[], readonly string[]]>([
    ['a readme', change(['README.md']), [], []],
    ['no file', change([]), [], []],
    ['the files of one model', change(['train.mjs']), ['mortgage-approval'], []],
    ['the files of both', change(['train.mjs', 'cards/a']), ['mortgage-approval', 'card-limit'], []],
    ['the rules of both', change(['gatehouse.yml']), [], ['mortgage-approval', 'card-limit']],
    ['a model and the rules', change(['cards/a', 'gatehouse.yml']), ['card-limit'], ['mortgage-approval']],
    ['the exam of one model', change(['exam/a']), [], ['card-limit']],
    ['a declared emergency', change([declared], [declared]), [], []],
    ['an emergency of the base', change([declared]), [], ['mortgage-approval', 'card-limit']],
    ['a path that nobody can read', change(['docs/a\u2028b']), [], ['mortgage-approval', 'card-limit']],
  ])('%s', (_, changed, evaluated, ruled) => {
    expect(concernOf(twoModels(), changed)).toEqual({ evaluated, ruled });
  });

  it("takes the candidate's own inference code for a file of the model", () => {
    expect(concernOf(twoModels('candidate'), change(['exam/a']))).toEqual({ evaluated: ['card-limit'], ruled: [] });
  });
});

describe('policyTupleDigest', () => {
  it('binds head and policy', () => {
    const tuples = [
      policyTupleDigest(HEAD, sha256('a')),
      policyTupleDigest(HEAD, sha256('b')),
      policyTupleDigest(OTHER, sha256('a')),
    ];

    expect(new Set(tuples).size).toBe(3);
    expect(policyTupleDigest(HEAD, sha256('a'))).toBe(tuples[0]);
  });

  it('has no name for a tuple with a hole', () => {
    expect(() => policyTupleDigest('main', sha256('a'))).toThrow(TypeError);
  });
});

describe('staleApproval', () => {
  const parts = {
    tuple: sha256('tuple'),
    headSha: HEAD,
    modelDigest: sha256('model'),
    evidenceDigest: sha256('evidence'),
    policyDigest: sha256('policy'),
  };
  const approved: LedgerEntry = {
    schemaVersion: 1,
    seq: 3,
    previous: sha256('entry'),
    previousOfPull: 2,
    at: '2026-11-23T08:00:00.000Z',
    kind: 'approved',
    reasonCode: 'approved',
    subject: { model: 'churn', modelDigest: parts.modelDigest },
    pull: { number: 3, headSha: HEAD },
    people: [{ id: 10, login: 'validator', role: 'validation' }],
    facts: { tuple: parts.tuple, evidenceDigest: parts.evidenceDigest, policyDigest: parts.policyDigest },
  };
  const now = { ...parts, tuple: sha256('another tuple') };
  const short = (text: string): string => sha256(text).slice(0, 'sha256:'.length + 12);

  it.each<[string, Parameters<typeof staleApproval>[1], string]>([
    ['another head', { ...now, headSha: OTHER }, 'approved for head aaaaaaa; now head bbbbbbb'],
    [
      'another model',
      { ...now, modelDigest: sha256('b') },
      `approved for model ${short('model')}…; now model ${short('b')}…`,
    ],
    [
      'another policy',
      { ...now, policyDigest: sha256('b') },
      `approved for policy ${short('policy')}…; now policy ${short('b')}…`,
    ],
    [
      'a head that is not evaluated',
      { ...now, tuple: null, headSha: OTHER, modelDigest: null, evidenceDigest: null, policyDigest: null },
      'approved for head aaaaaaa; now head bbbbbbb',
    ],
    ['nothing that is told', now, 'approved before, and announced anew since'],
  ])('tells only what differs: %s', (_, current, sentence) => {
    expect(staleApproval(approved, current)).toMatchObject({ sentence, by: [{ login: 'validator' }] });
  });

  it('is nothing when the same tuple is there, or nobody approved', () => {
    expect(staleApproval(approved, parts)).toBeNull();
    expect(staleApproval(null, now)).toBeNull();
  });
});

describe('afterMerge', () => {
  const view = (files: Readonly<Record<string, string>>, waivers: readonly string[]): TreeView => ({
    files: new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])),
    folders: new Map([['governance/waivers', new Map(waivers.map((path) => [path, new Uint8Array()]))]]),
  });
  const base = view({ 'gatehouse.yml': 'base', 'keys/a.pem': 'base' }, ['governance/waivers/base.yaml']);
  const head = view({ 'gatehouse.yml': 'head', 'keys/a.pem': 'head' }, ['governance/waivers/head.yaml']);
  const seen = (files: readonly string[]): readonly string[] => {
    const merged = afterMerge(base, head, files);
    const texts = [...merged.files.values()].map((bytes) => new TextDecoder().decode(bytes ?? new Uint8Array()));
    return [...texts, ...(merged.folders.get('governance/waivers')?.keys() ?? [])];
  };

  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing', [], ['base', 'base', 'governance/waivers/base.yaml']],
    ['the policy', ['gatehouse.yml'], ['head', 'base', 'governance/waivers/base.yaml']],
    [
      'a new waiver',
      ['governance/waivers/head.yaml'],
      ['base', 'base', 'governance/waivers/base.yaml', 'governance/waivers/head.yaml'],
    ],
    ['a removed waiver', ['governance/waivers/base.yaml'], ['base', 'base']],
  ])('takes of the head only what it changes: %s', (_, files, expected) => {
    expect(seen(files)).toEqual(expected);
  });
});

describe('changesParsedRules', () => {
  it.each([
    ['gatehouse.yml', true],
    ['governance/waivers/a.yaml', true],
    ['governance/keys/governance.pem', true],
    ['.github/workflows/train.yml', false],
    ['train.mjs', false],
  ])('%s: %s', (file, expected) => {
    expect(changesParsedRules({ config: twoModels() }, [file])).toBe(expected);
  });
});

describe('combined', () => {
  const row = (model: string, state: 'success' | 'failure' | 'waiting', title: string) =>
    plainVerdict(model, state === 'success' ? 'emergency-approved' : 'policy-only', { state, title });
  const waiting = (model: string, roles: readonly string[]) => ({
    ...row(model, 'waiting', `missing ${roles.join(', ')}`),
    approvals: {
      state: 'waiting',
      reasonCode: 'ready-for-approval',
      message: '',
      approvals: [],
      missingRoles: roles,
      reviews: [],
    } as const,
    missing: roles.map((role) => ({ role, from: [], not: [], anybody: false })),
  });

  it.each([
    ['one model', [row('a', 'waiting', 'Ready')], 'waiting', 'Ready'],
    ['the worst of several', [row('a', 'success', 'Fine'), row('b', 'failure', 'Blocked')], 'failure', 'b: Blocked'],
    ['waiting before green', [row('a', 'success', 'Fine'), row('b', 'waiting', 'Ready')], 'waiting', 'b: Ready'],
    [
      'never evaluated before ready for approval',
      [waiting('a', ['risk']), row('b', 'waiting', 'Not evaluated')],
      'waiting',
      'b: Not evaluated',
    ],
    [
      'more roles missing before fewer',
      [waiting('a', ['risk']), waiting('b', ['risk', 'validation'])],
      'waiting',
      'b: missing risk, validation',
    ],
  ] as const)('%s', (_, rows, state, title) => {
    expect(combined(rows)).toMatchObject({ state, title });
  });

  it('counts loosened rules in the title', () => {
    const rules = { loosened: ['a', 'b'], changed: [] };

    expect(combined([row('a', 'waiting', 'Ready')], rules).title).toBe('2 rules loosened; Ready');
  });

  it('is about something', () => {
    expect(() => combined([])).toThrow(RangeError);
  });
});
