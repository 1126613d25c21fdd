/** A commit SHA: 40 lower-case hex digits. */
export type CommitSha = string;
