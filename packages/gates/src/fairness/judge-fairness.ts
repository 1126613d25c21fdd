import type { FairnessGateConfig } from '@gatehouse/core';
import { bonferroniConfidence, twoSidedConfidence } from '@gatehouse/stats';
import { increaseComparisons, type JudgedIncreases, judgeIncreases } from './champion/judge-increase.ts';
import type { FairnessInput } from './fairness-input.ts';
import type { FairnessTables } from './fairness-tables.ts';
import type { JudgedColumn } from './groups/compared-column.ts';
import { familySize } from './groups/group-pairs.ts';
import type { IntersectedColumn } from './groups/intersections.ts';
import type { Levels } from './pairs/compare-pair.ts';
import { comparisonsPerPair, gatedMeasures } from './pairs/fairness-measures.ts';
import { judgeColumns } from './pairs/judge-columns.ts';
import type { JudgedMeasure } from './pairs/judged-measure.ts';
import { type JudgedRows, judgeRows, rowFamily } from './rows/row-measure.ts';
import { controlledComparisons, type JudgedStrata, judgeStrata } from './strata/judge-strata.ts';

/** Every comparison that the policy limits, by what it rests on. */
export interface JudgedFairness {
  readonly levels: Levels;
  /** Comparisons that the error is divided among. */
  readonly family: number;
  /** The sensitive columns, and those of groups that two form together where the policy judges them. */
  readonly columns: readonly JudgedColumn[];
  readonly rates: readonly JudgedMeasure[];
  readonly held: JudgedStrata;
  readonly increases: JudgedIncreases;
  readonly byRows: JudgedRows;
}

/** Judges every limited comparison at levels that all of them share. */
export function judgeFairness(input: FairnessInput, tables: FairnessTables): JudgedFairness {
  const { config, champion, context } = input;
  const own = tables.columns.map((column) => ({ ...column, isIntersection: false }));
  const columns = [...own, ...(config.intersections.gate ? tables.crossed.map(asColumn) : [])];
  const family = familyOf(columns, config) + rowFamily(own, tables.scored);
  const levels = levelsOf(family, config);
  return {
    levels,
    family,
    columns,
    rates: judgeColumns(columns, config, levels),
    held: judgeStrata(own, tables.strata ?? new Map(), { config, levels }),
    increases:
      champion === undefined
        ? { judged: [], findings: [] }
        : judgeIncreases(own, champion, { config, levels, context }),
    byRows: judgeRows(own, tables.scored, { config, levels }),
  };
}

function asColumn(crossed: IntersectedColumn): JudgedColumn {
  return { ...crossed, reference: 'none', isIntersection: true };
}

/** Comparisons that the error is divided among. */
function familyOf(columns: readonly JudgedColumn[], config: FairnessGateConfig): number {
  const perPair = gatedMeasures(config).reduce((sum, { rule }) => sum + comparisonsPerPair(rule), 0);
  const perColumn = columns.map(({ groups, reference, isIntersection }) => {
    const ofColumns = isIntersection
      ? 0
      : controlledComparisons(groups.size, config) + increaseComparisons({ groups, reference }, config);
    return familySize(groups, reference) * perPair + ofColumns;
  });
  return perColumn.reduce((sum, own) => sum + own, 0);
}

function levelsOf(family: number, config: FairnessGateConfig): Levels {
  return {
    simultaneous: bonferroniConfidence(config.confidence, Math.max(1, family)),
    // 2 · 0.95 - 1 is not 0.9 in binary, and people read this number.
    own: Number(twoSidedConfidence(config.confidence).toPrecision(12)),
  };
}
