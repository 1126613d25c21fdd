import { entry, literalBoolean, literalList, literalText, type Template } from '../expressions/template.ts';
import { unsupported, workflowFault } from '../expressions/workflow-fault.ts';
import { parseCron } from './cron.ts';
import type { CallInterface, InputDefinition, Trigger } from './workflow.ts';

/** Events that the local GitHub can cause. */
const EVENTS: ReadonlySet<string> = new Set([
  'push',
  'create',
  'delete',
  'pull_request',
  'pull_request_review',
  'workflow_run',
  'release',
  'deployment',
  'deployment_status',
  'workflow_dispatch',
  'repository_dispatch',
  'schedule',
  'check_run',
  'status',
  'merge_group',
  'workflow_call',
]);

/** `on:` in its three spellings: one name, a list of names, a mapping with filters. */
export function readTriggers(path: string, on: Template): ReadonlyMap<string, Trigger> {
  const triggers = new Map<string, Trigger>();
  function add(event: string, line: number, options: Template | null): void {
    if (!EVENTS.has(event)) throw unsupported(`${path}:${line}`, `the event "${event}"`, 'use another event');
    triggers.set(event, readTrigger(path, { event, line, options }));
  }
  if (on.kind === 'mapping') {
    for (const [event, { line, value }] of on.entries) add(event, line, value);
  } else {
    const names = on.kind === 'sequence' ? on.items : [on];
    for (const name of names) add(literalText(name) ?? '', name.line, null);
  }
  return triggers;
}

interface TriggerSource {
  readonly event: string;
  readonly line: number;
  readonly options: Template | null;
}

function readTrigger(path: string, { event, line, options }: TriggerSource): Trigger {
  function list(key: string): readonly string[] | null {
    return literalList(entry(options, key));
  }
  for (const [filter, ignore] of [
    ['branches', 'branches-ignore'],
    ['tags', 'tags-ignore'],
    ['paths', 'paths-ignore'],
  ] as const) {
    if (list(filter) === null || list(ignore) === null) continue;
    throw workflowFault(`${path}:${line}`, {
      found: `both "${filter}" and "${ignore}"`,
      allowed: 'one event takes only one of the two',
      remedy: `use "${filter}" with patterns that begin with "!"`,
    });
  }
  return {
    event,
    line,
    types: list('types'),
    branches: list('branches'),
    branchesIgnore: list('branches-ignore'),
    tags: list('tags'),
    tagsIgnore: list('tags-ignore'),
    paths: list('paths'),
    pathsIgnore: list('paths-ignore'),
    workflows: list('workflows') ?? [],
    crons: event === 'schedule' ? readCrons(path, options) : [],
    inputs: event === 'workflow_dispatch' ? readInputs(entry(options, 'inputs')) : new Map(),
  };
}

function readCrons(path: string, options: Template | null): readonly string[] {
  if (options?.kind !== 'sequence') return [];
  return options.items.map((item) => {
    const timezone = entry(item, 'timezone');
    if (timezone !== null)
      throw unsupported(`${path}:${timezone.line}`, '"timezone" of a schedule', 'write the schedule in UTC');
    const cron = literalText(entry(item, 'cron')) ?? '';
    if (parseCron(cron) === null) {
      throw workflowFault(`${path}:${item.line}`, {
        found: `cron "${cron}"`,
        allowed: 'five fields: minute, hour, day of month, month, day of week',
        remedy: 'correct the expression',
      });
    }
    return cron;
  });
}

const INPUT_TYPES: readonly InputDefinition['type'][] = ['string', 'boolean', 'number', 'choice', 'environment'];

function readInputs(inputs: Template | null): ReadonlyMap<string, InputDefinition> {
  const read = new Map<string, InputDefinition>();
  if (inputs?.kind !== 'mapping') return read;
  for (const [name, { line, value }] of inputs.entries) {
    const type = literalText(entry(value, 'type'));
    read.set(name, {
      type: INPUT_TYPES.find((known) => known === type) ?? 'string',
      required: literalBoolean(entry(value, 'required')) ?? false,
      defaultValue: entry(value, 'default'),
      options: literalList(entry(value, 'options')) ?? [],
      line,
    });
  }
  return read;
}

/** Inputs, secrets and outputs that `on: workflow_call` declares. */
export function readCallInterface(on: Template): CallInterface {
  const call = entry(on, 'workflow_call');
  const secrets = entry(call, 'secrets');
  const outputs = entry(call, 'outputs');
  return {
    inputs: readInputs(entry(call, 'inputs')),
    secrets: new Map(
      secrets?.kind === 'mapping'
        ? [...secrets.entries].map(([name, { value }]) => [name, literalBoolean(entry(value, 'required')) ?? false])
        : [],
    ),
    outputs: new Map(
      outputs?.kind === 'mapping'
        ? [...outputs.entries].flatMap(([name, { value }]) => outputEntry(name, entry(value, 'value')))
        : [],
    ),
  };
}

function outputEntry(name: string, value: Template | null): readonly (readonly [string, Template])[] {
  return value === null ? [] : [[name, value]];
}
