import { mayAccess } from '../access/access.ts';
import type { RepositoryContext } from '../context.ts';
import { notFound } from '../http/http-problem.ts';
import type { IssueRecord, LabelRecord, ThreadRecord } from '../issue-records.ts';
import type { PullRecord, RepositoryRecord } from '../records.ts';

/** An issue, or a pull request as the issue that it also is. */
export type IssueLike =
  | { readonly kind: 'issue'; readonly number: number; readonly record: IssueRecord }
  | { readonly kind: 'pull'; readonly number: number; readonly record: PullRecord };

/** All of a repository, newest first. */
export function issuesOf({ issues, pulls }: RepositoryRecord): readonly IssueLike[] {
  const all: readonly IssueLike[] = [
    ...issues.map((record) => ({ kind: 'issue' as const, number: record.number, record })),
    ...pulls.map((record) => ({ kind: 'pull' as const, number: record.number, record })),
  ];
  return all.toSorted((left, right) => right.number - left.number);
}

/** The issue that a route names. */
export function requireIssue({ repository, intParam }: RepositoryContext): IssueLike {
  const number = intParam('issue_number');
  const found = issuesOf(repository).find((issue) => issue.number === number);
  if (found === undefined) throw notFound();
  return found;
}

export function threadOf(repository: RepositoryRecord, number: number): ThreadRecord {
  const thread = repository.threads.get(number) ?? { labels: [], comments: [] };
  repository.threads.set(number, thread);
  return thread;
}

/** Whether the caller may set labels and change what others wrote. */
export function mayTriage({ state, credential, repository }: RepositoryContext): boolean {
  return mayAccess(state, { credential, repository, permission: 'issues:write' });
}

const NEW_LABEL_COLOR = 'ededed';

/** The label of a name; one that nobody made yet is made, as GitHub does. Names ignore case. */
export function ensureLabel({ state, repository }: RepositoryContext, name: string): LabelRecord {
  const key = name.toLowerCase();
  const label = repository.labels.get(key) ?? { id: state.nextId(), name, color: NEW_LABEL_COLOR, description: null };
  repository.labels.set(key, label);
  return label;
}
