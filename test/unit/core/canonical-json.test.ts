import { canonicalJson, compareCodePoints } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cycleFree = { x: 1 };
const cycle: Record<string, unknown> = {};
cycle['self'] = { again: cycle };
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

describe('canonicalJson', () => {
  it.each([
    [
      'keys in UTF-16 order',
      { b: 1, a: 2, '\u20ac': 3, '\ud83d\ude00': 4, '\ufb33': 5 },
      '{"a":2,"b":1,"\u20ac":3,"\ud83d\ude00":4,"\ufb33":5}',
    ],
    [
      'numbers as ECMAScript writes them',
      [1e21, 1.0, -0, 1e-7, 333333333.3333333],
      '[1e+21,1,0,1e-7,333333333.3333333]',
    ],
    ['nested values', { a: [null, true, { c: 'x', b: '' }] }, '{"a":[null,true,{"b":"","c":"x"}]}'],
    ['one value used twice', [cycleFree, cycleFree], '[{"x":1},{"x":1}]'],
    ['objects without a prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
  ])('writes %s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([
    ['undefined', undefined, '$ is undefined'],
    ['an undefined member', { a: { b: undefined } }, '$.a.b is undefined'],
    ['an array hole', new Array(1), '$[0] is undefined'],
    ['NaN', { a: Number.NaN }, '$.a is NaN'],
    ['Infinity', [Number.POSITIVE_INFINITY], '$[0] is Infinity'],
    ['a big integer', { n: 1n }, '$.n is bigint'],
    ['a function', { f: (): void => undefined }, '$.f is function'],
    ['a symbol', [Symbol('s')], '$[0] is symbol'],
    ['a symbol key', { [Symbol('s')]: 1 }, '$ has a symbol as a key'],
    ['a date', { at: new Date(0) }, '$.at is not a plain object'],
    ['a map', new Map(), '$ is not a plain object'],
    ['a boxed number', Object(1), '$ is not a plain object'],
    ['a cycle', cycle, '$.self.again refers back'],
    ['a lone surrogate', ['\ud800'], '$[0] is text with a lone surrogate'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '$ has a key with a lone surrogate'],
    ['201 levels', deep(201), 'nested more than 200 levels'],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it('accepts 200 levels', () => {
    expect(canonicalJson(deep(200))).toHaveLength(401);
  });

  it('round-trips every JSON value and does not depend on key order', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), (text) => {
        const value: unknown = JSON.parse(text);
        const canonical = canonicalJson(value);

        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
        expect(canonicalJson(reversed(value))).toBe(canonical);
      }),
    );
  });
});

describe('compareCodePoints', () => {
  it.each([
    ['a', 'a', 0],
    ['a', 'b', -1],
    ['a', 'ab', -1],
    ['', 'a', -1],
    ['\uffff', '\u{1f600}', -1],
    ['config.json', 'config/a.json', -1],
  ])('%j against %j', (a, b, sign) => {
    expect(Math.sign(compareCodePoints(a, b))).toBe(sign);
    expect(Math.sign(compareCodePoints(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  it('orders as UTF-8 bytes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
