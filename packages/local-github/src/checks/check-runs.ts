import {
  type JsonObject,
  optionalChoice,
  optionalObject,
  optionalObjects,
  optionalString,
  stringField,
} from '../http/body.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Credential } from '../model.ts';
import type { CheckAnnotation, CheckRunRecord, RepositoryRecord } from '../records.ts';
import { ACTIONS_APP_ID, type State } from '../state.ts';

const CONCLUSIONS = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'] as const;
const STATUSES = ['queued', 'in_progress', 'completed'] as const;

/** The App that a check run belongs to. People cannot make check runs: 403. */
export function checkAppOf(credential: Credential): number {
  if (credential.kind === 'app') return credential.appId;
  if (credential.kind === 'job') return ACTIONS_APP_ID;
  throw new HttpProblem(403, 'You must authenticate via a GitHub App.');
}

/**
 * The suite that a run made through the API lands in: the first one of its App on the commit. Nobody can choose it,
 * also not jobs, whose runs land in the suite of whatever workflow came first.
 */
export function suiteFor(
  state: State,
  repository: RepositoryRecord,
  about: { readonly appId: number; readonly sha: string },
): number {
  const known = repository.checkRuns.find((run) => run.appId === about.appId && run.headSha === about.sha);
  return known?.suiteId ?? state.nextId();
}

/** What a request to create a check run makes, on a commit that exists. */
export function newCheckRun(
  state: State,
  repository: RepositoryRecord,
  about: { readonly appId: number; readonly body: JsonObject },
): CheckRunRecord {
  const { appId, body } = about;
  const headSha = stringField(body, 'head_sha');
  const run: CheckRunRecord = {
    id: state.nextId(),
    suiteId: suiteFor(state, repository, { appId, sha: headSha }),
    appId,
    name: stringField(body, 'name'),
    headSha,
    status: 'queued',
    conclusion: null,
    detailsUrl: null,
    externalId: '',
    startedAt: state.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  };
  changeCheckRun(state, run, body);
  return run;
}

/** Applies what a request says; a conclusion completes the run, and annotations are added to those there are. */
export function changeCheckRun(state: State, run: CheckRunRecord, body: JsonObject): void {
  run.name = optionalString(body, 'name') ?? run.name;
  run.detailsUrl = optionalString(body, 'details_url') ?? run.detailsUrl;
  run.externalId = optionalString(body, 'external_id') ?? run.externalId;
  run.startedAt = optionalDate(body, 'started_at') ?? run.startedAt;
  changeStatus(state, run, body);
  const output = optionalObject(body, 'output');
  if (output === null) return;
  run.output = {
    title: optionalString(output, 'title') ?? run.output.title,
    summary: optionalString(output, 'summary') ?? run.output.summary,
    text: optionalString(output, 'text') ?? run.output.text,
  };
  run.annotations.push(...(optionalObjects(output, 'annotations') ?? []).map(readAnnotation));
}

function changeStatus(state: State, run: CheckRunRecord, body: JsonObject): void {
  const conclusion = optionalChoice(body, 'conclusion', CONCLUSIONS);
  const status = conclusion === null ? optionalChoice(body, 'status', STATUSES) : 'completed';
  if (status === null) return;
  run.status = status;
  run.conclusion = conclusion;
  run.completedAt = status === 'completed' ? (optionalDate(body, 'completed_at') ?? state.now()) : null;
}

function readAnnotation(annotation: JsonObject): CheckAnnotation {
  const number = (field: string): number | null => (typeof annotation[field] === 'number' ? annotation[field] : null);
  return {
    path: stringField(annotation, 'path'),
    start_line: number('start_line') ?? 1,
    end_line: number('end_line') ?? 1,
    start_column: number('start_column'),
    end_column: number('end_column'),
    annotation_level: optionalChoice(annotation, 'annotation_level', ['notice', 'warning', 'failure']) ?? 'notice',
    title: optionalString(annotation, 'title'),
    message: stringField(annotation, 'message'),
    raw_details: optionalString(annotation, 'raw_details'),
  };
}

function optionalDate(body: JsonObject, field: string): Date | null {
  const text = optionalString(body, field);
  return text === null ? null : new Date(text);
}

/** Of each name in each suite the run that was made last. */
export function latestRuns(runs: readonly CheckRunRecord[]): readonly CheckRunRecord[] {
  const newest = new Map<string, CheckRunRecord>();
  for (const run of runs) {
    const key = `${run.suiteId} ${run.name}`;
    if ((newest.get(key)?.id ?? 0) < run.id) newest.set(key, run);
  }
  return [...newest.values()];
}
