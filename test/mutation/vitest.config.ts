import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..', '..');

export default defineConfig({
  root,
  resolve: {
    // Stryker runs a copy of the sources, so packages must be found in the copy and not through `node_modules`.
    alias: readdirSync(join(root, 'packages')).map((name) => ({
      find: new RegExp(`^@gatehouse/${name}$`),
      replacement: join(root, 'packages', name, 'src', 'index.ts'),
    })),
  },
  test: {
    globals: false,
    environment: 'node',
    include: ['test/mutation/resident.ts'],
    pool: 'threads',
    maxWorkers: 1,
    fileParallelism: false,
    // The tests of the room are loaded and not run: they run on request.
    testNamePattern: '^serves requests until it is told to stop$',
    // The one test here lasts as long as the measurement; Stryker ends what takes too long.
    testTimeout: 0,
  },
});
