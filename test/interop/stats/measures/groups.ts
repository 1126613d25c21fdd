import {
  averageAbsoluteOddsDifference,
  averageOddsDifference,
  type BinaryConfusion,
  benefitVariation,
  binaryConfusion,
  confusionRate,
  differenceBetween,
  differenceToOverall,
  differentialFairness,
  equalizedOddsDifference,
  equalizedOddsRatio,
  GROUP_RATES,
  type GroupRate,
  generalizedEntropy,
  mergeConfusions,
  type OddsOptions,
  PAIR_DISPARITIES,
  type PairDisparity,
  pairDisparity,
  rateOfGroups,
  ratioBetween,
  ratioToOverall,
  theilIndex,
} from '@gatehouse/stats';
import { confusionsOf } from '../../../unit/stats/groups/groups-of.ts';
import type { Kind, OurValues } from '../compare.ts';
import { groupRows } from '../inputs.ts';
import { ABSOLUTE } from '../tolerances.ts';

const DISPARITIES = Object.keys(PAIR_DISPARITIES).filter((name): name is PairDisparity => name in PAIR_DISPARITIES);
const NAMES = Object.keys(GROUP_RATES).filter((name): name is GroupRate => name in GROUP_RATES);
const NONE: BinaryConfusion = { tp: 0, fp: 0, fn: 0, tn: 0 };

/** Rates of groups, what is made of several, and what is made of two. */
export const GROUPS: Readonly<Record<string, Kind>> = {
  groups: { tolerance: ABSOLUTE[12], measure: ofGroups },
  'pair-of-groups': { tolerance: ABSOLUTE[12], measure: ofPair },
};

function ofGroups(input: unknown): OurValues {
  const given = groupRows.parse(input);
  const groups = confusionsOf(given);
  const merged = mergeConfusions(groups.values());
  const rates = (given.rates ?? []).flatMap((rate) => NAMES.filter((name) => name === rate));
  const values = rates.map((rate) => rateOfGroups(rate, groups));
  const overall = rates.map((rate) => confusionRate(GROUP_RATES[rate], merged));
  return {
    'difference between': values.map((value) => differenceBetween(value).value),
    'ratio between': values.map((value) => ratioBetween(value).value),
    'difference overall': rates.map((_, at) => withOverall(differenceToOverall, values[at], overall[at])),
    'ratio overall': rates.map((_, at) => withOverall(ratioToOverall, values[at], overall[at])),
    rates: [...groups.keys()].flatMap((group) => values.map((value) => value.get(group)?.value ?? null)),
    ...Object.fromEntries(ODDS.flatMap(([name, options]) => oddsOf(name, groups, options))),
  };
}

type ToOverall = typeof differenceToOverall;

function withOverall(
  measure: ToOverall,
  values: Parameters<ToOverall>[0] | undefined,
  overall: Parameters<ToOverall>[1] | undefined,
): number | null {
  return values === undefined || overall === undefined ? null : measure(values, overall).value;
}

const ODDS: readonly (readonly [name: string, options: OddsOptions])[] = [
  ['between worst_case', { comparison: 'between-groups', aggregate: 'worst-case' }],
  ['between mean', { comparison: 'between-groups', aggregate: 'mean' }],
  ['overall worst_case', { comparison: 'to-overall', aggregate: 'worst-case' }],
  ['overall mean', { comparison: 'to-overall', aggregate: 'mean' }],
];

function oddsOf(
  name: string,
  groups: ReadonlyMap<string, BinaryConfusion>,
  options: OddsOptions,
): readonly (readonly [string, number | null])[] {
  return [
    [`equalized odds difference ${name}`, equalizedOddsDifference(groups, options).value],
    [`equalized odds ratio ${name}`, equalizedOddsRatio(groups, options).value],
  ];
}

function ofPair(input: unknown): OurValues {
  const given = groupRows.parse(input);
  const groups = confusionsOf(given);
  const pair = { unprivileged: groups.get('0') ?? NONE, privileged: groups.get('1') ?? NONE };
  const counts = new Map(
    [...groups].map(([name, c]) => [name, { selected: c.tp + c.fp, n: c.tp + c.fp + c.fn + c.tn }]),
  );
  const all = binaryConfusion(given.labels, given.predicted);
  return {
    ...Object.fromEntries(DISPARITIES.map((name) => [name, pairDisparity(name, pair).value])),
    'average odds': averageOddsDifference(pair).value,
    'average absolute odds': averageAbsoluteOddsDifference(pair).value,
    'differential fairness': differentialFairness(counts).value,
    entropy: generalizedEntropy(all, 2).value,
    theil: theilIndex(all).value,
    variation: benefitVariation(all).value,
  };
}
