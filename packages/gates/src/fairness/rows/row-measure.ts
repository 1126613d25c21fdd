import type { FairnessGateConfig, Finding } from '@gatehouse/core';
import { totalOf } from '../../decision/confusion.ts';
import type { JudgedColumn, ReportedColumn } from '../groups/compared-column.ts';
import type { Reference } from '../groups/group-pairs.ts';
import { type Compared, type Levels, withIntervals } from '../pairs/compare-pair.ts';
import { comparisonKey } from '../pairs/comparison-p.ts';
import { type Aggregate, nameIn, pValuesOf, type ReportRequest, worstOf } from '../pairs/fairness-aggregates.ts';
import type { FairnessRule, JudgedMeasure } from '../pairs/judged-measure.ts';

/** A comparison that needs rows and not only counts, or the groups of one and why it has no value. */
export type RowComparison =
  | (Compared & { readonly undefinedReason: null })
  | (Pick<Compared, 'groups' | 'n'> & { readonly undefinedReason: Finding['reasonCode']; readonly why: string });

/** A measure of groups that needs rows: what it compares, and what the policy allows. */
export interface RowMeasure {
  readonly measure: string;
  readonly by: 'difference' | 'ratio';
  /** `null` where it is only reported. */
  readonly limit: number | null;
  /** Comparisons of a column that the error is divided among. */
  readonly familyOf: (groups: number, reference: Reference) => number;
  /** Between the named groups of a column. */
  readonly compare: (column: ReportedColumn, names: readonly string[]) => readonly RowComparison[];
}

export interface JudgedRows {
  readonly judged: readonly JudgedMeasure[];
  readonly findings: readonly Finding[];
}

/** Comparisons that limited measures of rows add to the family. */
export function rowFamily(columns: readonly JudgedColumn[], measures: readonly RowMeasure[]): number {
  const limited = measures.filter(({ limit }) => limit !== null);
  return columns
    .flatMap(({ groups, reference }) => limited.map(({ familyOf }) => familyOf(groups.size, reference)))
    .reduce((sum, own) => sum + own, 0);
}

/** The limited measures on every column, between the groups that are large enough. What has no value is inconclusive. */
export function judgeRows(
  columns: readonly JudgedColumn[],
  measures: readonly RowMeasure[],
  request: { readonly config: FairnessGateConfig; readonly levels: Levels },
): JudgedRows {
  const { config, levels } = request;
  const parts = columns.flatMap((column) =>
    measures.flatMap((of): readonly JudgedRows[] => {
      const { limit } = of;
      if (limit === null) return [];
      const found = of.compare(column, largeGroups(column, config));
      const pairs = found.flatMap((own) => (own.undefinedReason === null ? [withIntervals(own, levels)] : []));
      const rule = ruleOf(of, limit, { confidence: config.confidence, levels });
      return [
        { judged: [{ column, pairs, rule }], findings: found.flatMap((own) => undefinedFinding(column, own, rule)) },
      ];
    }),
  );
  return { judged: parts.flatMap(({ judged }) => judged), findings: parts.flatMap(({ findings }) => findings) };
}

function largeGroups({ groups }: ReportedColumn, config: FairnessGateConfig): readonly string[] {
  return [...groups].filter(([, sizes]) => totalOf(sizes) >= config['minimum-group-size']).map(([name]) => name);
}

function ruleOf(
  { measure, by }: RowMeasure,
  limit: number,
  levels: Pick<FairnessRule, 'confidence' | 'levels'>,
): FairnessRule {
  return { measure, limit, rule: { by, rates: [], combine: 'worst', ofSelection: false }, ...levels };
}

function undefinedFinding(
  column: JudgedColumn,
  own: RowComparison,
  { measure, limit, rule }: FairnessRule,
): readonly Finding[] {
  if (own.undefinedReason === null) return [];
  const { groups, n, why } = own;
  const named =
    groups.length === 0 ? 'the groups' : `${groups.length > 1 ? 'groups' : 'group'} ${groups.join(' and ')}`;
  return [
    {
      measure,
      outcome: 'inconclusive',
      severity: 'block',
      reasonCode: own.undefinedReason,
      groups: groups.map(column.label),
      value: null,
      n,
      limit,
      failsWhen: rule.by === 'ratio' ? 'below' : 'above',
      message: `${measure} of ${named} of ${column.name} ${why}`,
    },
  ];
}

/** Every measure of rows over all groups that may be shown, gated or not. */
export function reportedRows(
  columns: readonly ReportedColumn[],
  measures: readonly RowMeasure[],
  request: Pick<ReportRequest, 'levels' | 'withheld' | 'pValues'>,
): { readonly aggregates: Readonly<Record<string, Aggregate>>; readonly comparisons: readonly unknown[] } {
  const found = columns.flatMap((column) => {
    const names = [...column.groups]
      .filter(([name, sizes]) => totalOf(sizes) > 0 && !request.withheld.has(column.label(name)))
      .map(([name]) => name);
    return measures.map((of) => ({
      column,
      of,
      pairs: of
        .compare(column, names)
        .flatMap((own) => (own.undefinedReason === null ? [withIntervals(own, request.levels)] : [])),
    }));
  });
  return {
    aggregates: Object.fromEntries(
      found.map(({ column, of, pairs }) => [
        nameIn(columns, column.name, of.measure),
        pairs.length === 0 ? { value: null, interval: null } : worstOf(pairs, of.by),
      ]),
    ),
    comparisons: found.flatMap(({ column, of, pairs }) =>
      pairs.map((pair) => ({
        measure: of.measure,
        groups: pair.groups.map(column.label),
        value: pair.value,
        interval: pair.interval,
        n: pair.n,
        ...pValuesOf(request, comparisonKey(column.name, of.measure, pair)),
      })),
    ),
  };
}
