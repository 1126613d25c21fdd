import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKeyValues } from '../../../packages/local-github/src/runner/steps/file-command.ts';
import { createMasker } from '../../../packages/local-github/src/runner/steps/masker.ts';
import {
  createCommandReader,
  parseWorkflowCommand,
} from '../../../packages/local-github/src/runner/steps/workflow-command.ts';

describe('parseKeyValues', () => {
  it.each([
    ['a=b', { a: 'b' }],
    ['a=b=c\r\nd=', { a: 'b=c', d: '' }],
    ['a<<EOF\none\ntwo\nEOF\nb=1', { a: 'one\ntwo', b: '1' }],
    ['a=x<<EOF', { a: 'x<<EOF' }],
    ['a<<EOF\nEOF', { a: '' }],
    ['a=1\na=2', { a: '2' }],
  ])('%j', (text, expected) => {
    expect(Object.fromEntries(parseKeyValues(text, 'GITHUB_OUTPUT'))).toEqual(expected);
  });

  it.each(['novalue', 'a<<EOF\nnever ends', '=x', '<<EOF\nx\nEOF'])('refuses %j', (text) => {
    expect(() => parseKeyValues(text, 'GITHUB_OUTPUT')).toThrow(/GITHUB_OUTPUT/);
  });

  it('reads back every value written with a fresh delimiter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !/\r/.test(text)),
        (value) => {
          expect(parseKeyValues(`name<<ghadelimiter_1\n${value}\nghadelimiter_1\n`, 'GITHUB_ENV').get('name')).toBe(
            value,
          );
        },
      ),
    );
  });
});

describe('workflow commands', () => {
  it('parses properties and escapes', () => {
    const command = parseWorkflowCommand('::error file=a.ts,line=3,title=x%2Cy%3Az::50%25%0Amore::here');

    expect(command?.name).toBe('error');
    expect(Object.fromEntries(command?.properties ?? [])).toEqual({ file: 'a.ts', line: '3', title: 'x,y:z' });
    expect(command?.message).toBe('50%\nmore::here');
  });

  it.each(['plain text', 'a ::error::x', '::', ':: x::y', '::1x::y'])('takes %j for text', (line) => {
    expect(parseWorkflowCommand(line)).toBeNull();
  });

  it('obeys masks, groups and annotations; ignores what GitHub deprecated; stops when told', () => {
    const log: string[] = [];
    const masks: string[] = [];
    const read = createCommandReader({ addMask: (value) => masks.push(value), log: (line) => log.push(line) });

    for (const line of [
      '::add-mask::s3cret',
      '::group::Files',
      '::endgroup::',
      '::warning file=a,line=1::careful',
      '::set-output name=x::y',
      '::stop-commands::8888d073-e571',
      '::error::not now',
      '::8888d073-e571::',
      '::error::now',
    ])
      read(line);

    expect(masks).toEqual(['s3cret']);
    expect(log).toEqual([
      '##[group]Files',
      '##[endgroup]',
      '##[warning]a:1: careful',
      '##[warning]The `set-output` command is not obeyed. Write to the environment files instead.',
      '::stop-commands::8888d073-e571',
      '::error::not now',
      '::8888d073-e571::',
      '##[error]now',
    ]);
  });
});

describe('masker', () => {
  it('hides values, their lines and their encodings', () => {
    const masker = createMasker();
    masker.add('-----BEGIN KEY-----\nAbC+/123==\n-----END KEY-----');
    masker.add('pass word');
    masker.add('');

    expect(masker.mask('key AbC+/123== and pass word')).toBe('key *** and ***');
    expect(masker.mask('pass%20word')).toBe('***');
    expect(masker.mask(Buffer.from('pass word').toString('base64'))).toBe('***');
    expect(masker.mask('nothing here')).toBe('nothing here');
    expect(masker.hasSecret('x pass word y')).toBe(true);
    expect(masker.hasSecret('x pass y')).toBe(false);
  });

  it('hides a secret that contains another one whole', () => {
    const masker = createMasker();
    masker.add('abc');
    masker.add('abcdef');

    expect(masker.mask('abcdef abc')).toBe('*** ***');
  });

  it('never lets a secret through, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(secret.trim().length >= 4 && !'***'.includes(secret.trim()) && !/[\r\n*]/.test(secret));
        const masker = createMasker();
        masker.add(secret);
        expect(masker.mask(`${before}${secret}${after}`)).not.toContain(secret.trim());
      }),
    );
  });
});
