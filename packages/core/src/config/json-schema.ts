import { z } from 'zod';
import { configSchema } from './schema.ts';
import type { DataPath } from './yaml-source.ts';

/** The parts of JSON Schema that the configuration's schema uses. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
}

/** JSON Schema (draft 2020-12) of `gatehouse.yml`, for editors; rules between fields are checked by `parseConfig` only. */
export function configJsonSchema(): JsonSchema & Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' });
  return { $schema, title: 'gatehouse.yml', ...rest } as JsonSchema & Readonly<Record<string, unknown>>;
}

/** JSON Schema of what a person writes in a file that `schema` reads. */
export function inputJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
}

/** The schema of the value at `path`, or `null` where the schema knows no such place. */
export function schemaAt(root: JsonSchema, path: DataPath): JsonSchema | null {
  let schema: JsonSchema | undefined = root;
  for (const step of path) {
    if (schema === undefined) return null;
    const extra: JsonSchema | boolean | undefined = schema.additionalProperties;
    if (typeof step === 'number') schema = schema.items;
    else schema = schema.properties?.[step] ?? (typeof extra === 'object' ? extra : undefined);
  }
  return schema ?? null;
}

/** What a schema allows, as it follows "It must be". */
export function describeAllowed(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return `one of ${schema.enum.join(', ')}`;
  if (schema.type === 'number' || schema.type === 'integer') return describeNumber(schema);
  if (schema.type === 'array') {
    return schema.items === undefined ? 'a list' : `a list; each item must be ${describeAllowed(schema.items)}`;
  }
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'string') return 'a text that is not empty';
  const keys = Object.keys(schema.properties ?? {});
  return keys.length === 0 ? 'a mapping' : `a mapping with the keys ${keys.join(', ')}`;
}

function describeNumber(schema: JsonSchema): string {
  const noun = schema.type === 'integer' ? 'a whole number' : 'a number';
  const low = Math.max(schema.minimum ?? Number.MIN_SAFE_INTEGER, schema.exclusiveMinimum ?? Number.MIN_SAFE_INTEGER);
  const high = Math.min(schema.maximum ?? Number.MAX_SAFE_INTEGER, schema.exclusiveMaximum ?? Number.MAX_SAFE_INTEGER);
  const bounds = [
    low === Number.MIN_SAFE_INTEGER ? [] : [`${low === schema.exclusiveMinimum ? 'above' : 'at least'} ${low}`],
    high === Number.MAX_SAFE_INTEGER ? [] : [`${high === schema.exclusiveMaximum ? 'below' : 'at most'} ${high}`],
  ].flat();
  return bounds.length === 0 ? noun : `${noun} ${bounds.join(' and ')}`;
}
