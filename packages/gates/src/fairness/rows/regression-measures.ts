import type { FairnessGateConfig } from '@gatehouse/core';
import type { Bounds } from '@gatehouse/stats';
import type { ReportedColumn } from '../groups/compared-column.ts';
import { ALL_ROWS, familySize, type GroupPair, pairsOf } from '../groups/group-pairs.ts';
import { checkNumbers, type RowGroups, rowsOfGroups, valuesOf } from '../groups/row-groups.ts';
import { folded } from '../pairs/compare-pair.ts';
import type { RowComparison, RowMeasure } from './row-measure.ts';
import {
  type GroupEstimate,
  type GroupSample,
  meanDifferenceAt,
  rootMeanSquare,
  sampleOf,
  squareAndAdd,
} from './score-intervals.ts';

/** Rows of a regression; arrays are aligned. */
export interface ResidualRows {
  /** Label minus prediction, in the unit of the label. */
  readonly residuals: Float64Array;
  /** By sensitive column. */
  readonly groups: ReadonlyMap<string, RowGroups>;
}

type SeedOf = (check: string) => Uint8Array;

/**
 * Differences between groups in the errors of a regression (stats.md §2.2): of the mean residual, which says who is
 * predicted too low, and of the mean absolute and the root mean squared error, which say for whom it works worse.
 */
export function residualMeasures(
  rows: ResidualRows,
  config: FairnessGateConfig,
  seedOf: SeedOf,
): readonly RowMeasure[] {
  checkNumbers(rows.residuals, 'the residual');
  const absolute = rows.residuals.map(Math.abs);
  return [
    meanMeasure(
      { measure: 'mean-residual-difference', words: 'mean residual', values: rows.residuals },
      { rows, config, seedOf },
    ),
    meanMeasure(
      { measure: 'mean-absolute-error-difference', words: 'mean absolute error', values: absolute },
      { rows, config, seedOf },
    ),
    estimateMeasure(
      {
        measure: 'root-mean-squared-error-difference',
        words: 'root mean squared error',
        method: 't of squares, square and add',
      },
      { groups: rows.groups, config, estimate: (of) => rootMeanSquare(valuesOf(rows.residuals, of)) },
    ),
  ];
}

interface MeanOf {
  readonly measure:
    | 'mean-residual-difference'
    | 'mean-absolute-error-difference'
    | 'calibration-in-the-large-difference';
  readonly words: string;
  readonly values: Float64Array;
}

/** The difference of the means of a number between groups, or of a group and all rows. */
export function meanMeasure(
  { measure, words, values }: MeanOf,
  request: {
    readonly rows: Pick<ResidualRows, 'groups'>;
    readonly config: FairnessGateConfig;
    readonly seedOf: SeedOf;
  },
): RowMeasure {
  const { rows, config, seedOf } = request;
  const samples = lazily((column: string) => {
    const parts = [...rowsOfGroups(groupsOf(rows.groups, column))];
    return new Map(parts.map(([name, own]) => [name, sampleOf(valuesOf(values, own))]));
  });
  return {
    measure,
    by: 'difference',
    limit: config.measures[measure]?.limit ?? null,
    familyOf: (groups, reference) =>
      familySize(new Map(Array.from({ length: groups }, (_, at) => [`${at}`, NO_ROWS])), reference),
    compare: (column, names) =>
      pairsBetween(column, names).map(({ sides: [a, b], whole }) => {
        const all = samples(column.name);
        const first = all.get(a.name) ?? sampleOf(new Float64Array());
        const second = b.name === ALL_ROWS ? restOf(all, a.name) : (all.get(b.name) ?? sampleOf(new Float64Array()));
        const scale = whole === null ? 1 : second.moments.n / (first.moments.n + second.moments.n);
        const { boundsAt, method } = meanDifferenceAt(
          first,
          second,
          seedOf(`${column.name} ${measure} ${a.name} ${b.name}`),
        );
        return differenceOf(
          { names: [a.name, b.name], words, method },
          {
            values: [first.moments.mean * scale, second.moments.mean * scale],
            n: [first.moments.n, whole === null ? second.moments.n : first.moments.n + second.moments.n],
            boundsAt: (confidence) => {
              const [lower, upper] = boundsAt(confidence);
              return [lower * scale, upper * scale];
            },
          },
        );
      }),
  };
}

