/**
 * Writes what is generated from the sources: the JSON Schema of gatehouse.yml, the tables of reason codes and attacks, and the
 * inputs and outputs in every action.yml and README. Usage: `node .github/scripts/write-docs.ts`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generatedDocs } from './generated-docs.ts';

const root = resolve(import.meta.dirname, '..', '..');
for (const [file, text] of await generatedDocs()) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`written: ${file}\n`);
}
