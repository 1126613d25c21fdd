import { entry, literalList, literalText, type MappingTemplate, type Template } from '../expressions/template.ts';
import { unsupported } from '../expressions/workflow-fault.ts';
import type { CacheMode, JobDefinition, PermissionRequest, RunDefaults, StepDefinition, StepsJob } from './workflow.ts';

/** Keys that GitHub's schema accepts and the local runner cannot honour. */
const UNSUPPORTED_JOB_KEYS = ['container', 'services', 'snapshot', 'cancel-timeout-minutes'];
const UNSUPPORTED_STEP_KEYS = ['background', 'wait', 'wait-all', 'cancel', 'parallel'];

/** Every job of a workflow, by id, in the order of the file. */
export function readJobs(
  path: string,
  jobs: Template,
  cacheModes: ReadonlyMap<string, CacheMode>,
): ReadonlyMap<string, JobDefinition> {
  const read = new Map<string, JobDefinition>();
  if (jobs.kind !== 'mapping') return read;
  for (const [id, { line, value }] of jobs.entries) {
    refuseKeys(path, value, UNSUPPORTED_JOB_KEYS);
    read.set(id, readJob({ path, id, line, job: value, cacheMode: cacheModes.get(id) ?? null }));
  }
  return read;
}

interface JobSource {
  readonly path: string;
  readonly id: string;
  readonly line: number;
  readonly job: Template;
  readonly cacheMode: CacheMode | null;
}

function readJob(source: JobSource): JobDefinition {
  const { id, line, job, path } = source;
  const common = {
    id,
    line,
    name: entry(job, 'name'),
    needs: literalList(entry(job, 'needs')) ?? [],
    condition: entry(job, 'if'),
    strategy: entry(job, 'strategy'),
    permissions: readPermissions(entry(job, 'permissions')),
    concurrency: entry(job, 'concurrency'),
  };
  const uses = literalText(entry(job, 'uses'));
  if (uses === null) return { ...common, ...stepsJob(source) };
  if (source.cacheMode !== null)
    throw unsupported(
      `${path}:${line}`,
      '"cache-mode" of a job that calls a workflow',
      'set it in the called workflow',
    );
  const secrets = entry(job, 'secrets');
  return {
    ...common,
    kind: 'call',
    uses,
    with: mappingOf(entry(job, 'with')),
    secrets: literalText(secrets) === 'inherit' ? 'inherit' : mappingOf(secrets),
  };
}

type OwnKeys = Omit<
  StepsJob,
  'id' | 'line' | 'name' | 'needs' | 'condition' | 'strategy' | 'permissions' | 'concurrency'
>;

function stepsJob({ path, job, cacheMode, line }: JobSource): OwnKeys {
  const steps = entry(job, 'steps');
  return {
    kind: 'steps',
    runsOn: entry(job, 'runs-on') ?? { kind: 'scalar', value: '', line },
    env: mappingOf(entry(job, 'env')),
    environment: entry(job, 'environment'),
    outputs: mappingOf(entry(job, 'outputs')),
    defaults: readRunDefaults(entry(job, 'defaults')),
    timeoutMinutes: entry(job, 'timeout-minutes'),
    continueOnError: entry(job, 'continue-on-error'),
    cacheMode,
    steps: steps?.kind === 'sequence' ? steps.items.map((step) => readStep(path, step)) : [],
  };
}

function readStep(path: string, step: Template): StepDefinition {
  refuseKeys(path, step, UNSUPPORTED_STEP_KEYS);
  const common = {
    id: literalText(entry(step, 'id')),
    line: step.line,
    name: entry(step, 'name'),
    condition: entry(step, 'if'),
    env: mappingOf(entry(step, 'env')),
    continueOnError: entry(step, 'continue-on-error'),
    timeoutMinutes: entry(step, 'timeout-minutes'),
  };
  const script = entry(step, 'run');
  if (script !== null) {
    return {
      ...common,
      kind: 'run',
      script,
      shell: entry(step, 'shell'),
      workingDirectory: entry(step, 'working-directory'),
    };
  }
  const uses = literalText(entry(step, 'uses'));
  if (uses === null)
    throw unsupported(`${path}:${step.line}`, 'a step with neither "run" nor "uses"', 'give the step one of the two');
  if (uses.startsWith('docker://')) throw unsupported(`${path}:${step.line}`, `"${uses}"`, 'use a JavaScript action');
  return { ...common, kind: 'uses', uses, with: mappingOf(entry(step, 'with')) };
}

/** `permissions:` of a workflow or job; `null` when it says nothing. */
export function readPermissions(template: Template | null): PermissionRequest | null {
  if (template === null) return null;
  const word = literalText(template);
  if (word === 'read-all' || word === 'write-all')
    return { kind: 'all', level: word === 'read-all' ? 'read' : 'write' };
  const levels = new Map<string, 'read' | 'write' | 'none'>();
  if (template.kind === 'mapping') {
    for (const [name, { value }] of template.entries) {
      const level = literalText(value);
      levels.set(name, level === 'read' || level === 'write' ? level : 'none');
    }
  }
  return { kind: 'listed', levels };
}

export function readRunDefaults(defaults: Template | null): RunDefaults {
  const run = entry(defaults, 'run');
  return { shell: entry(run, 'shell'), workingDirectory: entry(run, 'working-directory') };
}

function mappingOf(template: Template | null): MappingTemplate | null {
  return template?.kind === 'mapping' ? template : null;
}

function refuseKeys(path: string, template: Template, keys: readonly string[]): void {
  if (template.kind !== 'mapping') return;
  for (const key of keys) {
    const found = template.entries.get(key);
    if (found !== undefined)
      throw unsupported(`${path}:${found.line}`, `"${key}"`, 'leave the key out or run this workflow on GitHub');
  }
}
