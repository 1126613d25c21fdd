import { canonicalJson } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { entrySchema, LOGIN, MODEL, REASON_CODE } from '../../../packages/governance/src/ledger/entry.ts';
import { FACTS, factsSchema, PLAIN_FACTS } from '../../../packages/governance/src/ledger/facts.ts';
import {
  list,
  orNull,
  PLAIN,
  plainChoice,
  plainEnum,
  plainObject,
} from '../../../packages/governance/src/ledger/plain-spelling.ts';
import { EVERY_FACT } from './ledger-entries.ts';

const { shape } = entrySchema;
const person = shape.people.element.shape;
const quoted = (expression: string): string => `"${expression}"`;
const whole = (expression: string): RegExp => new RegExp(`^(?:${expression})$`);

/** Where it holds, no rule of the schema needs to be asked, and the text is the only one of its value. */
function expectGood(schema: z.ZodType, text: string): void {
  const value: unknown = JSON.parse(text);

  expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  expect(canonicalJson(value)).toBe(text);
}

describe('a plain spelling', () => {
  it.each<[string, string, z.ZodType]>([
    ...Object.entries(FACTS).map(([name, { plain, schema }]) => [`fact ${name}`, plain, schema] as const),
    ['digest', PLAIN.digest, shape.previous],
    ['head', PLAIN.commit, shape.pull.unwrap().shape.headSha],
    ['time', quoted(PLAIN.milliseconds), shape.at],
    ['model', quoted(MODEL), shape.subject.shape.model],
    ['login', quoted(LOGIN), person.login],
    ['role', PLAIN.role, person.role],
    ['id', PLAIN.id, person.id],
    ['reason code', orNull(quoted(REASON_CODE)), shape.reasonCode],
  ] as [string, string, z.ZodType][])('of a %s matches nothing that its schema refuses', (_, plain, schema) => {
    fc.assert(
      fc.property(fc.stringMatching(whole(plain)), (text) => expectGood(schema, text)),
      { numRuns: 30 },
    );
  });

  it.each<[string, string, z.ZodType]>([
    ['time', PLAIN.instant, FACTS.candidateExpiresAt.schema],
    ['day', PLAIN.date, FACTS.expiresOn.schema],
  ])('of a %s has no day that there is not', (_, plain, schema) => {
    const rest = plain === PLAIN.date ? '' : 'T00:00:00Z';
    for (let day = 0; day < 14 * 33; day += 1) {
      const [month, ofMonth] = [Math.floor(day / 33), day % 33].map((number) => String(number).padStart(2, '0'));
      for (const year of ['0000', '1900', '2000', '2023', '2024']) {
        const text = `"${year}-${month}-${ofMonth}${rest}"`;
        if (whole(plain).test(text)) expectGood(schema, text);
      }
    }
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['name', plainEnum(['a', 'bc']), ['"a"', '"bc"'], ['"b"', '"abc"', 'a', '""']],
    ['value or null', orNull('1|2'), ['null', '1', '2'], ['', 'nul', '12']],
    ['list', list('\\d', 3), ['[]', '[1]', '[1,2,3]'], ['[1,2,3,4]', '[,]', '[1,]', '[1 ,2]', '[']],
    ['list of one', list('\\d', 1), ['[]', '[1]'], ['[1,2]']],
    [
      'object',
      plainObject({ b: '1', a: '2' }),
      ['{"a":2,"b":1}'],
      ['{"b":1,"a":2}', '{"a":2}', '{"a":2,"b":1,}', '{}'],
    ],
    [
      'choice',
      plainChoice({ c: '3', b: '2', a: '1' }),
      ['{}', '{"a":1}', '{"c":3}', '{"a":1,"c":3}', '{"a":1,"b":2,"c":3}'],
      ['{"a":1,}', '{,"c":3}', '{"a":1,,"c":3}', '{"a":1"c":3}', '{"b":2,"a":1}', '{"a":1,"a":1}', '{,}', '{"d":4}'],
    ],
  ])('of a %s matches these and no others', (_, plain, good, bad) => {
    expect(good.filter((text) => !whole(plain).test(text))).toEqual([]);
    expect(bad.filter((text) => whole(plain).test(text))).toEqual([]);
  });

  it('of facts matches any choice of them', () => {
    const names = Object.keys(FACTS);

    expect(Object.keys(EVERY_FACT).sort()).toEqual(names.sort());
    fc.assert(
      fc.property(fc.subarray(Object.entries(EVERY_FACT)), (chosen) => {
        const text = canonicalJson(Object.fromEntries(chosen));

        expect(text).toMatch(whole(PLAIN_FACTS));
        expectGood(factsSchema, text);
      }),
    );
  });

  it('has no groups of its own, which would shift the ones that are read', () => {
    const plain = [
      ...Object.values(PLAIN),
      ...Object.values(FACTS).map((fact) => fact.plain),
      MODEL,
      LOGIN,
      REASON_CODE,
    ];

    expect(plain.filter((expression) => /(?<!\\)\((?!\?)/.test(expression))).toEqual([]);
  });
});
