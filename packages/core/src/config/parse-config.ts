import { ConfigError, type Fault } from '../errors.ts';
import type { Contradiction, ReadableModel } from './contradiction.ts';
import { checkModel, checkTrust } from './cross-checks.ts';
import { configJsonSchema } from './json-schema.ts';
import { decodeText, documentFaults } from './parse-document.ts';
import { type Config, configSchema, modelSchema } from './schema.ts';
import { printPath } from './schema-faults.ts';
import { type DataPath, readYaml, type YamlSource } from './yaml-source.ts';

/**
 * Reads `gatehouse.yml`. `content` is the file's text or its bytes, which must be UTF-8; `file` is the name that
 * messages print.
 *
 * @throws {ConfigError} with every fault of the file: place, value found, what is allowed and what to do.
 */
export function parseConfig(content: string | Uint8Array, file = 'gatehouse.yml'): Config {
  const source = readYaml(decodeText(content, file), file);
  if (source.data === undefined) throw new ConfigError(source.faults);
  const parsed = configSchema.safeParse(source.data);
  const issues = parsed.error?.issues ?? [];
  // The schema of a page of metrics takes longer to print than the file to read; only messages need it.
  const faults = documentFaults(source, issues, issues.length === 0 ? {} : configJsonSchema());
  faults.push(...contradictions(source));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
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
