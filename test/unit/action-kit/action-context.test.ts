import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readActionContext } from '@gatehouse/action-kit';
import { ConfigError } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { RUNNER } from './fake-host.ts';

describe('readActionContext', () => {
  it('reads what the runner says', () => {
    const context = readActionContext({ ...RUNNER, GITHUB_ACTOR_ID: '42', GITHUB_RUN_ATTEMPT: '3' });

    expect(context).toMatchObject({
      repository: { owner: 'bank', name: 'models' },
      sha: 'a'.repeat(40),
      runId: 77,
      runAttempt: 3,
      actorId: 42,
      temp: '/temp',
      runUrl: 'https://github.com/bank/models/actions/runs/77',
    });
  });

  it('reads the event when it is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'event-'));
    const path = join(folder, 'event.json');
    writeFileSync(path, '{"action":"opened"}');

    expect(await readActionContext({ ...RUNNER, GITHUB_EVENT_PATH: path }).readEvent()).toEqual({ action: 'opened' });
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['GITHUB_REPOSITORY', 'models'],
    ['GITHUB_REPOSITORY', 'a/b/c'],
    ['GITHUB_SHA', 'main'],
    ['GITHUB_RUN_ID', '0'],
    ['GITHUB_API_URL', 'api.github.com'],
    ['RUNNER_TEMP', ''],
  ])('refuses %s=%j', (name, value) => {
    const read = (): unknown => readActionContext({ ...RUNNER, [name]: value });

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`Environment variable ${name}: `);
  });
});
