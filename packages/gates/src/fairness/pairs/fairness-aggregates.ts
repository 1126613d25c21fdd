import type { Bounds } from '@gatehouse/stats';
import { ratesOf } from '../../decision/confusion.ts';
import type { GroupCounts } from '../../decision/group-counts.ts';
import type { ReportedColumn, SensitiveColumn } from '../groups/compared-column.ts';
import { pairsOf } from '../groups/group-pairs.ts';
import { comparePair, type Levels, type PairComparison } from './compare-pair.ts';
import { type ComparisonP, comparisonKey } from './comparison-p.ts';
import type { NamedMeasure } from './fairness-measures.ts';

/** A value over all groups with an interval; `null` with fewer than two groups in which the rate is defined. */
export interface Aggregate {
  readonly value: number | null;
  readonly interval: Bounds | null;
}

export interface ReportRequest {
  readonly measures: readonly NamedMeasure[];
  /** Measures of which every pair is listed. */
  readonly listed: ReadonlySet<string>;
  readonly levels: Levels;
  /** Labels of groups of which no number may be printed. */
  readonly withheld: ReadonlySet<string>;
  /** Of the comparisons that are judged. */
  readonly pValues?: ReadonlyMap<string, ComparisonP>;
}

export interface ReportedMeasures {
  readonly groups: Readonly<Record<string, unknown>>;
  readonly aggregates: Readonly<Record<string, Aggregate>>;
  readonly comparisons: readonly unknown[];
}

/** Rates of every group, differences and ratios over all groups, and the pairs of listed measures; names as in findings. */
export function reportedMeasures(columns: readonly ReportedColumn[], request: ReportRequest): ReportedMeasures {
  const perColumn = columns.map((column) => ({ column, measured: measureColumn(column, request) }));
  const groups = columns.flatMap((column) =>
    [...column.groups].map(([group, counts]) => [
      column.label(group),
      isWithheld(column, group, request) ? { n: 'suppressed' } : ratesOf(counts),
    ]),
  );
  const aggregates = perColumn.flatMap(({ column, measured }) =>
    measured.map(({ measure, aggregate }) => [nameIn(columns, column.name, measure), aggregate] as const),
  );
  const comparisons = perColumn.flatMap(({ column, measured }) =>
    measured
      .filter(({ measure }) => request.listed.has(measure))
      .flatMap(({ measure, pairs }) =>
        pairs.map((pair) => ({
          measure,
          groups: pair.groups.map(column.label),
          value: pair.value,
          interval: pair.interval,
          n: pair.n,
          ...pValuesOf(request, comparisonKey(column.name, measure, pair)),
        })),
      ),
  );
  return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates), comparisons };
}

/** The p-values of a comparison, where it was judged. */
export function pValuesOf({ pValues }: Pick<ReportRequest, 'pValues'>, key: string): object {
  const found = pValues?.get(key);
  return found === undefined ? {} : { p: found.p, 'p-adjusted': found.adjusted };
}

/** Several columns have the same measures; their names tell them apart. */
export function nameIn(columns: readonly unknown[], column: string, measure: string): string {
  return columns.length === 1 ? measure : `${column}/${measure}`;
}

/** The aggregate of every requested measure of one column. */
export function reportedAggregates(column: ReportedColumn, request: ReportRequest): ReadonlyMap<string, Aggregate> {
  return new Map(measureColumn(column, request).map(({ measure, aggregate }) => [measure, aggregate]));
}

interface Measured extends NamedMeasure {
  readonly pairs: readonly PairComparison[];
  readonly aggregate: Aggregate;
}

function isWithheld({ label }: SensitiveColumn, group: string, { withheld }: ReportRequest): boolean {
  return withheld.has(label(group));
}

function measureColumn(column: ReportedColumn, request: ReportRequest): readonly Measured[] {
  const { measures, levels } = request;
  const shown: GroupCounts = new Map([...column.groups].filter(([group]) => !isWithheld(column, group, request)));
  const all = pairsOf(shown, column.reference, column.groups);
  return measures.map(({ measure, rule }) => {
    // A worst of several rates has no value when one of them has none.
    const byRate = rule.combine === 'mean' ? [rule] : rule.rates.map((rate) => ({ ...rule, rates: [rate] }));
    const pairs = byRate.map((of) => all.flatMap((pair) => comparePair(pair, of, levels)));
    const known = pairs.every((own) => own.some(({ value }) => value !== null));
    const aggregate = known ? worstOf(pairs.flat(), rule.by) : { value: null, interval: null };
    return { measure, rule, pairs: pairs.flat(), aggregate };
  });
}

/** The worst of several comparisons; its interval holds when theirs hold together. */
export function worstOf(pairs: readonly PairComparison[], by: 'difference' | 'ratio'): Aggregate {
  const defined = pairs.flatMap(({ value, interval }) => (value === null ? [] : [{ value, interval }]));
  const worse = by === 'ratio' ? Math.min : Math.max;
  return defined.reduce<{ value: number; interval: Bounds }>(
    (worst, { value, interval }) => ({
      value: worse(worst.value, value),
      interval: [worse(worst.interval[0], interval[0]), worse(worst.interval[1], interval[1])],
    }),
    { value: by === 'ratio' ? 1 : 0, interval: by === 'ratio' ? [1, 1] : [0, 0] },
  );
}
