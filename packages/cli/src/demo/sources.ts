import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The checkout of Gatehouse that this file belongs to: its `dist/` is what the workflows of the demo run.
 *
 * @throws Error when dist/ is missing, because then nothing shipped would be shown.
 */
export function findSources(): string {
  const root = resolve(import.meta.dirname, '..', '..', '..', '..');
  const bundle = join(root, 'dist', 'index.js');
  if (!existsSync(bundle)) {
    throw new Error(
      `${bundle}: no such file. The demo runs the committed bundle. Restore dist/, or run "npm run build".`,
    );
  }
  return root;
}
