import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { workflowFault } from './workflow-fault.ts';

export type Scalar = string | number | boolean | null;

/** A value of a workflow or action file, expressions not yet evaluated; `line` counts from one. */
export type Template =
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly line: number }
  | { readonly kind: 'expression'; readonly expression: string; readonly line: number }
  | { readonly kind: 'sequence'; readonly items: readonly Template[]; readonly line: number }
  | MappingTemplate;

export interface MappingTemplate {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, { readonly line: number; readonly value: Template }>;
  readonly line: number;
}

/** The parser's tokens as plain data. A string with `${{ }}` inside arrives from the parser as one `format(…)`. */
export function toTemplate(token: TemplateToken, file: string): Template {
  const line = token.line ?? 1;
  if (token.isScalar) return scalarTemplate(token, file);
  if (token.typeName() === 'sequence') {
    const sequence = token.assertSequence('sequence');
    const items: Template[] = [];
    for (let index = 0; index < sequence.count; index += 1) items.push(toTemplate(sequence.get(index), file));
    return { kind: 'sequence', items, line };
  }
  const entries = new Map<string, { line: number; value: Template }>();
  for (const pair of token.assertMapping('mapping')) {
    if (pair.key.isExpression) throw unsupportedKey(file, pair.key.line ?? line);
    entries.set(pair.key.toString(), { line: pair.key.line ?? line, value: toTemplate(pair.value, file) });
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

function scalarTemplate(token: TemplateToken, file: string): Template {
  const line = token.line ?? 1;
  if (token.isExpression) {
    if (!('expression' in token) || typeof token.expression !== 'string') throw unsupportedKey(file, line);
    return { kind: 'expression', expression: token.expression, line };
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

/** A literal as text, an expression as `${{ … }}`; `null` for sequences, mappings and null. */
export function literalText(template: Template | null): string | null {
  if (template?.kind === 'expression') return `\${{ ${template.expression} }}`;
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
