import { canonicalJson, policyDigest, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const tuple: Tuple = {
  headSha: 'a'.repeat(40),
  modelDigest: sha256('model'),
  evidenceDigest: sha256('evidence'),
  policyDigest: sha256('policy'),
};

describe('tupleDigest', () => {
  it('is the digest of the canonical tuple', () => {
    expect(tupleDigest(tuple)).toBe(sha256(canonicalJson({ ...tuple, type: 'gatehouse-tuple/v1' })));
  });

  it.each([
    ['headSha', 'b'.repeat(40)],
    ['modelDigest', sha256('x')],
    ['evidenceDigest', sha256('x')],
    ['policyDigest', sha256('x')],
  ])('differs when %s differs', (part, value) => {
    expect(tupleDigest({ ...tuple, [part]: value })).not.toBe(tupleDigest(tuple));
  });

  it.each([
    ['headSha', 'main'],
    ['headSha', 'A'.repeat(40)],
    ['modelDigest', ''],
    ['evidenceDigest', null],
    ['policyDigest', undefined],
  ])('refuses %s %j', (part, value) => {
    expect(() => tupleDigest({ ...tuple, [part]: value })).toThrow(part);
  });
});

describe('policyDigest', () => {
  it('binds paths and contents and not the order', () => {
    const [a, b] = [sha256('a'), sha256('b')];

    expect(
      policyDigest(
        new Map([
          ['x', a],
          ['y', b],
        ]),
      ),
    ).toBe(
      policyDigest(
        new Map([
          ['y', b],
          ['x', a],
        ]),
      ),
    );
    expect(
      policyDigest(
        new Map([
          ['x', b],
          ['y', a],
        ]),
      ),
    ).not.toBe(
      policyDigest(
        new Map([
          ['x', a],
          ['y', b],
        ]),
      ),
    );
    expect(policyDigest(new Map([['x', a]]))).not.toBe(
      policyDigest(
        new Map([
          ['x', a],
          ['y', b],
        ]),
      ),
    );
  });

  it('refuses an empty policy', () => {
    expect(() => policyDigest(new Map())).toThrow('at least one file');
  });
});
