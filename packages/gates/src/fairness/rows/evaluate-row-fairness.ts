import type { Decision, FairnessGateConfig } from '@gatehouse/core';
import { bonferroniConfidence, twoSidedConfidence } from '@gatehouse/stats';
import { assembleDecision, type GateContext } from '../../decision/assemble-decision.ts';
import { requiredByMeasure } from '../../decision/required-rows.ts';
import { coverageFindings } from '../coverage-findings.ts';
import { seeds } from '../groups/check-seeds.ts';
import type { ReportedColumn } from '../groups/compared-column.ts';
import { groupSizes, type RowGroups, rowsOfGroups, valuesOf } from '../groups/row-groups.ts';
import { sensitiveColumns } from '../groups/sensitive-columns.ts';
import { comparisonPs } from '../pairs/comparison-p.ts';
import { groupSizeFindings, pairFindings, referenceFinding } from '../pairs/fairness-findings.ts';
import { detectableDifference } from '../pairs/fairness-power.ts';
import { judgedCounts } from '../pairs/judged-counts.ts';
import { withheldFinding, withheldGroups } from '../withheld/withheld-groups.ts';
import { exposureAt, type RankedRows, rankingMeasures } from './ranking-measures.ts';
import { type ResidualRows, residualMeasures } from './regression-measures.ts';
import { judgeRows, type RowMeasure, reportedRows, rowFamily } from './row-measure.ts';
import { rootMeanSquare, sampleOf } from './score-intervals.ts';

interface RowFairnessInput {
  readonly config: FairnessGateConfig;
  readonly context: GateContext;
}

/**
 * Judges how the errors of a regression differ between groups (stats.md §2): as `evaluateFairness` does with rates, every
 * pair by a simultaneous and an own interval, in the unit of the label.
 *
 * @throws ConfigError when a sensitive column is not among the groups or has more than 50 groups; ActionError `bug` when
 * arrays are not aligned or a residual is not finite.
 */
export function evaluateRegressionFairness(input: RowFairnessInput & { readonly rows: ResidualRows }): Decision {
  const { rows, config } = input;
  const measures = residualMeasures(rows, config, seeds(input.context));
  return decide(input, measures, {
    groups: rows.groups,
    length: rows.residuals.length,
    report: (own) => residualReport(valuesOf(rows.residuals, own)),
    notMeasured: [],
  });
}

/**
 * Judges how rankings place the items of groups (stats.md §2). Items of one query hang together, so queries are what is
 * drawn, and fewer than 20 of them are inconclusive.
 *
 * @throws ConfigError and ActionError as {@link evaluateRegressionFairness}.
 */
export function evaluateRankingFairness(input: RowFairnessInput & { readonly rows: RankedRows }): Decision {
  const { rows, config } = input;
  const measures = rankingMeasures(rows, config, seeds(input.context));
  const exposure = exposureOfItems(rows.offsets, rows.relevance.length);
  const shareOf = (values: Float64Array, own: Int32Array): number | null => {
    const all = sumOf(values);
    return all === 0 ? null : sumOf(valuesOf(values, own)) / all;
  };
  return decide(input, measures, {
    groups: rows.groups,
    length: rows.relevance.length,
    report: (own) => ({
      n: own.length,
      'exposure-share': shareOf(exposure, own),
      'relevance-share': shareOf(rows.relevance, own),
    }),
    notMeasured: ['what users click'],
  });
}

function exposureOfItems(offsets: Uint32Array, items: number): Float64Array {
  const exposure = new Float64Array(items);
  for (let query = 1; query < offsets.length; query += 1) {
    const first = Number(offsets[query - 1]);
    for (let item = first; item < Number(offsets[query]); item += 1) exposure[item] = exposureAt(item - first);
  }
  return exposure;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

interface RowReport {
  readonly groups: ReadonlyMap<string, RowGroups>;
  readonly length: number;
  readonly report: (rows: Int32Array) => Readonly<Record<string, unknown>>;
  readonly notMeasured: readonly string[];
}

function decide(input: RowFairnessInput, measures: readonly RowMeasure[], of: RowReport): Decision {
  const { config, context } = input;
  const columns = sensitiveColumns(config, groupSizes(of.groups, of.length));
  const tables = { columns, intersections: [], joint: null, strata: new Map(), finest: null };
  const withheld = withheldGroups(tables, config);
  const judgedColumns = columns.map((column) => ({ ...column, isIntersection: false }));
  const family = Math.max(1, rowFamily(judgedColumns, measures));
  const levels = {
    simultaneous: bonferroniConfidence(config.confidence, family),
    own: Number(twoSidedConfidence(config.confidence).toPrecision(12)),
  };
  const { judged, findings } = judgeRows(judgedColumns, measures, { config, levels });
  const rowsOf = new Map([...of.groups].map(([name, own]) => [name, rowsOfGroups(own)]));
  const pValues = comparisonPs(judged, family);
  const reported = reportedRows(columns, measures, { levels, withheld, pValues });
  const shown = [
    ...columns.flatMap((column) => sizeFindings(column, config, withheld)),
    ...findings,
    ...judged.flatMap(({ column, pairs, rule }) => pairFindings(column, pairs, rule)),
  ].flatMap((finding) => withheldFinding(finding, withheld, config['suppress-below']));
  return assembleDecision('fairness', context, {
    findings: shown,
    measures: {
      judged: judgedCounts(judged),
      groups: Object.fromEntries(
        columns.flatMap((column) =>
          [...column.groups.keys()].map((name) => [
            column.label(name),
            withheld.has(column.label(name))
              ? { n: 'suppressed' }
              : of.report(rowsOf.get(column.name)?.get(name) ?? new Int32Array()),
          ]),
        ),
      ),
      ...reported,
      'per-comparison-confidence': levels.simultaneous,
      'pass-confidence': levels.own,
    },
    power: {
      minimumDetectable: detectableDifference(judged, levels, withheld),
      requiredN: requiredByMeasure(shown),
    },
    notMeasured: [
      ...of.notMeasured,
      'groups formed by several sensitive columns together',
      'effects outside the evaluation rows',
    ],
  });
}

function sizeFindings(column: ReportedColumn, config: FairnessGateConfig, withheld: ReadonlySet<string>) {
  const isHidden = [...column.groups.keys()].some((name) => withheld.has(column.label(name)));
  return [
    ...groupSizeFindings(column, config['minimum-group-size']),
    ...coverageFindings(column, config, isHidden),
    ...(typeof column.reference === 'object' ? referenceFinding(column, column.reference.group) : []),
  ];
}

function residualReport(residuals: Float64Array): Readonly<Record<string, number | null>> {
  const [plain, absolute] = [sampleOf(residuals), sampleOf(residuals.map(Math.abs))];
  const isEmpty = residuals.length === 0;
  return {
    n: residuals.length,
    'mean-residual': isEmpty ? null : plain.moments.mean,
    mae: isEmpty ? null : absolute.moments.mean,
    rmse: rootMeanSquare(residuals).value,
  };
}
