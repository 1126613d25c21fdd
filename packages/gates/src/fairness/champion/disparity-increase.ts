import {
  type Bounds,
  bcaInterval,
  bootstrapInterval,
  createRandom,
  newcombePaired,
  type PairedCounts,
} from '@gatehouse/stats';
import { ALL_ROWS, type GroupPair } from '../groups/group-pairs.ts';
import type { Compared } from '../pairs/compare-pair.ts';
import type { GroupRate, MeasureRule } from '../pairs/fairness-measures.ts';
import { isUnvaried } from '../rows/score-intervals.ts';
import {
  atomsOf,
  type ChampionSplit,
  type ChampionSplits,
  challengerOf,
  championOf,
  sumOfSplits,
} from './champion-split.ts';

/** Two groups, as both models decide about them. */
interface PairedPair {
  readonly names: readonly [string, string];
  readonly splits: readonly [ChampionSplit, ChampionSplit];
  /** A group differs from all rows by this share of what it differs from the rest. */
  readonly scaleOf: (rate: GroupRate) => number;
}

/**
 * By how much two groups differ more under the challenger than under the champion, |x| - |y| with x and y the differences
 * of a rate, by each rate of the measure.
 *
 * Where the rows that a rate rests on are those of both models (all rows, or those of one label), in closed form: paired
 * Newcombe intervals of x - y and x + y, added by squares over the two groups, hold together at half the error each, and
 * |x| - |y| = max(min(x - y, x + y), -max(x - y, x + y)). Elsewhere by BCa over rows drawn again, which are alike where
 * both models and the label are.
 */
export function increasesOfPair(
  pair: GroupPair,
  splits: ChampionSplits,
  request: { readonly rule: MeasureRule; readonly seed: Uint8Array },
): readonly Compared[] {
  const paired = pairedPair(pair, splits);
  const { rule, seed } = request;
  const own = rule.rates.filter((rate) => isKnown(paired, rate));
  if (rule.combine === 'mean') return own.length < rule.rates.length ? [] : [meanIncrease(own, paired, rule.words)];
  return own.map((rate) => (hasFixedRows(rate) ? closedForm(rate, paired) : resampled(rate, paired, seed)));
}

/** True where a rate rests on the same rows whatever is predicted. */
export function hasFixedRows(rate: GroupRate): boolean {
  const unit = { tp: 0, fp: 0, fn: 0, tn: 0 };
  const rowsOf = (outcome: keyof typeof unit): number => rate.count({ ...unit, [outcome]: 1 }).n;
  return rowsOf('tp') === rowsOf('fn') && rowsOf('fp') === rowsOf('tn');
}

function pairedPair({ sides: [a, b], whole }: GroupPair, splits: ChampionSplits): PairedPair {
  const splitOf = (name: string): ChampionSplit =>
    splits.get(name) ?? { positive: { tp: 0, fp: 0, fn: 0, tn: 0 }, negative: { tp: 0, fp: 0, fn: 0, tn: 0 } };
  const others = [...splits].filter(([name]) => name !== a.name).map(([, split]) => split);
  return {
    names: [a.name, b.name],
    splits: [splitOf(a.name), b.name === ALL_ROWS ? sumOfSplits(others) : splitOf(b.name)],
    scaleOf: (rate) => (whole === null ? 1 : rate.count(b.counts).n / rate.count(whole).n),
  };
}

function isKnown({ splits }: PairedPair, rate: GroupRate): boolean {
  return splits.every((split) => rate.count(challengerOf(split)).n > 0 && rate.count(championOf(split)).n > 0);
}

/** Challenger's and champion's difference of a rate between the two groups. */
function differencesOf(rate: GroupRate, { splits: [a, b], scaleOf }: PairedPair): readonly [number, number] {
  const rateOf = (split: ChampionSplit, of: typeof challengerOf): number => {
    const { successes, n } = rate.count(of(split));
    return successes / n;
  };
  const scale = scaleOf(rate);
  return [
    scale * (rateOf(a, challengerOf) - rateOf(b, challengerOf)),
    scale * (rateOf(a, championOf) - rateOf(b, championOf)),
  ];
}

function comparedOf(rate: GroupRate, paired: PairedPair): Omit<Compared, 'boundsAt' | 'method'> {
  const [x, y] = differencesOf(rate, paired);
  const { names, splits } = paired;
  const counts = splits.map((split) => rate.count(challengerOf(split)));
  return {
    groups: x >= 0 ? names : [names[1], names[0]],
    words: rate.words,
    counts: null,
    n: (x >= 0 ? counts : counts.toReversed()).map(({ n }) => n),
    value: Math.abs(x) - Math.abs(y),
  };
}

function closedForm(rate: GroupRate, paired: PairedPair): Compared {
  return {
    ...comparedOf(rate, paired),
    boundsAt: (confidence) => closedBounds(rate, paired, 1 - (1 - confidence) / 2),
    method: 'newcombe, paired',
  };
}

