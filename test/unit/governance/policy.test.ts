import { ConfigError, type Digest } from '@gatehouse/core';
import { draftPolicy, POLICY_WANTED, type Policy, readPolicy, readPolicyTip } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EMERGENCY_TEXT } from './emergencies/example-emergency.ts';
import { EXAMPLE_KEY, EXAMPLE_POLICY } from './example-policy.ts';
import { memoryContents } from './memory-contents.ts';
import { WAIVER_TEXT } from './waivers/example-waiver.ts';

const COMMIT = 'b'.repeat(40);
const WAIVER = WAIVER_TEXT.replace('model: fraud', 'model: mortgage-approval');
const KEY = 'governance/keys/governance.pem';
const GOOD = { 'gatehouse.yml': EXAMPLE_POLICY, [KEY]: EXAMPLE_KEY };

function read(files: Readonly<Record<string, string>>): Promise<Policy> {
  return readPolicy(memoryContents(files), COMMIT);
}

async function digestWith(files: Readonly<Record<string, string>>): Promise<Digest> {
  return (await read({ ...GOOD, ...files })).digest;
}

async function faultsOf(files: Readonly<Record<string, string>>): Promise<ConfigError> {
  const error = await read(files).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigError);
  return error instanceof ConfigError ? error : new ConfigError([]);
}

describe('the policy', () => {
  it('is read with its keys, waivers and emergencies', async () => {
    const files = { 'governance/waivers/w1.yaml': WAIVER, 'governance/emergencies/e1.yaml': EMERGENCY_TEXT };

    expect(await read({ ...GOOD, ...files })).toMatchObject({
      commit: COMMIT,
      keys: [{ id: 'governance', publicKeyPem: EXAMPLE_KEY, revoked: false }],
      waivers: [{ id: 'w1', owner: 'olivia' }],
      emergencies: [{ id: 'e1' }],
    });
  });

  it('is the same at the tip of the default branch', async () => {
    expect(await readPolicyTip(memoryContents(GOOD))).toEqual({ ...(await read(GOOD)), branch: 'main' });
  });

  it('is missing without gatehouse.yml, whatever else is there', async () => {
    await expect(read({ 'governance/waivers/w1.yaml': 'x' })).rejects.toMatchObject({ reasonCode: 'no-policy' });
  });

  it('has one key file for two keys', async () => {
    const second = EXAMPLE_POLICY.replace(
      'trust:\n  keys:',
      `trust:\n  keys:\n    - { id: old, file: ${KEY}, revoked: true }`,
    );

    expect((await read({ ...GOOD, 'gatehouse.yml': second })).keys.map(({ id }) => id)).toEqual(['old', 'governance']);
  });
});

describe('its digest', () => {
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['gatehouse.yml', { 'gatehouse.yml': `${EXAMPLE_POLICY}\n# later` }, true],
    ['a key', { [KEY]: 'another key' }, true],
    ['a waiver', { 'governance/waivers/w1.yaml': WAIVER }, true],
    ['the text beside the waivers', { 'governance/waivers/README.md': 'About' }, true],
    ['an emergency', { 'governance/emergencies/e1.yaml': EMERGENCY_TEXT }, false],
    ['evaluation code of the base branch', { 'evaluate.mjs': 'export {};' }, true],
    ['what the evaluation imports', { 'lib/score.mjs': 'export {};' }, true],
    ['training code', { 'train.mjs': 'export {};' }, false],
    ['another file', { 'governance/system.yaml': 'x' }, false],
  ])('depends on %s: %s', async (_, files, expected) => {
    expect((await digestWith(files)) !== (await digestWith({}))).toBe(expected);
  });
});

describe('evaluation code of the candidate', () => {
  it('is no part of the digest', async () => {
    const own = { ...GOOD, 'gatehouse.yml': EXAMPLE_POLICY.replace('code: base', 'code: candidate') };
    const other = { ...own, 'evaluate.mjs': 'export {};' };

    expect((await read(other)).digest).toBe((await read(own)).digest);
  });
});

describe('faults', () => {
  const bad = {
    waiver: WAIVER.replace('olivia', 'bank/olivia'),
    emergency: EMERGENCY_TEXT.replace('version: 1', 'version: 2'),
  };

  it.each<[string, Readonly<Record<string, string>>, string | undefined, readonly string[]]>([
    [
      'of a waiver',
      { 'governance/waivers/w1.yaml': bad.waiver },
      'waiver-invalid',
      ['governance/waivers/w1.yaml:5:8 "owner"'],
    ],
    [
      'of an emergency',
      { 'governance/emergencies/e1.yaml': bad.emergency },
      'emergency-invalid',
      ['governance/emergencies/e1.yaml:1:10 "version"'],
    ],
    [
      'of a waiver whose model is not there',
      { 'governance/waivers/w1.yaml': WAIVER_TEXT },
      'waiver-invalid',
      ['governance/waivers/w1.yaml:2:8 "model"'],
    ],
    [
      'of a file that nobody reads',
      { 'governance/waivers/w1.yml': WAIVER },
      'waiver-invalid',
      ['governance/waivers/w1.yml'],
    ],
    [
      'of both',
      { 'governance/waivers/w1.yaml': bad.waiver, 'governance/emergencies/e1.yaml': bad.emergency },
      undefined,
      ['governance/waivers/w1.yaml:5:8 "owner"', 'governance/emergencies/e1.yaml:1:10 "version"'],
    ],
    [
      'of gatehouse.yml and an emergency, the waivers waiting for the models',
      {
        'gatehouse.yml': EXAMPLE_POLICY.replace('version: 1', 'version: 2'),
        'governance/waivers/w1.yaml': bad.waiver,
        'governance/emergencies/e1.yaml': bad.emergency,
      },
      undefined,
      ['gatehouse.yml:2:10 "version"', 'governance/emergencies/e1.yaml:1:10 "version"'],
    ],
    [
      'of a key that is not there',
      { 'gatehouse.yml': EXAMPLE_POLICY.replace(KEY, 'keys/none.pem') },
      undefined,
      ['gatehouse.yml: trust.keys'],
    ],
  ])('%s are told with their places', async (_, files, reasonCode, places) => {
    const error = await faultsOf({ ...GOOD, ...files });

    expect(error.reasonCode).toBe(reasonCode);
    expect(error.faults.map(({ where }) => where)).toEqual(places);
  });

  it('of a head name a waiver that begins in the future', async () => {
    const view = await memoryContents({ ...GOOD, 'governance/waivers/w1.yaml': WAIVER }).readAt(COMMIT, POLICY_WANTED);

    expect(draftPolicy(view, COMMIT).waivers).toHaveLength(1);
    expect(() => draftPolicy(view, COMMIT, { today: '2026-10-31' })).toThrow('must not be in the future');
  });

  it('are never taken for an empty folder that was not read', () => {
    const view = { files: new Map([['gatehouse.yml', new TextEncoder().encode(EXAMPLE_POLICY)]]), folders: new Map() };

    expect(() => draftPolicy(view, COMMIT)).toThrow('governance/ was not read');
  });
});
