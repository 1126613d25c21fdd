export type { Admin } from './admin.ts';
export type { Context, Reply, RepositoryContext, Services, Urls } from './context.ts';
export type { EventBus } from './events.ts';
export type { Exchange, ExchangeCheck, Violation } from './exchange.ts';
export type { ArtifactRecord, Credential, GitHubEvent, JobRecord, User, WorkflowRunRecord } from './model.ts';
export type { RepositoryRecord } from './records.ts';
export { type LocalGitHub, type LocalGitHubOptions, startLocalGitHub } from './server.ts';
export type { State } from './state.ts';
