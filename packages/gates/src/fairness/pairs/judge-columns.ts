import type { FairnessGateConfig } from '@gatehouse/core';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import { pairsOf } from '../groups/group-pairs.ts';
import { comparePair, type Levels, type PairComparison } from './compare-pair.ts';
import type { ReportedColumn } from './fairness-aggregates.ts';
import type { FairnessRule } from './fairness-findings.ts';
import { gatedMeasures } from './fairness-measures.ts';

/** A column whose groups are compared, or two that form groups together. */
export interface JudgedColumn extends ReportedColumn {
  readonly isIntersection: boolean;
}

/** One limited measure on one column, and the pairs that it judges. */
export interface JudgedMeasure {
  /** With the groups that are large enough. */
  readonly column: JudgedColumn;
  readonly rule: FairnessRule;
  readonly pairs: readonly PairComparison[];
}

/** Compares the groups that have rows enough, by rates that rest on enough of them. */
export function judgeColumns(
  columns: readonly JudgedColumn[],
  config: FairnessGateConfig,
  levels: Levels,
): readonly JudgedMeasure[] {
  return columns.flatMap((all) => {
    const column = withGroups(all, (counts) => totalOf(counts) >= config['minimum-group-size']);
    return gatedMeasures(config).map((limited) => {
      const { groups } = withGroups(column, (counts) =>
        limited.rule.rates.every((rate) => rate.count(counts).n >= config['minimum-denominator']),
      );
      const pairs = pairsOf(groups, column.reference, all.groups);
      return {
        column,
        rule: { ...limited, confidence: config.confidence, ownConfidence: levels.own },
        pairs: pairs.flatMap((pair) => comparePair(pair, limited.rule, levels)),
      };
    });
  });
}

function withGroups(column: JudgedColumn, keep: (counts: ConfusionCounts) => boolean): JudgedColumn {
  return { ...column, groups: new Map([...column.groups].filter(([, counts]) => keep(counts))) };
}
