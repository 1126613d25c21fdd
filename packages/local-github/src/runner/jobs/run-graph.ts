import type { Engine } from '../engine.ts';
import { conditionHolds } from '../expressions/condition.ts';
import { evaluateText, type Scope } from '../expressions/expression.ts';
import { messageOf } from '../expressions/message-of.ts';
import { jobPermissions } from '../workflow/job-permissions.ts';
import { type Combination, matrixSuffix, readStrategy, type Strategy } from '../workflow/matrix.ts';
import type { JobDefinition } from '../workflow/workflow.ts';
import { callWorkflow } from './call-workflow.ts';
import { githubContext } from './github-context.ts';
import type { Graph, JobInstance } from './job-instance.ts';
import { addJob, setConclusion } from './job-record.ts';
import { combineResults, type JobResult, statusOf } from './job-result.ts';
import { runJob } from './run-job.ts';

/** Runs the jobs of one workflow file, each when the jobs it needs have ended. */
export async function runGraph(engine: Engine, graph: Graph): Promise<ReadonlyMap<string, JobResult>> {
  const { jobs } = graph.use.workflow;
  const results = new Map<string, JobResult>();
  const pending = new Map<string, Promise<void>>();
  function start(job: JobDefinition): Promise<void> {
    const known = pending.get(job.id);
    if (known !== undefined) return known;
    const started = (async (): Promise<void> => {
      const needed = job.needs.flatMap((id) => jobs.get(id) ?? []);
      await Promise.all(needed.map(start));
      results.set(job.id, await runDefinition(engine, { graph, job, results }));
    })();
    pending.set(job.id, started);
    return started;
  }
  await Promise.all([...jobs.values()].map(start));
  return results;
}

interface DefinitionRun {
  readonly graph: Graph;
  readonly job: JobDefinition;
  /** Of the jobs that have ended; holds every ancestor of this job. */
  readonly results: ReadonlyMap<string, JobResult>;
}

async function runDefinition(engine: Engine, run: DefinitionRun): Promise<JobResult> {
  const { graph, job } = run;
  const scope = definitionScope(engine, run);
  try {
    const cancelled = graph.signal.aborted;
    const status = statusOf(ancestors(run), cancelled);
    if (engine.closing.aborted || !conditionHolds(job.condition, scope, status)) {
      const conclusion = cancelled || engine.closing.aborted ? 'cancelled' : 'skipped';
      return endWithoutRunning(engine, run, { conclusion });
    }
    const strategy = readStrategy(job.strategy, scope);
    return await runCombinations(engine, run, { strategy, scope, runsWhenCancelled: cancelled });
  } catch (error) {
    return endWithoutRunning(engine, run, { conclusion: 'failure', fault: messageOf(error) });
  }
}

/** Results of the jobs that a job needs, of those that they need, and so on. */
function ancestors({ graph, job, results }: DefinitionRun): readonly JobResult[] {
  const seen = new Set<string>();
  const queue = [...job.needs];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(graph.use.workflow.jobs.get(id)?.needs ?? []));
  }
  return [...seen].flatMap((id) => results.get(id) ?? []);
}

function definitionScope(engine: Engine, run: DefinitionRun): Scope {
  const { plan, use, inputs } = run.graph;
  const repository = plan.record.repository;
  return {
    file: use.workflow.path,
    contexts: {
      github: githubContext(plan, engine.host),
      inputs,
      vars: Object.fromEntries(engine.host.variables(repository)),
      needs: neededResults(run),
    },
    functions: [],
  };
}

function neededResults({ job, results }: DefinitionRun): Record<string, JobResult> {
  return Object.fromEntries(job.needs.flatMap((id) => entryOf(id, results.get(id))));
}

function entryOf(id: string, result: JobResult | undefined): readonly (readonly [string, JobResult])[] {
  return result === undefined ? [] : [[id, result]];
}

function endWithoutRunning(
  engine: Engine,
  { graph, job }: DefinitionRun,
  end: { readonly conclusion: JobResult['result']; readonly fault?: string; readonly suffix?: string },
): JobResult {
  const { conclusion, fault, suffix = '' } = end;
  const run = graph.plan.record;
  const { record, check } = addJob(engine, run, `${graph.namePrefix}${plainName(job)}${suffix}`);
  if (fault !== undefined) record.log.push(`##[error]${fault}`);
  setConclusion(engine, { run, record, check, conclusion });
  return { result: conclusion, outputs: {} };
}

function plainName(job: JobDefinition): string {
  return job.name?.kind === 'scalar' ? String(job.name.value) : job.id;
}

interface CombinationsRun {
  readonly strategy: Strategy;
  readonly scope: Scope;
  readonly runsWhenCancelled: boolean;
}

async function runCombinations(engine: Engine, run: DefinitionRun, settings: CombinationsRun): Promise<JobResult> {
  const { strategy } = settings;
  const failFast = new AbortController();
  const results: JobResult[] = [];
  const queue = strategy.combinations.map((matrix, index) => ({ matrix, index }));
  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const combination = { ...settings, ...next, failFast: failFast.signal };
      // A combination that cannot start fails alone: the others would go on without anybody who waits for them.
      const result = await runCombination(engine, run, combination).catch((error: unknown) =>
        endWithoutRunning(engine, run, {
          conclusion: 'failure',
          fault: messageOf(error),
          suffix: matrixSuffix(next.matrix),
        }),
      );
      results[next.index] = result;
      if (result.result === 'failure' && strategy.failFast) failFast.abort();
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(strategy.maxParallel, queue.length)) }, work));
  return {
    result: combineResults(results.map((each) => each.result)),
    outputs: Object.assign({}, ...results.map(nonEmptyOutputs)),
  };
}

/** Of a matrix, the last job that sets an output wins; an empty value sets nothing. */
function nonEmptyOutputs(result: JobResult): Record<string, string> {
  return Object.fromEntries(Object.entries(result.outputs).filter(([, value]) => value !== ''));
}

interface CombinationRun extends CombinationsRun {
  readonly matrix: Combination;
  readonly index: number;
  readonly failFast: AbortSignal;
}

async function runCombination(engine: Engine, run: DefinitionRun, settings: CombinationRun): Promise<JobResult> {
  const { graph, job } = run;
  const { strategy, matrix, index } = settings;
  const facts = {
    'fail-fast': strategy.failFast,
    'job-index': index,
    'job-total': strategy.combinations.length,
    'max-parallel': strategy.maxParallel,
  };
  const scope: Scope = { ...settings.scope, contexts: { ...settings.scope.contexts, matrix, strategy: facts } };
  const named = evaluateText(job.name, scope);
  // GitHub adds the matrix values only to names that do not come from an expression.
  const suffix = job.name?.kind === 'expression' ? '' : matrixSuffix(matrix);
  const name = `${graph.namePrefix}${named === '' ? job.id : named}${suffix}`;
  const signal = AbortSignal.any([graph.signal, settings.failFast]);
  const permissions = jobPermissions({
    job: job.permissions,
    workflow: graph.use.workflow.permissions,
    fromFork: graph.plan.fromFork,
    caller: graph.callerPermissions,
    where: `${scope.file}:${job.line}`,
  });
  if (job.kind === 'call') return callWorkflow(engine, { graph, job, scope, name, permissions, signal, runGraph });
  const { record, check } = addJob(engine, graph.plan.record, name);
  const needs = neededResults(run);
  const instance: JobInstance = {
    graph,
    job,
    record,
    check,
    needs,
    matrix,
    strategy: facts,
    permissions,
    scope,
    signal,
    runsWhenCancelled: settings.runsWhenCancelled,
  };
  return runJob(engine, instance);
}
