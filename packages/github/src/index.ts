export { CHECK_NAME, type CheckWriter } from './checks.ts';
export type { ClientOptions, Log } from './client.ts';
export { createGitHub, EVIDENCE_BRANCH, type GitHub, type GitHubOptions } from './github.ts';
