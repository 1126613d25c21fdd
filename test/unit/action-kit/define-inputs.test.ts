import { defineInputs, input } from '@gatehouse/action-kit';
import { ConfigError } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function messagesOf(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was refused');
}

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const COMMIT = 'c'.repeat(40);

const accepted = [
  ['text', input.text('d'), ' fraud ', 'fraud'],
  ['secret of several lines', input.secret('d'), 'a\nb', 'a\nb'],
  ['number', input.number('d', { min: 0, max: 10 }), '0.25', 0.25],
  ['number at its lower bound', input.number('d', { min: 0, max: 10 }), '0', 0],
  ['number at its upper bound', input.number('d', { min: 0, max: 10 }), '10', 10],
  ['negative number', input.number('d', { min: -1, max: 1 }), '-0.5', -0.5],
  ['integer', input.integer('d', { min: 1, max: 90 }), '90', 90],
  ['id', input.id('d'), '9007199254740991', 9007199254740991],
  ['true', input.boolean('d'), 'true', true],
  ['True', input.boolean('d'), 'True', true],
  ['FALSE', input.boolean('d'), 'FALSE', false],
  ['choice', input.oneOf('d', ['check', 'authorise']), 'authorise', 'authorise'],
  ['digest', input.digest('d'), DIGEST, DIGEST],
  ['commit', input.commit('d'), COMMIT, COMMIT],
  ['path', input.path('d'), 'models/a.json', 'models/a.json'],
  ['lines', input.lines('d'), 'b\r\n\n  a\n', ['b', 'a']],
] as const;

describe('an input that is allowed', () => {
  it.each(accepted)('%s', (_, field, text, value) => {
    expect(defineInputs({ it: field }).parse({ INPUT_IT: text })).toEqual({ it: value });
  });
});

const psi = input.number('Largest population stability index.', { min: 0, max: 10 });
const refused = [
  ['decimal comma', psi, '0,2', 'It must be a number from 0 to 10. Use a dot as the decimal separator.'],
  ['per cent', psi, '5%', 'Write a share, such as 0.05 for 5 %.'],
  ['exponent', psi, '1e-1', 'must be a number from 0 to 10'],
  ['not a number', psi, 'NaN', 'must be a number from 0 to 10'],
  ['infinite', psi, 'Infinity', 'must be a number from 0 to 10'],
  ['hexadecimal', psi, '0x1', 'must be a number from 0 to 10'],
  ['above the range', psi, '10.0001', 'must be a number from 0 to 10'],
  ['below the range', psi, '-0.1', 'must be a number from 0 to 10'],
  ['bare point', psi, '.5', 'must be a number from 0 to 10'],
  ['fraction for a whole number', input.integer('d'), '1.0', 'must be a whole number'],
  ['zero as id', input.id('d'), '0', 'must be a whole number of 1 or more'],
  ['a number beyond what is exact', input.id('d'), '9007199254740992', 'must be a whole number of 1 or more'],
  ['YAML 1.1 boolean', input.boolean('d'), 'yes', 'must be true or false'],
  ['one as boolean', input.boolean('d'), '1', 'must be true or false'],
  ['another choice', input.oneOf('d', ['a', 'b']), 'c', 'must be one of a, b'],
  ['bare digest', input.digest('d'), 'ab'.repeat(32), 'Put "sha256:" before it.'],
  ['upper-case digest', input.digest('d'), `sha256:${'AB'.repeat(32)}`, '64 lower-case hex digits'],
  ['short commit', input.commit('d'), 'abcdef1', 'a full commit SHA'],
  ['branch for a commit', input.commit('d'), 'main', 'a full commit SHA'],
  ['path that climbs', input.path('d'), 'a/../../b', 'a path without ".."'],
  ['text of two lines', input.text('d'), 'a\nb', 'a text in one line'],
] as const;

describe('an input that is refused', () => {
  it.each(refused)('%s, showing the value and what is allowed', (_, field, text, expected) => {
    const [message] = messagesOf(() => defineInputs({ 'max-psi': field }).parse({ 'INPUT_MAX-PSI': text }));

    expect(message).toContain('Input "max-psi": ');
    expect(message).toContain(JSON.stringify(text));
    expect(message).toContain(expected);
  });
});

describe('defineInputs', () => {
  const inputs = defineInputs(
    {
      model: input.text('Name of the model.').required(),
      config: input.path('Policy.').default('gatehouse.yml'),
      'max-psi': psi,
      token: input.secret('Token.').required(),
    },
    { renamed: { 'policy-path': 'config' } },
  );

  it('gives optional inputs undefined and defaults their parsed default', () => {
    expect(inputs.parse({ INPUT_MODEL: 'm', INPUT_TOKEN: 't', 'INPUT_MAX-PSI': '' })).toEqual({
      model: 'm',
      config: 'gatehouse.yml',
      'max-psi': undefined,
      token: 't',
    });
  });

  it('reports every fault of one run', () => {
    const messages = messagesOf(() => inputs.parse({ 'INPUT_MAX-PSI': 'x', INPUT_MODLE: 'm', INPUT_TOKEN: ' ' }));

    expect(messages).toEqual([
      'Input "modle": this action has no such input. The inputs are model, config, max-psi, token. Did you mean "model"?',
      'Input "model": nothing given. It must be a text in one line. Give it under "with:" of the step: Name of the model.',
      'Input "max-psi": got "x". It must be a number from 0 to 10. Correct it under "with:" of the step.',
      'Input "token": nothing given. It must be a secret. Give it under "with:" of the step: Token.',
    ]);
  });

  it('refuses an input that no name is near to', () => {
    const [message] = messagesOf(() => inputs.parse({ INPUT_MODEL: 'm', INPUT_TOKEN: 't', INPUT_ZZZZZZZ: '1' }));

    expect(message).toContain('Input "zzzzzzz": this action has no such input.');
    expect(message).toContain('Remove it.');
  });

  it('names the new name of a renamed input', () => {
    const [message] = messagesOf(() =>
      inputs.parse({ INPUT_MODEL: 'm', INPUT_TOKEN: 't', 'INPUT_POLICY-PATH': 'x.yml' }),
    );

    expect(message).toContain('Rename "policy-path" to "config"');
  });

  it('never shows a secret, not even a malformed one', () => {
    const hidden = defineInputs({ key: { ...input.digest('d'), secret: true } });

    expect(messagesOf(() => hidden.parse({ INPUT_KEY: 'hunter2hunter2' })).join()).not.toContain('hunter2');
    expect(hidden.secretsIn({ INPUT_KEY: ' hunter2hunter2 ' })).toEqual(['hunter2hunter2']);
  });

  it('refuses a default that its own kind refuses', () => {
    expect(() => psi.default('0,2')).toThrow();
  });

  it('throws nothing but ConfigError, whatever the environment', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().map((name) => `INPUT_${name}`),
          fc.string(),
        ),
        (env) => {
          expect(messagesOf(() => inputs.parse({ ...env, INPUT_MODEL: '' })).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('reads back every decimal number in range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (thousandths) => {
        const text = (thousandths / 100).toFixed(2);
        expect(defineInputs({ psi }).parse({ INPUT_PSI: text }).psi).toBe(Number(text));
      }),
    );
  });
});