interface EstimateOf {
  readonly measure: 'root-mean-squared-error-difference' | 'auc-difference';
  readonly words: string;
  readonly method: string;
}

/** The difference of an estimate that each group has with bounds of its own. */
export function estimateMeasure(
  { measure, words, method }: EstimateOf,
  request: {
    readonly groups: ReadonlyMap<string, RowGroups>;
    readonly config: FairnessGateConfig;
    readonly estimate: (rows: Int32Array) => GroupEstimate;
  },
): RowMeasure {
  const estimates = lazily((column: string) => {
    const parts = [...rowsOfGroups(groupsOf(request.groups, column))];
    return new Map(parts.map(([name, own]) => [name, request.estimate(own)]));
  });
  return {
    measure,
    by: 'difference',
    limit: request.config.measures[measure]?.limit ?? null,
    familyOf: (groups, reference) =>
      familySize(new Map(Array.from({ length: groups }, (_, at) => [`${at}`, NO_ROWS])), reference),
    compare: (column, names) => {
      const all = estimates(column.name);
      const undefinedOnes = names.filter((name) => (all.get(name)?.value ?? null) === null);
      const known = names.filter((name) => !undefinedOnes.includes(name));
      return [
        ...undefinedOnes.map(
          (name): RowComparison => ({
            groups: [name],
            n: [all.get(name)?.n ?? 0],
            undefinedReason: 'single-class',
            why: 'has no value: all its labels are equal',
          }),
        ),
        ...pairsBetween(column, known).flatMap(({ sides: [a, b] }) => {
          const [first, second] = [all.get(a.name), all.get(b.name)];
          if (first === undefined || second === undefined) return [];
          return [
            differenceOf(
              { names: [a.name, b.name], words, method },
              {
                values: [first.value ?? 0, second.value ?? 0],
                n: [first.n, second.n],
                boundsAt: (confidence) => squareAndAdd(first, second, confidence),
              },
            ),
          ];
        }),
      ];
    },
  };
}

const NO_ROWS = { tp: 0, fp: 0, fn: 0, tn: 0 };

function pairsBetween(column: ReportedColumn, names: readonly string[]): readonly GroupPair[] {
  const wanted = new Map([...column.groups].filter(([name]) => names.includes(name)));
  return pairsOf(wanted, column.reference, column.groups);
}

function differenceOf(
  {
    names,
    words,
    method,
  }: { readonly names: readonly [string, string]; readonly words: string; readonly method: string },
  of: {
    readonly values: readonly [number, number];
    readonly n: readonly [number, number];
    readonly boundsAt: (confidence: number) => Bounds;
  },
): RowComparison {
  const difference = of.values[0] - of.values[1];
  const isReversed = difference < 0;
  return {
    groups: isReversed ? names.toReversed() : names,
    words,
    counts: null,
    n: isReversed ? of.n.toReversed() : of.n,
    value: Math.abs(difference),
    boundsAt: (confidence) => folded(of.boundsAt(confidence)),
    method,
    undefinedReason: null,
  };
}

function restOf(samples: ReadonlyMap<string, GroupSample>, name: string): GroupSample {
  const others = [...samples].filter(([other]) => other !== name).map(([, { values }]) => values);
  const rest = new Float64Array(others.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of others) {
    rest.set(values, at);
    at += values.length;
  }
  return sampleOf(rest);
}

function groupsOf(groups: ReadonlyMap<string, RowGroups>, column: string): RowGroups {
  return groups.get(column) ?? { codes: new Int32Array(), names: [] };
}

/** The same column is asked for several times. */
function lazily<T>(make: (column: string) => T): (column: string) => T {
  const made = new Map<string, T>();
  return (column) => {
    const known = made.get(column) ?? make(column);
    made.set(column, known);
    return known;
  };
}
