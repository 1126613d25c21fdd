import type { DeploymentRecord, ReleaseRecord } from './delivery-records.ts';
import type { IssueRecord, LabelRecord, ThreadRecord } from './issue-records.ts';
import type {
  ArtifactRecord,
  Conclusion,
  Credential,
  EnvironmentRecord,
  PermissionLevel,
  Permissions,
  RepositoryRole,
  User,
  WorkflowRunRecord,
} from './model.ts';

export type { AssetRecord, DeploymentRecord, DeploymentStatusRecord, ReleaseRecord } from './delivery-records.ts';

/** A repository and everything that belongs to it. Git objects and refs live in `gitDir`, never here. */
export interface RepositoryRecord {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  /** `owner/name` as written; look-ups ignore case. */
  readonly fullName: string;
  readonly gitDir: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  /** Full name of the repository that this one was forked from. */
  readonly forkOf: string | null;
  readonly createdAt: Date;
  pushedAt: Date;
  updatedAt: Date;
  /** Issues and pull requests share one sequence of numbers. */
  lastNumber: number;
  /** By numeric user id. */
  readonly collaborators: Map<number, RepositoryRole>;
  /** By branch name or pattern. */
  readonly protections: Map<string, ProtectionRecord>;
  readonly rulesets: RulesetRecord[];
  immutableReleases: boolean;
  /** Tag names of immutable releases, also of deleted ones: never to be used again. */
  readonly burnedTags: Set<string>;
  readonly pulls: PullRecord[];
  readonly checkRuns: CheckRunRecord[];
  readonly statuses: StatusRecord[];
  readonly releases: ReleaseRecord[];
  readonly deployments: DeploymentRecord[];
  readonly runs: WorkflowRunRecord[];
  readonly artifacts: ArtifactRecord[];
  readonly environments: Map<string, EnvironmentRecord>;
  readonly secrets: Map<string, string>;
  readonly variables: Map<string, string>;
  /** Who moved which ref, oldest first. */
  readonly activity: RefUpdate[];
  /** By name of the base branch; entries in the order in which they will be merged. */
  readonly mergeQueues: Map<string, MergeQueueEntry[]>;
  readonly issues: IssueRecord[];
  /** Labels and comments by number of the issue or pull request. */
  readonly threads: Map<number, ThreadRecord>;
  /** By lower-case name. */
  readonly labels: Map<string, LabelRecord>;
  /** Jobs that wait at the door of an environment. */
  readonly pendingDeployments: PendingDeployment[];
}

/** A job that waits for an environment's timer or reviewers. */
export interface PendingDeployment {
  readonly runId: number;
  readonly jobId: number;
  readonly environment: string;
  readonly startedAt: Date;
  /** Lets the job in, or fails it; what the timer says is asked again. */
  readonly decide: (decision: 'approved' | 'rejected') => void;
  /** Asks the timer again. */
  readonly wake: () => void;
}

/** One pull request in the merge queue of its base branch. */
export interface MergeQueueEntry {
  readonly id: number;
  readonly pullNumber: number;
  /** Head of the pull request when it was queued; another head takes it out of the queue. */
  readonly headSha: string;
  readonly enqueuer: User;
  readonly enqueuedAt: Date;
  /** `LOCKED`: about to be merged. */
  state: 'QUEUED' | 'AWAITING_CHECKS' | 'MERGEABLE' | 'UNMERGEABLE' | 'LOCKED';
  /** Counted from one. */
  position: number;
  /** What the group was built on: the base branch, or the group before it. `null` while there is no group. */
  baseSha: string | null;
  /** Head of the group: the commit that the base branch will point at. `null` while there is no group. */
  groupSha: string | null;
  /** Full name of the group's temporary branch. */
  groupRef: string | null;
  /** When `merge_group` asked for checks; the queue's time limit counts from here. */
  checksRequestedAt: Date | null;
}

export interface RefUpdate {
  readonly id: number;
  readonly kind: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  readonly ref: string;
  /** Forty zeros when the ref was created. */
  readonly before: string;
  /** Forty zeros when the ref was deleted. */
  readonly after: string;
  readonly actor: User;
  readonly at: Date;
}

