import { messageOf } from '../expressions/message-of.ts';
import type { RunnerHost } from '../host.ts';
import { readWorkflow } from './read-workflow.ts';
import type { Workflow } from './workflow.ts';

export type StoredWorkflow =
  | { readonly path: string; readonly workflow: Workflow }
  /** `fault` names `path:line`. */
  | { readonly path: string; readonly fault: string };

/** Workflow files of commits, each distinct text parsed once. */
export interface WorkflowStore {
  atCommit(repository: string, commit: string): Promise<readonly StoredWorkflow[]>;
}

export function createWorkflowStore(host: RunnerHost): WorkflowStore {
  const parsed = new Map<string, Promise<StoredWorkflow>>();
  function read(path: string, text: string): Promise<StoredWorkflow> {
    const key = `${path}\n${text}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const reading = readWorkflow(path, text).then(
      (workflow): StoredWorkflow => ({ path, workflow }),
      (error: unknown): StoredWorkflow => ({ path, fault: messageOf(error) }),
    );
    parsed.set(key, reading);
    return reading;
  }
  async function readAll(repository: string, commit: string): Promise<readonly StoredWorkflow[]> {
    const paths = await host.listWorkflowFiles(repository, commit);
    const texts = await Promise.all(paths.map((path) => host.readFile(repository, commit, path)));
    return await Promise.all(paths.flatMap((path, index) => readKnown(path, texts[index] ?? null)));
  }
  function readKnown(path: string, text: string | null): readonly Promise<StoredWorkflow>[] {
    return text === null ? [] : [read(path, text)];
  }
  // A commit never changes, and every run asks for the default branch's files three times.
  const commits = new Map<string, Promise<readonly StoredWorkflow[]>>();
  return {
    atCommit: (repository, commit) => {
      const key = `${repository.toLowerCase()}@${commit}`;
      const known = commits.get(key) ?? readAll(repository, commit);
      commits.set(key, known);
      return known;
    },
  };
}
