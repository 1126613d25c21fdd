import type { Digest } from './digest.ts';

/** A commit SHA: 40 lower-case hex digits. */
export type CommitSha = string;

/** A GitHub account; compare `id`, never `login`, which its owner may change. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** Source of time. Pure code takes instants as arguments; only adapters hold a clock. */
export interface Clock {
  now(): Date;
}

/** Reads the repository at a commit, never a branch name that can move. */
export interface RepositoryContents {
  /** Name of the default branch: the only branch whose policy counts. */
  defaultBranch(): Promise<string>;
  /** SHA that the branch points at now. */
  branchHead(branch: string): Promise<CommitSha>;
  /** Bytes of one file, or `null` when that commit has no such file. A token without permission throws instead. */
  readFile(path: string, commit: CommitSha): Promise<Uint8Array | null>;
  /** Every file of the commit's tree with its git blob id; throws when GitHub truncates the listing. */
  listFiles(commit: CommitSha): Promise<readonly TreeFile[]>;
}

export interface TreeFile {
  readonly path: string;
  readonly blobSha: string;
  /** `100644`, `100755`, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
}

export interface PullRequest {
  readonly number: number;
  readonly author: Account;
  readonly headSha: CommitSha;
  readonly headRef: string;
  readonly baseRef: string;
  readonly merged: boolean;
  readonly mergeCommitSha: CommitSha | null;
  readonly open: boolean;
  /** True when the head branch is in another repository. */
  readonly fromFork: boolean;
  readonly url: string;
}

export interface PullCommit {
  readonly sha: CommitSha;
  /** `null` when GitHub maps the e-mail address to no account. */
  readonly author: Account | null;
  readonly committer: Account | null;
}

export interface Review {
  readonly id: number;
  readonly reviewer: Account;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** `null` when the commit was deleted. */
  readonly commitSha: CommitSha | null;
  readonly submittedAt: Date;
}

export type Permission = 'admin' | 'write' | 'read' | 'none' | 'unknown';

/** Pull requests and what people did to them. */
export interface PullRequests {
  get(number: number): Promise<PullRequest>;
  /** Open and merged pull requests whose head or merge commit is `sha`. */
  ofCommit(sha: CommitSha): Promise<readonly PullRequest[]>;
  listOpen(): Promise<readonly PullRequest[]>;
  changedFiles(number: number): Promise<readonly string[]>;
  /** At most 250 commits, as GitHub lists them; `truncated` when there are more. */
  commits(number: number): Promise<{ readonly commits: readonly PullCommit[]; readonly truncated: boolean }>;
  reviews(number: number): Promise<readonly Review[]>;
}

/** Who may do what. `unknown` is not `no`. */
export interface People {
  permission(account: Account): Promise<Permission>;
  /** Account of a login, or `null` when there is none. */
  account(login: string): Promise<Account | null>;
  /** Members of `org/slug`, or `null` when the token cannot see the team. */
  teamMembers(team: string): Promise<readonly Account[] | null>;
}

export type CheckState = 'success' | 'failure' | 'waiting';

export interface GovernanceCheck {
  readonly headSha: CommitSha;
  readonly state: CheckState;
  readonly title: string;
  readonly summary: string;
  /** Digest of the tuple, or of the reason there is none. */
  readonly externalId: string;
  readonly detailsUrl?: string;
  /** Tuples that the check is about: the first time it is posted with one is the time from which reviews of it count. */
  readonly announces?: readonly Digest[];
}

/** Writes the one check to require, by App check run or commit status. */
export interface Checks {
  post(check: GovernanceCheck): Promise<{ readonly url: string }>;
  /**
   * When the check of this head was first posted with this tuple, without another one replacing it since. `unknown` when
   * this kind of check keeps no such time: a commit status, which any workflow could forge as well.
   */
  announcedAt(headSha: CommitSha, tuple: Digest): Promise<Date | 'not-announced' | 'unknown'>;
}

