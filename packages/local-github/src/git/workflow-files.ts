import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { isJsonObject, type JsonObject } from '../http/body.ts';
import type { RepositoryRecord } from '../records.ts';
import { git, readObject } from './git.ts';

const FOLDER = '.github/workflows';

/** A workflow's number: the same for the same file of a repository, whatever it contains. */
export function workflowId(repository: RepositoryRecord, path: string): number {
  return createHash('sha256').update(`${repository.id}:${path}`).digest().readUIntBE(0, 5);
}

/** Paths of the workflow files of a commit, by name. */
export async function workflowPaths(repository: RepositoryRecord, commit: string): Promise<readonly string[]> {
  const out = await git(repository.gitDir, ['ls-tree', '-z', '--name-only', commit, '--', `${FOLDER}/`]);
  const paths = out.toString('utf8').split('\0');
  return paths.filter((path) => /\.ya?ml$/.test(path));
}

/** The file that a workflow's number, file name or path names at a commit, or `null`. */
export async function findWorkflowPath(
  repository: RepositoryRecord,
  commit: string,
  named: string,
): Promise<string | null> {
  const paths = await workflowPaths(repository, commit);
  const is = (path: string): boolean =>
    path === named || path === `${FOLDER}/${named}` || String(workflowId(repository, path)) === named;
  return paths.find(is) ?? null;
}

export interface WorkflowFile {
  readonly path: string;
  /** `name:`, or the path where the file gives none. */
  readonly name: string;
  /** Inputs of `workflow_dispatch`; `null` when the workflow cannot be dispatched. */
  readonly dispatchInputs: JsonObject | null;
}

/** Only what the REST API must know of a workflow; running it is the runner's task. `null` where the commit lacks it. */
export async function readWorkflowFile(
  repository: RepositoryRecord,
  commit: string,
  path: string,
): Promise<WorkflowFile | null> {
  const object = await readObject(repository.gitDir, `${commit}:${path}`);
  if (object?.type !== 'blob') return null;
  const document = parseDocument(object.content.toString('utf8'));
  const name = document['name'];
  return { path, name: typeof name === 'string' ? name : path, dispatchInputs: dispatchInputsOf(document['on']) };
}

/** A file that is no YAML mapping has no name and no triggers. */
function parseDocument(text: string): JsonObject {
  try {
    const value: unknown = parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function dispatchInputsOf(on: unknown): JsonObject | null {
  if (on === 'workflow_dispatch') return {};
  if (Array.isArray(on)) return on.includes('workflow_dispatch') ? {} : null;
  if (!isJsonObject(on) || !('workflow_dispatch' in on)) return null;
  const trigger = on['workflow_dispatch'];
  return isJsonObject(trigger) && isJsonObject(trigger['inputs']) ? trigger['inputs'] : {};
}
