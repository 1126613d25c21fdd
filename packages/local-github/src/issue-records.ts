import type { User } from './model.ts';

export interface IssueRecord {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  readonly user: User;
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

/** What issues and pull requests have in common, by their number. */
export interface ThreadRecord {
  /** Names, in the order in which they were added. */
  labels: readonly string[];
  readonly comments: IssueComment[];
}

export interface IssueComment {
  readonly id: number;
  body: string;
  readonly user: User;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface LabelRecord {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}
