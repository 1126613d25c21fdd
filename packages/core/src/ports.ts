import type { BranchPulls } from './branch-pulls.ts';
import type { CommitSha } from './commit-sha.ts';
import type { Digest } from './digest.ts';

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

/** What to read of one commit, all at once. Paths are relative to the root, without a `/` at either end. */
export interface Wanted {
  readonly files?: readonly string[];
  /** Only the files directly in a folder are read. */
  readonly folders?: readonly string[];
}

/** What one commit holds of the {@link Wanted}: every path that was asked for has an entry. */
export interface TreeView {
  /** `null` where the commit has no such file. A link or submodule of that name is an error. */
  readonly files: ReadonlyMap<string, Uint8Array | null>;
  /** Of each folder its files by full path; a folder that is not there is an empty map. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>;
}

/** Reads the repository at a commit, never a branch name that can move. */
export interface RepositoryContents {
  /** What the tip of the default branch holds, in one request: all of it from the one `commit`. */
  readTip(wanted: Wanted): Promise<TreeView & { readonly branch: string; readonly commit: CommitSha }>;
  /** What a commit holds. A commit that is not there, or a token that may not read, throws. */
  readAt(commit: CommitSha, wanted: Wanted): Promise<TreeView>;
  /** Commits of a push from `before` to `after`, newest first, or `null` when `before` is no ancestor of `after`. */
  commitsBetween(before: CommitSha, after: CommitSha): Promise<readonly CommitSha[] | null>;
  /**
   * What a head changes since it left `base`. Both are SHAs: what is said of a pull request by its number is about
   * whatever its branch points at by then.
   *
   * @throws ActionError `refused`, reason `too-many-files`, when GitHub lists neither the changes nor the trees whole.
   */
  comparison(base: CommitSha, head: CommitSha): Promise<Comparison>;
  /**
   * Accounts that the trailers `Co-authored-by` of these commits name, as far as GitHub maps their addresses. Anybody can
   * write a trailer: it may take a right away from the account, never give one.
   */
  coAuthors(commits: readonly CommitSha[]): Promise<readonly Account[]>;
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
  /** Tip of the base branch, as of the last time that GitHub looked. */
  readonly baseSha: CommitSha;
  readonly draft: boolean;
  readonly merged: boolean;
  readonly mergedAt: Date | null;
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

/** What lies between two commits. */
export interface Comparison {
  /** Every path that differs, of a renamed file both; complete. */
  readonly files: readonly string[];
  /** `truncated` when there are more than 249, as many as a pull request shows for certain. */
  readonly commits: { readonly commits: readonly PullCommit[]; readonly truncated: boolean };
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
  /** Open, closed and merged ones whose head branch has this name, those of forks too. */
  ofBranch(branch: string): Promise<BranchPulls>;
  /** Reviews that were submitted, oldest first, without those of deleted accounts. */
  reviews(number: number): Promise<readonly Review[]>;
}

/** Who may do what. `unknown` is not `no`. Questions of the same tick go out as one request. */
export interface People {
  /** Permission of each account by its numeric id; every account that was asked for has an entry. */
  permissions(accounts: readonly Account[]): Promise<ReadonlyMap<number, Permission>>;
  /** Account of each login as given, `null` where there is none. */
  accounts(logins: readonly string[]): Promise<ReadonlyMap<string, Account | null>>;
  /** Members of each `org/slug` as given, those of child teams too; `null` where the token cannot see the team. */
  teams(names: readonly string[]): Promise<ReadonlyMap<string, readonly Account[] | null>>;
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
  /** Head of the ledger that the check was decided by. Without one, the head that was posted before stays. */
  readonly ledgerHead?: LedgerHead;
}

/** An entry of the ledger by number and digest: whoever remembers one notices when it is cut off or rewritten. */
export interface LedgerHead {
  readonly seq: number;
  readonly digest: Digest;
}

/** What the check of a commit says now. */
export interface PostedCheck {
  /** The App's check run, or `null` when there is none yet or the check is a commit status. */
  readonly id: number | null;
  /** Since when each tuple waits for approvals; `unknown` for a commit status, which any workflow could forge. */
  readonly announcements: ReadonlyMap<Digest, Date> | 'unknown';
  readonly ledgerHead: LedgerHead | null;
  /** What it shows, so that the same need not be posted again; `null` when nothing was posted or it cannot be told. */
  readonly shows: Pick<GovernanceCheck, 'externalId' | 'state' | 'title'> | null;
}

/** Writes the one check to require, by App check run or commit status. */
export interface Checks {
  /** What this writer posted on a commit before; a check of another App is never looked at. */
  current(headSha: CommitSha): Promise<PostedCheck>;
  /** @param current what {@link current} gave for this head: it is updated and what it remembers kept; left out, it is read */
  post(check: GovernanceCheck, current?: PostedCheck): Promise<{ readonly url: string }>;
}

/** A comment on a pull request that this token's own account wrote. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

/** Comments on pull requests. What others wrote is never read or changed. */
export interface Comments {
  /** Comments of this token's own account, oldest first. */
  own(pullRequest: number): Promise<readonly OwnComment[]>;
  create(pullRequest: number, body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
}

/** Who moved a branch, whatever the commits say of themselves. */
export interface Pushes {
  /** `complete` is false when the branch was moved more often than GitHub tells at once. */
  pushers(branch: string): Promise<{ readonly accounts: readonly Account[]; readonly complete: boolean }>;
}

/** A pull request in a merge group, at the head that was queued. */
export interface QueuedPull {
  readonly number: number;
  readonly headSha: CommitSha;
}

/** The queue that merges pull requests in groups. */
export interface MergeQueue {
  /**
   * Pull requests whose changes the group with this head commit holds: from the front of the queue to the entry that
   * made it. `null` when no entry has that head, because the group was dissolved or merged.
   */
  groupOf(headSha: CommitSha): Promise<readonly QueuedPull[] | null>;
}

export interface WorkflowRun {
  readonly id: number;
  readonly headSha: CommitSha;
  readonly headBranch: string | null;
  readonly event: string;
  readonly name: string;
  /** The workflow file, as in `.github/workflows/train.yml`. */
  readonly path: string;
  readonly createdAt: Date;
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
  /** When GitHub deletes it; `null` where it does not say. */
  readonly expiresAt: Date | null;
  readonly digest: Digest | null;
  readonly runId: number;
}

/** Reads workflow runs and their artifacts through the REST API. */
export interface WorkflowRuns {
  get(runId: number): Promise<WorkflowRun>;
  listForHead(headSha: CommitSha): Promise<readonly WorkflowRun[]>;
  artifacts(runId: number): Promise<readonly ArtifactInfo[]>;
  /** Artifacts of this name of all runs of the repository, newest first. Whoever starts a workflow chooses such names. */
  artifactsNamed(name: string): Promise<readonly ArtifactInfo[]>;
  artifact(artifactId: number): Promise<ArtifactInfo>;
  /** The artifact's zip; the caller hashes and unpacks it. */
  download(artifactId: number): Promise<Uint8Array>;
}

/**
 * The orphan branch `gatehouse-evidence`. `append` writes one commit that only adds files: the caller has seen that the
 * paths are new at `expectedHead`. It answers `conflict: true`, and no head, when the branch is at another head, so that
 * the caller re-reads and decides anew. The commit that came first may be this very one: the answer of a request that
 * took effect can be lost on the way.
 */
export interface EvidenceBranch {
  /**
   * What the tip of the branch holds, in one request, with the tip commit's message. `null`: the repository can be read
   * and has no such branch.
   */
  readTip(wanted: Wanted): Promise<(TreeView & { readonly head: CommitSha; readonly message: string }) | null>;
  readAt(head: CommitSha, wanted: Wanted): Promise<TreeView>;
  append(change: EvidenceChange): Promise<{ readonly conflict: boolean; readonly head: CommitSha | null }>;
}

export interface EvidenceChange {
  readonly message: string;
  /** The branch head that the caller read; `null` creates the branch. */
  readonly expectedHead: CommitSha | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
}