/** Who moved a branch, whatever the commits say of themselves. */
export interface Pushes {
  /** `complete` is false when the branch was moved more often than GitHub tells at once. */
  pushers(branch: string): Promise<{ readonly accounts: readonly Account[]; readonly complete: boolean }>;
}

export interface WorkflowRun {
  readonly id: number;
  readonly headSha: CommitSha;
  readonly headBranch: string | null;
  readonly event: string;
  readonly name: string;
  readonly actor: Account;
  readonly triggeringActor: Account;
  readonly conclusion: string | null;
  readonly fromFork: boolean;
  readonly pullRequestNumbers: readonly number[];
}

export interface ArtifactInfo {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly expired: boolean;
  readonly digest: Digest | null;
  readonly runId: number;
}

/** Reads workflow runs and their artifacts through the REST API. */
export interface WorkflowRuns {
  get(runId: number): Promise<WorkflowRun>;
  listForHead(headSha: CommitSha): Promise<readonly WorkflowRun[]>;
  artifacts(runId: number): Promise<readonly ArtifactInfo[]>;
  artifact(artifactId: number): Promise<ArtifactInfo>;
  /** The artifact's zip; the caller hashes and unpacks it. */
  download(artifactId: number): Promise<Uint8Array>;
}

/**
 * The orphan branch `gatehouse-evidence`. `append` writes one commit that only adds files; it fails with
 * `conflict: true` when a path exists or the branch moved, so that the caller re-reads and tries again.
 */
export interface EvidenceBranch {
  head(): Promise<CommitSha | null>;
  read(path: string): Promise<Uint8Array | null>;
  list(folder: string): Promise<readonly string[]>;
  append(change: EvidenceChange): Promise<{ readonly conflict: boolean; readonly head: CommitSha | null }>;
}

export interface EvidenceChange {
  readonly message: string;
  /** The branch head that the caller read; `null` creates the branch. */
  readonly expectedHead: CommitSha | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: 'uploaded' | 'starter';
  readonly digest: Digest | null;
  readonly url: string;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
  readonly immutable: boolean;
  readonly targetCommit: string;
  readonly url: string;
  readonly uploadUrl: string;
  readonly assets: readonly ReleaseAsset[];
}

/** Releases of one repository, drafts included when the token may see them. */
export interface Releases {
  list(): Promise<readonly Release[]>;
  byTag(tag: string): Promise<Release | null>;
  get(id: number): Promise<Release>;
  createDraft(draft: {
    readonly tag: string;
    readonly targetCommit: CommitSha;
    readonly title: string;
    readonly body: string;
  }): Promise<Release>;
  /** Streams the file; `sizeBytes` is sent as Content-Length. */
  upload(release: Release, asset: AssetSource): Promise<ReleaseAsset>;
  deleteAsset(assetId: number): Promise<void>;
  deleteDraft(id: number): Promise<void>;
  publish(id: number): Promise<Release>;
  /** Bytes of an asset as a stream. */
  download(assetId: number): Promise<AsyncIterable<Uint8Array>>;
}

export interface AssetSource {
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Annotated tags. */
export interface Tags {
  /** Tags whose name starts with `prefix`, each with the commit it points at, peeled; lightweight ones are left out. */
  list(prefix: string): Promise<readonly AnnotatedTag[]>;
  create(tag: { readonly name: string; readonly commit: CommitSha; readonly message: string }): Promise<void>;
}

export interface AnnotatedTag {
  readonly name: string;
  readonly commit: CommitSha;
  readonly message: string;
}

export interface Deployments {
  create(deployment: {
    readonly ref: string;
    readonly environment: string;
    readonly description: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }): Promise<number>;
  setState(
    id: number,
    status: {
      readonly state: 'in_progress' | 'success' | 'failure' | 'error';
      readonly description: string;
      readonly logUrl?: string;
    },
  ): Promise<void>;
}

/** Starts a workflow by name; used where an event made with the job's own token would start nothing. */
export interface Dispatch {
  workflow(file: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<void>;
}
