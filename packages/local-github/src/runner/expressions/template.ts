import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { embeddedExpression, type StringPositions } from './embedded-expression.ts';
import { workflowFault } from './workflow-fault.ts';

export type Scalar = string | number | boolean | null;

/** A value of a workflow or action file, expressions not yet evaluated; `line` counts from one. */
export type Template =
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly line: number }
  /** `text` is what the file says, with its `${{ }}`. */
  | { readonly kind: 'expression'; readonly expression: string; readonly text: string; readonly line: number }
  | { readonly kind: 'sequence'; readonly items: readonly Template[]; readonly line: number }
  | MappingTemplate;

export interface MappingTemplate {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, { readonly line: number; readonly value: Template }>;
  readonly line: number;
}

export interface TemplateSource {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly strings: StringPositions;
}

/** The parser's tokens as plain data. A string with `${{ }}` inside becomes one expression, mostly a `format(…)`. */
export function toTemplate(token: TemplateToken, source: TemplateSource): Template {
  const line = token.line ?? 1;
  if (token.isScalar) return scalarTemplate(token, source);
  if (token.typeName() === 'SequenceToken') {
    const sequence = token.assertSequence('sequence');
    const items: Template[] = [];
    for (let index = 0; index < sequence.count; index += 1) items.push(toTemplate(sequence.get(index), source));
    return { kind: 'sequence', items, line };
  }
  const entries = new Map<string, { line: number; value: Template }>();
  for (const pair of token.assertMapping('mapping')) {
    if (pair.key.isExpression) throw unsupportedKey(source.file, pair.key.line ?? line);
    entries.set(pair.key.toString(), { line: pair.key.line ?? line, value: toTemplate(pair.value, source) });
  }
  return { kind: 'mapping', entries, line };
}

function unsupportedKey(file: string, line: number): Error {
  return workflowFault(`${file}:${line}`, {
    found: 'an expression stands where a key is expected',
    allowed: 'the local runner supports literal keys only',
    remedy: 'write the keys out',
  });
}

function scalarTemplate(token: TemplateToken, { file, strings }: TemplateSource): Template {
  const line = token.line ?? 1;
  if (token.isExpression) {
    if (!('expression' in token) || typeof token.expression !== 'string') throw unsupportedKey(file, line);
    const text = strings.get(`${line}:${token.col ?? 1}`);
    const expression = text?.includes('${{') === true ? embeddedExpression(text) : token.expression;
    return { kind: 'expression', expression, text: text ?? `\${{ ${expression} }}`, line };
  }
  const value = 'value' in token ? token.value : null;
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', value: known ? value : null, line };
}

/** The value under `key`, or `null`; also `null` when the template is no mapping. */
export function entry(template: Template | null, key: string): Template | null {
  if (template?.kind !== 'mapping') return null;
  return template.entries.get(key)?.value ?? null;
}

/** A literal as text, an expression as it is written; `null` for sequences, mappings and null. */
export function literalText(template: Template | null): string | null {
  if (template?.kind === 'expression') return template.text;
  if (template?.kind !== 'scalar' || template.value === null) return null;
  return String(template.value);
}

/** `a`, or `[a, b]`, as a list of literal texts; `null` when absent. */
export function literalList(template: Template | null): readonly string[] | null {
  if (template === null) return null;
  if (template.kind === 'sequence') return template.items.flatMap((item) => literalText(item) ?? []);
  const single = literalText(template);
  return single === null ? [] : [single];
}

export function literalBoolean(template: Template | null): boolean | null {
  return template?.kind === 'scalar' && typeof template.value === 'boolean' ? template.value : null;
}
