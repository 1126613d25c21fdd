import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
const lists = z.record(z.string(), z.array(z.string()));
const graph = z
  .object({ packages: lists, start: lists, run: lists })
  .parse(JSON.parse(readFileSync(join(dist, 'chunks.json'), 'utf8')));
const actions = readdirSync(join(root, 'actions'))
  .filter((name) => existsSync(join(root, 'actions', name, 'src', 'main.ts')))
  .sort();

/** Libraries that cost every start if they are not behind a dynamic import in the package that wraps them. */
const HEAVY = /^(?:@sigstore\/|@azure\/|@actions\/artifact$|@duckdb\/|@kubernetes\/|undici$)/;
/** What no action needs to say that an input is missing. */
const LATER =
  /^(?:@octokit\/|octokit$|yaml$|csv-parse$|undici$|@gatehouse\/(?:github|gates|tables|registry|governance|attest)$)/;
/** Never shipped at all; the data engine is found and verified at run time. */
const NEVER = /^@duckdb\/|^@gatehouse\/(?:local-github|cli)$|^vitest$|^typescript$/;

/** Packages whose code is loaded with a list of chunks. */
function packagesIn(chunks: readonly string[] | undefined): readonly string[] {
  return [...new Set((chunks ?? []).flatMap((chunk) => graph.packages[chunk] ?? []))].sort();
}

describe('the bundle', () => {
  it('starts every action and nothing else', () => {
    expect(Object.keys(graph.start).sort()).toEqual(actions);
    expect(Object.keys(graph.run).sort()).toEqual(actions);
  });

  it.each(actions)('has a two-line stub for %s', (action) => {
    const stub = readFileSync(join(dist, `${action}.js`), 'utf8');

    expect(stub).toBe(`import { start } from './index.js';\nawait start('${action}');\n`);
  });

  it('consists of the chunks that chunks.json names', () => {
    const chunks = readdirSync(dist).filter((name) => /(?:^|\.)index\.js$|\.cjs$/.test(name));

    expect(Object.keys(graph.packages).sort()).toEqual(chunks.sort());
  });

  it.each(actions)('checks the inputs of %s before it loads clients, gates and parsers', (action) => {
    const packages = packagesIn(['index.js', ...(graph.start[action] ?? [])]);

    expect(packages).toContain(`actions/${action}`);
    expect(packages).toContain('@gatehouse/action-kit');
    expect(packages.filter((name) => LATER.test(name))).toEqual([]);
  });

  it.each(actions)('runs %s without a heavy library that was not asked for', (action) => {
    const packages = packagesIn([...(graph.start[action] ?? []), ...(graph.run[action] ?? [])]);

    expect(packages).toContain('@gatehouse/core');
    expect(packages.filter((name) => HEAVY.test(name))).toEqual([]);
  });

  it('holds the heavy libraries in chunks of their own, so that the test above can fail', () => {
    const shipped = Object.values(graph.packages).flat();

    expect(shipped).toContain('@sigstore/sign');
    expect(shipped).toContain('@azure/storage-blob');
    expect(shipped.filter((name) => NEVER.test(name))).toEqual([]);
  });
});
