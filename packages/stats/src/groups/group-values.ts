import { type Measured, type Undefined, type UndefinedReason, undefinedFor } from '../measured.ts';

/** A measure of each group. */
export type GroupValues = ReadonlyMap<string, Measured>;

/** Between which groups a measure differs most. The first in the order of the map stands for equal ones. */
export interface GroupExtremes {
  readonly lowest: string;
  readonly highest: string;
  /** Groups without a value: they entered neither end, so whoever judges must judge them apart. */
  readonly undefinedGroups: readonly string[];
}

/** The groups with the lowest and the highest value; `null` when no group has one. */
export function extremeGroups(values: GroupValues): GroupExtremes | null {
  let lowest: NamedValue | null = null;
  let highest: NamedValue | null = null;
  const known = definedGroups(values);
  for (const own of known) {
    if (lowest === null || own.value < lowest.value) lowest = own;
    if (highest === null || own.value > highest.value) highest = own;
  }
  if (lowest === null || highest === null) return null;
  const undefinedGroups = [...values].flatMap(([group, { value }]) => (value === null ? [group] : []));
  return { lowest: lowest.group, highest: highest.group, undefinedGroups };
}

/** A group and its value. */
export interface NamedValue {
  readonly group: string;
  readonly value: number;
}

/** The groups that have a value. */
export function definedGroups(values: GroupValues): readonly NamedValue[] {
  return [...values].flatMap(([group, { value }]) => (value === null ? [] : [{ group, value }]));
}

/** Why groups cannot be compared: there is none, none has a value (the reason of the first), or only one has. */
export function whyNotComparable(values: GroupValues): Undefined {
  const reasons = [...values.values()].flatMap(({ undefinedReason }): readonly UndefinedReason[] =>
    undefinedReason === null ? [] : [undefinedReason],
  );
  if (reasons.length < values.size) return undefinedFor('single-group');
  return undefinedFor(reasons[0] ?? 'empty-group');
}
