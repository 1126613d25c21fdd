import { createJobToken, revokeToken } from '../access/tokens.ts';
import { issueRuntimeToken, revokeRuntimeToken } from '../artifacts/runtime-token.ts';
import type { Services } from '../context.ts';
import { git, readObject, readRef } from '../git/git.ts';
import { workflowId, workflowPaths } from '../git/workflow-files.ts';
import { advanceMergeQueues } from '../merge-queue/settle.ts';
import type { EnvironmentRecord, User, WorkflowRunRecord } from '../model.ts';
import type { DeploymentRecord, DeploymentStatusRecord, RepositoryRecord } from '../records.ts';
import { renderWorkflowRun } from '../render/workflow-run.ts';
import { ACTIONS_BOT_ID, repositoryOf, type State } from '../state.ts';
import { emitEvent } from '../webhook.ts';
import type { JobDeployment, RepositoryFacts, RunnerHost } from './host.ts';
import { waitAtGate } from './jobs/environment-gate.ts';
import { createJobChecks } from './jobs/job-check.ts';

/** The runner's port over the records and git repositories of one local GitHub. */
export function servicesHost(services: Services): RunnerHost {
  const { state, urls, events } = services;
  const find = (name: string): RepositoryRecord => repositoryOf(state, name);
  return {
    urls: { api: urls.api, server: urls.server, results: urls.results },
    now: state.now,
    nextId: state.nextId,
    subscribe: (listener) => events.on(listener),
    emitWorkflowRun: (run, action) => emitRun(services, run, action),
    emitSchedule: (repository, cron) => emitSchedule(services, find(repository), cron),
    repository: (name) => facts(find(name)),
    repositories: () => [...state.repositories.values()].map(facts),
    resolveRef: (repository, ref) => readRef(find(repository).gitDir, `${ref}^{commit}`),
    listWorkflowFiles: (repository, commit) => workflowPaths(find(repository), commit),
    readFile: async (repository, commit, path) => {
      const object = await readObject(find(repository).gitDir, `${commit}:${path}`);
      return object?.type === 'blob' ? object.content.toString('utf8') : null;
    },
    changedFiles: async (repository, { base, head, sinceCommonAncestor }) => {
      const range = sinceCommonAncestor ? `${base}...${head}` : `${base}..${head}`;
      return lines(await git(find(repository).gitDir, ['diff', '--name-only', '-z', '--no-renames', range]));
    },
    secrets: (repository) => find(repository).secrets,
    variables: (repository) => find(repository).variables,
    environment: (repository, name) => findEnvironment(find(repository), name),
    addRun: (run) => void find(run.repository).runs.push(run),
    lastRunNumber: (repository, path) => {
      const numbers = find(repository)
        .runs.filter((run) => run.workflowPath === path)
        .map((run) => run.runNumber);
      return Math.max(0, ...numbers);
    },
    issueJobToken: (grant) => createJobToken(state, grant),
    issueRuntimeToken: (grant) => issueRuntimeToken(state, grant),
    revokeTokens: ({ jobToken, runtimeToken }) => {
      revokeToken(state, jobToken);
      revokeRuntimeToken(state, runtimeToken);
    },
    waitForDeployment: (name, request) => {
      const repository = find(name);
      const protection = findEnvironment(repository, request.environment)?.protection;
      const open = protection === undefined || (protection.reviewers.length === 0 && protection.waitMinutes === 0);
      return open ? null : waitAtGate(state, repository, { protection, request });
    },
    wakeDeployments: () => {
      for (const { pendingDeployments } of state.repositories.values())
        for (const pending of [...pendingDeployments]) pending.wake();
    },
    startCheck: createJobChecks(services),
    startDeployment: (deployment) => startDeployment(state, find(deployment.repository), deployment),
  };
}

function findEnvironment(repository: RepositoryRecord, name: string): EnvironmentRecord | null {
  const wanted = name.toLowerCase();
  return [...repository.environments.values()].find((each) => each.name.toLowerCase() === wanted) ?? null;
}

function facts(repository: RepositoryRecord): RepositoryFacts {
  const { id, fullName, owner, name, defaultBranch } = repository;
  return { id, fullName, owner, name, private: repository.private, defaultBranch };
}

function lines(output: Buffer): readonly string[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '');
}

async function emitRun(
  services: Services,
  run: WorkflowRunRecord,
  action: 'requested' | 'in_progress' | 'completed',
): Promise<void> {
  const repository = repositoryOf(services.state, run.repository);
  // A run's jobs are checks, and the last of them may be what a merge queue waits for.
  if (action === 'completed') await advanceMergeQueues(services, repository);
  const ref = `refs/heads/${repository.defaultBranch}`;
  emitEvent(services, repository, {
    name: 'workflow_run',
    action,
    ref,
    sha: (await readRef(repository.gitDir, `${ref}^{commit}`)) ?? '',
    // GitHub itself sends it; whoever caused the run, workflow_run starts what waits for it.
    credential: { kind: 'user', user: run.actor },
    payload: {
      workflow: {
        id: workflowId(repository, run.workflowPath),
        name: run.name,
        path: run.workflowPath,
        state: 'active',
      },
      workflow_run: await renderWorkflowRun(services, repository, run),
    },
  });
}

async function emitSchedule(services: Services, repository: RepositoryRecord, cron: string): Promise<void> {
  const ref = `refs/heads/${repository.defaultBranch}`;
  const sha = (await readRef(repository.gitDir, `${ref}^{commit}`)) ?? '';
  const lastPusher = repository.activity.findLast((update) => update.ref === ref)?.actor ?? repository.owner;
  emitEvent(services, repository, {
    name: 'schedule',
    action: null,
    ref,
    sha,
    credential: { kind: 'user', user: lastPusher },
    payload: { schedule: cron },
  });
}

function startDeployment(
  state: State,
  repository: RepositoryRecord,
  deployment: JobDeployment,
): ReturnType<RunnerHost['startDeployment']> {
  const creator = actionsBot(state);
  const status = (current: DeploymentStatusRecord['state'], url: string): DeploymentStatusRecord => ({
    id: state.nextId(),
    state: current,
    description: '',
    environment: deployment.environment,
    environmentUrl: url,
    logUrl: deployment.logUrl,
    creator,
    createdAt: state.now(),
  });
  const record: DeploymentRecord = {
    id: state.nextId(),
    sha: deployment.sha,
    ref: deployment.ref.replace(/^refs\/(?:heads|tags)\//, ''),
    task: 'deploy',
    environment: deployment.environment,
    originalEnvironment: deployment.environment,
    description: null,
    payload: {},
    transient: false,
    production: deployment.environment === 'production',
    creator,
    createdAt: state.now(),
    updatedAt: state.now(),
    statuses: [status('in_progress', '')],
  };
  repository.deployments.push(record);
  return ({ success, url }) => {
    record.statuses.push(status(success ? 'success' : 'failure', url));
    record.updatedAt = state.now();
  };
}

function actionsBot(state: State): User {
  const bot = state.users.get(ACTIONS_BOT_ID);
  if (bot === undefined) throw new Error('The local GitHub has no account for github-actions[bot].');
  return bot;
}
