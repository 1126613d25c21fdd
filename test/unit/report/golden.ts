import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares rendered text with test/fixtures/golden/<name>. `UPDATE_GOLDEN=1 npx vitest run test/unit/report` writes the
 * files instead; look at the difference before committing it.
 */
export function expectGolden(name: string, text: string): void {
  const file = new URL(`../../fixtures/golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
