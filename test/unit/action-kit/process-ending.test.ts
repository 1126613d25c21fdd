import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RUNNER } from './fake-host.ts';

const action = join(import.meta.dirname, 'fixtures', 'endings.ts');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'endings-'));
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function end(how: string): { readonly code: number | null; readonly output: string; readonly printed: string } {
  const env = {
    ...RUNNER,
    PATH: process.env['PATH'],
    INPUT_HOW: how,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
  const result = spawnSync(process.execPath, [action], { env, encoding: 'utf8', timeout: 20_000 });
  return { code: result.status, output: readFileSync(env.GITHUB_OUTPUT, 'utf8'), printed: result.stdout };
}

describe('a real process', () => {
  it.each([
    ['pass', 0, 'pass', ''],
    ['held-open', 0, 'pass', ''],
    ['fail', 1, 'fail', '::error title=endings%3A fail::'],
    ['never', 1, 'error', 'the run stopped without a result'],
    ['forgotten', 1, 'error', 'nobody awaits this'],
    ['thrown-later', 1, 'error', 'outside of the run'],
    ['sideways', 1, 'error', 'Input "how": got "sideways"'],
  ])('that ends by %s exits %i with outcome %s', (how, code, outcome, printed) => {
    const ended = end(how);

    expect(ended.printed).toContain(printed);
    expect(ended.code).toBe(code);
    expect(ended.output).toMatch(new RegExp(`^outcome<<(\\S+)\\n${outcome}\\n\\1\\n$`));
    expect(readFileSync(join(folder, 'summary'), 'utf8')).not.toBe('');
  });
});
