import type { FairnessGateConfig, Finding } from '@gatehouse/core';
import type { GateContext } from '../../decision/assemble-decision.ts';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { FairnessInput } from '../fairness-input.ts';
import { seeds } from '../groups/check-seeds.ts';
import type { JudgedColumn } from '../groups/compared-column.ts';
import { familySize, pairsOf } from '../groups/group-pairs.ts';
import { type Levels, withIntervals } from '../pairs/compare-pair.ts';
import { undefinedRateFindings } from '../pairs/fairness-findings.ts';
import { gatedMeasures, type LimitedMeasure, type MeasureRule } from '../pairs/fairness-measures.ts';
import type { JudgedMeasure } from '../pairs/judged-measure.ts';
import { type ChampionSplits, championOf } from './champion-split.ts';
import { increasesOfPair } from './disparity-increase.ts';

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

/** What limits on increases come to: comparisons to judge, and groups in which the champion has no rate to compare with. */
export interface JudgedIncreases {
  readonly judged: readonly JudgedMeasure[];
  readonly findings: readonly Finding[];
}

interface IncreaseRequest {
  readonly config: FairnessGateConfig;
  readonly levels: Levels;
  readonly context: GateContext;
}

/** Every two groups that are large enough, by how much more they differ than under the champion. */
export function judgeIncreases(
  columns: readonly JudgedColumn[],
  champion: ReadonlyMap<string, ChampionSplits>,
  request: IncreaseRequest,
): JudgedIncreases {
  const parts = columns.flatMap((column) => {
    const splits = champion.get(column.name) ?? new Map();
    return limitedIncreases(request.config).map((limited) => ({
      judged: judgedIncrease(column, splits, { ...request, limited }),
      findings: championRateFindings(column, splits, { ...request, limited }),
    }));
  });
  return { judged: parts.map(({ judged }) => judged), findings: parts.flatMap(({ findings }) => findings) };
}

function judgedIncrease(
  column: JudgedColumn,
  splits: ChampionSplits,
  { config, levels, context, limited }: IncreaseRequest & { readonly limited: LimitedIncrease },
): JudgedMeasure {
  const { rule } = limited;
  const large = [...column.groups].filter(
    ([name, counts]) => isLarge(counts, rule, config) && isKnown(championCounts(splits, name), rule, config),
  );
  const seedOf = seeds(context);
  const pairs = pairsOf(new Map(large), column.reference, column.groups).flatMap((pair) => {
    const seed = seedOf(`${column.name} ${nameOf(limited)} ${pair.sides.map((side) => side.name).join(' ')}`);
    return increasesOfPair(pair, splits, { rule, seed }).map((own) => withIntervals(own, levels));
  });
  return {
    column,
    pairs: pairs.map((pair) => ({ ...pair, words: `${pair.words}, above the champion's,` })),
    rule: ruleOf(limited, { config, levels }),
  };
}

/**
 * Groups in which the champion's rate has no denominator, or one that is too small. Their pairs are not compared, and an
 * increase that nobody could measure is no increase that keeps its limit. Where the challenger's rate is missing too, the
 * findings of the measure itself say so.
 */
function championRateFindings(
  column: JudgedColumn,
  splits: ChampionSplits,
  { config, levels, limited }: IncreaseRequest & { readonly limited: LimitedIncrease },
): readonly Finding[] {
  const groups = [...column.groups]
    .filter(([, counts]) => isLarge(counts, limited.rule, config))
    .map(([name]) => [name, championCounts(splits, name)] as const);
  const rates = limited.rule.rates.map((rate) => ({ ...rate, words: `the champion's ${rate.words}` }));
  const rule = ruleOf(limited, { config, levels });
  return undefinedRateFindings(
    { ...column, groups: new Map(groups) },
    { ...rule, rule: { ...rule.rule, rates } },
    config['minimum-denominator'],
  );
}

function nameOf({ measure }: LimitedIncrease): string {
  return `${measure}-increase`;
}

function ruleOf(
  limited: LimitedIncrease,
  { config, levels }: Pick<IncreaseRequest, 'config' | 'levels'>,
): JudgedMeasure['rule'] {
  return {
    measure: nameOf(limited),
    limit: limited.increase,
    rule: { by: 'difference', rates: [], combine: 'worst', ofSelection: false },
    confidence: config.confidence,
    levels,
  };
}

function championCounts(splits: ChampionSplits, group: string): ConfusionCounts {
  const split = splits.get(group);
  return split === undefined ? { tp: 0, fp: 0, fn: 0, tn: 0 } : championOf(split);
}

function isLarge(counts: ConfusionCounts, rule: MeasureRule, config: FairnessGateConfig): boolean {
  return totalOf(counts) >= config['minimum-group-size'] && isKnown(counts, rule, config);
}

function isKnown(counts: ConfusionCounts, { rates }: MeasureRule, config: FairnessGateConfig): boolean {
  return rates.every((rate) => rate.count(counts).n >= config['minimum-denominator']);
}

/** Why there are no predictions of a champion. */
type AbsentChampion = Pick<FairnessInput, 'champion' | 'championUnavailable' | 'versionsExist'>;

const UNNAMED = 'versions are published and no stage tag names one';

/** Where a champion might be expected: what is not compared with it, and why. */
export function uncomparedChampion({
  champion,
  championUnavailable,
  versionsExist,
}: AbsentChampion): readonly string[] {
  const why = championUnavailable ?? (versionsExist === true ? UNNAMED : null);
  return champion !== undefined || why === null ? [] : [`disparities beside those of a champion: ${why}`];
}

/** What is said of limits on increases where the champion's predictions are not there. */
export function unjudgedIncreases(
  config: FairnessGateConfig,
  { championUnavailable: unavailable, versionsExist }: AbsentChampion,
): readonly Finding[] {
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
        ? `there is no champion${versionsExist === true ? `: ${UNNAMED}` : ''}; the increase of ${measure} is not judged`
        : `the champion's predictions are not there (${unavailable}), so the increase of ${measure} cannot be judged`,
  }));
}
