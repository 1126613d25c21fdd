import type { GitHubEvent } from '../../model.ts';
import { patternsSelect } from './filter-pattern.ts';
import type { Trigger, Workflow } from './workflow.ts';

/** Activity types that start a workflow which names none. Source: docs.github.com, events that trigger workflows. */
const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  merge_group: ['checks_requested'],
};

/** Lists the files that an event changed; called only when a filter asks. */
export type ChangedFiles = () => Promise<readonly string[]>;

/** Whether an event starts a workflow: its name, activity type, branch, tag and path filters. */
export async function isTriggered(
  workflow: Workflow,
  event: GitHubEvent,
  changedFiles: ChangedFiles,
): Promise<boolean> {
  const trigger = workflow.triggers.get(event.name);
  if (trigger === undefined || !typeSelected(trigger, event)) return false;
  switch (event.name) {
    case 'push':
      return await pushSelected(trigger, event, changedFiles);
    case 'pull_request':
      return (
        branchSelected(trigger, textAt(event.payload, 'pull_request', 'base', 'ref')) &&
        (await pathsSelected(trigger, changedFiles))
      );
    case 'merge_group':
      return branchSelected(trigger, shortName(textAt(event.payload, 'merge_group', 'base_ref')));
    case 'workflow_run':
      return (
        trigger.workflows.includes(textAt(event.payload, 'workflow_run', 'name')) &&
        branchSelected(trigger, textAt(event.payload, 'workflow_run', 'head_branch'))
      );
    case 'workflow_dispatch':
      return namesWorkflow(textAt(event.payload, 'workflow'), workflow.path);
    case 'schedule':
      return trigger.crons.includes(textAt(event.payload, 'schedule'));
    default:
      return true;
  }
}

function namesWorkflow(named: string, path: string): boolean {
  return named === path || `.github/workflows/${named}` === path;
}

function typeSelected(trigger: Trigger, event: GitHubEvent): boolean {
  if (event.name === 'repository_dispatch') {
    return trigger.types === null || trigger.types.some((type) => patternsSelect([type], event.action ?? ''));
  }
  const types = trigger.types ?? DEFAULT_TYPES[event.name] ?? null;
  return types === null || event.action === null || types.includes(event.action);
}

async function pushSelected(trigger: Trigger, event: GitHubEvent, changedFiles: ChangedFiles): Promise<boolean> {
  if (event.payload['deleted'] === true) return false;
  const namesBranches = trigger.branches !== null || trigger.branchesIgnore !== null;
  const namesTags = trigger.tags !== null || trigger.tagsIgnore !== null;
  if (event.ref.startsWith('refs/tags/')) {
    if (namesBranches && !namesTags) return false;
    return listSelected(trigger.tags, trigger.tagsIgnore, shortName(event.ref));
  }
  if (namesTags && !namesBranches) return false;
  return branchSelected(trigger, shortName(event.ref)) && (await pathsSelected(trigger, changedFiles));
}

function branchSelected(trigger: Trigger, branch: string): boolean {
  return listSelected(trigger.branches, trigger.branchesIgnore, branch);
}

function listSelected(only: readonly string[] | null, ignore: readonly string[] | null, value: string): boolean {
  if (only !== null) return patternsSelect(only, value);
  return ignore === null || !patternsSelect(ignore, value);
}

async function pathsSelected(trigger: Trigger, changedFiles: ChangedFiles): Promise<boolean> {
  const { paths, pathsIgnore } = trigger;
  if (paths === null && pathsIgnore === null) return true;
  const files = await changedFiles();
  return files.some((file) => listSelected(paths, pathsIgnore, file));
}

/** `main` of `refs/heads/main`, `v1` of `refs/tags/v1`, `7/merge` of `refs/pull/7/merge`. */
export function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags|pull)\//, '');
}

/** Text at a path of nested objects; empty when it is not there. */
export function textAt(root: unknown, ...path: readonly string[]): string {
  const value = valueAt(root, ...path);
  return typeof value === 'string' ? value : '';
}

/** Value at a path of nested objects, or `undefined`. */
export function valueAt(root: unknown, ...path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map(Object.entries(value)).get(key);
  }
  return value;
}
