import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { messageOf } from './message-of.ts';
import type { MappingTemplate, Template } from './template.ts';
import { workflowFault } from './workflow-fault.ts';

export interface ExpressionFunction {
  readonly name: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly call: (...args: readonly string[]) => boolean | string;
}

/** What expressions see at one place of one file. */
export interface Scope {
  /** By context name: `github`, `needs`, …; every value must survive JSON. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly functions: readonly ExpressionFunction[];
  /** Path of the file, for messages. */
  readonly file: string;
}

/** Names that GitHub knows; one that the scope lacks reads as null. */
const CONTEXT_NAMES = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];

/** Value of an expression as JSON data. */
export function evaluateExpression(expression: string, scope: Scope, line: number): unknown {
  return toPlain(evaluateData(expression, scope, line));
}

function evaluateData(expression: string, scope: Scope, line: number): data.ExpressionData {
  const functions = scope.functions.map((definition) => ({
    name: definition.name,
    minArgs: definition.minArgs,
    maxArgs: definition.maxArgs,
    call: (...args: data.ExpressionData[]) => toData(definition.call(...args.map((arg) => arg.coerceString()))),
  }));
  const contexts = new data.Dictionary(
    ...CONTEXT_NAMES.map((key) => ({ key, value: toData(scope.contexts[key] ?? null) })),
  );
  try {
    const tree = new Parser(lex(expression), [...CONTEXT_NAMES], functions).parse();
    return new Evaluator(tree, contexts, new Map(functions.map((each) => [each.name.toLowerCase(), each]))).evaluate();
  } catch (cause) {
    throw workflowFault(`${scope.file}:${line}`, {
      found: `"\${{ ${expression} }}" cannot be evaluated: ${messageOf(cause)}`,
      allowed: 'an expression of GitHub Actions over the contexts of this place is allowed',
      remedy: 'correct the expression',
    });
  }
}

/** The lexer (0.3.61) undoes only the first `''` of a string; this undoes all of them. */
function lex(expression: string): ReturnType<Lexer['lex']>['tokens'] {
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      token.lexeme.startsWith("'") ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token,
    );
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver);
}

function toPlain(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer));
}

/** A template with every expression replaced by its value. */
export function evaluate(template: Template, scope: Scope): unknown {
  switch (template.kind) {
    case 'scalar':
      return template.value;
    case 'expression':
      return evaluateExpression(template.expression, scope, template.line);
    case 'sequence':
      return template.items.map((item) => evaluate(item, scope));
    case 'mapping':
      return Object.fromEntries([...template.entries].map(([key, { value }]) => [key, evaluate(value, scope)]));
  }
}

/** As text, the way GitHub turns values into text: null is empty, objects are `Object`. */
export function evaluateText(template: Template | null, scope: Scope): string {
  if (template === null) return '';
  if (template.kind === 'expression') return evaluateData(template.expression, scope, template.line).coerceString();
  if (template.kind === 'scalar') return toData(template.value).coerceString();
  return toData(evaluate(template, scope)).coerceString();
}

/** Each value of a mapping as text; an expression in place of the mapping is evaluated to one. */
export function evaluateTexts(mapping: MappingTemplate | null, scope: Scope): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, { value }] of mapping?.entries ?? []) texts[key] = evaluateText(value, scope);
  return texts;
}

/** `null` when absent; anything but a boolean is an error. */
export function evaluateBoolean(template: Template | null, scope: Scope): boolean | null {
  if (template === null) return null;
  const value = evaluate(template, scope);
  if (typeof value === 'boolean') return value;
  throw wrongType(template, scope, { value, expected: 'true or false' });
}

/** `null` when absent; anything but a number is an error. */
export function evaluateNumber(template: Template | null, scope: Scope): number | null {
  if (template === null) return null;
  const value = evaluate(template, scope);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrongType(template, scope, { value, expected: 'a number' });
}

function wrongType(
  template: Template,
  scope: Scope,
  mismatch: { readonly value: unknown; readonly expected: string },
): Error {
  return workflowFault(`${scope.file}:${template.line}`, {
    found: JSON.stringify(mismatch.value),
    allowed: `${mismatch.expected} is allowed`,
    remedy: 'correct the value',
  });
}
