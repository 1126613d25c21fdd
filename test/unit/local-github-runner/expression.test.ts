import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionHolds } from '../../../packages/local-github/src/runner/expressions/condition.ts';
import { embeddedExpression } from '../../../packages/local-github/src/runner/expressions/embedded-expression.ts';
import { evaluateText, type Scope } from '../../../packages/local-github/src/runner/expressions/expression.ts';
import type { Template } from '../../../packages/local-github/src/runner/expressions/template.ts';

const scope: Scope = {
  file: 'w.yml',
  contexts: {
    github: { ref: 'refs/heads/main', event: { list: [{ n: 1 }, { n: 2 }] } },
    needs: {},
    env: { WORD: "it's" },
  },
  functions: [{ name: 'hashFiles', minArgs: 1, maxArgs: 2, call: (...args) => args.join('+') }],
};

function expression(text: string): Template {
  return { kind: 'expression', expression: text, text, line: 4 };
}

describe('evaluateText', () => {
  it.each([
    ['github.REF', 'refs/heads/main'],
    ['github.nothing.here', ''],
    ['needs.a.outputs.b', ''],
    ['github.event.list', 'Array'],
    ['join(github.event.list.*.n)', '1,2'],
    ["format('{0} ''{1}'' ''{2}''', 1, true, null)", "1 'true' ''"],
    ["env.WORD == 'IT''S'", 'true'],
    ["hashFiles('a', 'b')", 'a+b'],
    ['fromJSON(\'{"a": 1.5}\').a', '1.5'],
  ])('%s is %s', (text, expected) => {
    expect(evaluateText(expression(text), scope)).toBe(expected);
  });

  it.each(['nothing.here', 'github.ref +', 'unknown()', 'success()'])(
    'names the line when %s cannot be evaluated',
    (text) => {
      expect(() => evaluateText(expression(text), scope)).toThrow(/^w\.yml:4: /);
    },
  );

  it('leaves every text around an expression as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        fc.pre(!before.includes('$') && !after.includes('$'));
        const text = `${before}\${{ env.WORD }}${after}`;
        expect(evaluateText(expression(embeddedExpression(text)), scope)).toBe(`${before}it's${after}`);
      }),
    );
  });
});

describe('conditionHolds', () => {
  const failed = { success: false, failure: true, cancelled: false };
  const fine = { success: true, failure: false, cancelled: false };
  const literal = (value: string): Template => ({ kind: 'scalar', value, line: 1 });
  it.each([
    ['no condition, all well', null, fine, true],
    ['no condition, after a failure', null, failed, false],
    ['an implicit success()', literal("github.ref == 'refs/heads/main'"), failed, false],
    ['an explicit failure()', literal("failure() && github.ref == 'refs/heads/main'"), failed, true],
    ['always()', literal('always()'), failed, true],
    ['!cancelled()', literal('!cancelled()'), failed, true],
    ['the name of a function in a string', literal("github.ref != 'always()'"), failed, false],
    ['an empty string is false', literal("''"), fine, false],
    ['zero is false', literal('0'), fine, false],
    ['an expression in braces', expression('success()'), fine, true],
  ] as const)('%s', (_name, condition, status, expected) => {
    expect(conditionHolds(condition, scope, status)).toBe(expected);
  });
});
