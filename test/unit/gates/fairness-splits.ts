import type { ChampionSplit, ConfusionCounts } from '@gatehouse/gates';
import { challengerOf } from '../../../packages/gates/src/fairness/champion/champion-split.ts';
import { increasesOfPair } from '../../../packages/gates/src/fairness/champion/disparity-increase.ts';
import { pairsOf, type Reference } from '../../../packages/gates/src/fairness/groups/group-pairs.ts';
import type { Compared } from '../../../packages/gates/src/fairness/pairs/compare-pair.ts';
import {
  type FairnessMeasure,
  knownMeasures,
  type MeasureRule,
} from '../../../packages/gates/src/fairness/pairs/fairness-measures.ts';

export const counts = (tp: number, fp: number, fn: number, tn: number): ConfusionCounts => ({ tp, fp, fn, tn });
export const split = (positive: ConfusionCounts, negative: ConfusionCounts): ChampionSplit => ({ positive, negative });
export type Splits = Readonly<Record<string, ChampionSplit>>;

/** What a challenger makes of rows that the champion selects, and of the others. */
export const A = split(counts(60, 20, 10, 5), counts(15, 25, 40, 125));
export const B = split(counts(30, 30, 25, 10), counts(5, 10, 70, 120));
export const C = split(counts(45, 12, 8, 9), counts(11, 14, 33, 90));
export const LEVELS = { simultaneous: 0.98, own: 0.9 };

export function ruleOf(measure: FairnessMeasure): MeasureRule {
  const found = knownMeasures({ favorable: 'positive' }).find((known) => known.measure === measure);
  if (found === undefined) throw new Error(`There is no measure ${measure}.`);
  return found.rule;
}

export function increases(
  splits: Splits,
  measure: FairnessMeasure,
  reference: Reference = 'none',
): readonly Compared[] {
  const of = new Map(Object.entries(splits));
  const groups = new Map([...of].map(([name, own]) => [name, challengerOf(own)]));
  return pairsOf(groups, reference).flatMap((pair) =>
    increasesOfPair(pair, of, { rule: ruleOf(measure), seed: new Uint8Array(16).fill(4) }),
  );
}
