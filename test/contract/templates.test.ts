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
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly secrets?: unknown;
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What is wrong with one workflow, as far as its text alone shows. */
function faultsOf(text: string): readonly string[] {
  // The placeholder of starter workflows is no YAML of ours.
  const workflow = parse(text.replaceAll('$default-branch', 'main')) as Workflow;
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
  }
  const grants = text.split('\n').filter((line) => /^\s+(permission-)?[a-z-]+: (read|write)\b/.test(line));
  faults.push(...grants.filter((line) => !/ # \S/.test(line)).map((line) => `no reason for ${line.trim()}`));
  return faults;
}

/** Uses of our own actions whose inputs are not those that the action declares. */
async function inputFaults(text: string): Promise<readonly string[]> {
  const workflow = parse(text.replaceAll('$default-branch', 'main')) as Workflow;
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
    '    permissions:',
    '      contents: read # to read the policy',
    '    steps:',
    '      - run: echo "$TITLE"',
    '      - uses: o/r/actions/train-model@v1',
    '        with:',
    '          model: m',
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

describe('the folder', () => {
  it('holds an example whose configuration has no fault', () => {
    const config = parseConfig(read('action-templates/mortgage-approval/gatehouse.yml'));

    expect(Object.keys(config.models)).toEqual(['mortgage-approval']);
  });

  it('holds the six workflows of the loop, each with its properties', () => {
    const names = ['train', 'signal', 'decide', 'authorise', 'publish', 'deploy'];

    for (const name of names) expect(workflows).toContain(`action-templates/${name}.yml`);
    for (const name of names) {
      expect(JSON.parse(read(`action-templates/${name}.properties.json`))).toMatchObject({ name: expect.any(String) });
    }
  });
});
