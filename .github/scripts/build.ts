/**
 * Builds `dist/`: one bundle with a lazily loaded chunk per action and per heavy library, and a two-line stub per
 * action. Usage: `node .github/scripts/build.ts [folder]`; the folder is `dist/` when none is given.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { compile } from './compile.ts';

const root = resolve(import.meta.dirname, '..', '..');
const out = resolve(process.argv[2] ?? join(root, 'dist'));

/** Names of the folders under `actions/` that have an entry point. */
function actionNames(): string[] {
  const folder = join(root, 'actions');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'src', 'main.ts')))
    .sort();
}

/** The one entry of the bundle. A literal `import()` per action is what makes the bundler cut chunks. */
function entrySource(names: readonly string[]): string {
  const rows = names.map((name) => `  '${name}': () => import('./actions/${name}/src/main.js'),`);
  return [
    'const actions = {',
    ...rows,
    '};',
    'export async function start(name) {',
    '  const { main } = await actions[name]();',
    '  await main();',
    '}',
    '',
  ].join('\n');
}

function stubSource(name: string): string {
  return `import { start } from './index.js';\nawait start('${name}');\n`;
}

/** Writes only what changed and deletes what is no longer built, so that a rebuild leaves no trace. */
function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = file.slice(folder.length + 1).replaceAll('\\', '/');
    if (entry.isFile() && !files.has(name)) rmSync(file);
  }
}

const names = actionNames();
if (names.length === 0) throw new Error('actions/ has no action with src/main.ts, so there is nothing to build.');
compile(root);
const entry = join(root, 'build', 'entry.js');
writeFileSync(entry, entrySource(names));
const files = await bundle(root, entry, names);
for (const name of names) files.set(`${name}.js`, Buffer.from(stubSource(name)));
writeFolder(out, files);
const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
console.log(`built ${names.length} actions: ${files.size} files, ${(bytes / 1e6).toFixed(2)} MB`);
