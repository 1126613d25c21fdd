import type { z } from 'zod';
import { ConfigError, type Fault } from '../errors.ts';
import { inputJsonSchema, type JsonSchema } from './json-schema.ts';
import { schemaFaults } from './schema-faults.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** What a small YAML file of `governance/` must be. */
export interface DocumentShape<S extends z.ZodType> {
  /** Path in the repository, as messages print it. */
  readonly file: string;
  readonly schema: S;
  /** As it follows "It must be": `a waiver`. */
  readonly what: string;
}

/**
 * Reads a YAML file as strictly as `gatehouse.yml`: UTF-8, one document, no anchor, alias, tag or duplicate key, no key
 * that the schema does not know.
 *
 * @throws {ConfigError} with every fault of the file.
 */
export function parseYamlDocument<S extends z.ZodType>(
  content: string | Uint8Array,
  shape: DocumentShape<S>,
): z.output<S> {
  const source = readYaml(decodeText(content, shape.file), shape.file, shape.what);
  if (source.data === undefined) throw new ConfigError(source.faults);
  const parsed = shape.schema.safeParse(source.data);
  const faults = documentFaults(source, parsed.error?.issues ?? [], inputJsonSchema(shape.schema));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}

/** Faults of the text and of its values. A number that is written badly is one fault, although the schema refuses it too. */
export function documentFaults(source: YamlSource, issues: readonly z.core.$ZodIssue[], schema: JsonSchema): Fault[] {
  const told = (fault: Fault): boolean => source.faults.some((earlier) => fault.where.startsWith(`${earlier.where} `));
  return [...source.faults, ...schemaFaults(issues, source, schema).filter((fault) => !told(fault))];
}

/**
 * Text of a file.
 *
 * @throws {ConfigError} when its bytes are not UTF-8.
 */
export function decodeText(content: string | Uint8Array, file: string): string {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    const fault: Fault = {
      where: `${file}:1:1`,
      found: `got ${content.length} bytes that are not UTF-8`,
      allowed: 'The file must be text in UTF-8',
      remedy: 'Save it with the encoding UTF-8.',
    };
    throw new ConfigError([fault], { cause });
  }
}
