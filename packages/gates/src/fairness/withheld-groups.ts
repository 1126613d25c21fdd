import type { FairnessGateConfig, Finding, ReasonCode } from '@gatehouse/core';
import { CONFUSION_RATES, suppressCells, type TableCell, type TableSum } from '@gatehouse/stats';
import { type ConfusionCounts, totalOf } from '../decision/confusion.ts';
import { inWords } from '../decision/wording.ts';
import type { SensitiveColumn } from './fairness-findings.ts';
import { sumOfCounts } from './group-pairs.ts';
import { type IntersectedColumn, intersectionLabel } from './intersections.ts';

const TOTAL = 'all';

/**
 * The groups of which no number may be printed, by the labels of the decision: those with fewer rows than the policy
 * shows, and others so that these cannot be worked out from totals (stats.md §2.5). The number of all rows is known, so
 * of a column with one small group a second group is withheld too. A group without rows is no secret.
 *
 * @throws RangeError when an intersection does not add up to the groups of its columns.
 */
export function withheldGroups(
  columns: readonly SensitiveColumn[],
  intersections: readonly IntersectedColumn[],
  config: FairnessGateConfig,
): ReadonlySet<string> {
  const cells = [...columns, ...intersections].flatMap((column) =>
    present(column).map(([group, counts]) => ({
      cell: cellOf(idOf(column, group), counts),
      label: column.label(group),
    })),
  );
  const [first] = columns;
  if (first === undefined || cells.length === 0) return new Set();
  const total = cellOf(TOTAL, sumOfCounts([...first.groups.values()]));
  const sums: readonly TableSum[] = [
    ...columns.map((column) => ({ total: TOTAL, parts: present(column).map(([group]) => idOf(column, group)) })),
    ...intersections.flatMap((intersection) => marginalSums(intersection, columns)),
  ];
  const verdicts = suppressCells(
    { cells: [total, ...cells.map(({ cell }) => cell)], sums },
    { k: config['suppress-below'], strict: config['suppress-rates'] },
  );
  return new Set(cells.filter(({ cell }) => verdicts.get(cell.id) !== 'printed').map(({ label }) => label));
}

function present({ groups }: SensitiveColumn): readonly (readonly [string, ConfusionCounts])[] {
  return [...groups].filter(([, counts]) => totalOf(counts) > 0);
}

function idOf({ name }: SensitiveColumn, group: string): string {
  return JSON.stringify([name, group]);
}

function cellOf(id: string, counts: ConfusionCounts): TableCell {
  const shares = Object.values(CONFUSION_RATES).map((rate) => ({ part: rate.part(counts), whole: rate.whole(counts) }));
  return { id, n: totalOf(counts), shares };
}

function marginalSums(intersection: IntersectedColumn, columns: readonly SensitiveColumn[]): readonly TableSum[] {
  const { counted } = intersection;
  return [0, 1].flatMap((side) => {
    const column = columns.find(({ name }) => name === counted.columns[side]);
    if (column === undefined) return [];
    return present(column).map(([group]) => ({
      total: idOf(column, group),
      parts: counted.cells
        .filter((cell) => cell.groups[side] === group)
        .map((cell) => idOf(intersection, intersectionLabel(counted.columns, cell.groups))),
    }));
  });
}

// These codes are counts in words: no positive row, every row predicted alike.
const TELLING: readonly ReasonCode[] = [
  'no-positives',
  'no-negatives',
  'no-predicted-positives',
  'no-predicted-negatives',
  'zero-denominator',
];

/** A finding without the numbers of withheld groups. What it decides stays; a note that is nothing but a number goes. */
export function withheldFinding(finding: Finding, withheld: ReadonlySet<string>, least: number): readonly Finding[] {
  const { groups = [], measure, outcome, severity, reasonCode, limit, failsWhen } = finding;
  if (!groups.some((group) => withheld.has(group))) return [finding];
  if (severity === 'warn') return [];
  const named = `${groups.length > 1 ? 'groups' : 'group'} ${groups.join(' and ')}`;
  const withholds = `numbers withheld, because they could reveal a group of fewer than ${least} rows`;
  const message =
    measure === 'group-size'
      ? `${named} has too few rows; policy minimum ${inWords(limit ?? 0)}; ${withholds}`
      : `${measure} of ${named}: ${withholds}${limit === undefined ? '' : `; policy limit ${inWords(limit)}`}`;
  return [
    {
      measure,
      outcome,
      severity,
      reasonCode: TELLING.includes(reasonCode) ? 'suppressed' : reasonCode,
      groups,
      value: null,
      ...(limit === undefined ? {} : { limit }),
      ...(failsWhen === undefined ? {} : { failsWhen }),
      message,
    },
  ];
}
