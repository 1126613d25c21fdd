import { setTimeout as wait } from 'node:timers/promises';
import type { Reply, RepositoryContext } from '../context.ts';
import { readRef } from '../git/git.ts';
import { findWorkflowPath, readWorkflowFile } from '../git/workflow-files.ts';
import { isJsonObject, type JsonObject, optionalBoolean, optionalObject, stringField } from '../http/body.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, repositoryRoute } from '../http/route.ts';
import type { WorkflowRunRecord } from '../model.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { emitEvent } from '../webhook.ts';

const MAX_PAYLOAD_PROPERTIES = 10;
const MAX_PAYLOAD_BYTES = 65_536;

/** The two events that a job's token can cause to start workflows. */
export const dispatchRoutes: readonly Route[] = [
  repositoryRoute(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    { operationId: 'actions/create-workflow-dispatch', permission: 'actions:write' },
    dispatchWorkflow,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/dispatches',
    { operationId: 'repos/create-dispatch-event', permission: 'contents:write' },
    dispatchRepository,
  ),
];

async function dispatchWorkflow(context: RepositoryContext): Promise<Reply> {
  const { repository, body, credential } = context;
  const main = await readRef(repository.gitDir, `refs/heads/${repository.defaultBranch}`);
  // GitHub knows a workflow once the default branch holds it, and runs the file of the ref that is asked for.
  const path = main === null ? null : await findWorkflowPath(repository, main, context.param('workflow_id'));
  if (path === null) throw notFound();
  const ref = await branchOrTag(context, stringField(body, 'ref'));
  const file = await readWorkflowFile(repository, ref.sha, path);
  if (file === null) throw notFound();
  if (file.dispatchInputs === null) throw new HttpProblem(422, "Workflow does not have 'workflow_dispatch' trigger");
  const inputs = optionalObject(body, 'inputs') ?? {};
  requireInputs(file.dispatchInputs, inputs);
  const before = new Set(repository.runs.map((run) => run.id));
  const payload = { ref: ref.name, workflow: path, inputs };
  emitEvent(context, repository, {
    name: 'workflow_dispatch',
    action: null,
    sha: ref.sha,
    ref: ref.name,
    credential,
    payload,
  });
  if (optionalBoolean(body, 'return_run_details') !== true) return { status: 204 };
  const run = await newRun(context, (candidate) => candidate.workflowPath === path && !before.has(candidate.id));
  const run_url = `${repositoryApi(context.urls, repository)}/actions/runs/${run.id}`;
  const html_url = `${repositoryPage(context.urls, repository)}/actions/runs/${run.id}`;
  return { status: 200, body: { workflow_run_id: run.id, run_url, html_url } };
}

function requireInputs(declared: JsonObject, given: JsonObject): void {
  const unexpected = Object.keys(given).filter((name) => !(name in declared));
  if (unexpected.length > 0) throw new HttpProblem(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  for (const [name, input] of Object.entries(declared)) {
    if (!isJsonObject(input) || input['required'] !== true || input['default'] !== undefined) continue;
    if (given[name] === undefined || given[name] === '')
      throw new HttpProblem(422, `Required input '${name}' not provided`);
  }
}

async function branchOrTag(
  { repository }: RepositoryContext,
  ref: string,
): Promise<{ readonly name: string; readonly sha: string }> {
  const names = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
  for (const name of names) {
    const sha = await readRef(repository.gitDir, `${name}^{commit}`);
    if (sha !== null) return { name, sha };
  }
  throw new HttpProblem(422, `No ref found for: ${ref}`);
}

/** The runner makes the run after the event; it is there within milliseconds when a runner listens. */
async function newRun(
  { repository }: RepositoryContext,
  is: (run: WorkflowRunRecord) => boolean,
): Promise<WorkflowRunRecord> {
  for (let tries = 0; tries < 250; tries += 1) {
    const run = repository.runs.find(is);
    if (run !== undefined) return run;
    await wait(20);
  }
  throw new Error('No runner made a run of the dispatched workflow, so its details cannot be returned.');
}

async function dispatchRepository(context: RepositoryContext): Promise<Reply> {
  const { repository, body, credential } = context;
  const type = stringField(body, 'event_type');
  if (type.length > 100)
    throw new HttpProblem(422, 'Invalid request.\n\nevent_type is too long (maximum is 100 characters)');
  const client_payload = optionalObject(body, 'client_payload') ?? {};
  if (Object.keys(client_payload).length > MAX_PAYLOAD_PROPERTIES) {
    throw new HttpProblem(422, `Invalid request.\n\nNo more than ${MAX_PAYLOAD_PROPERTIES} properties are allowed.`);
  }
  if (Buffer.byteLength(JSON.stringify(client_payload)) >= MAX_PAYLOAD_BYTES) {
    throw new HttpProblem(422, 'client_payload is too large.');
  }
  const ref = `refs/heads/${repository.defaultBranch}`;
  const sha = await readRef(repository.gitDir, ref);
  if (sha === null) throw notFound();
  const payload = { branch: repository.defaultBranch, client_payload };
  emitEvent(context, repository, { name: 'repository_dispatch', action: type, sha, ref, credential, payload });
  return { status: 204 };
}
