import type { EnvironmentRecord, GitHubEvent, JobRecord, Permissions, User, WorkflowRunRecord } from '../model.ts';
import type { GateDecision, GateRequest } from './jobs/environment-gate.ts';

export interface RepositoryFacts {
  readonly id: number;
  readonly fullName: string;
  readonly owner: User;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
}

export interface HostUrls {
  readonly api: string;
  readonly server: string;
  readonly results: string;
}

/** What the runner needs of the GitHub that it works for, and nothing more. */
export interface RunnerHost {
  readonly urls: HostUrls;
  now(): Date;
  nextId(): number;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: GitHubEvent) => void): () => void;
  /** Emits `workflow_run` for a run of the runner. */
  emitWorkflowRun(run: WorkflowRunRecord, action: 'requested' | 'in_progress' | 'completed'): Promise<void>;
  /** Emits `schedule`, as GitHub does when the time of a cron expression has come. */
  emitSchedule(repository: string, cron: string): Promise<void>;
  repository(fullName: string): RepositoryFacts;
  repositories(): readonly RepositoryFacts[];
  /** Commit of a full ref name such as `refs/heads/main`, or `null`. */
  resolveRef(repository: string, ref: string): Promise<string | null>;
  /** Paths of `.github/workflows/*.yml|yaml` at a commit. */
  listWorkflowFiles(repository: string, commit: string): Promise<readonly string[]>;
  /** Text of a file at a commit, or `null` when that commit has none. */
  readFile(repository: string, commit: string, path: string): Promise<string | null>;
  /** Files changed between two commits, or since their common ancestor. */
  changedFiles(
    repository: string,
    range: { readonly base: string; readonly head: string; readonly sinceCommonAncestor: boolean },
  ): Promise<readonly string[]>;
  secrets(repository: string): ReadonlyMap<string, string>;
  variables(repository: string): ReadonlyMap<string, string>;
  /** `null` when nobody configured that environment. */
  environment(repository: string, name: string): EnvironmentRecord | null;
  /** Adds a run to the repository's list. */
  addRun(run: WorkflowRunRecord): void;
  /** The highest number that a run of this workflow file has, 0 for none. */
  lastRunNumber(repository: string, workflowPath: string): number;
  issueJobToken(grant: JobTokenGrant): string;
  /** What the artifact service accepts from the job. */
  issueRuntimeToken(job: Omit<JobTokenGrant, 'permissions'>): string;
  /** Ends both tokens of a job. */
  revokeTokens(tokens: { readonly jobToken: string; readonly runtimeToken: string }): void;
  /** The check run that carries a job's name on the run's head commit. */
  startCheck(run: WorkflowRunRecord, job: JobRecord): JobCheck;
  /** Waits for the timer and reviewers of an environment; `null` where it asks for neither. */
  waitForDeployment(repository: string, request: GateRequest): Promise<GateDecision> | null;
  /** Jobs that wait for a timer look at the clock again. */
  wakeDeployments(): void;
  /** Records that a job deploys to an environment; the returned function records how it ended. */
  startDeployment(deployment: JobDeployment): (outcome: { readonly success: boolean; readonly url: string }) => void;
}

export interface JobTokenGrant {
  readonly repository: string;
  readonly runId: number;
  readonly jobId: number;
  readonly permissions: Permissions;
}

export interface JobCheck {
  /** Copies the job's status, conclusion and times. */
  update(job: JobRecord): void;
}

export interface JobDeployment {
  readonly repository: string;
  readonly environment: string;
  readonly sha: string;
  readonly ref: string;
  readonly logUrl: string;
}
