import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

describe('stand-ins', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.close());

  it('checks out the commit of the run and sets Node up', async () => {
    const run = await story.push(
      `
name: checkout
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        id: out
        with: {persist-credentials: false}
      - uses: actions/setup-node@v7
        with: {node-version: 24}
      - run: |
          cat hello.txt
          git status --short --branch
          git log --oneline | wc -l
          node --version
          echo "commit \${{ steps.out.outputs.commit }}"
          git config --local --list | grep -c extraheader || true
`,
      { 'hello.txt': 'hello from the repository\n' },
    );

    const log = logOf(run);
    expect(run.conclusion, log).toBe('success');
    expect(log).toContain('hello from the repository');
    expect(log).toContain('## main');
    expect(log).toContain(`commit ${run.headSha}`);
    expect(log).toMatch(/^v24\./m);
  });

  it('passes an artifact from job to job by id and digest', async () => {
    const run = await story.push(`
name: artifact
on: push
jobs:
  make:
    runs-on: ubuntu-latest
    outputs:
      id: \${{ steps.up.outputs.artifact-id }}
      digest: \${{ steps.up.outputs.artifact-digest }}
    steps:
      - run: mkdir -p out/deep && echo one > out/a.txt && echo two > out/deep/b.txt && echo no > out/.hidden
      - id: up
        uses: actions/upload-artifact@v7
        with: {name: candidate, path: out, if-no-files-found: error}
  take:
    needs: make
    runs-on: ubuntu-latest
    permissions: {actions: read}
    steps:
      - uses: actions/download-artifact@v8
        with: {artifact-ids: '\${{ needs.make.outputs.id }}', path: got}
      - uses: actions/download-artifact@v8
        with: {name: candidate, path: by-run, run-id: '\${{ github.run_id }}', github-token: '\${{ github.token }}'}
      - run: |
          find got by-run -type f | sort
          cat got/deep/b.txt
          echo "digest \${{ needs.make.outputs.digest }}"
`);

    const log = logOf(run);
    expect(conclusions(run), log).toEqual({ make: 'success', take: 'success' });
    expect(log).toContain('by-run/a.txt\nby-run/deep/b.txt\ngot/a.txt\ngot/deep/b.txt\ntwo');
    expect(log).toMatch(/^digest [0-9a-f]{64}$/m);
  });
});
