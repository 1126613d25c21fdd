import { ConfigError, formatFault } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { blockFlags, blockOf } from '../../../../packages/cli/src/gate/flags/block-flags.ts';
import { type Flag, flagLines } from '../../../../packages/cli/src/gate/flags/flag.ts';
import { type Flags, readFlags } from '../../../../packages/cli/src/gate/flags/read-flags.ts';

const FLAGS: readonly Flag[] = [
  { name: 'data', value: 'FILE', repeats: true, help: 'The table' },
  { name: 'label', value: 'COLUMN', help: 'What was true' },
  { name: 'limit', value: 'MEASURE=NUMBER', repeats: true, help: 'A limit' },
  { name: 'confidence', value: 'NUMBER', help: 'How sure' },
  { name: 'json', value: null, help: 'As JSON' },
];

/** Every fault of reading arguments and then values. */
function faultsOf(args: readonly string[], read: (flags: Flags) => unknown = () => undefined): readonly string[] {
  const flags = readFlags(args, FLAGS);
  read(flags);
  try {
    flags.check();
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault);
    throw error;
  }
  return [];
}

describe('flags', () => {
  it('are read with their values, in order', () => {
    const flags = readFlags(['--data', 'a.csv', '--label=y', '--data=b.csv', '--json', '--confidence', '0.9'], FLAGS);

    expect(flags.list('data')).toEqual(['a.csv', 'b.csv']);
    expect(flags.text('label')).toBe('y');
    expect(flags.number('confidence')).toBe(0.9);
    expect([flags.has('json'), flags.has('limit')]).toEqual([true, false]);
    expect(() => flags.check()).not.toThrow();
  });

  it('may have a value with an equals sign in it', () => {
    const flags = readFlags(['--limit', 'a=b=0.1'], FLAGS);

    expect(flags.pairs('limit')).toEqual([{ name: 'a', value: 'b=0.1' }]);
  });

  it.each([
    ['-0.5', -0.5],
    ['+1', 1],
    ['.5', 0.5],
    ['1e-3', 0.001],
  ])('take the number %s', (text, number) => {
    expect(readFlags(['--confidence', text], FLAGS).number('confidence')).toBe(number);
  });

  it.each(['0,5', '', 'NaN', 'Infinity', '0x1', '5 %', '1.', ' 1', '1_000', '--json'])(
    'take %j for no number',
    (text) => {
      expect(faultsOf(['--confidence', text], (flags) => flags.number('confidence'))).toHaveLength(1);
    },
  );

  it.each([
    [
      'a flag that there is not',
      ['--dta', 'x'],
      '--dta: it is not known. The flags that --help lists. Did you mean --data?',
    ],
    ['a word of no flag', ['x.csv'], 'x.csv: it belongs to no flag. '],
    ['a value that is missing', ['--label'], '--label: got no value. It takes a value: COLUMN. Write --label COLUMN.'],
    ['a flag in place of a value', ['--label', '--json'], '--label: got no value: "--json" follows. '],
    ['an empty value', ['--label='], '--label: got no value. '],
    ['a value that is too much', ['--json=yes'], '--json: got "yes". It takes no value. '],
    ['a flag given twice', ['--label', 'a', '--label', 'b'], '--label: it is given twice. It may be given once. '],
    ['a flag without a value given twice', ['--json', '--json'], '--json: it is given twice. '],
    ['one value given twice', ['--data', 'a', '--data', 'b', '--data', 'a'], '--data a: it is given twice. '],
  ])('refuse %s', (_, args, message) => {
    expect(faultsOf(args)).toEqual([expect.stringContaining(message)]);
  });

  it('refuse two values of one name', () => {
    expect(faultsOf(['--limit', 'a=0.1', '--limit', 'a=0.9'], (flags) => flags.pairs('limit'))).toEqual([
      '--limit a: it is given twice. It may be given once. Remove one of the two.',
    ]);
  });

  it('tell all faults at once', () => {
    const found = faultsOf(['--dta', 'x', '--limit', 'a', '--confidence', '0,9'], (flags) => {
      flags.required('data');
      flags.pairs('limit');
      flags.number('confidence');
    });

    expect(found.map((line) => line.split(':')[0])).toEqual(['--dta', '--data', '--limit', '--confidence']);
    expect(found.at(-1)).toContain('Use a dot as the decimal separator.');
  });

  it('tell of a needed flag without a value once', () => {
    expect(faultsOf(['--data'], (flags) => flags.required('data'))).toHaveLength(1);
  });
});

describe('flags of a block', () => {
  const schema = {
    type: 'object',
    properties: {
      confidence: { type: 'number' },
      mode: { enum: ['native', 'evidently'], description: 'How.' },
      strict: { type: 'boolean' },
      inner: { type: 'object', properties: { depth: { type: 'integer' }, gate: { type: 'boolean' } } },
      names: { type: 'array', items: { type: 'string' } },
      own: { type: 'number' },
      deep: { type: 'object', properties: { more: { type: 'object', properties: {} } } },
    },
  };

  it('are its keys that have one value', () => {
    expect(blockFlags(schema, ['own'])).toEqual([
      { name: 'confidence', value: 'NUMBER', help: expect.any(String) },
      { name: 'mode', value: 'native|evidently', help: 'How' },
      { name: 'strict', value: null, help: expect.any(String) },
      { name: 'inner-depth', value: 'NUMBER', help: expect.any(String) },
      { name: 'inner-gate', value: null, help: expect.any(String) },
    ]);
  });

  it('give the block, and nothing that was not said', () => {
    const flags = readFlags(['--mode', 'evidently', '--inner-depth', '2', '--inner-gate'], blockFlags(schema, ['own']));

    expect(blockOf(flags, schema, ['own'])).toEqual({ mode: 'evidently', inner: { depth: 2, gate: true } });
  });
});

describe('the lines of a help text', () => {
  it('put the help of a long flag below it', () => {
    const long = { name: 'domain-classifier', value: 'where-possible|required|off', help: 'one' };

    expect(flagLines([long, { name: 'a', value: 'B', help: 'two' }])).toEqual([
      '  --domain-classifier where-possible|required|off',
      '         one',
      '  --a B  two',
    ]);
  });

  it('align, and are no longer than asked', () => {
    const lines = flagLines(
      [
        { name: 'limit', value: 'M=N', repeats: true, help: 'one two three four five six' },
        { name: 'a', value: null, help: 'x' },
      ],
      40,
    );

    expect(lines).toEqual([
      '  --limit M=N  one two three four five',
      '               six; may be repeated',
      '  --a          x',
    ]);
  });
});
