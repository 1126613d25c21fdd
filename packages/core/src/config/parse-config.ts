import { ConfigError, type Fault } from '../errors.ts';
import { type Contradiction, checkModel, checkTrust, type ReadableModel } from './cross-checks.ts';
import { configJsonSchema } from './json-schema.ts';
import { type Config, configSchema, modelSchema } from './schema.ts';
import { printPath, schemaFaults } from './schema-faults.ts';
import { type DataPath, readYaml, type YamlSource } from './yaml-source.ts';

/**
 * Reads `gatehouse.yml`. `content` is the file's text or its bytes, which must be UTF-8; `file` is the name that
 * messages print.
 *
 * @throws {ConfigError} with every fault of the file: place, value found, what is allowed and what to do.
 */
export function parseConfig(content: string | Uint8Array, file = 'gatehouse.yml'): Config {
  const source = readYaml(typeof content === 'string' ? content : decoded(content, file), file);
  if (source.data === undefined) throw new ConfigError(source.faults);
  const parsed = configSchema.safeParse(source.data);
  const faults: Fault[] = [...source.faults];
  // A number that is written badly is one fault, although the schema refuses its value too.
  const told = (fault: Fault): boolean => source.faults.some((earlier) => fault.where.startsWith(`${earlier.where} `));
  if (!parsed.success) {
    faults.push(...schemaFaults(parsed.error.issues, source, configJsonSchema()).filter((fault) => !told(fault)));
  }
  faults.push(...contradictions(source));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const fault: Fault = {
      where: `${file}:1:1`,
      found: `got ${bytes.length} bytes that are not UTF-8`,
      allowed: 'The file must be text in UTF-8',
      remedy: 'Save it with the encoding UTF-8.',
    };
    throw new ConfigError([fault], { cause });
  }
}

/** Checks what can be read even when other parts have faults, so that one run reports all of them. */
function contradictions(source: YamlSource): readonly Fault[] {
  const top = configSchema.shape;
  const trust = top.trust.safeParse(property(source.data, 'trust'));
  const found: Contradiction[] = trust.success ? [...checkTrust(trust.data)] : [];
  const models = property(source.data, 'models');
  for (const [name, raw] of typeof models === 'object' && models !== null ? Object.entries(models) : []) {
    found.push(...checkModel(readable(raw)).map((fault) => ({ ...fault, path: ['models', name, ...fault.path] })));
  }
  return found.map(({ path, ...rest }) => ({ where: placeOf(source, path), ...rest }));
}

function placeOf(source: YamlSource, path: DataPath): string {
  return `${source.where(path)} "${printPath(path)}"`;
}

function readable(raw: unknown): ReadableModel {
  const entries = Object.entries(modelSchema.shape).flatMap(([section, schema]): [string, unknown][] => {
    const parsed = schema.safeParse(property(raw, section));
    return parsed.success ? [[section, parsed.data]] : [];
  });
  return Object.fromEntries(entries);
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
