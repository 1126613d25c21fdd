import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, type GraphQLSchema, isScalarType, Kind } from 'graphql';

const SHA = /^[0-9a-f]{40}$/;
const BASE64 = /^(?:[A-Za-z0-9+/\s]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?\s*$/;

let built: GraphQLSchema | null = null;

/** The part of GitHub's own schema that is answered here. Built on first use: few programs ever ask. */
export function loadSchema(): GraphQLSchema {
  if (built !== null) return built;
  const file = new URL('../../graphql/github.graphql', import.meta.url);
  const schema = buildSchema(readFileSync(file, 'utf8'));
  restrict(schema, 'GitObjectID', (text) => SHA.test(text));
  restrict(schema, 'Base64String', (text) => BASE64.test(text.replace(/\s/g, '')));
  built = schema;
  return schema;
}

/** A schema says that a scalar exists; what its text may be is said here. */
function restrict(schema: GraphQLSchema, name: string, allowed: (text: string) => boolean): void {
  const type = schema.getType(name);
  if (!isScalarType(type))
    throw new Error(`github.graphql has no scalar "${name}". Run .github/scripts/prune-graphql.ts.`);
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && allowed(value)) return value;
    throw new GraphQLError(`Could not coerce value ${JSON.stringify(value)} to ${name}`);
  };
  type.parseValue = parse;
  type.parseLiteral = (node) => parse(node.kind === Kind.STRING ? node.value : null);
}
