/**
 * Writes `packages/local-github/openapi/github.json`: GitHub's OpenAPI description cut down to the operations of
 * `operations.json` and the components they reach, without prose and examples.
 *
 *     node .github/scripts/prune-openapi.ts
 *
 * The whole description comes with the npm package `@octokit/openapi`, which is fetched into a temporary folder and
 * thrown away: installed it takes 385 MB, of which one file is needed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PACKAGE = '@octokit/openapi';
const VERSION = '23.0.2';
const FILE = 'package/generated/api.github.com.json';
const FOLDER = resolve(import.meta.dirname, '../../packages/local-github/openapi');

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** Maps of names to schemas, parameters and the like: their keys are names, so none of them is dropped. */
const MAPS = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'parameters',
  'responses',
  'requestBodies',
  'content',
]);
const DROPPED = new Set([
  'description',
  'example',
  'examples',
  'summary',
  'tags',
  'externalDocs',
  'title',
  'deprecated',
  'headers',
]);

/**
 * Values that GitHub sends and its description leaves out of an enumeration.
 * `starter`: the description's own text of `repos/upload-release-asset` says that a failed upload leaves it.
 */
const CORRECTIONS: Readonly<Record<string, { readonly property: string; readonly values: readonly string[] }>> = {
  'release-asset': { property: 'state', values: ['starter'] },
};

function main(): void {
  const temporary = mkdtempSync(join(tmpdir(), 'prune-openapi-'));
  try {
    const full = fetchDescription(temporary);
    const wanted = new Set(stringsOf(JSON.parse(readFileSync(join(FOLDER, 'operations.json'), 'utf8'))));
    const pruned = prune(full, wanted);
    const text = `${JSON.stringify(pruned, null, 1)}\n`;
    writeFileSync(join(FOLDER, 'github.json'), text);
    console.log(`${wanted.size} operations, ${Buffer.byteLength(text)} bytes`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function fetchDescription(folder: string): JsonObject {
  execFileSync('npm', ['pack', '--silent', `${PACKAGE}@${VERSION}`, '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${PACKAGE}@${VERSION} wrote no archive.`);
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder, FILE]);
  const parsed: Json = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
  return objectOf(parsed);
}

function prune(full: JsonObject, wanted: ReadonlySet<string>): JsonObject {
  const paths = pickOperations(objectOf(full['paths']), wanted);
  const components: Record<string, Record<string, Json>> = {};
  const open = refsIn(paths);
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    const [, , kind = '', name = ''] = ref.split('/');
    const section = components[kind] ?? {};
    components[kind] = section;
    if (section[name] !== undefined) continue;
    const component = correct(name, strip(objectOf(objectOf(full['components'])[kind])[name] ?? null, false));
    if (component === null) throw new Error(`The description refers to ${ref}, which it does not define.`);
    section[name] = component;
    open.push(...refsIn(component));
  }
  return {
    openapi: full['openapi'] ?? '3.0.3',
    info: {
      title: 'A part of the GitHub REST API',
      version: objectOf(full['info'])['version'] ?? '',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
      'x-origin': `${PACKAGE}@${VERSION}, ${FILE}`,
      'x-copyright': 'Copyright (c) 2020 Octokit contributors',
      'x-made-by': '.github/scripts/prune-openapi.ts from operations.json; prose and examples are left out',
    },
    paths,
    components: Object.fromEntries(
      sorted(components).map(([kind, section]) => [kind, Object.fromEntries(sorted(section))]),
    ),
  };
}

function pickOperations(paths: JsonObject, wanted: ReadonlySet<string>): JsonObject {
  const missing = new Set(wanted);
  const picked: Record<string, Record<string, Json>> = {};
  for (const [path, methods] of sorted(paths)) {
    for (const [method, operation] of sorted(objectOf(methods))) {
      const id = isObject(operation) ? operation['operationId'] : undefined;
      if (typeof id !== 'string' || !wanted.has(id)) continue;
      missing.delete(id);
      picked[path] = { ...picked[path], [method]: strip(operation, false) };
    }
  }
  if (missing.size > 0) throw new Error(`${PACKAGE}@${VERSION} has no operation ${[...missing].join(', ')}.`);
  return picked;
}

function correct(name: string, component: Json): Json {
  const correction = CORRECTIONS[name];
  if (correction === undefined || !isObject(component)) return component;
  const properties = objectOf(component['properties']);
  const property = objectOf(properties[correction.property]);
  const values = isArray(property['enum']) ? property['enum'] : [];
  const corrected = { ...property, enum: [...new Set([...values, ...correction.values])] };
  return { ...component, properties: { ...properties, [correction.property]: corrected } };
}

/** Without prose, examples and vendor extensions. `isMap`: the keys of `value` are names, not keywords. */
function strip(value: Json, isMap: boolean): Json {
  if (isArray(value)) return value.map((entry) => strip(entry, false));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => isMap || !(DROPPED.has(key) || key.startsWith('x-')));
  return Object.fromEntries(kept.map(([key, entry]) => [key, strip(entry, !isMap && MAPS.has(key))]));
}

function refsIn(value: Json): string[] {
  if (isArray(value)) return value.flatMap(refsIn);
  if (!isObject(value)) return [];
  const ref = value['$ref'];
  return [...(typeof ref === 'string' ? [ref] : []), ...Object.values(value).flatMap(refsIn)];
}

function sorted<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([left], [right]) => (left < right ? -1 : 1));
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function objectOf(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new Error('The description has another shape than expected.');
  return value;
}

function stringsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new Error('operations.json must be an array of operation ids.');
  return value.map(String);
}

main();
