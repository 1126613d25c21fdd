import { type Bounds, type Proportion, weightedMoverRatio, weightedNewcombeDifference } from '@gatehouse/stats';
import type { ConfusionCounts } from '../../decision/confusion.ts';
import type { GroupPair, PairSide } from '../groups/group-pairs.ts';
import { clusterConfidence, type GroupShare, pairedShares, shareOf } from '../rows/row-sampling.ts';
import type { GroupRate, MeasureRule } from './fairness-measures.ts';

/** Confidence of the intervals of a decision. */
export interface Levels {
  /** Of each comparison, so that all intervals hold together. */
  readonly simultaneous: number;
  /** Two-sided level whose upper bound is the one-sided bound of one pair at the policy's confidence. */
  readonly own: number;
}

/** Two groups compared by one measure, or one group with all rows of its strata. */
export interface PairComparison {
  /** Larger rate first; of a ratio the smaller one, which is its numerator. */
  readonly groups: readonly string[];
  /** What is compared, in words. */
  readonly words: string;
  /** Of the compared rate, of the first one where a mean is compared; `null` where no two rates are. */
  readonly counts: readonly [Proportion, Proportion] | null;
  /** Rows that the value rests on, in the order of `groups`. */
  readonly n: readonly number[];
  /** Absolute difference, or the smaller over the larger; `null` where both are zero. */
  readonly value: number | null;
  /** Holds together with those of all pairs; from 0 where a signed difference may be zero. */
  readonly interval: Bounds;
  /** Of this pair alone; its bound on the passing side is the one that must keep the limit. */
  readonly ownInterval: Bounds;
  readonly boundsAt: (confidence: number) => Bounds;
  /** How the interval is made: `newcombe`. */
  readonly method: string;
}

/** A comparison before its intervals are drawn up. */
export type Compared = Omit<PairComparison, 'interval' | 'ownInterval'>;

/** The intervals of a decision from the bounds at any confidence. */
export function withIntervals(compared: Compared, levels: Levels): PairComparison {
  const [interval, ownInterval] = [compared.boundsAt(levels.simultaneous), compared.boundsAt(levels.own)];
  return { ...compared, interval, ownInterval };
}

/** A pair by every rate of the measure that is defined for both sides. */
export function comparePair(pair: GroupPair, rule: MeasureRule, levels: Levels): readonly PairComparison[] {
  if (rule.combine === 'mean') return meanOfPair(pair, rule).map((compared) => withIntervals(compared, levels));
  return rule.rates.flatMap((rate) => {
    if (!isDefined(pair, rate)) return [];
    const [larger, smaller] = ordered(pair, rate);
    const [most, least] = countsOf(pair, rate);
    const values = valuesOf(pair, rate);
    const isRatio = rule.by === 'ratio';
    const bounds = (isRatio ? ratioBounds : differenceBounds)(pair, rate);
    const counts = isRatio ? ([least, most] as const) : ([most, least] as const);
    const compared = {
      groups: (isRatio ? [smaller, larger] : [larger, smaller]).map(({ name }) => name),
      words: rate.words,
      // Of weighted or clustered rows no number of rows stands for how sure a rate is.
      counts: isPlain(pair) ? counts : null,
      n: counts.map(({ n }) => n),
      value: rule.by === 'ratio' ? ratioOf(values) : differenceOf(values),
      boundsAt: bounds,
      method: `${rule.by === 'ratio' ? 'mover-r' : 'newcombe'}${samplingWords(pair)}`,
    };
    return [withIntervals(compared, levels)];
  });
}

/** True where both sides have the rate's denominator. */
function isDefined({ sides }: GroupPair, rate: GroupRate): boolean {
  return sides.every(({ counts }) => rate.count(counts).n > 0);
}

function isPlain({ sides }: GroupPair): boolean {
  return sides.every(({ counts }) => counts.sampling === undefined);
}

function samplingWords({ sides: [{ counts }] }: GroupPair): string {
  if (counts.sampling === undefined) return '';
  return counts.sampling.clusters === null ? ', weighted' : ', by clusters';
}

function ordered({ sides: [a, b] }: GroupPair, rate: GroupRate): readonly [PairSide, PairSide] {
  return shareOf(rate, a.counts).proportion >= shareOf(rate, b.counts).proportion ? [a, b] : [b, a];
}

/** Larger rate first; of all rows where the other side is all rows. */
function rowsCompared(pair: GroupPair, rate: GroupRate): readonly [ConfusionCounts, ConfusionCounts] {
  const { whole } = pair;
  const [first, second] = ordered(pair, rate).map((side) =>
    whole !== null && side === pair.sides[1] ? whole : side.counts,
  );
  if (first === undefined || second === undefined) throw new RangeError('A pair has two sides.');
  return [first, second];
}

function countsOf(pair: GroupPair, rate: GroupRate): readonly [Proportion, Proportion] {
  const [first, second] = rowsCompared(pair, rate);
  return [rate.count(first), rate.count(second)];
}

function valuesOf(pair: GroupPair, rate: GroupRate): readonly [number, number] {
  const [first, second] = rowsCompared(pair, rate);
  return [shareOf(rate, first).proportion, shareOf(rate, second).proportion];
}

function differenceOf([larger, smaller]: readonly [number, number]): number {
  return larger - smaller;
}

