export { createJobToken, revokeToken } from './access/tokens.ts';
export type { Admin } from './admin.ts';
export { issueRuntimeToken, type RuntimeGrant, revokeRuntimeToken } from './artifacts/runtime-token.ts';
export type { Context, Reply, RepositoryContext, Services, Urls } from './context.ts';
export type { EventBus } from './events.ts';
export type { CallRecord } from './http/call-log.ts';
export type { Exchange, ExchangeCheck, Violation } from './http/exchange.ts';
export type { Fault, Faults } from './http/faults.ts';
export type { RateLimits } from './http/request-limits.ts';
export type {
  ArtifactRecord,
  Credential,
  GitHubEvent,
  JobRecord,
  Permissions,
  User,
  WorkflowRunRecord,
} from './model.ts';
export { createOpenApiValidator, type OpenApiValidator } from './openapi/validator.ts';
export type { AppRecord, InstallationRecord, MergeQueueEntry, RepositoryRecord } from './records.ts';
export { knownRoutes } from './routes/all.ts';
export type { RunnerProgress } from './runner/progress.ts';
export { type Runner, type RunnerOptions, startRunner } from './runner/runner.ts';
export { type LocalGitHub, type LocalGitHubOptions, startLocalGitHub } from './server.ts';
export type { State } from './state.ts';
