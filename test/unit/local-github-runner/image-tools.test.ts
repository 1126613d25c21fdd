import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logOf, type Story, startStory } from './story.ts';

let source = '';
let story: Story;
beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'image-tools-'));
  writeFileSync(join(source, 'tool'), 'of the image');
  story = await startStory({ image: { 'some-tool/1.2.3/linux-x64': source } });
});
afterAll(async () => {
  await story.close();
  rmSync(source, { recursive: true, force: true });
});

it("a job finds the image's tools in its tool cache, as setup actions leave them, and takes none away", async () => {
  const run = await story.push(`
name: tools
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: |
          cd "$RUNNER_TOOL_CACHE/some-tool/1.2.3"
          ls
          cat linux-x64/tool
          rm -r linux-x64
`);

  const log = logOf(run);
  expect(run.conclusion, log).toBe('success');
  expect(log).toMatch(/linux-x64\n.*linux-x64\.complete/);
  expect(log).toContain('of the image');
  expect(existsSync(join(source, 'tool'))).toBe(true);
});
