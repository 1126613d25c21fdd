import type { Engine } from '../engine.ts';
import { evaluateTexts, type Scope } from '../expressions/expression.ts';
import { createMasker } from '../steps/masker.ts';
import { githubContext } from './github-context.ts';
import type { JobEnvironment } from './job-environment.ts';
import type { JobFolders } from './job-folders.ts';
import type { JobInstance } from './job-instance.ts';
import type { JobSession } from './job-session.ts';
import type { JobTokens } from './job-tokens.ts';

export interface SessionParts {
  readonly environment: JobEnvironment | null;
  readonly folders: JobFolders;
  readonly tokens: JobTokens;
  readonly signal: AbortSignal;
}

/** Gives a job its contexts, secrets and variables. */
export function startSession(engine: Engine, instance: JobInstance, parts: SessionParts): JobSession {
  const { graph, job, record } = instance;
  const { tokens } = parts;
  const secrets = {
    ...graph.secrets,
    ...environmentSecrets(graph, parts.environment),
    github_token: tokens.jobToken,
  };
  const contexts = { ...instance.scope.contexts, ...machineContexts(engine, instance, parts), secrets };
  const masker = createMasker();
  for (const value of [...Object.values(secrets), tokens.runtimeToken, tokens.oidc?.token ?? '']) masker.add(value);
  return {
    engine,
    plan: graph.plan,
    use: graph.use,
    job,
    record,
    folders: parts.folders,
    masker,
    signal: parts.signal,
    contexts,
    env: jobEnv(instance, { ...instance.scope, contexts }),
    path: [],
    actionVariables: {
      ACTIONS_RUNTIME_TOKEN: tokens.runtimeToken,
      ACTIONS_RUNTIME_URL: engine.host.urls.results,
      ACTIONS_RESULTS_URL: engine.host.urls.results,
      ACTIONS_CACHE_MODE: cacheMode(instance),
    },
    stepVariables: oidcVariables(tokens),
    steps: new Map(),
    processes: [],
    status: 'success',
  };
}

function environmentSecrets(
  { environmentSecrets: readable }: JobInstance['graph'],
  environment: JobEnvironment | null,
): Readonly<Record<string, string>> {
  const all = [...(environment?.secrets ?? [])];
  return Object.fromEntries(readable === 'all' ? all : all.filter(([name]) => readable.has(name)));
}

function machineContexts(
  engine: Engine,
  instance: JobInstance,
  parts: SessionParts,
): Readonly<Record<string, unknown>> {
  const { plan, use } = instance.graph;
  const { folders, tokens, environment } = parts;
  return {
    github: {
      ...githubContext(plan, engine.host),
      job: instance.job.id,
      token: tokens.jobToken,
      workspace: folders.workspace,
      event_path: folders.eventFile,
    },
    vars: {
      ...Object.fromEntries(engine.host.variables(plan.record.repository)),
      ...Object.fromEntries(environment?.variables ?? []),
    },
    runner: runnerContext(folders, tokens.runnerEnvironment),
    job: {
      check_run_id: instance.record.id,
      workflow_ref: use.workflowRef,
      workflow_sha: use.sha,
      workflow_repository: use.repository,
      workflow_file_path: use.workflow.path,
    },
  };
}

function oidcVariables({ oidc }: JobTokens): Readonly<Record<string, string>> {
  if (oidc === null) return {};
  return { ACTIONS_ID_TOKEN_REQUEST_URL: oidc.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.token };
}

/** `env:` of the workflow, then of the job, which may read the workflow's. */
function jobEnv(instance: JobInstance, scope: Scope): Map<string, string> {
  const { workflow } = instance.graph.use;
  const global = evaluateTexts(workflow.env, scope);
  const own = evaluateTexts(instance.job.env, { ...scope, contexts: { ...scope.contexts, env: global } });
  return new Map(Object.entries({ ...global, ...own }));
}

function runnerContext(folders: JobFolders, environment: string): Readonly<Record<string, string>> {
  return {
    os: 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    name: 'local-runner',
    environment,
    temp: folders.temp,
    tool_cache: folders.tools,
    workspace: folders.workspace.replace(/\/[^/]+$/, ''),
  };
}

/** Low-trust runs may only read caches, whatever they ask. Source: github.blog changelogs 2026-06-26 and 2026-09-10. */
function cacheMode(instance: JobInstance): string {
  const asked = instance.job.cacheMode ?? instance.graph.use.workflow.cacheMode ?? 'write';
  return instance.graph.plan.fromFork && asked !== 'none' ? 'read' : asked;
}
