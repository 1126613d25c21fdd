import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '@gatehouse/core';

/**
 * The checkout of Gatehouse that this file belongs to: its `dist/` is what the workflows of the demo run.
 *
 * @throws {ConfigError} when dist/ is missing, because then nothing shipped would be shown.
 */
export function findSources(): string {
  const root = resolve(import.meta.dirname, '..', '..', '..', '..');
  const bundle = join(root, 'dist', 'index.js');
  if (!existsSync(bundle)) {
    throw new ConfigError([
      {
        where: bundle,
        found: 'there is no such file',
        allowed: 'The demo runs the committed bundle',
        remedy: 'Restore dist/, or run "npm run build"',
      },
    ]);
  }
  return root;
}
