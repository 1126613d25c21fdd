import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, logOf, type Story, startStory } from './story.ts';

const ACTION = `name: echo
description: Prints its input
inputs:
  max-drift: {description: a, default: '0.2'}
  token: {description: b, default: '\${{ github.token }}'}
outputs:
  seen: {description: c}
runs: {using: node24, main: ../../dist/echo.js, pre: ../../dist/echo.js, post: ../../dist/echo.js}
`;
const ECHO = `const fs = require('node:fs');
const phase = process.env.STATE_phase ?? 'pre';
console.log('phase ' + phase + ' drift ' + process.env['INPUT_MAX-DRIFT'] + ' ' + process.version.split('.')[0]);
console.log('token length ' + process.env.INPUT_TOKEN.length + ' runtime ' + (process.env.ACTIONS_RUNTIME_TOKEN !== undefined));
console.log('token is ' + process.env.INPUT_TOKEN);
fs.appendFileSync(process.env.GITHUB_STATE, 'phase=' + (phase === 'pre' ? 'main' : 'post') + '\\n');
fs.appendFileSync(process.env.GITHUB_OUTPUT, 'seen<<E\\n' + phase + '\\nE\\n');
`;

const SHOW = `const env = process.env;
console.log(process.argv[1]);
console.log('repository ' + env.GITHUB_ACTION_REPOSITORY + ' ref ' + env.GITHUB_ACTION_REF + ' cache ' + env.ACTIONS_CACHE_MODE);
`;

describe('one run', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory({
      tools: {
        'actions/echo/action.yml': ACTION,
        'dist/echo.js': ECHO,
        'show/action.yml': 'name: s\ndescription: s\nruns: {using: node24, main: show.js}\n',
        'show/show.js': SHOW,
        'mixed/action.yml': 'name: m\ndescription: m\nruns: {using: composite, steps: [{run: "true", shell: bash}]}\n',
      },
    });
  });
  afterAll(() => story.close());

  it('runs jobs in the order of needs, with outputs, env and conditions', async () => {
    const run = await story.push(`
name: chain
on: push
env: {LEVEL: workflow, KEPT: yes}
jobs:
  first:
    runs-on: ubuntu-latest
    env: {LEVEL: job}
    outputs: {word: '\${{ steps.say.outputs.word }}'}
    steps:
      - id: say
        run: |
          echo "word=hello $LEVEL $KEPT" >> "$GITHUB_OUTPUT"
          echo "FROM_FILE=set" >> "$GITHUB_ENV"
      - run: echo "env is \${{ env.FROM_FILE }} $FROM_FILE $LEVEL"
        env: {LEVEL: step}
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo "got \${{ needs.first.outputs.word }} at \${{ github.sha }} $GITHUB_SHA $GITHUB_EVENT_NAME"
  third:
    needs: second
    if: needs.first.outputs.word == 'x'
    runs-on: ubuntu-latest
    steps: [{run: exit 1}]
  fourth:
    needs: third
    runs-on: ubuntu-latest
    steps: [{run: exit 1}]
  fifth:
    needs: fourth
    if: always()
    runs-on: ubuntu-latest
    steps: [{run: 'echo "\${{ needs.fourth.result }}"'}]
`);

    expect(conclusions(run)).toEqual({
      first: 'success',
      second: 'success',
      third: 'skipped',
      fourth: 'skipped',
      fifth: 'success',
    });
    expect(logOf(run)).toContain('env is set set step');
    expect(logOf(run)).toContain(`got hello job yes at ${run.headSha} ${run.headSha} push`);
    expect(run.conclusion).toBe('success');
  });

  it('runs a JavaScript action with pre, main and post, its inputs and state', async () => {
    const run = await story.push(`
name: action
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - id: one
        uses: octo/tools/actions/echo@v1
        with: {max-drift: 0.5}
      - run: echo "seen \${{ steps.one.outputs.seen }} runtime \${ACTIONS_RUNTIME_TOKEN:-none}"
`);

    const log = logOf(run);
    expect(run.conclusion, log).toBe('success');
    expect(log.match(/^phase .*$/gm)).toEqual([
      'phase pre drift 0.5 v24',
      'phase main drift 0.5 v24',
      'phase post drift 0.5 v24',
    ]);
    expect(log).toContain('runtime true');
    expect(log).toContain('token is ***');
    expect(log).toContain('seen main runtime none');
    expect(run.jobs[0]?.steps.map((step) => step.name)).toEqual([
      'Pre Run octo/tools/actions/echo@v1',
      'Run octo/tools/actions/echo@v1',
      'Run echo "seen ${{ steps.one.outputs.seen }} runtime ${ACTIONS_RUNTIME_TOKEN:-none}"',
      'Post Run octo/tools/actions/echo@v1',
    ]);
  });

  it('lays actions out as the runner does and names them', async () => {
    const run = await story.push(`
name: layout
on: push
jobs:
  a:
    runs-on: x
    permissions: {}
    cache-mode: none
    steps:
      - uses: octo/tools/show@main
        with: {spare: 1}
`);

    const log = logOf(run);
    expect(run.conclusion, log).toBe('success');
    expect(log).toContain('_actions/octo/tools/main/show');
    expect(log).toContain('repository octo/tools ref main cache none');
    expect(log).toContain("##[warning]Unexpected input(s) 'spare', valid inputs are []");
  });

  it('runs an action of the workspace after checkout, without pre', async () => {
    const run = await story.push(
      'name: local\non: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v7\n      - uses: ./tool\n',
      {
        'tool/action.yml': 'name: t\ndescription: t\nruns: {using: node24, main: main.js}\n',
        'tool/main.js': "console.log('local ran');\n",
      },
    );

    expect(run.conclusion, logOf(run)).toBe('success');
    expect(logOf(run)).toMatch(/^local ran$/m);
  });

  it('refuses a composite action with the line of the step', async () => {
    const run = await story.push(
      'name: composite\non: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: octo/tools/mixed@v1\n',
    );

    expect(run.conclusion).toBe('failure');
    expect(logOf(run)).toMatch(/story\.yml:7: .*runs using "composite" is not supported/);
  });
});
