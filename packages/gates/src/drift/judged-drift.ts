import type { DriftRules } from '@gatehouse/core';
import { type ComparedColumn, limitsOf, measureColumn, qualityCounts } from './compared-column.ts';
import type { DrawnNull } from './effects/bin-null.ts';
import type { MeasuredColumn, UnmeasuredColumn } from './effects/column-effects.ts';
import { type ColumnVerdict, type DriftVerdict, judgeColumns, worstVerdict } from './verdicts/column-verdict.ts';
import { type DatasetVerdict, type DomainEvidence, judgeDataset } from './verdicts/dataset-verdict.ts';
import { type DecisiveMeasure, decisiveMeasure } from './verdicts/decisive-measure.ts';
import { type BaseRates, describeOutput, type OutputDrift } from './verdicts/output-drift.ts';
import { judgeQuality, type QualityVerdict } from './verdicts/quality-verdict.ts';

/** A column with all that was found of it; the worst of distribution and counts is its verdict. */
export interface JudgedColumn {
  readonly compared: ComparedColumn;
  readonly measured: MeasuredColumn | UnmeasuredColumn;
  readonly distribution: ColumnVerdict;
  readonly quality: readonly QualityVerdict[];
  /** What made the verdict. */
  readonly decisive: DecisiveMeasure;
  readonly verdict: DriftVerdict;
  readonly importance: number;
  readonly critical: boolean;
}

/** Columns, data as a whole, and outputs of the model. */
export interface JudgedDrift {
  readonly columns: readonly JudgedColumn[];
  /** `null` without a feature: then only the target or the prediction was compared. */
  readonly dataset: DatasetVerdict | null;
  readonly outputs: readonly OutputDrift[];
}

/**
 * Judges all columns of a batch together by the native rule (stats.md §3.3). The worst of distribution and counts is the
 * verdict of a column; features are judged as a whole, the target and the prediction each by itself.
 */
export function judgeDrift(
  columns: readonly ComparedColumn[],
  config: DriftRules,
  given: { readonly domain: DomainEvidence | null; readonly drawsOf: (column: string) => DrawnNull },
): JudgedDrift {
  const measured = columns.map((column) => ({
    column: column.column,
    measured: measureColumn(column, given.drawsOf(column.column)),
    limits: limitsOf(config, column.column),
  }));
  const distributions = judgeColumns(measured);
  const limits = Object.fromEntries(measured.map((column) => [column.column, column.limits]));
  const quality = Map.groupBy(judgeQuality(columns.flatMap(qualityCounts), limits), ({ column }) => column);
  const judged = columns.flatMap((compared, at): readonly JudgedColumn[] => {
    const distribution = distributions[at];
    const own = measured[at]?.measured;
    if (distribution === undefined || own === undefined) return [];
    const counts = quality.get(compared.column) ?? [];
    const decisive = decisiveMeasure(distribution, counts);
    return [
      {
        compared,
        measured: own,
        distribution,
        quality: counts,
        decisive,
        verdict: decisive.verdict,
        ...ruleOf(config, compared.column),
      },
    ];
  });
  const features = judged.filter(({ compared }) => compared.role === 'feature');
  const dataset =
    features.length === 0
      ? null
      : judgeDataset(
          features.map((column) => ({
            ...column,
            judged: { column: column.compared.column, verdict: column.verdict },
          })),
          given.domain,
          { share: config['drifted-share'], limits: limitsOf(config, '') },
        );
  return { columns: judged, dataset, outputs: outputsOf(judged, features) };
}

function ruleOf(config: DriftRules, column: string): { readonly importance: number; readonly critical: boolean } {
  const rules = config['column-rules'];
  const own = Object.hasOwn(rules, column) ? rules[column] : undefined;
  return { importance: own?.importance ?? 1, critical: own?.critical ?? false };
}

function outputsOf(columns: readonly JudgedColumn[], features: readonly JudgedColumn[]): readonly OutputDrift[] {
  const inputs = features.length === 0 ? null : worstVerdict(features.map(({ verdict }) => verdict));
  return columns.flatMap(({ compared, verdict }) => {
    const { role, column } = compared;
    if (role === 'feature') return [];
    return [describeOutput({ role, judged: { column, verdict } }, baseRatesOf(compared), inputs)];
  });
}

/** Of two categories the last by code point is the positive one: `1` and not `0`, `true` and not `false`. */
export function positiveOf({ values }: ComparedColumn): string | null {
  if (values.kind !== 'categories' || values.other > 0) return null;
  const found = [...new Set([...values.reference.keys(), ...values.current.keys()])].sort();
  return found.length === 2 ? (found[1] ?? null) : null;
}

function baseRatesOf(compared: ComparedColumn): BaseRates | null {
  const positive = positiveOf(compared);
  const { values } = compared;
  if (positive === null || values.kind !== 'categories') return null;
  const side = (counts: ReadonlyMap<string, number>): BaseRates['reference'] => ({
    successes: counts.get(positive) ?? 0,
    n: [...counts.values()].reduce((sum, rows) => sum + rows, 0),
  });
  return { reference: side(values.reference), current: side(values.current) };
}
