import { isJsonObject, type JsonObject } from '../http/body.ts';

/** Id under which the description's components are known to the validator. */
export const COMPONENTS_ID = 'github';

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes the type null, and references become absolute, so that a
 * schema can be compiled apart from the description.
 */
export function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (!isJsonObject(schema)) return schema;
  const { nullable, ...rest } = schema;
  const converted = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, convertEntry(key, value)]));
  return nullable === true ? withNull(converted) : converted;
}

function convertEntry(key: string, value: unknown): unknown {
  if (key === '$ref' && typeof value === 'string') return `${COMPONENTS_ID}${value}`;
  // A default of a parameter or property is data, not a schema.
  return key === 'default' || key === 'enum' ? value : toJsonSchema(value);
}

function withNull(schema: JsonObject): JsonObject {
  const type = schema['type'];
  if (typeof type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  const values = schema['enum'];
  const nullable = { ...schema, type: [type, 'null'] };
  return Array.isArray(values) && !values.includes(null) ? { ...nullable, enum: [...values, null] } : nullable;
}
