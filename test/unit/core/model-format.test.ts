import { ActionError, checkSafetensors, modelFileFormat, modelFileHeadBytes, parseStrictJson } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function safetensors(header: string | object, dataBytes = 0): Uint8Array {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(dataBytes)]);
}

const tensor = (begin: number, end: number, shape = [end - begin], dtype = 'U8'): object => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});
const check = (bytes: Uint8Array): unknown => checkSafetensors(bytes, bytes.length);

describe('checkSafetensors', () => {
  it('lists tensors in the order of their bytes', () => {
    const bytes = safetensors(
      { b: tensor(8, 16, [2, 2], 'F16'), a: tensor(0, 8, [1], 'I64'), __metadata__: { k: 'v' } },
      16,
    );

    expect(check(bytes)).toEqual({
      headerBytes: bytes.length - 24,
      metadata: { k: 'v' },
      tensors: [
        { name: 'a', dtype: 'I64', shape: [1], begin: 0, end: 8 },
        { name: 'b', dtype: 'F16', shape: [2, 2], begin: 8, end: 16 },
      ],
    });
  });

  it.each([
    ['scalars', { a: tensor(0, 4, [], 'F32') }, 4],
    ['empty tensors', { a: tensor(0, 0, [0, 7]), b: tensor(0, 2), c: tensor(2, 2, [0]) }, 2],
    ['trailing spaces', `${JSON.stringify({ a: tensor(0, 1) })}      `, 1],
    ['half-byte types', { a: tensor(0, 2, [4], 'F4') }, 2],
    ['no tensor', {}, 0],
  ])('accepts %s', (_, header, dataBytes) => {
    expect(() => check(safetensors(header, dataBytes))).not.toThrow();
  });

  it.each([
    ['a leading space', ` ${JSON.stringify({ a: tensor(0, 1) })}`, 1, 'does not begin with "{"'],
    ['an array', '[]', 0, 'does not begin with "{"'],
    ['no JSON', '{', 0, 'not JSON'],
    ['two values', '{}{}', 0, 'not JSON'],
    [
      'a repeated key',
      '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\\u0061":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
      1,
      'is there twice',
    ],
    ['repeated metadata', '{"__metadata__":{"k":"1","k":"2"}}', 0, 'is there twice'],
    ['metadata that is not text', { __metadata__: { k: 1 } }, 0, '__metadata__'],
    ['an unknown type', { a: tensor(0, 1, [1], 'OBJECT') }, 1, 'unknown type "OBJECT"'],
    ['an extra member', { a: { ...tensor(0, 1), extra: 1 } }, 1, 'exactly dtype, shape'],
    ['a missing member', { a: { dtype: 'U8', shape: [1] } }, 1, 'exactly dtype, shape'],
    ['a negative extent', { a: tensor(0, 1, [-1]) }, 1, 'exactly dtype, shape'],
    ['a fraction', { a: tensor(0, 1, [1.5]) }, 1, 'exactly dtype, shape'],
    ['a shape that needs more', { a: tensor(0, 4, [2], 'F32') }, 4, 'needs 64 bits'],
    ['a product that overflows', { a: tensor(0, 0, [2 ** 40, 2 ** 40]) }, 0, 'needs'],
    ['half a byte', { a: tensor(0, 1, [1], 'F4') }, 1, 'needs 4 bits'],
    ['offsets backwards', { a: tensor(1, 0, [0]) }, 1, 'needs'],
    ['a hole', { a: tensor(0, 1), b: tensor(2, 3) }, 3, 'leaves a hole before byte 2'],
    ['a hole at the start', { a: tensor(1, 2) }, 2, 'leaves a hole before byte 1'],
    ['an overlap', { a: tensor(0, 2), b: tensor(1, 3) }, 3, 'overlaps'],
    ['bytes after the last tensor', { a: tensor(0, 1) }, 2, 'end at byte 1 and its data at 2'],
    ['too few bytes', { a: tensor(0, 4) }, 2, 'end at byte 4 and its data at 2'],
    ['bytes without a tensor', {}, 5, 'end at byte 0 and its data at 5'],
  ])('refuses %s', (_, header, dataBytes, message) => {
    expect(() => check(safetensors(header, dataBytes))).toThrow(message);
  });

  it('refuses headers longer than the file or the cap, and files too short for one', () => {
    const long = Buffer.alloc(8);
    long.writeBigUInt64LE(2n ** 63n);

    expect(() => checkSafetensors(long, 2 ** 40)).toThrow('claims 9223372036854775808 bytes');
    expect(() => checkSafetensors(safetensors({}).subarray(0, 9), 9)).toThrow('claims 2 bytes and the file has 9');
    expect(() => checkSafetensors(safetensors({}).subarray(0, 9), 10)).toThrow('2 bytes, 1 were read');
    expect(() => checkSafetensors(new Uint8Array(7), 7)).toThrow('shorter than 8 bytes');
  });

  it('accepts every contiguous layout and refuses it one byte off', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }), fc.constantFrom(-1, 1), (sizes, off) => {
        let at = 0;
        const entries = sizes.map((size, index): [string, object] => {
          at += size;
          return [`t${index}`, tensor(at - size, at)];
        });
        const bytes = safetensors(Object.fromEntries(entries), at);

        expect(() => check(bytes)).not.toThrow();
        expect(() => checkSafetensors(bytes, bytes.length + off)).toThrow();
      }),
    );
  });

  it('never throws anything but its own error on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (tail) => {
        const bytes = safetensors(Buffer.concat([Buffer.from('{'), tail]).toString('latin1'));
        try {
          check(bytes);
        } catch (error) {
          expect(error).toHaveProperty('name', 'SafetensorsError');
        }
      }),
    );
  });
});

