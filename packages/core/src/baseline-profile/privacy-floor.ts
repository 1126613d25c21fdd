import { compareCodePoints } from '../code-point-order.ts';
import { ActionError } from '../errors.ts';
import {
  type BaselineProfile,
  type CategoriesColumn,
  checkedProfile,
  edgesId,
  type NumbersColumn,
  type ProfileColumn,
} from './profile-schema.ts';

/** Categories that a profile names; more are pooled, the rarest first. */
const MOST_NAMED = 1000;

/**
 * The profile with counts below `floor` gone: edges are dropped until every open bin holds `floor` rows, and rarer categories
 * are pooled. An open bin may stay empty between two values that hold `floor` rows each, as nobody is in it.
 *
 * Done once, after merging. The edges that stay are values of the data, and so are minimum and maximum: whoever may not show
 * those must round the column before.
 *
 * @throws ActionError `refused` when a column has too few rows for the floor; RangeError unless floor is a whole number from 1.
 */
export function withPrivacyFloor(profile: BaselineProfile, floor: number): BaselineProfile {
  if (!Number.isSafeInteger(floor) || floor < 1) {
    throw new RangeError(`A privacy floor is a whole number from 1, got ${floor}.`);
  }
  if (profile.privacyFloor !== null) throw tooLate(profile.privacyFloor);
  const columns = Object.entries(profile.columns).map(
    ([name, column]) => [name, floored(column, floor, name)] as const,
  );
  return checkedProfile({ ...profile, privacyFloor: floor, columns: Object.fromEntries(columns) });
}

function floored(column: ProfileColumn, floor: number, name: string): ProfileColumn {
  if (column.n === 0) return column;
  const found = column.kind === 'numbers' ? coarsened(column, floor) : pooled(column, floor);
  if (found === null) throw tooFew(name, column.n, floor);
  return found;
}

/** Counts of the edges that stay, by their place in the column. `null` when none can. */
function coarsened(column: NumbersColumn, floor: number): NumbersColumn | null {
  const kept = keptEdges(column, floor);
  if (kept.length === 0) return null;
  const edges = kept.map((at) => Number(column.edges[at]));
  const open: number[] = [];
  const openSums: number[] = [];
  for (let bin = 0; bin <= kept.length; bin += 1) {
    const inside = between(column, kept[bin - 1] ?? -1, kept[bin] ?? column.edges.length);
    open.push(inside.rows);
    openSums.push(inside.rows === 0 ? 0 : inside.sum);
  }
  const equal = kept.map((at) => Number(column.equal[at]));
  return { ...column, edges, edgesId: edgesId(edges), equal, open, openSums };
}

/** From the left: an edge stays when the bin before it is allowed; from the right: the last one goes until its tail is. */
function keptEdges(column: NumbersColumn, floor: number): readonly number[] {
  const end = column.edges.length;
  const isMass = (at: number): boolean => at < 0 || at >= end || Number(column.equal[at]) >= floor;
  const allowed = (from: number, to: number): boolean => {
    const { rows } = between(column, from, to);
    return rows >= floor || (rows === 0 && isMass(from) && isMass(to));
  };
  const kept: number[] = [];
  for (let at = 0; at < end; at += 1) {
    if (allowed(kept.at(-1) ?? -1, at)) kept.push(at);
  }
  while (kept.length > 0 && !allowed(kept.at(-1) ?? -1, end)) kept.pop();
  return kept;
}

/** Rows strictly between two edges, given by place, and the sum of their values. */
function between(column: NumbersColumn, from: number, to: number): { readonly rows: number; readonly sum: number } {
  let [rows, sum] = [0, 0];
  for (let at = from + 1; at <= to; at += 1) {
    rows += Number(column.open[at]);
    sum += Number(column.openSums[at]);
    if (at === to) break;
    const equal = Number(column.equal[at]);
    rows += equal;
    sum += equal * Number(column.edges[at]);
  }
  return { rows, sum };
}

/** The rest must reach the floor too, else the smallest named category joins it. `null` when all rows are too few. */
function pooled(column: CategoriesColumn, floor: number): CategoriesColumn | null {
  const byRows = Object.entries(column.counts).sort(([a, n], [b, m]) => m - n || compareCodePoints(a, b));
  let { other } = column;
  while (byRows.length > 0) {
    const rarest = Number(byRows.at(-1)?.[1]);
    const restIsSmall = other > 0 && other < floor;
    if (rarest >= floor && !restIsSmall && byRows.length <= MOST_NAMED) break;
    other += rarest;
    byRows.pop();
  }
  if (other > 0 && other < floor) return null;
  const counts = Object.fromEntries(byRows.sort(([a], [b]) => compareCodePoints(a, b)));
  return { ...column, counts, other };
}

function tooFew(name: string, rows: number, floor: number): ActionError {
  return new ActionError('refused', {
    where: `Baseline profile, column "${name}"`,
    found: `${rows} values`,
    allowed: `values enough for bins of ${floor} rows`,
    remedy: 'Leave the column out of the profile, or take more rows for the reference',
  });
}

function tooLate(floor: number): ActionError {
  return new ActionError('refused', {
    where: 'Baseline profile',
    found: `a profile with the privacy floor ${floor}`,
    allowed: 'a profile without one',
    remedy: 'Apply one floor, once, to the merged profile',
  });
}
