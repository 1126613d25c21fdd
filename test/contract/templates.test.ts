import { parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ActionInterface } from '../../.github/scripts/action-docs.ts';
import { actionNames, loadInterface } from '../../.github/scripts/generated-docs.ts';
import { filesBelow, read } from './repository-files.ts';

const workflows = filesBelow('action-templates').filter(
  (path) => /^action-templates\/[^/]+\.yml$/.test(path) || path.includes('/.github/workflows/'),
);

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly if?: string;
  readonly strategy?: unknown;
  readonly uses?: string;
  readonly secrets?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly environment?: { readonly name: string; readonly deployment?: boolean };
  readonly 'cache-mode'?: string;
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

function parseWorkflow(text: string): Workflow {
  // The placeholder of starter workflows is no YAML of ours.
  return parse(text.replaceAll('$default-branch', 'main')) as Workflow;
}

/** What is wrong with one workflow, as far as its text alone shows. */
function faultsOf(text: string): readonly string[] {
  const workflow = parseWorkflow(text);
  const faults: string[] = [];
  if (/\bpull_request_target\b/.test(text)) faults.push('pull_request_target');
  if (JSON.stringify(workflow.permissions) !== '{}') faults.push('the top does not withdraw all permissions');
  for (const [name, job] of Object.entries(workflow.jobs)) {
    // Expressions are pasted into the script before the shell reads it, so none belongs there; `env:` is the way.
    const scripts = (job.steps ?? []).flatMap((step) => step.run ?? []);
    if (scripts.some((script) => script.includes('${{'))) faults.push(`${name}: an expression inside run`);
    if (job.uses === undefined && job['timeout-minutes'] === undefined) faults.push(`${name}: no timeout`);
    // Without it the called jobs get no secret at all, also none of the environment that they name.
    if (job.uses !== undefined && job.secrets !== 'inherit')
      faults.push(`${name}: the called workflow gets no secrets`);
    // Third parties could leave something in a cache that a later job with more rights would read.
    if (job.uses === undefined && job['cache-mode'] !== 'none') faults.push(`${name}: it may use caches`);
    faults.push(...(job.steps ?? []).filter((step) => !isPinned(step.uses)).map((step) => `not pinned: ${step.uses}`));
    // Keys come through an environment, and a job that runs foreign code names none.
    const readsSecret = JSON.stringify(job.steps ?? []).includes('secrets.');
    if (readsSecret && job.environment === undefined) faults.push(`${name}: a secret without an environment`);
  }
  const grants = text.split('\n').filter((line) => /^\s+(permission-)?[a-z-]+: (read|write)\b/.test(line));
  faults.push(...grants.filter((line) => !/ # \S/.test(line)).map((line) => `no reason for ${line.trim()}`));
  return faults;
}

/** Ours by the version of this workspace, GitHub's by a major version, nobody else's. */
function isPinned(uses: string | undefined): boolean {
  return uses === undefined || /^(actions\/[a-z-]+@v[0-9]+|[a-z-]+\/[a-z-]+\/actions\/[a-z-]+@v[0-9.]+)$/.test(uses);
}

/** Uses of our own actions whose inputs are not those that the action declares. */
async function inputFaults(text: string): Promise<readonly string[]> {
  const workflow = parseWorkflow(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
  const faults: string[] = [];
  for (const step of steps) {
    const action = /\/actions\/([a-z-]+)@/.exec(step.uses ?? '')?.[1];
    if (action === undefined) continue;
    if (!actionNames().includes(action)) faults.push(`there is no action ${action}`);
    else faults.push(...wrongInputs(action, await loadInterface(action), Object.keys(step.with ?? {})));
  }
  return faults;
}

function wrongInputs(action: string, { inputs }: ActionInterface, given: readonly string[]): readonly string[] {
  const unknown = given.filter((name) => !Object.hasOwn(inputs.fields, name));
  const missing = Object.entries(inputs.fields).filter(([name, field]) => field.isRequired && !given.includes(name));
  return [
    ...unknown.map((name) => `${action} has no input ${name}`),
    ...missing.map(([name]) => `${action} is not given ${name}`),
  ];
}

describe('the rules themselves', () => {
  const good = [
    'on: push',
    'permissions: {}',
    'jobs:',
    '  a:',
    '    timeout-minutes: 5',
    '    cache-mode: none',
    '    environment: {name: e}',
    '    permissions:',
    '      contents: read # to read the policy',
    '    steps:',
    '      - run: echo "$TITLE"',
    '      - uses: o/r/actions/train-model@v1',
    '        with:',
    '          model: m',
    '          github-token: ${{ secrets.KEY }}',
    '',
  ].join('\n');

  it('let a good workflow be', async () => {
    expect(faultsOf(good)).toEqual([]);
    expect(await inputFaults(good)).toEqual([]);
  });

  it.each([
    ['the dangerous trigger', 'on: push', 'on: pull_request_target'],
    ['an expression in a script', '"$TITLE"', '"${{ github.event.pull_request.title }}"'],
    ['a permission without a reason', ' # to read the policy', ''],
    ['permissions left at their default', 'permissions: {}', 'name: x'],
    ['a job without an end', 'timeout-minutes: 5', 'name: x'],
    ['a job with caches', 'cache-mode: none', 'name: x'],
    ['a secret outside of an environment', 'environment: {name: e}', 'name: x'],
    ['an action of somebody else', 'o/r/actions/train-model@v1', 'somebody/tool@v1'],
    ['an action by a branch', 'o/r/actions/train-model@v1', 'actions/checkout@main'],
  ])('see %s', (_, from, to) => {
    expect(faultsOf(good.replace(from, to))).not.toEqual([]);
  });

  it.each([
    ['an unknown input', 'model: m', 'model: m\n          modell: x'],
    ['a missing input', 'model: m', 'config: m'],
    ['an unknown action', 'train-model', 'train-models'],
  ])('see %s', async (_, from, to) => {
    expect(await inputFaults(good.replace(from, to))).not.toEqual([]);
  });
});

describe.each(workflows)('%s', (path) => {
  it('keeps the rules of workflows', () => {
    expect(faultsOf(read(path))).toEqual([]);
  });

  it('gives our actions the inputs that they declare', async () => {
    expect(await inputFaults(read(path))).toEqual([]);
  });
});

const names = [
  'train',
  'signal',
  'decide',
  'decide-model',
  'sweep',
  'authorise',
  'publish',
  'promote',
  'rollback',
  'deploy',
];

describe('the folder', () => {
  it('holds an example whose configuration has no fault', () => {
    const config = parseConfig(read('action-templates/mortgage-approval/gatehouse.yml'));

    expect(Object.keys(config.models)).toEqual(['mortgage-approval']);
  });

  it('holds the workflows of the loop, each with its properties', () => {
    expect(workflows.toSorted()).toEqual(names.map((name) => `action-templates/${name}.yml`).toSorted());
    for (const name of names) {
      expect(JSON.parse(read(`action-templates/${name}.properties.json`))).toMatchObject({ name: expect.any(String) });
    }
  });
});

describe('trust between the jobs', () => {
  const workflow = (name: string): Workflow => parseWorkflow(read(`action-templates/${name}.yml`));
  /** Each job with what its own token may do, and the environment whose secrets it reads. */
  const rights = (name: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(workflow(name).jobs).map(([job, { permissions, environment }]) => [
        job,
        [environment?.name ?? null, permissions ?? {}],
      ]),
    );
  const reading = { actions: 'read', contents: 'read', 'pull-requests': 'read' };

  it.each([
    ['train', { train: [null, reading] }],
    ['signal', { signal: [null, {}] }],
    ['decide', { models: [null, reading], govern: ['governance', {}] }],
    ['decide-model', { evaluate: [null, reading], gates: [null, reading], sign: ['governance', {}] }],
    ['sweep', { sweep: ['governance', {}] }],
    ['authorise', { authorise: ['governance', {}], publish: [null, {}] }],
    ['publish', { publish: ['registry', {}] }],
    ['promote', { promote: ['governance', {}] }],
    ['rollback', { rollback: ['governance', {}] }],
    ['deploy', { deploy: ['production', { contents: 'read', deployments: 'write' }] }],
  ])('%s has these rights and no others', (name, expected) => {
    expect(rights(name)).toEqual(expected);
  });

  it('lets the App write only where a job needs it', () => {
    const granted = (name: string): readonly string[] =>
      Object.values(workflow(name).jobs)
        .flatMap((job) => job.steps ?? [])
        .flatMap((step) => Object.entries(step.with ?? {}))
        .flatMap(([input, level]) =>
          input.startsWith('permission-') && level !== 'read' ? [`${input}: ${level}`] : [],
        );

    expect(Object.fromEntries(names.map((name) => [name, granted(name)]))).toEqual({
      train: [],
      signal: [],
      decide: ['permission-checks: write', 'permission-contents: write'],
      'decide-model': ['permission-contents: write'],
      sweep: ['permission-actions: write', 'permission-checks: write', 'permission-contents: write'],
      authorise: ['permission-contents: write'],
      publish: ['permission-contents: write'],
      promote: ['permission-contents: write'],
      rollback: ['permission-contents: write'],
      deploy: [],
    });
  });

  it('never records a deployment by an environment that only holds keys', () => {
    const environments = names.flatMap((name) => Object.values(workflow(name).jobs).map((job) => job.environment));

    expect(environments.filter((one) => one !== undefined && one.deployment !== false)).toEqual([]);
  });

  it('publishes what is signed and nothing else, one after the other', () => {
    const publish = workflow('authorise').jobs['publish'];

    expect(publish?.if).toBe("!cancelled() && startsWith(needs.authorise.outputs.authorisations, '[{')");
    expect(publish?.strategy).toEqual({
      'fail-fast': false,
      'max-parallel': 1,
      matrix: { authorised: '${{ fromJSON(needs.authorise.outputs.authorisations) }}' },
    });
  });

  it('hands over between jobs what was hashed, and takes the run and the model from nowhere else', () => {
    const evaluation = /\$\{\{ needs\.evaluate\.outputs\.artifact-(id|digest) \}\}/;
    const gates = workflow('decide-model').jobs['gates']?.steps ?? [];

    for (const { with: given } of gates) {
      expect(given?.['evaluation-artifact-id']).toMatch(evaluation);
      expect(given?.['evaluation-artifact-digest']).toMatch(evaluation);
    }
    expect(workflow('decide').jobs['models']?.with).toEqual({
      model: '${{ matrix.model }}',
      'run-id': '${{ github.event.workflow_run.id || inputs.run-id }}',
      'more-gates': '',
    });
  });

  it('has a step for every gate, whose outputs reach the decision', () => {
    const { gates, sign } = workflow('decide-model').jobs;
    const names = ['performance', 'fairness', 'data', 'drift'];
    const steps = gates?.steps ?? [];

    expect(steps.map(({ id, if: condition }) => [id, condition])).toEqual(
      names.map((name) => [
        name,
        ['data', 'drift'].includes(name) ? `contains(inputs.more-gates, '${name}')` : undefined,
      ]),
    );
    expect(String(sign?.steps?.at(-1)?.with?.['decisions']).trim().split('\n')).toEqual(
      names.map((name) => {
        const of = (what: string): string => `\${{ needs.gates.outputs.${name}-artifact-${what} }}`;
        return `${name} ${of('id')} ${of('digest')}`;
      }),
    );
  });

  it('names each workflow that another one starts, calls or waits for', () => {
    const started = /\bworkflows: \[([^\]]+)\]/.exec(read('action-templates/decide.yml'))?.[1]?.split(', ') ?? [];
    const called = workflows.flatMap((path) => [...read(path).matchAll(/uses: \.\/\.github\/workflows\/(.+)\.yml/g)]);
    const dispatched = [...read('action-templates/sweep.yml').matchAll(/decide-workflow: (.+)\.yml/g)];

    expect(started).toEqual(['train', 'signal']);
    expect([...called, ...dispatched].map(([, name]) => name)).toEqual(['publish', 'decide-model', 'decide']);
    for (const name of started) expect(read(`action-templates/${name}.yml`)).toContain(`\nname: ${name}\n`);
  });
});
