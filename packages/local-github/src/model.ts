/**
 * What the local GitHub knows. The REST API, the git server, the artifact service and the workflow runner all read and
 * write these records; nothing else is shared between them.
 */

export interface User {
  readonly id: number;
  login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  /** Addresses by which commits are mapped to the account. */
  readonly emails: readonly string[];
}

export type PermissionLevel = 'read' | 'write' | 'admin' | 'none';
/** Roles of people in a repository. REST's `permission` knows no `triage` and `maintain`: they read and write there. */
export type RepositoryRole = PermissionLevel | 'triage' | 'maintain';
/** REST permission names with `-` as in workflow files: `contents`, `pull-requests`, `checks`, `members`. */
export type Permissions = Readonly<Record<string, PermissionLevel>>;

export type Credential =
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'app-jwt'; readonly appId: number }
  /** An installation token; `repository` narrows it to one repository, else it reaches those of the installation. */
  | {
      readonly kind: 'app';
      readonly appId: number;
      readonly installationId: number;
      readonly bot: User;
      readonly repository: string | null;
      readonly permissions: Permissions;
    }
  /** The GITHUB_TOKEN of one job. Events it causes start no workflow, dispatches excepted. */
  | {
      readonly kind: 'job';
      readonly bot: User;
      readonly repository: string;
      readonly permissions: Permissions;
      readonly runId: number;
      readonly jobId: number;
    }
  | { readonly kind: 'anonymous' };

/** Something happened that workflows may react to. `payload` has the shape of GitHub's webhook of that name. */
export interface GitHubEvent {
  readonly name:
    | 'push'
    | 'create'
    | 'delete'
    | 'pull_request'
    | 'pull_request_review'
    | 'workflow_run'
    | 'release'
    | 'deployment'
    | 'deployment_status'
    | 'workflow_dispatch'
    | 'repository_dispatch'
    | 'schedule'
    | 'check_run'
    | 'status'
    | 'merge_group';
  readonly action: string | null;
  /** `owner/name`. */
  readonly repository: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** GITHUB_SHA and GITHUB_REF of a run started by it. */
  readonly sha: string;
  readonly ref: string;
  readonly actor: User;
  readonly causedBy: Credential['kind'];
}

export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'neutral'
  | 'timed_out'
  | 'action_required'
  | 'stale';
export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'pending';

export interface WorkflowRunRecord {
  readonly id: number;
  readonly repository: string;
  readonly workflowPath: string;
  readonly name: string;
  /** `run-name:` of the workflow; left out where it says none. */
  readonly displayTitle?: string;
  readonly runNumber: number;
  attempt: number;
  readonly event: string;
  /** Commit that the run is about: the pull request's head, not the merge commit. */
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: string;
  readonly pullRequestNumbers: readonly number[];
  readonly actor: User;
  /** Who ran it again; left out for the first attempt, which the actor began. */
  triggeringActor?: User;
  readonly createdAt: Date;
  /** When the present attempt began; left out for the first. */
  startedAt?: Date;
  updatedAt: Date;
  status: RunStatus;
  conclusion: Conclusion | null;
  /** Of the present attempt. */
  readonly jobs: JobRecord[];
  /** Attempts before the present one, oldest first; left out while there was none. */
  earlier?: readonly RunAttempt[];
}

/** An attempt of a run that is over. */
export type RunAttempt = Pick<
  WorkflowRunRecord,
  'attempt' | 'triggeringActor' | 'startedAt' | 'updatedAt' | 'status' | 'conclusion' | 'jobs'
>;

export interface JobRecord {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  status: RunStatus;
  conclusion: Conclusion | null;
  startedAt: Date | null;
  completedAt: Date | null;
  readonly steps: { name: string; number: number; status: RunStatus; conclusion: Conclusion | null }[];
  /** Masked log lines, in order. */
  readonly log: string[];
  /** Masked step summaries, in order. */
  readonly summaries: string[];
}

export interface ArtifactRecord {
  readonly id: number;
  readonly runId: number;
  readonly jobId: number;
  readonly repository: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** `sha256:…` of the zip, or of the one file that was uploaded without a zip. */
  readonly digest: string;
  /** `application/zip`, or the type of the one file. */
  readonly contentType: string;
  /** Where those bytes lie on this machine. */
  readonly file: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  deleted: boolean;
}

export interface EnvironmentRecord {
  readonly name: string;
  /** Patterns of refs that may use it: `main` for a branch, `tag:*@*` for tags; `null` lets every ref in. */
  refPatterns: readonly string[] | null;
  /** Who must let a job in, and how long it waits; left out where nothing is asked. */
  protection?: EnvironmentProtection;
  readonly secrets: Map<string, string>;
  readonly variables: Map<string, string>;
}

export interface EnvironmentProtection {
  /** At most six; one of them is enough. Empty: nobody is asked. */
  readonly reviewers: readonly EnvironmentReviewer[];
  /** Who started the run may not let it in. */
  readonly preventSelfReview: boolean;
  readonly waitMinutes: number;
}

export interface EnvironmentReviewer {
  readonly type: 'User' | 'Team';
  /** Of the person or team. */
  readonly id: number;
}