describe('parseStrictJson', () => {
  const parse = (text: string | Uint8Array): unknown => parseStrictJson(Buffer.from(text), 4);

  it('reads every JSON value that JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseStrictJson(Buffer.from(text), 100)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a key twice', '{"a":1,"a":2}', 'is there twice'],
    ['a key twice, escaped', '{"a":1,"\\u0061":2}', 'is there twice'],
    ['a key twice, below', '[{"x":{"a" : 1, "a"\n:2}}]', 'is there twice'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}', 'is there twice'],
    ['five levels', '[[[[[]]]]]', 'more than 4 levels'],
    ['a byte order mark', '\ufeff{}', 'not JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not UTF-8'],
    ['nothing', '', 'not JSON'],
    ['NaN', 'NaN', 'not JSON'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  it.each(['{"a":{"a":1},"b":["a","a"]}', '{"a":"}\\"{","b":"\\\\"}', '[[[[]]]]', '"a"'])('accepts %s', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });
});

describe('modelFileFormat', () => {
  const weights = safetensors({ a: tensor(0, 3) }, 3);
  const json = Buffer.from('{"a":1}');

  it.each([
    ['weights.safetensors', weights, 'safetensors'],
    ['a/config.json', json, 'json'],
  ])('allows %s', (name, bytes, format) => {
    expect(modelFileFormat({ name, sizeBytes: bytes.length }, bytes)).toBe(format);
  });

  it('needs the header of safetensors and all of JSON', () => {
    const needed = modelFileHeadBytes({ name: 'w.safetensors', sizeBytes: weights.length }, weights.subarray(0, 8));

    expect(needed).toBe(weights.length - 3);
    expect(modelFileFormat({ name: 'w.safetensors', sizeBytes: weights.length }, weights.subarray(0, needed))).toBe(
      'safetensors',
    );
    expect(modelFileHeadBytes({ name: 'c.json', sizeBytes: 7 }, json)).toBe(7);
  });

  it.each([
    ['model.pkl', json],
    ['model.pt', weights],
    ['model.SAFETENSORS', weights],
    ['safetensors', weights],
    ['weights.safetensors', json],
    ['weights.safetensors', Buffer.from([0x80, 0x04, 0x95])],
    ['config.json', weights],
    ['config.json', Buffer.from('{"a":1,"a":2}')],
    ['config.json', Buffer.from('['.repeat(65) + ']'.repeat(65))],
    ['config.json', new Uint8Array()],
  ])('refuses %s', (name, bytes) => {
    const judge = (): unknown => modelFileFormat({ name, sizeBytes: bytes.length }, bytes);

    expect(judge).toThrow(ActionError);
    expect(judge).toThrow(expect.objectContaining({ reasonCode: 'format-not-allowed' }));
  });

  it('refuses JSON beyond the cap and JSON read in part', () => {
    expect(() => modelFileFormat({ name: 'c.json', sizeBytes: 65 * 1024 * 1024 }, json)).toThrow('at most');
    expect(() => modelFileFormat({ name: 'c.json', sizeBytes: 8 }, json)).toThrow('7 were read');
  });
});
