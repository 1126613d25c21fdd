import type { FairnessGateConfig, Finding, ReasonCode } from '@gatehouse/core';
import { suppressCells } from '@gatehouse/stats';
import { inWords } from '../../decision/wording.ts';
import type { SensitiveColumn } from '../groups/compared-column.ts';
import type { Strata } from '../strata/judge-strata.ts';
import { countedSets, finestCells } from './counted-sets.ts';
import { detailLabels, type PrintedTables, printedTable, stratumLabel } from './printed-tables.ts';
import { withoutSolvable } from './solvable-counts.ts';

/**
 * The groups of which no number may be printed, by the labels of the decision: those with fewer rows than the policy
 * shows, and others so that these cannot be worked out from totals (stats.md §2.5). The number of all rows is known, so
 * of a column with one small group a second group is withheld too. A group without rows is no secret. The same of groups
 * within strata, of strata ({@link stratumLabel}) and of joint groups (by their JSON): whatever is computed of rows is
 * computed of what may be printed, so that no result says more than the counts.
 *
 * @throws RangeError when an intersection does not add up to the groups of its columns.
 */
export function withheldGroups(tables: PrintedTables, config: FairnessGateConfig): ReadonlySet<string> {
  const coarse = { ...tables, joint: null, strata: new Map() };
  const groups = hiddenLabels(coarse, config);
  const details = detailLabels(tables);
  const all = hiddenLabels(tables, config);
  // The groups are what people came for: rather than one of them, everything about their parts is withheld.
  const isOfParts = [...all].every((label) => groups.has(label) || details.has(label));
  const withheld = isOfParts ? all : new Set([...groups, ...details]);
  const finest = finestCells(tables);
  if (finest === null) return withheld;
  const sets = countedSets(tables, finest);
  const k = config['suppress-below'];
  const numbers = finest.map(({ n }) => n);
  const pairs = tables.intersections.flatMap((own) => [...own.groups.keys()].map(own.label));
  return withoutSolvable({ finest: numbers, sets, withheld, k }) ?? new Set([...groups, ...details, ...pairs]);
}

function hiddenLabels(tables: PrintedTables, config: FairnessGateConfig): ReadonlySet<string> {
  const { cells, sums } = printedTable(tables);
  const verdicts = suppressCells(
    { cells: cells.map(({ cell }) => cell), sums },
    { k: config['suppress-below'], strict: config['suppress-rates'] },
  );
  return new Set(cells.filter(({ cell }) => verdicts.get(cell.id) !== 'printed').map(({ label }) => label));
}

/** The labels that findings about strata may not give numbers of: groups of which a part within a stratum is withheld. */
export function withheldWithin(
  strata: Strata | null,
  columns: readonly SensitiveColumn[],
  withheld: ReadonlySet<string>,
): ReadonlySet<string> {
  const parts = columns.flatMap(({ name, label }) =>
    (strata?.get(name) ?? []).flatMap(({ stratum, groups }) =>
      [...groups.keys()]
        .filter((group) => withheld.has(stratumLabel(stratum)) || withheld.has(stratumLabel(stratum, name, group)))
        .map(label),
    ),
  );
  return new Set([...withheld, ...parts]);
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
