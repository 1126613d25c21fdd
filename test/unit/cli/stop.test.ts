import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launcher, start, until } from './command.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-stop-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Command lines of processes that work in the folder; nothing where the system has no /proc. */
function processesIn(place: string): readonly string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(place));
}

describe('stopping the demo', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends what it started, says so and exits with %i', async (signal, code) => {
    const demo = start([launcher, 'demo'], { cwd: folder });
    // Its first run has begun: an action works in a folder of the runner.
    const runs = join(folder, '.gatehouse', 'demo', 'runner');
    await until('a workflow runs', () => existsSync(runs) && readdirSync(runs).length > 0);
    demo.child.kill(signal);
    demo.child.kill(signal);
    const ended = await demo.ended;

    expect(ended).toMatchObject({ code, stderr: '' });
    expect(ended.stdout).toMatch(/\n {2}Stopped\.\n$/);
    expect(ended.stdout).not.toContain('✗');
    await until('nothing is left', () => processesIn(folder).length === 0);
  });
});