function ratioOf([larger, smaller]: readonly [number, number]): number | null {
  return larger === 0 ? null : smaller / larger;
}

type BoundsAt = (confidence: number) => Bounds;

/** Share of the second side in all rows that the rate rests on; 1 where two groups are compared. */
function scaleOf(first: GroupShare, second: GroupShare, whole: ConfusionCounts | null): number {
  return whole === null ? 1 : second.mass / (first.mass + second.mass);
}

/**
 * Newcombe's interval of the signed difference. A group with the share w of the denominators differs from all rows by
 * 1 - w times what it differs from the rest.
 */
function signedBounds({ sides: [a, b], whole }: GroupPair, rate: GroupRate): BoundsAt {
  const shares = pairedShares(shareOf(rate, a.counts), shareOf(rate, b.counts));
  const [first, second] = shares;
  const scale = scaleOf(first, second, whole);
  return (confidence) => {
    const level = clusterConfidence(shares, confidence);
    if (level === null) return [-1, 1];
    const [lower, upper] = weightedNewcombeDifference(first, second, level);
    return [lower * scale, upper * scale];
  };
}

/** If [l, u] covers the signed difference, then [max(0, l, -u), max(|l|, |u|)] covers its absolute value. */
function differenceBounds(pair: GroupPair, rate: GroupRate): BoundsAt {
  const boundsAt = signedBounds(pair, rate);
  return (confidence) => folded(boundsAt(confidence));
}

/** Of the absolute value of what lies between signed bounds. */
export function folded([lower, upper]: Bounds): Bounds {
  return [Math.max(0, lower, -upper), Math.max(upper, -lower)];
}

/** Of a ratio and its inverse the smaller counts, whichever group has the larger rate in truth. */
function ratioBounds({ sides: [a, b], whole }: GroupPair, rate: GroupRate): BoundsAt {
  const shares = pairedShares(shareOf(rate, a.counts), shareOf(rate, b.counts));
  const [first, second] = shares;
  // Rates that are both zero say nothing about their ratio.
  if (first.proportion === 0 && second.proportion === 0) return () => [0, 1];
  const share = whole === null ? 0 : first.mass / (first.mass + second.mass);
  return (confidence) => {
    const level = clusterConfidence(shares, confidence);
    if (level === null) return [0, 1];
    const bounds = weightedMoverRatio(first, second, level).map((ratio) => toWhole(ratio, share));
    const [lower, upper] = [Math.min(...bounds), Math.max(...bounds)];
    return [Math.min(lower, 1 / upper), Math.min(upper, 1 / lower, 1)];
  };
}

/** The ratio to all rows, of which the group is the share `w`, from the ratio to the rest: r / (wr + 1 - w). */
function toWhole(ratio: number, share: number): number {
  if (share === 0) return ratio;
  return ratio === Number.POSITIVE_INFINITY ? 1 / share : ratio / (share * ratio + 1 - share);
}

/**
 * The mean of the absolute differences of two rates with different denominators, which are independent. |x| + |y| is the
 * largest of ±x ± y, each bounded by square and add; so its own bound is that of every combination of signs, and its
 * simultaneous interval rests on two two-sided ones.
 */
function meanOfPair(pair: GroupPair, { rates, words }: MeasureRule): readonly Compared[] {
  const [one, two] = rates;
  if (one === undefined || two === undefined || !isDefined(pair, one) || !isDefined(pair, two)) return [];
  const [first, second] = ordered(pair, one);
  const signed = (rate: GroupRate): number => {
    const [a, b] = pair.sides.map(({ counts }) => shareOf(rate, counts));
    if (a === undefined || b === undefined) throw new RangeError('A pair has two sides.');
    return (a.proportion - b.proportion) * scaleOf(a, b, pair.whole);
  };
  const [boundsOne, boundsTwo] = [signedBounds(pair, one), signedBounds(pair, two)];
  const boundsOf = (confidence: number): Bounds => {
    const x = { value: signed(one), bounds: boundsOne(confidence) };
    const y = { value: signed(two), bounds: boundsTwo(confidence) };
    const sums = [folded(sumBounds(x, y)), folded(sumBounds(x, negated(y)))];
    return [Math.max(...sums.map(([lower]) => lower)) / 2, Math.max(...sums.map(([, upper]) => upper)) / 2];
  };
  const counts = countsOf(pair, one);
  return [
    {
      groups: [first.name, second.name],
      words,
      counts: isPlain(pair) ? counts : null,
      n: counts.map(({ n }) => n),
      value: (Math.abs(signed(one)) + Math.abs(signed(two))) / 2,
      boundsAt: boundsOf,
      method: `newcombe${samplingWords(pair)}`,
    },
  ];
}

interface Estimate {
  readonly value: number;
  readonly bounds: Bounds;
}

function negated({ value, bounds: [lower, upper] }: Estimate): Estimate {
  return { value: -value, bounds: [-upper, -lower] };
}

function sumBounds(x: Estimate, y: Estimate): Bounds {
  const value = x.value + y.value;
  return [
    value - Math.hypot(x.value - x.bounds[0], y.value - y.bounds[0]),
    value + Math.hypot(x.bounds[1] - x.value, y.bounds[1] - y.value),
  ];
}
