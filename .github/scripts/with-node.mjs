// Usage: node .github/scripts/with-node.mjs <file, or a package with a command of its own name> [arguments]
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { runWithNode } from '../../packages/cli/bin/with-node.mjs';

const [script = '', ...args] = process.argv.slice(2);
await runWithNode(existsSync(script) ? resolve(script) : commandOf(script), args);

function commandOf(name) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}