function closedBounds(rate: GroupRate, { splits: [a, b], scaleOf }: PairedPair, confidence: number): Bounds {
  const [changes, sums] = [boundedBy(rate, 'minus', confidence), boundedBy(rate, 'plus', confidence)];
  const [difference, sum] = [subtracted(changes(a), changes(b)), subtracted(sums(a), sums(b))];
  const scale = scaleOf(rate);
  return [
    scale * Math.max(Math.min(difference[0], sum[0]), -Math.max(difference[1], sum[1])),
    scale * Math.max(Math.min(difference[1], sum[1]), -Math.max(difference[0], sum[0])),
  ];
}

interface Bounded {
  readonly value: number;
  readonly bounds: Bounds;
}

/**
 * The challenger's rate minus, or plus, the champion's in one group. Plus is minus the share of those that the champion
 * decides otherwise, and 1, which is left out.
 */
function boundedBy(rate: GroupRate, sign: 'minus' | 'plus', confidence: number): (split: ChampionSplit) => Bounded {
  return (split) => {
    const cells = pairedCells(rate, split, sign);
    const [lower, upper] = newcombePaired(cells, confidence);
    const n = cells.both + cells.onlyFirst + cells.onlySecond + cells.neither;
    return { value: (cells.onlyFirst - cells.onlySecond) / n, bounds: [lower, upper] };
  };
}

function pairedCells(rate: GroupRate, split: ChampionSplit, sign: 'minus' | 'plus'): PairedCounts {
  const cells = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const { challenger, champion, n } of atomsOf(split)) {
    if (rate.count(challenger).n === 0) continue;
    const first = rate.count(challenger).successes > 0;
    const second = rate.count(champion).successes > 0 === (sign === 'minus');
    cells[cellOf(first, second)] += n;
  }
  return cells;
}

function cellOf(first: boolean, second: boolean): keyof PairedCounts {
  if (first) return second ? 'both' : 'onlyFirst';
  return second ? 'onlySecond' : 'neither';
}

/** First minus second of two independent estimates: square and add. The ones of sums cancel. */
function subtracted(a: Bounded, b: Bounded): Bounds {
  const value = a.value - b.value;
  return [
    value - Math.hypot(a.value - a.bounds[0], b.bounds[1] - b.value),
    value + Math.hypot(a.bounds[1] - a.value, b.value - b.bounds[0]),
  ];
}

/** Both rates have rows of their own labels; half the error each. */
function meanIncrease(rates: readonly GroupRate[], paired: PairedPair, words: string): Compared {
  const parts = rates.map((rate) => closedForm(rate, paired));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [first] = parts;
  return {
    groups: first?.groups ?? paired.names,
    words,
    counts: null,
    n: first?.n ?? [],
    value: mean(parts.map(({ value }) => value ?? 0)),
    boundsAt: (confidence) => {
      const bounds = parts.map(({ boundsAt }) => boundsAt(1 - (1 - confidence) / rates.length));
      return [mean(bounds.map(([lower]) => lower)), mean(bounds.map(([, upper]) => upper))];
    },
    method: 'newcombe, paired',
  };
}

/** Where nothing varies between the samples their bounds would have no width, so they are as wide as can be. */
const UNKNOWN: Bounds = [-1, 1];

function resampled(rate: GroupRate, paired: PairedPair, seed: Uint8Array): Compared {
  const atoms = paired.splits.map(atomsOf);
  const cells = Int32Array.from(atoms.flatMap((own) => own.map(({ n }) => n)));
  const kinds = atoms.flat();
  const half = atoms[0]?.length ?? 0;
  const shareOf = (counts: Int32Array, from: number, of: 'challenger' | 'champion'): number | null => {
    let [successes, n] = [0, 0];
    for (let at = from; at < from + half; at += 1) {
      const kind = kinds[at];
      if (kind === undefined) continue;
      const unit = rate.count(kind[of]);
      successes += unit.successes * Number(counts[at]);
      n += unit.n * Number(counts[at]);
    }
    return n === 0 ? null : successes / n;
  };
  const statistic = (counts: Int32Array): number | null => {
    const [a, b] = [shareOf(counts, 0, 'challenger'), shareOf(counts, half, 'challenger')];
    const [c, d] = [shareOf(counts, 0, 'champion'), shareOf(counts, half, 'champion')];
    return a === null || b === null || c === null || d === null ? null : Math.abs(a - b) - Math.abs(c - d);
  };
  const found = bootstrapInterval({
    units: { kind: 'cells', counts: cells },
    statistic,
    confidence: 0.95,
    random: createRandom(seed),
  });
  const scale = paired.scaleOf(rate);
  const isVaried = found.undefinedReason === null && !isUnvaried(found.sorted);
  return {
    ...comparedOf(rate, paired),
    boundsAt: (confidence) => {
      if (found.undefinedReason !== null || !isVaried) return UNKNOWN;
      const { estimate, sorted, acceleration } = found;
      const [lower, upper] = bcaInterval({ estimate, replicates: sorted, acceleration }, confidence).interval;
      return [scale * lower, scale * upper];
    },
    method: isVaried ? 'paired bca' : 'paired bca without variation',
  };
}
