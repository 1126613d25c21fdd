import {
  ActionError,
  type BaselineProfile,
  type CategoriesColumn,
  type ColumnType,
  ConfigError,
  compareCodePoints,
  type DriftRules,
} from '@gatehouse/core';
import type { DriftInput, DriftRole } from '@gatehouse/gates';
import { quoted } from '@gatehouse/tables';
import { columnOf, countedAs, requireSameKind, requireThere, unusable } from './profile.ts';

/** A column that both sides have, and how it is compared. */
export interface PairedColumn {
  readonly column: string;
  readonly role: DriftRole;
  readonly of: CategoriesColumn['of'];
}

/** A side by the types of its columns. */
export type SideColumns = readonly { readonly name: string; readonly type: ColumnType }[];

/** Columns by name that only one side has and nobody excluded. */
export type OneSided = Pick<DriftInput, 'missingColumns' | 'newColumns'>;

/** Columns to compare, and in sentences those that cannot be. */
export interface ColumnChoice extends OneSided {
  readonly columns: readonly PairedColumn[];
  readonly notCompared: readonly string[];
}

/**
 * Chooses the columns to compare: those that the rules name, else all that both sides have and that hold numbers, texts or
 * yes and no. What a rule names must be on both sides, and nothing is left out in silence.
 *
 * @throws ActionError `refused`: `column-missing`, `column-unsupported`, `mixed-types`, `type-mismatch`.
 */
export function chooseDriftColumns(
  reference: SideColumns | BaselineProfile,
  current: SideColumns,
  rules: DriftRules,
): ColumnChoice {
  const known = 'columns' in reference ? Object.keys(reference.columns) : reference.map(({ name }) => name);
  const seen = current.map(({ name }) => name);
  const { target, prediction, exclude } = rules;
  const outputs = [target, prediction].filter((name) => name !== undefined);
  const named = rules.columns === undefined ? null : [...rules.columns, ...outputs];
  for (const side of [known, seen]) {
    requireThere([...(named ?? outputs), ...Object.keys(rules['column-rules'])], side);
  }
  requireThere(exclude, [...known, ...seen]);
  const both = current
    .filter(({ name }) => known.includes(name) && !exclude.includes(name) && (named?.includes(name) ?? true))
    .toSorted((a, b) => compareCodePoints(a.name, b.name));
  const columns: PairedColumn[] = [];
  const notCompared: string[] = [];
  for (const { name, type } of both) {
    const of = kindOf(name, { type, reference });
    // A rule of a column names it as well: passed over, what is critical would be the one thing that is not judged.
    const isNamed = named?.includes(name) === true || outputs.includes(name) || hasRule(name, rules);
    if (of === null && isNamed) throw unusable({ name, type }, 'column-unsupported');
    if (of === null) notCompared.push(`column "${name}", which holds values of type ${type}`);
    else columns.push({ column: name, role: roleOf(name, rules), of });
  }
  if (columns.length > 0) return { columns, notCompared, ...oneSided(known, seen, rules) };
  const fault = {
    where: 'The columns of both sides',
    found: 'none that can be compared',
    allowed: 'at least one column of numbers, texts or yes and no on both sides',
    remedy: 'Name the columns, or compare other data',
  };
  throw new ActionError('refused', fault, { reasonCode: 'column-missing' });
}

function oneSided(known: readonly string[], seen: readonly string[], { columns, exclude }: DriftRules): OneSided {
  if (columns !== undefined) return { missingColumns: [], newColumns: [] };
  const only = (side: readonly string[], other: readonly string[]): readonly string[] =>
    side.filter((name) => !other.includes(name) && !exclude.includes(name)).toSorted(compareCodePoints);
  return { missingColumns: only(known, seen), newColumns: only(seen, known) };
}

function roleOf(name: string, { target, prediction }: DriftRules): DriftRole {
  if (name === target) return 'target';
  return name === prediction ? 'prediction' : 'feature';
}

/** True when the rules say something of this column alone. */
export function hasRule(name: string, rules: DriftRules): boolean {
  return Object.hasOwn(rules['column-rules'], name);
}

/**
 * Without a column that weighs anything, the share of drifted columns has no value. Only the data say which columns those are
 * where the policy does not.
 *
 * @throws ConfigError when every feature has importance 0.
 */
export function requireWeight(columns: readonly PairedColumn[], rules: DriftRules): void {
  const features = columns.filter(({ role }) => role === 'feature');
  if (features.length === 0 || features.some(({ column }) => weightOf(column, rules) > 0)) return;
  throw new ConfigError([
    {
      where: 'gates.drift.column-rules',
      found: 'got importance 0 for every column that is compared',
      allowed: 'The share of drifted columns is weighed by importance, so one of them is above 0',
      remedy: 'Give a column an importance above 0',
    },
  ]);
}

function weightOf(column: string, rules: DriftRules): number {
  return hasRule(column, rules) ? (rules['column-rules'][column]?.importance ?? 1) : 1;
}

/** The kind that both sides have; a side without a value has any. */
function kindOf(
  name: string,
  { type, reference }: { readonly type: ColumnType; readonly reference: SideColumns | BaselineProfile },
): CategoriesColumn['of'] | null {
  if (type === 'mixed') throw unusable({ name, type }, 'mixed-types');
  if ('columns' in reference) {
    const profiled = columnOf(reference, name);
    if (profiled === undefined) return null;
    const known = profiled.kind === 'numbers' ? 'numbers' : profiled.of;
    if (type === 'empty') return known;
    const of = countedAs(type);
    requireSameKind(name, of ?? type, profiled);
    return of;
  }
  const own = reference.find((column) => column.name === name)?.type ?? 'empty';
  if (own === 'mixed') throw unusable({ name, type: own }, 'mixed-types');
  if (type === 'empty' || own === 'empty') return countedAs(type === 'empty' ? own : type) ?? 'texts';
  const [first, second] = [countedAs(own), countedAs(type)];
  // A time that became a list is another type too, though neither can be compared.
  if (first === second && (first !== null || own === type)) return first;
  const fault = {
    where: `column ${quoted(name)}`,
    found: `values of type ${type}, and of type ${own} in the reference`,
    allowed: 'values of one type: 1 is 1.0, and not "1"',
    remedy: 'Correct the values, or leave the column out',
  };
  throw new ActionError('refused', fault, { reasonCode: 'type-mismatch' });
}
