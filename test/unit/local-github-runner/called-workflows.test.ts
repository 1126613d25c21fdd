import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

describe('a job that calls a workflow', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.close());

  it('runs once for each value of a matrix that an earlier job made, named by value and called job', async () => {
    const run = await story.push(
      `
name: caller
on: push
jobs:
  plan:
    runs-on: x
    outputs: {list: '\${{ steps.l.outputs.list }}'}
    steps: [{id: l, run: 'echo ''list=[{"model":"credit","size":2},{"model":"fraud","size":3}]'' >> "$GITHUB_OUTPUT"'}]
  publish:
    needs: plan
    name: publish \${{ matrix.what.model }}
    strategy:
      fail-fast: false
      matrix: {what: '\${{ fromJSON(needs.plan.outputs.list) }}'}
    uses: ./.github/workflows/called.yml
    with: {model: '\${{ matrix.what.model }}', size: '\${{ matrix.what.size }}'}
  plain:
    strategy: {matrix: {model: [credit]}}
    uses: ./.github/workflows/called.yml
    with: {model: '\${{ matrix.model }}', size: 1}
  end:
    needs: [publish, plain]
    if: always()
    runs-on: x
    steps: [{run: 'echo "\${{ needs.publish.result }} \${{ needs.plain.outputs.told }}"'}]
`,
      {
        '.github/workflows/called.yml': `
on:
  workflow_call:
    inputs: {model: {type: string, required: true}, size: {type: number, required: true}}
    outputs: {told: {value: '\${{ jobs.tell.outputs.told }}'}}
jobs:
  tell:
    runs-on: x
    outputs: {told: '\${{ steps.t.outputs.told }}'}
    steps: [{id: t, run: 'echo "told=\${{ inputs.model }} of \${{ inputs.size }}" >> "$GITHUB_OUTPUT"; test "\${{ inputs.model }}" = credit'}]
  refused:
    needs: tell
    if: always() && needs.tell.result == 'failure'
    runs-on: x
    steps: [{run: 'echo "refused \${{ inputs.model }}, matrix [\${{ matrix.model }}]"'}]
`,
      },
    );

    expect(conclusions(run)).toEqual({
      plan: 'success',
      'publish credit / tell': 'success',
      'publish credit / refused': 'skipped',
      'publish fraud / tell': 'failure',
      'publish fraud / refused': 'success',
      'plain (credit) / tell': 'success',
      'plain (credit) / refused': 'skipped',
      end: 'success',
    });
    expect(logOf(run)).toContain('refused fraud, matrix []');
    expect(logOf(run)).toContain('failure credit of 1');
  });

  it('fails without a combination, and fails alone when one cannot be called', async () => {
    const run = await story.push(
      `
name: caller
on: push
jobs:
  none:
    strategy: {matrix: {model: '\${{ fromJSON(''[]'') }}'}}
    uses: ./.github/workflows/called.yml
    with: {model: x}
  some:
    strategy: {fail-fast: false, matrix: {include: [{size: few}, {size: 1}]}}
    uses: ./.github/workflows/called.yml
    with: {size: '\${{ matrix.size }}'}
`,
      {
        '.github/workflows/called.yml': `
on: {workflow_call: {inputs: {size: {type: number}}}}
jobs: {a: {runs-on: x, steps: [{run: 'true'}]}}
`,
      },
    );

    expect(conclusions(run)).toEqual({ none: 'failure', 'some (few)': 'failure', 'some (1) / a': 'success' });
    expect(logOf(run)).toContain('a matrix without any combination');
    expect(logOf(run)).toContain('input "size" is "few"');
  });

  it('waits for the concurrency group at the top of the called workflow', async () => {
    const run = await story.push(
      `
name: caller
on: push
jobs:
  publish:
    strategy: {matrix: {model: [credit, credit, fraud]}}
    uses: ./.github/workflows/called.yml
    with: {model: '\${{ matrix.model }}'}
`,
      {
        '.github/workflows/called.yml': `
on: {workflow_call: {inputs: {model: {type: string}}}}
concurrency: {group: 'publish-\${{ inputs.model }}', queue: max}
jobs: {a: {runs-on: x, steps: [{run: 'date +%s%N; sleep 0.2; date +%s%N'}]}}
`,
      },
    );
    const spans = run.jobs.map(({ name, log }) => ({
      name,
      times: log.filter((line) => /^[0-9]{19}$/.test(line)).map(BigInt),
    }));
    const [first, second] = spans
      .filter(({ name }) => name === 'publish (credit) / a')
      .map(({ times }) => times)
      .sort((left, right) => Number((left[0] ?? 0n) - (right[0] ?? 0n)));

    expect(run.conclusion).toBe('success');
    expect(Number((second?.[0] ?? 0n) - (first?.[1] ?? 0n))).toBeGreaterThan(0);
  });

  it.each([
    ['the run', "concurrency: '${{ inputs.group }}'", ''],
    ['the calling job', "concurrency: '${{ inputs.group }}'", 'concurrency: Both'],
    ['a called job', 'name: called', ''],
  ])('is refused instead of waiting for ever for a group that %s holds', async (_, top, ofJob) => {
    const run = await story.push(
      `
name: caller
on: push
concurrency: ${ofJob === '' ? 'Both' : 'other'}
jobs:
  call:
    ${ofJob}
    uses: ./.github/workflows/called.yml
    with: {group: both}
`,
      {
        '.github/workflows/called.yml': `
on: {workflow_call: {inputs: {group: {type: string}}}}
${top}
jobs: {a: {runs-on: x, ${top.startsWith('name') ? 'concurrency: both, ' : ''}steps: [{run: 'true'}]}}
`,
      },
    );

    expect(run.conclusion).toBe('failure');
    expect(logOf(run)).toContain('a deadlock for the concurrency group "both"');
  });

  it('may be one of fifty different workflows, not of fifty-one', async () => {
    const called = (count: number): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `.github/workflows/called-${index}.yml`,
          "on: workflow_call\njobs: {a: {if: false, runs-on: x, steps: [{run: 'true'}]}}\n",
        ]),
      );
    const caller = (count: number): string =>
      `name: caller\non: push\njobs:\n${Array.from(
        { length: count },
        (_, index) => `  c${index}: {uses: ./.github/workflows/called-${index}.yml}\n`,
      ).join('')}`;

    expect((await story.push(caller(50), called(50))).conclusion).toBe('skipped');
    const run = await story.push(caller(51), called(51));

    expect(run.conclusion).toBe('failure');
    expect(logOf(run)).toContain('51 different workflows are called');
  });
});
