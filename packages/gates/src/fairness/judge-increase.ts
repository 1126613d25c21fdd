import type { FairnessGateConfig, Finding } from '@gatehouse/core';
import type { GateContext } from '../decision/assemble-decision.ts';
import { totalOf } from '../decision/confusion.ts';
import type { ChampionSplits } from './champion-split.ts';
import { seeds } from './check-seeds.ts';
import { type Levels, withIntervals } from './compare-pair.ts';
import { increasesOfPair } from './disparity-increase.ts';
import { gatedMeasures, type LimitedMeasure } from './fairness-measures.ts';
import { familySize, pairsOf } from './group-pairs.ts';
import type { JudgedColumn, JudgedMeasure } from './judge-columns.ts';

/** A measure of which the policy limits how much it may grow over the champion's. */
export interface LimitedIncrease extends LimitedMeasure {
  readonly increase: number;
}

/** The measures with a limit on their increase. */
export function limitedIncreases(config: FairnessGateConfig): readonly LimitedIncrease[] {
  return gatedMeasures(config).flatMap((limited) => {
    const rule = config.measures[limited.measure];
    const increase = rule !== undefined && 'disparity-increase' in rule ? rule['disparity-increase'] : undefined;
    return increase === undefined ? [] : [{ ...limited, increase }];
  });
}

/** Comparisons that the limits on increases add to the family of one column. */
export function increaseComparisons(
  { groups, reference }: Pick<JudgedColumn, 'groups' | 'reference'>,
  config: FairnessGateConfig,
): number {
  const perPair = limitedIncreases(config).reduce(
    (sum, { rule }) => sum + (rule.combine === 'mean' ? 1 : rule.rates.length),
    0,
  );
  return familySize(groups, reference) * perPair;
}

/** Every two groups that are large enough, by how much more they differ than under the champion. */
export function judgeIncreases(
  columns: readonly JudgedColumn[],
  champion: ReadonlyMap<string, ChampionSplits>,
  request: { readonly config: FairnessGateConfig; readonly levels: Levels; readonly context: GateContext },
): readonly JudgedMeasure[] {
  const { config, levels } = request;
  const seedOf = seeds(request.context);
  return columns.flatMap((column) => {
    const splits = champion.get(column.name) ?? new Map();
    return limitedIncreases(config).map(({ measure, rule, increase }) => {
      const large = [...column.groups].filter(
        ([, counts]) =>
          totalOf(counts) >= config['minimum-group-size'] &&
          rule.rates.every((rate) => rate.count(counts).n >= config['minimum-denominator']),
      );
      const name = `${measure}-increase`;
      const pairs = pairsOf(new Map(large), column.reference, column.groups).flatMap((pair) => {
        const seed = seedOf(`${column.name} ${name} ${pair.sides.map((side) => side.name).join(' ')}`);
        return increasesOfPair(pair, splits, { rule, seed }).map((own) => withIntervals(own, levels));
      });
      const { confidence } = config;
      return {
        column,
        pairs: pairs.map((pair) => ({ ...pair, words: `${pair.words}, above the champion's,` })),
        rule: {
          measure: name,
          limit: increase,
          rule: { by: 'difference', rates: [], combine: 'worst', ofSelection: false },
          confidence,
          ownConfidence: levels.own,
        },
      } as const;
    });
  });
}

/** What is said of limits on increases where the champion's predictions are not there. */
export function unjudgedIncreases(config: FairnessGateConfig, unavailable: string | undefined): readonly Finding[] {
  return limitedIncreases(config).map(({ measure, increase }) => ({
    measure: `${measure}-increase`,
    outcome: unavailable === undefined ? ('pass' as const) : ('inconclusive' as const),
    severity: unavailable === undefined ? ('warn' as const) : ('block' as const),
    reasonCode: unavailable === undefined ? ('first-version' as const) : ('champion-unavailable' as const),
    value: null,
    limit: increase,
    failsWhen: 'above' as const,
    message:
      unavailable === undefined
        ? `there is no champion, so the increase of ${measure} is not judged`
        : `the champion's predictions are not there (${unavailable}), so the increase of ${measure} cannot be judged`,
  }));
}
