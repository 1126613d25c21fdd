import type { FairnessGateConfig } from '@gatehouse/core';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { JudgedColumn } from '../groups/compared-column.ts';
import { pairsOf } from '../groups/group-pairs.ts';
import { rowsBehind } from '../rows/row-sampling.ts';
import { comparePair, type Levels } from './compare-pair.ts';
import { gatedMeasures } from './fairness-measures.ts';
import type { JudgedMeasure } from './judged-measure.ts';

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
        limited.rule.rates.every((rate) => rowsBehind(rate, counts) >= config['minimum-denominator']),
      );
      const pairs = pairsOf(groups, column.reference, all.groups);
      return {
        column,
        rule: { ...limited, confidence: config.confidence, levels },
        pairs: pairs.flatMap((pair) => comparePair(pair, limited.rule, levels)),
      };
    });
  });
}

function withGroups(column: JudgedColumn, keep: (counts: ConfusionCounts) => boolean): JudgedColumn {
  return { ...column, groups: new Map([...column.groups].filter(([, counts]) => keep(counts))) };
}
