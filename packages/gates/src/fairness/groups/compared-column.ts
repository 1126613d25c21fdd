import type { GroupCounts } from '../../decision/group-counts.ts';
import type { Reference } from './group-pairs.ts';

/** One sensitive column as findings speak of it. */
export interface SensitiveColumn {
  readonly name: string;
  readonly groups: GroupCounts;
  /** How a group is called in the decision: with its column where there are several columns. */
  readonly label: (group: string) => string;
}

/** What is reported of one column, gated or not. */
export interface ReportedColumn extends SensitiveColumn {
  readonly reference: Reference;
}

/** A column whose groups are compared, or two that form groups together. */
export interface JudgedColumn extends ReportedColumn {
  readonly isIntersection: boolean;
}