export interface OrgRecord {
  readonly account: User;
  readonly members: Map<number, 'admin' | 'member'>;
  /** What every member may do in every repository of the organisation. */
  basePermission: PermissionLevel;
}

export interface TeamRecord {
  readonly id: number;
  readonly org: string;
  readonly slug: string;
  readonly name: string;
  readonly parentId: number | null;
  readonly members: Map<number, 'maintainer' | 'member'>;
  /** `secret`: seen by its members and by administrators only. */
  readonly privacy: 'closed' | 'secret';
  /** By repository id. */
  readonly repositories: Map<number, RepositoryRole>;
  readonly createdAt: Date;
}

export interface AppRecord {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly clientId: string;
  readonly owner: User;
  readonly bot: User;
  readonly permissions: Permissions;
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
  readonly createdAt: Date;
}

export interface InstallationRecord {
  readonly id: number;
  readonly appId: number;
  readonly account: User;
  /** Full names, or every repository of the account. */
  readonly repositories: 'all' | ReadonlySet<string>;
  readonly permissions: Permissions;
  readonly createdAt: Date;
}

export interface TokenRecord {
  readonly token: string;
  readonly credential: Credential;
  readonly expiresAt: Date | null;
  revoked: boolean;
}

export interface PullRecord {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: User;
  readonly headRef: string;
  readonly headRepository: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  state: 'open' | 'closed';
  draft: boolean;
  merged: boolean;
  mergedAt: Date | null;
  mergedBy: User | null;
  /** The test merge while open, the real one when merged. */
  mergeCommitSha: string | null;
  mergeable: boolean | null;
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  readonly reviews: ReviewRecord[];
  /** Oldest first. */
  readonly baseChanges: BaseChangeRecord[];
}

/** Somebody gave a pull request another base. */
export interface BaseChangeRecord {
  readonly id: number;
  readonly at: Date;
  readonly by: User;
  readonly from: string;
  readonly to: string;
}

export interface ReviewRecord {
  readonly id: number;
  readonly user: User;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** `null` when the commit is gone. */
  commitId: string | null;
  /** What the pull request changed when the review was submitted; a push that changes nothing of it is not stale. */
  diffDigest: string | null;
  submittedAt: Date | null;
}

export interface ProtectionRecord {
  requiredStatusChecks: { readonly strict: boolean; readonly checks: readonly RequiredCheck[] } | null;
  requiredReviews: RequiredReviews | null;
  enforceAdmins: boolean;
  allowForcePushes: boolean;
  allowDeletions: boolean;
}

export interface RequiredCheck {
  readonly context: string;
  /** Only a check run of this App counts; `null` lets any source count. */
  readonly appId: number | null;
}

export interface RequiredReviews {
  readonly count: number;
  readonly dismissStale: boolean;
  readonly requireLastPushApproval: boolean;
}

export interface RulesetRecord {
  readonly id: number;
  readonly name: string;
  readonly target: 'branch' | 'tag';
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  /** Patterns of full ref names, or `~DEFAULT_BRANCH`, `~ALL`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly bypass: readonly BypassActor[];
  readonly rules: readonly RulesetRule[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RulesetRule {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface BypassActor {
  /** `null` where the kind alone says who: administrators of the organisation, deploy keys. */
  readonly actorId: number | null;
  readonly actorType: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'User' | 'DeployKey';
  /** `pull_request`: not for pushes. `exempt`: as `always`, but nothing is written down about it. */
  readonly mode: 'always' | 'pull_request' | 'exempt';
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly title: string | null;
  readonly message: string;
  readonly raw_details: string | null;
}

export interface CheckRunRecord {
  readonly id: number;
  readonly suiteId: number;
  readonly appId: number;
  name: string;
  readonly headSha: string;
  status: 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';
  conclusion: Conclusion | null;
  detailsUrl: string | null;
  externalId: string;
  startedAt: Date | null;
  completedAt: Date | null;
  output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null };
  readonly annotations: CheckAnnotation[];
}

export interface StatusRecord {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: User;
  readonly createdAt: Date;
}
