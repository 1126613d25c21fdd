import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Story, startStory } from './story.ts';

const ACTION = `name: leader
description: Starts a program in a group of its own and waits
runs: { using: node24, main: main.js }
`;

/** Leaves the ids of itself and of a grandchild that leads its own process group. */
const MAIN = `
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
writeFileSync(process.env.INPUT_FILE, process.pid + ' ' + child.pid + '\\n');
setInterval(() => {}, 1000);
`;

let story: Story;
beforeEach(async () => {
  story = await startStory({ tools: { 'action.yml': ACTION, 'main.js': MAIN } });
});
afterEach(() => story.close());

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It did not come to hold within 20 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function alive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    // One that has ended and was not yet collected by its new parent can still be signalled.
    const stat = `/proc/${processId}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'latin1'));
  } catch {
    return false;
  }
}

describe('closing the runner', () => {
  it('leaves nothing behind of a step that runs, not even what leads a group of its own', async () => {
    const file = join(story.folder, 'ids');
    const workflow = `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps: [{ uses: octo/tools@v1, with: { file: '${file}' } }]
`;
    const ended = story.push(workflow);
    await until(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
    const ids = readFileSync(file, 'utf8').trim().split(' ').map(Number);
    expect(ids.map(alive)).toEqual([true, true]);

    await story.runner.close();
    await ended;

    await until(() => !ids.some(alive));
    expect(story.repository.runs[0]?.conclusion).toBe('cancelled');
  });
});
