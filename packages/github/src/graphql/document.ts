import type { Part } from './question.ts';

/** Body of a request to the GraphQL endpoint. */
export interface GraphqlDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLE = /\$([A-Za-z_]\w*)/g;

/** Alias of the part at `index`; its variables begin with it as well, so that no two parts share a name. */
export function aliasOf(index: number): string {
  return `q${index}`;
}

/**
 * Puts parts side by side into one operation. Texts are constants of this package; whatever a user wrote travels as the
 * value of a variable.
 */
export function toDocument(kind: 'query' | 'mutation', parts: readonly Part[]): GraphqlDocument {
  const declarations: string[] = [];
  const values: [string, unknown][] = [];
  const fields = parts.map(({ field, variables }, index) => {
    const alias = aliasOf(index);
    for (const [name, { type, value }] of Object.entries(variables)) {
      declarations.push(`$${alias}_${name}: ${type}`);
      values.push([`${alias}_${name}`, value]);
    }
    return `${alias}: ${field.replaceAll(VARIABLE, (_, name: string) => `$${alias}_${name}`)}`;
  });
  const declared = declarations.length === 0 ? '' : `(${declarations.join(', ')})`;
  return { query: `${kind}${declared} {\n${fields.join('\n')}\n}`, variables: Object.fromEntries(values) };
}
