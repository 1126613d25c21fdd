import { requireAccess } from '../access/access.ts';
import type { Services } from '../context.ts';
import type { JsonObject } from '../http/body.ts';
import type { RateWindow } from '../http/rate-limit.ts';
import type { Credential, PermissionLevel, User } from '../model.ts';
import type { CheckRunRecord, PullRecord, RepositoryRecord } from '../records.ts';

/** One object of an answer: fields by name, where a function is asked for its value with the field's arguments. */
export type GraphNode = JsonObject & { readonly __typename: string };

/** One page of a connection is asked from this, whatever its type. */
export type Connection = JsonObject;

/** The runs of one check suite; there is at least one. */
export type SuiteRuns = readonly [CheckRunRecord, ...CheckRunRecord[]];

/** Who asks, and how each kind of object is made; the kinds know each other only through this. */
export interface Graph extends Services {
  readonly credential: Credential;
  repository(record: RepositoryRecord): GraphNode;
  ref(repository: RepositoryRecord, ref: string, sha: string): GraphNode;
  /** A commit, tree, blob or tag. */
  object(repository: RepositoryRecord, sha: string): Promise<GraphNode | null>;
  commit(repository: RepositoryRecord, sha: string): GraphNode;
  pull(repository: RepositoryRecord, pull: PullRecord): GraphNode;
  suites(repository: RepositoryRecord, sha: string, args: JsonObject): Connection;
  mergeQueue(repository: RepositoryRecord, branch: string): GraphNode | null;
  mergeQueueEntry(repository: RepositoryRecord, pull: PullRecord): GraphNode | null;
  /** Person, bot or organisation; `null` where the account was deleted. */
  actor(user: User): GraphNode | null;
  organization(account: User): GraphNode;
}

/** What one request costs, and what the caller has left. */
export interface QueryBudget {
  readonly cost: number;
  readonly nodeCount: number;
  readonly window: RateWindow;
}

/** Throws as the REST API does where the credential lacks the permission. */
export function requirePermission(
  { state, credential }: Graph,
  repository: RepositoryRecord,
  needed: { readonly permission: string; readonly userLevel?: Exclude<PermissionLevel, 'none'> },
): void {
  requireAccess(state, { credential, repository, options: { operationId: null, ...needed } });
}
