import type { z } from 'zod';
import type { Fault } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { describeAllowed, type JsonSchema, schemaAt } from './json-schema.ts';
import type { DataPath, YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** One fault for each thing that the schema refuses, in the order of the file's sections. */
export function schemaFaults(issues: readonly Issue[], source: YamlSource, root: JsonSchema): readonly Fault[] {
  return issues.flatMap((issue) => {
    const path = dataPath(issue.path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(source, root, [...path, key]));
    if (issue.code === 'invalid_key') return [invalidKey(issue, source)];
    if (isMissing(source.data, path)) return [missing(source, root, path)];
    return [wrongValue(issue, source, root)];
  });
}

/** `models.fraud.data`, as the messages print a place. */
export function printPath(path: DataPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

function dataPath(path: readonly PropertyKey[]): DataPath {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function isMissing(data: unknown, path: DataPath): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return true;
    value = Reflect.get(value, step);
  }
  return false;
}

function unknownKey(source: YamlSource, root: JsonSchema, path: DataPath): Fault {
  const key = String(path.at(-1));
  const parent = schemaAt(root, path.slice(0, -1));
  const known = keysOf(parent);
  const near = nearestName(key, known);
  return {
    where: `${source.whereKey(path)} "${printPath(path)}"`,
    found: `got the unknown key ${JSON.stringify(key)}`,
    allowed: `The keys here are ${known.join(', ')}`,
    remedy: near === null ? remedyForStranger(key) : `Did you mean "${near}"?`,
  };
}

/** `{ limit: 0,10 }` is a limit of 0 and a key "10": removing the key would leave a number that nobody wrote. */
function remedyForStranger(key: string): string {
  return /^[0-9]+$/.test(key) ? 'If it belongs to a number, use a dot as the decimal separator.' : 'Remove it.';
}

function keysOf(schema: JsonSchema | null): readonly string[] {
  return schema?.properties === undefined
    ? (schema?.propertyNames?.enum ?? []).map(String)
    : Object.keys(schema.properties);
}

function invalidKey(issue: Issue & { code: 'invalid_key' }, source: YamlSource): Fault {
  const path = dataPath(issue.path);
  const key = String(path.at(-1));
  const rule = issue.issues[0]?.message ?? 'is not allowed';
  return {
    where: `${source.whereKey(path)} "${printPath(path)}"`,
    found: `got the name ${JSON.stringify(key)}`,
    allowed: `It ${rule}`,
    remedy: 'Rename it.',
  };
}

function missing(source: YamlSource, root: JsonSchema, path: DataPath): Fault {
  const schema = schemaAt(root, path);
  const meaning = schema?.description === undefined ? '' : `: ${schema.description}`;
  return {
    where: `${source.where(path.slice(0, -1))} "${printPath(path)}"`,
    found: `got nothing, "${String(path.at(-1))}" is missing`,
    allowed: schema === null ? 'It is required' : `It must be ${describeAllowed(schema)}`,
    remedy: `Add "${String(path.at(-1))}"${meaning}`,
  };
}

function wrongValue(issue: Issue, source: YamlSource, root: JsonSchema): Fault {
  const path = dataPath(issue.path);
  const schema = schemaAt(root, path);
  const shown = source.shown(path);
  // A rule with its own words is more precise than the schema: patterns and rules between fields.
  const ownWords = issue.code === 'custom' || (issue.code === 'invalid_format' && issue.message.startsWith('must be'));
  const allowed = ownWords || schema === null ? `It ${issue.message}` : `It must be ${describeAllowed(schema)}`;
  return {
    where: `${source.where(path)} "${printPath(path)}"`,
    found: `got ${shown}`,
    allowed,
    remedy: remedyFor(issue, shown, schema),
  };
}

function remedyFor(issue: Issue, shown: string, schema: JsonSchema | null): string {
  const text = shown.replaceAll('"', '');
  if (/^[0-9a-f]{64}$/.test(text)) return 'Put "sha256:" before it.';
  if (issue.code === 'invalid_type') return remedyForType(issue.expected, text);
  if (issue.code === 'invalid_value') {
    const near = nearestName(text, (schema?.enum ?? []).map(String));
    return near === null ? 'Write one of the allowed values.' : `Did you mean "${near}"?`;
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'Change it to an allowed value.';
  return 'Correct the value.';
}

function remedyForType(expected: string, text: string): string {
  if (expected === 'number' || expected === 'int') {
    if (/^-?[0-9]+,[0-9]+$/.test(text)) return 'Use a dot as the decimal separator.';
    if (/^-?[0-9.]+ ?%$/.test(text)) return 'Write a share, such as 0.05 for 5 %.';
    if (/^-?[0-9]+(\.[0-9]+)?$/.test(text))
      return `Write ${text} without quotes, and without a fraction where a whole number is asked for.`;
    return 'Write a number such as 0.05.';
  }
  if (expected === 'string') return `Put quotes around it: "${text}"`;
  if (expected === 'boolean') return 'Write true or false; yes, no, on and off are plain text in YAML 1.2.';
  if (expected === 'array') return 'Write it as a list, one "- item" on each line.';
  return 'Indent its keys below it, one on each line.';
}
