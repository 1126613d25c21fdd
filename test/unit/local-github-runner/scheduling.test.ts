import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

describe('when runs start and stop', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory({ clock: () => new Date('2026-03-01T00:00:00Z') });
  });
  afterAll(() => story.close());

  it('fires schedules only when the clock is turned', async () => {
    const workflow = `
name: nightly
on: {schedule: [{cron: '0 3 * * *'}, {cron: '30 4 * * *'}]}
jobs: {a: {runs-on: x, steps: [{run: 'echo "cron \${{ github.event.schedule }}"'}]}}
`;
    const sha = story.commit({ '.github/workflows/story.yml': workflow });
    await story.happen({ name: 'push', sha });
    expect(story.repository.runs).toEqual([]);

    await story.runner.advanceClock(new Date('2026-03-02T03:30:00Z'));
    await story.runner.idle();

    const crons = story.repository.runs.map((run) => /cron (.*)/.exec(logOf(run).split('\n').at(-1) ?? '')?.[1]);
    expect(crons.sort()).toEqual(['0 3 * * *', '0 3 * * *', '30 4 * * *']);
    expect(story.repository.runs.map((run) => run.runNumber)).toEqual([1, 2, 3]);
  });

  it('types the inputs of a dispatch and refuses wrong ones', async () => {
    const workflow = `
name: dispatch
run-name: 'to \${{ inputs.stage }} by \${{ github.actor }}'
on:
  workflow_dispatch:
    inputs:
      dry: {type: boolean, default: true}
      stage: {type: choice, options: [staging, production], required: true}
jobs: {a: {runs-on: x, steps: [{if: inputs.dry, run: 'echo "dry \${{ inputs.stage }}"'}]}}
`;
    const sha = story.commit({ '.github/workflows/story.yml': workflow });
    const dispatch = (inputs: Readonly<Record<string, string>>) =>
      story.happen({ name: 'workflow_dispatch', sha, payload: { workflow: '.github/workflows/story.yml', inputs } });

    const [good] = await dispatch({ stage: 'production' });
    expect(good?.displayTitle).toBe('to production by author');
    expect(await dispatch({ stage: 'moon' })).toEqual([]);
    expect(await dispatch({})).toEqual([]);
    expect(await dispatch({ stage: 'staging', spare: 'x' })).toEqual([]);

    expect(good === undefined ? '' : logOf(good)).toContain('dry production');
    expect(story.runner.faults.join('\n')).toMatch(/story\.yml:5: .*"stage" is "moon"/);
    expect(story.runner.faults.join('\n')).toContain('unexpected input "spare"');
  });

  it('lets one run of a concurrency group go on, keeps one waiting and cancels the ones between', async () => {
    const workflow = (cancel: boolean): string => `
name: group
on: push
concurrency: {group: 'g-\${{ github.ref }}', cancel-in-progress: ${cancel}}
jobs: {a: {runs-on: x, steps: [{run: sleep 0.6}]}}
`;
    const emitThree = async (text: string): Promise<readonly (string | null)[]> => {
      const sha = story.commit({ '.github/workflows/story.yml': text });
      const events = [1, 2, 3].map(() => story.happen({ name: 'push', sha }));
      await Promise.all(events);
      return story.repository.runs.slice(-3).map((run) => run.conclusion);
    };

    expect(await emitThree(workflow(false))).toEqual(['success', 'cancelled', 'success']);
    expect(await emitThree(workflow(true))).toEqual(['cancelled', 'cancelled', 'success']);
  });

  it('cancels a run: steps with always() still run, jobs that wait do not', async () => {
    const sha = story.commit({
      '.github/workflows/story.yml': `
name: cancel
on: push
jobs:
  a:
    runs-on: x
    steps:
      - run: sleep 30
      - if: always()
        run: echo cleaned up
      - run: echo never
  b: {needs: a, runs-on: x, steps: [{run: echo never}]}
  c: {needs: a, if: always(), runs-on: x, steps: [{run: 'echo "a was \${{ needs.a.result }}"'}]}
`,
    });
    const over = story.happen({ name: 'push', sha });
    await expect.poll(() => story.repository.runs.at(-1)?.jobs[0]?.steps[0]?.status).toBe('in_progress');
    expect(story.runner.cancel(story.repository.runs.at(-1)?.id ?? 0)).toBe(true);
    const [run] = await over;

    expect(run?.conclusion).toBe('cancelled');
    expect(run === undefined ? {} : conclusions(run)).toEqual({ a: 'cancelled', b: 'cancelled', c: 'success' });
    expect(run === undefined ? '' : logOf(run)).toContain('cleaned up');
    expect(run === undefined ? '' : logOf(run)).toContain('a was cancelled');
  });

  it('ends a step and a job that take too long', async () => {
    const run = await story.push(`
name: slow
on: push
jobs:
  step: {runs-on: x, steps: [{run: sleep 30, timeout-minutes: 0.003}, {if: failure(), run: echo noticed}]}
  job: {runs-on: x, timeout-minutes: 0.003, steps: [{run: sleep 30}]}
`);

    expect(conclusions(run)).toEqual({ step: 'failure', job: 'cancelled' });
    expect(logOf(run)).toContain('has timed out after 0.003 minutes');
    expect(logOf(run)).toContain('noticed');
  });

  it('stops a chain of workflow_run after three', async () => {
    const link = (name: string, before: string): string =>
      `name: ${name}\non: {workflow_run: {workflows: [${before}], types: [completed]}}\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n`;
    const sha = story.commit({
      '.github/workflows/story.yml': "name: w0\non: push\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n",
      ...Object.fromEntries([1, 2, 3, 4].map((n) => [`.github/workflows/w${n}.yml`, link(`w${n}`, `w${n - 1}`)])),
    });
    const runs = await story.happen({ name: 'push', sha });

    expect(runs.map((run) => run.name)).toEqual(['w0', 'w1', 'w2', 'w3']);
  });

  it('keeps a file that it cannot run as a fault with its line, and runs the others', async () => {
    const run = await story.push("name: fine\non: push\njobs: {a: {runs-on: x, steps: [{run: 'true'}]}}\n", {
      '.github/workflows/odd.yml':
        "name: odd\non: push\njobs:\n  a:\n    runs-on: x\n    services: {db: {image: pg}}\n    steps: [{run: 'true'}]\n",
    });

    expect(run.name).toBe('fine');
    expect(story.runner.faults.join('\n')).toContain(
      '.github/workflows/odd.yml:6: "services" is not supported by the local runner',
    );
  });

  it('fails a job whose action is not on this machine, and names the line', async () => {
    const run = await story.push(
      'name: lost\non: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: elsewhere/tool@v1\n',
    );

    expect(run.conclusion).toBe('failure');
    expect(logOf(run)).toContain('.github/workflows/story.yml:7: "uses: elsewhere/tool@v1" is not on this machine');
  });

  it('records one check run per job on the head commit, owned by GitHub Actions', async () => {
    const run = await story.push(
      'name: checks\non: push\njobs: {a: {name: build it, runs-on: x, steps: [{run: exit 1}]}}\n',
    );

    const checks = story.repository.checkRuns.filter((check) => check.headSha === run.headSha);
    expect(checks).toMatchObject([
      { name: 'build it', appId: 15368, status: 'completed', conclusion: 'failure', id: run.jobs[0]?.id },
    ]);
  });
});
