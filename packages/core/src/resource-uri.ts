import type { CommitSha } from './commit-sha.ts';

/** The repository, head and model that a summary is about, as one URI: evidence of one head cannot be shown under another. */
export interface SummaryResource {
  /** Page of the repository: `https://github.com/owner/name`. */
  readonly repositoryUrl: string;
  readonly headSha: CommitSha;
  readonly model: string;
}

/** `https://github.com/owner/name@<head>#<model>`. */
export function resourceUri(resource: SummaryResource): string {
  return `${resource.repositoryUrl}@${resource.headSha}#${resource.model}`;
}
