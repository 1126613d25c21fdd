import { canonicalJson, type Digest, policyDigest, sha256, type Tuple, tupleDigest } from '@gatehouse/core';
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
  const [a, b] = [sha256('a'), sha256('b')];
  const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
  const digest = (files: Readonly<Record<string, Digest>>, exam: Readonly<Record<string, string>> = {}): Digest =>
    policyDigest(new Map(Object.entries(files)), new Map(Object.entries(exam)));

  it('binds paths and contents and not the order', () => {
    expect(digest({ x: a, y: b })).toBe(digest({ y: b, x: a }));
    expect(digest({ x: b, y: a })).not.toBe(digest({ x: a, y: b }));
    expect(digest({ x: a })).not.toBe(digest({ x: a, y: b }));
  });

  it('binds the exam by its blobs', () => {
    expect(digest({ x: a }, { e: one, f: two })).toBe(digest({ x: a }, { f: two, e: one }));
    expect(digest({ x: a }, { e: two })).not.toBe(digest({ x: a }, { e: one }));
    expect(digest({ x: a }, { f: one })).not.toBe(digest({ x: a }, { e: one }));
    expect(digest({ x: a }, {})).not.toBe(digest({ x: a }, { e: one }));
  });

  it('refuses an empty policy, and what is no digest or blob id', () => {
    expect(() => digest({})).toThrow('at least one file');
    expect(() => digest({ x: a }, { e: 'main' })).toThrow('e has no blob id: main');
  });
});
