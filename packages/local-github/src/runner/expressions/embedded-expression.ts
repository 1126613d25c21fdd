import { isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** Strings of a YAML text by `line:column` of their start, block scalars without their indentation. */
export type StringPositions = ReadonlyMap<string, string>;

/**
 * The parser (0.3.61) builds the expression of a block scalar from its indented source, so that a script would keep the
 * indentation of the workflow file. The values read here replace it.
 */
export function stringPositions(text: string): StringPositions {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const strings = new Map<string, string>();
  visit(document, {
    Scalar(_key, node) {
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return;
      const { line, col } = lines.linePos(node.range[0]);
      strings.set(`${line}:${col}`, node.value);
    },
  });
  return strings;
}

/** One expression for a text with `${{ }}` inside: the expression itself if it is all there is, else a `format(…)`. */
export function embeddedExpression(text: string): string {
  const literals: string[] = [];
  const expressions: string[] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('${{');
    const end = start === -1 ? -1 : closing(rest, start + 3);
    if (end === -1) break;
    literals.push(rest.slice(0, start));
    expressions.push(rest.slice(start + 3, end).trim());
    rest = rest.slice(end + 2);
  }
  literals.push(rest);
  const [only] = expressions;
  if (only !== undefined && expressions.length === 1 && literals.every((literal) => literal === '')) return only;
  const pattern = literals.map(escapeFormat).reduce((joined, literal, index) => `${joined}{${index - 1}}${literal}`);
  return `format('${pattern.replaceAll("'", "''")}'${expressions.map((expression) => `, ${expression}`).join('')})`;
}

function escapeFormat(literal: string): string {
  return literal.replaceAll('{', '{{').replaceAll('}', '}}');
}

/** Index of the `}}` that ends an expression; braces inside of quoted strings do not count. */
function closing(text: string, from: number): number {
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "'") quoted = !quoted;
    if (!quoted && text.startsWith('}}', index)) return index;
  }
  return -1;
}
