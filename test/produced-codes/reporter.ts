import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { REASON_CODES } from '@gatehouse/core';
import type { Reporter, TestModule } from 'vitest/node';

/** Tests that are handed codes and hand them on: they show no situation that leads to one. */
const CARRIERS = /^test\/unit\/(?:core|github|report)\//;
const COUNTED = ['test/unit/**/*.test.ts', 'test/acceptance/**/*.test.ts'];

/**
 * After a run of all tests: every reason code was what the product answered in a test that passed, or the run fails. A run
 * of some of the tests says nothing.
 */
export class ProducedCodes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const run = new Set(modules.map(({ moduleId }) => relative(process.cwd(), moduleId).replaceAll('\\', '/')));
    if (!COUNTED.flatMap((pattern) => globSync(pattern)).every((path) => run.has(path))) return;
    const produced = producedCodes(modules);
    const codes = Object.keys(REASON_CODES);
    const missing = codes.filter((code) => !produced.has(code));
    process.stdout.write(
      `Reason codes: ${codes.length - missing.length} of ${codes.length} are the answer in a test.\n`,
    );
    if (missing.length === 0) return;
    process.stdout.write(`No test that passes leads to: ${missing.join(', ')}. Add one, or delete the code.\n`);
    process.exitCode = 1;
  }
}

function producedCodes(modules: readonly TestModule[]): ReadonlySet<string> {
  const counted = modules.filter(({ moduleId }) => !CARRIERS.test(relative(process.cwd(), moduleId)));
  const passed = counted.flatMap(({ children }) => [...children.allTests('passed')]);
  return new Set(passed.flatMap((test) => test.meta().comparedCodes ?? []));
}
