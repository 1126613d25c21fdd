import { ActionError, ConfigError, type FairnessGateConfig } from '@gatehouse/core';
import type { GroupCounts } from '../../decision/group-counts.ts';
import { OUTCOMES } from '../rows/row-sampling.ts';
import type { ReportedColumn } from './compared-column.ts';
import { ALL_ROWS } from './group-pairs.ts';
import { type IntersectedColumn, type IntersectionCounts, intersectColumns, MOST_CELLS } from './intersections.ts';

const MOST_GROUPS = 50;

/**
 * The sensitive columns of the policy with their groups.
 *
 * @throws ConfigError when one is not among `groups`, has more than 50 or one called as all rows are; ActionError `bug` for a
 * bad count.
 */
export function sensitiveColumns(
  config: FairnessGateConfig,
  groups: ReadonlyMap<string, GroupCounts>,
): readonly ReportedColumn[] {
  const names = [...new Set(config.sensitive)];
  const faults = names.flatMap((name) => {
    const found = groups.get(name);
    if (found?.has(ALL_ROWS)) return [reservedName(name)];
    if (found !== undefined && found.size <= MOST_GROUPS) return [];
    return [
      found === undefined ? unknownColumn(name, [...groups.keys()]) : tooManyGroups(name, found.size, MOST_GROUPS),
    ];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return names.map((name) => {
    const own = groups.get(name) ?? new Map();
    for (const counts of own.values()) checkCounts(OUTCOMES.map((outcome) => counts[outcome]));
    const references = config['reference-groups'];
    // A column may be called as what every object has: `constructor`.
    const group = Object.hasOwn(references, name) ? references[name] : undefined;
    return {
      name,
      groups: own,
      label: (value) => (names.length === 1 || value === ALL_ROWS ? value : `${name}=${value}`),
      reference: group === undefined ? config.reference : { group },
    };
  });
}

function unknownColumn(name: string, known: readonly string[]): ConfigError['faults'][number] {
  return {
    where: 'gatehouse.yml, gates.fairness.sensitive',
    found: `"${name}"`,
    allowed: `one of the protected columns: ${known.map((column) => `"${column}"`).join(', ') || 'there are none'}`,
    remedy: 'Add the column to "columns.protected", or correct its name',
  };
}

function reservedName(name: string): ConfigError['faults'][number] {
  return {
    where: 'gatehouse.yml, gates.fairness.sensitive',
    found: `the column "${name}" has a group called "${ALL_ROWS}"`,
    allowed: 'any other name: it is the one of all rows together',
    remedy: 'Call the group otherwise in the data',
  };
}

function tooManyGroups(name: string, groups: number, most: number): ConfigError['faults'][number] {
  return {
    where: 'gatehouse.yml, gates.fairness.sensitive',
    found: `the column "${name}" has ${groups} groups`,
    allowed: `at most ${most} groups`,
    remedy: 'Put its values into fewer groups in the data',
  };
}

function checkCounts(counts: readonly number[]): void {
  const bad = counts.find((count) => !Number.isSafeInteger(count) || count < 0);
  if (bad === undefined) return;
  throw new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `the count ${bad}`,
    allowed: 'a whole number from 0',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

/**
 * The groups that two sensitive columns form together, as far as the policy wants them and they were counted.
 *
 * @throws ConfigError when they are to be judged and are too many; ActionError `bug` when they are to be judged and were
 * not counted.
 */
export function intersections(
  config: FairnessGateConfig,
  columns: readonly ReportedColumn[],
  counted: readonly IntersectionCounts[] | undefined,
): readonly IntersectedColumn[] {
  const { depth, gate } = config.intersections;
  if (depth < 2 || columns.length < 2) return [];
  const found = (counted ?? []).filter((own) => own.columns.every((name) => config.sensitive.includes(name)));
  for (const { cells } of found)
    for (const { counts } of cells) checkCounts(OUTCOMES.map((outcome) => counts[outcome]));
  if (!gate) return intersectColumns(found, columns);
  const large = found.filter(({ cells }) => cells.length > MOST_CELLS);
  if (large.length > 0) {
    throw new ConfigError(large.map((own) => tooManyGroups(own.columns.join(' × '), own.cells.length, MOST_CELLS)));
  }
  const wanted = (columns.length * (columns.length - 1)) / 2;
  if (found.length === wanted) return intersectColumns(found, columns);
  throw new ActionError('bug', {
    where: 'The input of the fairness gate',
    found: `${found.length} intersections of sensitive columns`,
    allowed: `${wanted}, because the policy judges them`,
    remedy: 'Report this as a bug of Gatehouse',
  });
}
