import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { JsonObject } from '../http/body.ts';
import { COMPONENTS_ID, toJsonSchema } from './json-schema.ts';

/** Faults of a value, worded with the place in it; empty when it fits the schema. */
export type FaultsOf = (schema: unknown, value: unknown) => readonly string[];

export interface SchemaCompiler {
  /** Compiles a schema at its first use. */
  readonly faultsOf: FaultsOf;
  /** As `faultsOf` for text of a path or query, where `30` is an integer and `true` a boolean. */
  readonly faultsOfText: FaultsOf;
}

const MAX_FAULTS = 8;

export function createSchemaCompiler(components: JsonObject): SchemaCompiler {
  const converted = { $id: COMPONENTS_ID, components: toJsonSchema(components) };
  return { faultsOf: checkerWith(converted, false), faultsOfText: checkerWith(converted, true) };
}

function checkerWith(components: JsonObject, coerceTypes: boolean): FaultsOf {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false, coerceTypes });
  // The package is CommonJS with a default export, which Node and TypeScript see differently.
  const addFormats = addFormatsModule.default;
  addFormats(ajv);
  // GitHub sends an empty string where a deployment has no URL.
  ajv.addFormat('uri', (text) => text === '' || URL.canParse(text));
  for (const format of ['repo.nwo', 'binary']) ajv.addFormat(format, true);
  ajv.addSchema(components);
  const compiled = new WeakMap<object, ValidateFunction>();
  return (schema, value) => {
    if (schema === null || typeof schema !== 'object') return [];
    const validate =
      compiled.get(schema) ??
      ajv.compile(object(toJsonSchema({ properties: { value: coerceTypes ? withoutOneOf(schema) : schema } })));
    compiled.set(schema, validate);
    if (validate({ value })) return [];
    return (validate.errors ?? []).slice(0, MAX_FAULTS).map(describe);
  };
}

/** Text that is read as a number fits string and integer alike, so "one of" cannot hold. */
function withoutOneOf(schema: object): object {
  return 'oneOf' in schema ? { anyOf: schema.oneOf } : schema;
}

function describe(error: ErrorObject): string {
  const place = error.instancePath.replace(/^\/value\/?/, '/');
  const details = Object.values(error.params).filter((value) => value !== undefined);
  return `${place} ${error.message ?? error.keyword}${details.length === 0 ? '' : ` (${JSON.stringify(details)})`}`;
}

function object(value: unknown): object {
  if (value === null || typeof value !== 'object') throw new Error('A schema of the description is not an object.');
  return value;
}
