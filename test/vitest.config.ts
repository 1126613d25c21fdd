import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ProducedCodes } from './produced-codes/reporter.ts';

// The acceptance project starts after the others have finished and runs one file at a time: it spawns git, servers and
// the built dist/, and would make the unit tests flaky on two cores.
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    globals: false,
    environment: 'node',
    setupFiles: ['test/setup/same-draws.ts', 'test/produced-codes/record.ts'],
    reporters: ['default', new ProducedCodes()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/simulation/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'acceptance',
          include: ['test/acceptance/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['packages/*/src/index.ts'],
    },
  },
});
