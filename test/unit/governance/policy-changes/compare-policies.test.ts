import { sha256 } from '@gatehouse/core';
import { type ComparablePolicy, comparePolicies, type PolicyDelta, type Waiver } from '@gatehouse/governance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE, M, policy, RICH } from './policies.ts';

describe('larger changes', () => {
  it('an exclusion that moves may govern fewer files', () => {
    const globs = (text: string): ComparablePolicy => policy(RICH.replace('["*.mjs", "lib/**", "data/**"]', text));
    const deltas = comparePolicies(globs('["!lib/x.mjs", "lib/**"]'), globs('["lib/**", "!lib/x.mjs"]'));

    expect(deltas).toEqual([expect.objectContaining({ kind: 'loosened', path: `${M}.paths` })]);
  });

  it('a gate is removed with all its measures in one sentence', () => {
    const start = RICH.indexOf('      fairness:');
    const end = RICH.indexOf('    approvals:');

    expect(comparePolicies(policy(), policy(RICH.slice(0, start) + RICH.slice(end)))).toEqual([
      expect.objectContaining({ kind: 'loosened', path: `${M}.gates.fairness`, after: null }),
    ]);
  });

  it('a model is removed, or added', () => {
    const start = RICH.indexOf('  mortgage-approval:');
    const two = policy(`${RICH}\n${RICH.slice(start).replace('mortgage-approval:', 'second:')}`);

    expect(comparePolicies(two, policy())).toMatchObject([{ kind: 'loosened', path: 'models.second' }]);
    expect(comparePolicies(policy(), two)).toMatchObject([{ kind: 'changed', path: 'models.second' }]);
  });

  it('the loosened ones come first', () => {
    const head = policy(
      RICH.replace('floor: 0.70', 'floor: 0.80')
        .replace('score: score', 'score: p')
        .replace('limit: 0.10', 'limit: 0.5'),
    );

    expect(comparePolicies(policy(), head).map(({ kind }) => kind)).toEqual(['loosened', 'changed', 'tightened']);
  });
});

describe('keys', () => {
  const two = RICH.replace(FILE, `${FILE}\n    - { id: second, file: second.pem, revoked: true }`);

  it('a key that signs again is loosened, a revoked one tightened', () => {
    const again = two.replace('revoked: true', 'revoked: false');

    expect(comparePolicies(policy(two), policy(again))).toMatchObject([
      { kind: 'loosened', path: 'trust.keys.second.revoked' },
    ]);
    expect(comparePolicies(policy(again), policy(two))).toMatchObject([
      { kind: 'tightened', path: 'trust.keys.second.revoked' },
    ]);
  });

  it('other bytes in the same file are another key', () => {
    const head = policy(RICH, { keys: [{ id: 'governance', publicKeyPem: 'another', revoked: false }] });

    expect(comparePolicies(policy(), head)).toMatchObject([
      { kind: 'loosened', path: 'trust.keys.governance.publicKey' },
    ]);
  });

  it('another order alone is told', () => {
    const base = policy(two);
    const head = { ...base, config: { ...base.config, trust: { keys: base.config.trust.keys.toReversed() } } };

    expect(comparePolicies(base, head)).toMatchObject([{ kind: 'changed', path: 'trust.keys' }]);
  });
});

describe('waivers', () => {
  const WAIVER: Waiver = {
    id: 'w',
    path: 'governance/waivers/w.yaml',
    digest: sha256('w'),
    model: 'mortgage-approval',
    waives: { gate: 'fairness', measure: 'group-size' },
    reason: 'a reason that is long enough',
    owner: 'olivia',
    grantedOn: '2026-11-01',
    expiresOn: '2026-12-01',
    compensatingControl: 'manual review',
  };
  const none = policy();
  const one = policy(RICH, { waivers: [WAIVER] });
  const with_ = (change: Partial<Waiver>): ComparablePolicy =>
    policy(RICH, { waivers: [{ ...WAIVER, digest: sha256('other'), ...change }] });

  it.each<[string, ComparablePolicy, ComparablePolicy, PolicyDelta['kind'], string]>([
    [
      'added',
      none,
      one,
      'loosened',
      'is added: it excuses {"gate":"fairness","measure":"group-size"} of mortgage-approval until 2026-12-01.',
    ],
    ['removed', one, none, 'tightened', 'is removed.'],
    ['extended', one, with_({ expiresOn: '2026-12-02' }), 'loosened', 'ends on 2026-12-02 instead of 2026-12-01.'],
    ['shortened', one, with_({ expiresOn: '2026-11-30' }), 'tightened', 'ends on 2026-11-30'],
    [
      'of another measure',
      one,
      with_({ waives: { gate: 'performance', measure: 'auc' } }),
      'loosened',
      'it excuses something else',
    ],
    ['with another owner', one, with_({ owner: 'mallory' }), 'loosened', 'it excuses something else'],
    ['with other bytes only', one, with_({}), 'changed', 'other bytes that mean the same'],
  ])('%s', (_, base, head, kind, sentence) => {
    expect(comparePolicies(base, head)).toEqual([
      expect.objectContaining({ kind, path: 'waivers.w', sentence: expect.stringContaining(sentence) }),
    ]);
  });
});

describe('any two policies', () => {
  const same = policy();
  const { config } = same;
  const places = placesIn(config);

  it('have no delta when they are equal', () => {
    expect(comparePolicies(policy(), policy())).toEqual([]);
  });

  it('have at least one when any place differs, and both ways', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom('set', 'drop', 'add'),
        (place, value, how) => {
          const other = structuredClone(config);
          const changed = mutate(other, place, { value, how });
          fc.pre(changed && JSON.stringify(other) !== JSON.stringify(config));
          const head = { ...same, config: other };

          expect(comparePolicies(same, head).length).toBeGreaterThan(0);
          expect(comparePolicies(head, same).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('say nothing that no reader can see', () => {
    const head = policy(RICH.replace('command: [node, deploy.mjs]', 'command: [node, "a\\u202Eb\\u0007"]'));

    expect(comparePolicies(policy(), head)).toMatchObject([{ after: '["node","a\\u{202e}b\\u0007"]' }]);
  });
});

type Place = readonly (string | number)[];

/** Every place below the keys of the trust root, whose list has its own tests. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (at.join('.') === 'trust' || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]): Place[] => [[...at, key], ...placesIn(item, [...at, key])]);
}

function mutate(root: object, place: Place, edit: { readonly value: unknown; readonly how: string }): boolean {
  let parent: unknown = root;
  for (const step of place.slice(0, -1)) {
    if (typeof parent !== 'object' || parent === null) return false;
    parent = Reflect.get(parent, step);
  }
  if (typeof parent !== 'object' || parent === null) return false;
  const last = place.at(-1) ?? '';
  if (edit.how === 'drop') return !Array.isArray(parent) && last !== 'trust' && Reflect.deleteProperty(parent, last);
  if (last === 'trust' || (last === 'models' && edit.how === 'set')) return false;
  return Reflect.set(parent, edit.how === 'add' && !Array.isArray(parent) ? 'unheard-of' : last, edit.value);
}
