import type { User } from './model.ts';

export interface ReleaseRecord {
  readonly id: number;
  tagName: string;
  targetCommitish: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  /** Set on publication, when the repository's flag is on. */
  immutable: boolean;
  /** `legacy` lets the date of the commit decide. */
  makeLatest: 'true' | 'false' | 'legacy';
  readonly author: User;
  /** Date of the commit that the release is about. */
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
  readonly assets: AssetRecord[];
}

export interface AssetRecord {
  readonly id: number;
  name: string;
  label: string | null;
  /** `starter` is what an upload that broke off leaves behind. */
  state: 'uploaded' | 'open' | 'starter';
  readonly contentType: string;
  sizeBytes: number;
  /** `sha256:…`, taken while the bytes came in; `null` until they all have. */
  digest: string | null;
  readonly file: string;
  downloadCount: number;
  readonly uploader: User;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface DeploymentRecord {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly originalEnvironment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: User;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly statuses: DeploymentStatusRecord[];
}

export interface DeploymentStatusRecord {
  readonly id: number;
  state: 'error' | 'failure' | 'inactive' | 'pending' | 'success' | 'queued' | 'in_progress';
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: User;
  readonly createdAt: Date;
}
