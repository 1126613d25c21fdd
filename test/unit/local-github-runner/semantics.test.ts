import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

describe('what a run means', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.close());

  it('fails a job by its step, runs failure() and always(), tolerates continue-on-error', async () => {
    const run = await story.push(`
name: steps
on: push
jobs:
  a:
    runs-on: x
    steps:
      - id: soft
        run: exit 3
        continue-on-error: true
      - run: echo "soft was \${{ steps.soft.outcome }} and \${{ steps.soft.conclusion }}"
      - run: exit 4
      - run: echo skipped step
      - if: failure()
        run: echo "cleaned after \${{ job.status }}"
      - if: always()
        run: echo always
  tolerated:
    runs-on: x
    continue-on-error: true
    steps: [{run: exit 1}]
  after:
    needs: tolerated
    runs-on: x
    steps: [{run: 'echo "it was \${{ needs.tolerated.result }}"'}]
`);

    expect(conclusions(run)).toEqual({ a: 'failure', tolerated: 'failure', after: 'success' });
    expect(run.conclusion).toBe('failure');
    const log = logOf(run);
    expect(log).toContain('soft was failure and success');
    expect(log).toContain('cleaned after failure');
    expect(log).toContain('it was success');
    expect(log).not.toMatch(/^skipped step$/m);
    expect(run.jobs[0]?.steps.map((step) => step.conclusion)).toEqual([
      'success',
      'success',
      'failure',
      'skipped',
      'success',
      'success',
    ]);
  });

  it('runs a matrix, cancels the others when one fails, and joins their outputs', async () => {
    const run = await story.push(`
name: matrix
on: push
jobs:
  plan:
    runs-on: x
    outputs: {list: '\${{ steps.l.outputs.list }}'}
    steps: [{id: l, run: 'echo "list=[1,2,3]" >> "$GITHUB_OUTPUT"'}]
  ok:
    needs: plan
    runs-on: x
    strategy: {matrix: {n: '\${{ fromJSON(needs.plan.outputs.list) }}', exclude: [{n: 2}]}}
    outputs: {last: '\${{ matrix.n == 3 && ''three'' || '''' }}'}
    steps: [{run: 'echo "n is \${{ matrix.n }} of \${{ strategy.job-total }}"'}]
  bad:
    runs-on: x
    strategy: {matrix: {n: [fail, wait]}}
    steps: [{run: 'if [ "\${{ matrix.n }}" = fail ]; then exit 1; fi; sleep 30'}]
  end:
    needs: ok
    runs-on: x
    steps: [{run: 'echo "last \${{ needs.ok.outputs.last }}"'}]
`);

    expect(conclusions(run)).toEqual({
      plan: 'success',
      'ok (1)': 'success',
      'ok (3)': 'success',
      'bad (fail)': 'failure',
      'bad (wait)': 'cancelled',
      end: 'success',
    });
    expect(logOf(run)).toContain('n is 3 of 2');
    expect(logOf(run)).toContain('last three');
  });

  it('calls a reusable workflow with inputs, secrets and outputs', async () => {
    story.github.admin.setSecret(story.repository, 'KEY', 'key-material');
    const run = await story.push(
      `
name: caller
on: push
permissions: {contents: read}
jobs:
  publish:
    uses: ./.github/workflows/called.yml
    with: {version: 7}
    secrets: {KEY: '\${{ secrets.KEY }}'}
  after:
    needs: publish
    runs-on: x
    steps: [{run: 'echo "got \${{ needs.publish.outputs.tag }}"'}]
`,
      {
        '.github/workflows/called.yml': `
on:
  workflow_call:
    inputs: {version: {type: number, required: true}, dry: {type: boolean, default: true}}
    secrets: {KEY: {required: true}}
    outputs: {tag: {value: '\${{ jobs.tag.outputs.tag }}'}}
jobs:
  tag:
    runs-on: x
    outputs: {tag: '\${{ steps.t.outputs.tag }}'}
    steps: [{id: t, run: 'echo "tag=v\${{ inputs.version }}-\${{ inputs.dry }}" >> "$GITHUB_OUTPUT"; test "\${{ secrets.KEY }}" = key-material'}]
  greedy:
    runs-on: x
    permissions: {contents: write}
    steps: [{run: 'true'}]
`,
      },
    );

    expect(conclusions(run)).toEqual({ 'publish / tag': 'success', 'publish / greedy': 'failure', after: 'skipped' });
    expect(logOf(run)).toContain('the nested job is requesting "contents: write"');
  });

  it.each([
    ['inherits', 'secrets: inherit', '[of-environment]'],
    ['passes the name of', "secrets: {KEY: '${{ secrets.KEY }}'}", '[of-environment]'],
    ['says nothing of', '', '[]'],
  ])('a called job reads a secret of its environment when the caller %s it', async (_, secrets, expected) => {
    const environment = story.github.admin.createEnvironment(
      story.repository,
      `vault-${expected}${secrets.length}`,
      null,
    );
    story.github.admin.setSecret(environment, 'KEY', 'of-environment');
    const run = await story.push(
      `
name: caller
on: push
jobs:
  publish:
    uses: ./.github/workflows/called.yml
    ${secrets}
`,
      {
        '.github/workflows/called.yml': `
on:
  workflow_call:
    secrets: {KEY: {required: false}}
jobs:
  read:
    runs-on: x
    environment: ${JSON.stringify(environment.name)}
    env: {KEY: '\${{ secrets.KEY }}'}
    steps: [{run: 'echo "[$KEY]" | rev'}]
`,
      },
    );

    expect(logOf(run)).toContain([...expected].reverse().join(''));
  });

  it('hides secrets in logs, summaries and outputs', async () => {
    story.github.admin.setSecret(story.repository, 'KEY', 'line one\nline two');
    const run = await story.push(`
name: masks
on: push
jobs:
  a:
    runs-on: x
    outputs: {leak: '\${{ steps.s.outputs.leak }}', fine: '\${{ steps.s.outputs.fine }}'}
    steps:
      - id: s
        env: {KEY: '\${{ secrets.KEY }}', TOKEN: '\${{ github.token }}'}
        run: |
          echo "key: $KEY"
          echo "token: $TOKEN"
          echo "::add-mask::private-word"
          echo "a private-word here"
          echo "summary line two $TOKEN" >> "$GITHUB_STEP_SUMMARY"
          echo "leak=$TOKEN" >> "$GITHUB_OUTPUT"
          echo "fine=yes" >> "$GITHUB_OUTPUT"
  b:
    needs: a
    runs-on: x
    steps: [{run: 'echo "leak [\${{ needs.a.outputs.leak }}] fine [\${{ needs.a.outputs.fine }}]"'}]
`);

    const log = logOf(run);
    expect(log).toContain('key: ***\n***');
    expect(log).toContain('token: ***');
    expect(log).toContain('a *** here');
    expect(log).toContain('leak [] fine [yes]');
    expect(log).toContain("Skip output 'leak' since it may contain secret.");
    expect(run.jobs[0]?.summaries).toEqual(['summary *** ***\n']);
  });

  it('refuses NODE_OPTIONS, a malformed file and an oversized summary', async () => {
    const run = await story.push(`
name: files
on: push
jobs:
  a:
    runs-on: x
    steps:
      - run: echo "NODE_OPTIONS=--inspect" >> "$GITHUB_ENV"
      - if: always()
        run: echo "no value" >> "$GITHUB_OUTPUT"
      - if: always()
        run: head -c 1100000 /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"
      - if: always()
        run: echo "/opt/tool" >> "$GITHUB_PATH"
      - if: always()
        run: echo "PATH $PATH"; echo "HOME $HOME"; env | cut -d= -f1 | grep -c '^npm_' || true
`);

    expect(run.jobs[0]?.steps.map((step) => step.conclusion)).toEqual([
      'failure',
      'failure',
      'success',
      'success',
      'success',
    ]);
    expect(logOf(run)).toContain("Can't store NODE_OPTIONS");
    expect(logOf(run)).toContain('supports content up to a size of 1024k');
    expect(logOf(run)).toMatch(/^PATH \/opt\/tool:/m);
    expect(logOf(run)).toMatch(/^0$/m);
    expect(run.jobs[0]?.summaries).toEqual([]);
  });

  it('takes shells, folders and defaults as GitHub does', async () => {
    const run = await story.push(
      `
name: shells
on: push
defaults: {run: {working-directory: sub}}
jobs:
  a:
    runs-on: x
    steps:
      - {run: 'mkdir -p sub/inner', working-directory: .}
      - run: basename "$PWD"
      - {run: 'console.log("node " + [1, 2].length)', shell: 'node {0}'}
      - {run: 'false | true; echo "no pipefail by default"'}
      - {run: 'false | true; echo unreachable', shell: bash, continue-on-error: true}
      - {run: 'basename "$PWD"', working-directory: sub/inner, shell: sh}
  b:
    runs-on: x
    steps: [{run: 'x', shell: pwsh, working-directory: .}]
`,
    );

    const log = logOf(run);
    expect(conclusions(run)).toEqual({ a: 'success', b: 'failure' });
    expect(log).toMatch(/^sub$/m);
    expect(log).toMatch(/^inner$/m);
    expect(log).toContain('node 2');
    expect(log).toContain('no pipefail by default');
    expect(log).not.toMatch(/^unreachable$/m);
    expect(log).toContain('.github/workflows/story.yml:17: the shell "pwsh" is not supported');
  });
});
