import { type Bounds, moverRatio, newcombeDifference, type Proportion } from '@gatehouse/stats';
import type { GroupRate, MeasureRule } from './fairness-measures.ts';
import type { GroupPair, PairSide } from './group-pairs.ts';

/** Confidence of the intervals of a decision. */
export interface Levels {
  /** Of each comparison, so that all intervals hold together. */
  readonly simultaneous: number;
  /** Two-sided level whose upper bound is the one-sided bound of one pair at the policy's confidence. */
  readonly own: number;
}

/** Two groups compared by one measure, or one group with all rows of its strata. */
export interface PairComparison {
  /** Larger rate first. */
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
    const [first, second] = ordered(pair, rate);
    const counts = countsOf(pair, rate);
    const bounds = rule.by === 'ratio' ? ratioBounds : differenceBounds;
    const compared = {
      groups: [first.name, second.name],
      words: rate.words,
      counts,
      n: counts.map(({ n }) => n),
      value: rule.by === 'ratio' ? ratioOf(counts) : differenceOf(counts),
      boundsAt: (confidence: number) => bounds(pair, rate, confidence),
      method: rule.by === 'ratio' ? 'mover-r' : 'newcombe',
    };
    return [withIntervals(compared, levels)];
  });
}

/** True where both sides have the rate's denominator. */
function isDefined({ sides }: GroupPair, rate: GroupRate): boolean {
  return sides.every(({ counts }) => rate.count(counts).n > 0);
}

function ordered({ sides: [a, b] }: GroupPair, rate: GroupRate): readonly [PairSide, PairSide] {
  return rateOf(rate.count(a.counts)) >= rateOf(rate.count(b.counts)) ? [a, b] : [b, a];
}

/** Larger rate first; of all rows where the other side is all rows. */
function countsOf(pair: GroupPair, rate: GroupRate): readonly [Proportion, Proportion] {
  const { whole } = pair;
  const [first, second] = ordered(pair, rate).map((side) =>
    rate.count(whole !== null && side === pair.sides[1] ? whole : side.counts),
  );
  if (first === undefined || second === undefined) throw new RangeError('A pair has two sides.');
  return [first, second];
}

function rateOf({ successes, n }: Proportion): number {
  return successes / n;
}

function differenceOf([larger, smaller]: readonly [Proportion, Proportion]): number {
  return rateOf(larger) - rateOf(smaller);
}

function ratioOf([larger, smaller]: readonly [Proportion, Proportion]): number | null {
  return larger.successes === 0 ? null : rateOf(smaller) / rateOf(larger);
}

/**
 * Newcombe's interval of the signed difference. A group with the share w of the denominators differs from all rows by
 * 1 - w times what it differs from the rest.
 */
function signedBounds({ sides: [a, b], whole }: GroupPair, rate: GroupRate, confidence: number): Bounds {
  const [lower, upper] = newcombeDifference(rate.count(a.counts), rate.count(b.counts), confidence);
  const scale = whole === null ? 1 : rate.count(b.counts).n / rate.count(whole).n;
  return [lower * scale, upper * scale];
}

/** If [l, u] covers the signed difference, then [max(0, l, -u), max(|l|, |u|)] covers its absolute value. */
function differenceBounds(pair: GroupPair, rate: GroupRate, confidence: number): Bounds {
  return folded(signedBounds(pair, rate, confidence));
}

/** Of the absolute value of what lies between signed bounds. */
export function folded([lower, upper]: Bounds): Bounds {
  return [Math.max(0, lower, -upper), Math.max(upper, -lower)];
}

/** Of a ratio and its inverse the smaller counts, whichever group has the larger rate in truth. */
function ratioBounds({ sides: [a, b], whole }: GroupPair, rate: GroupRate, confidence: number): Bounds {
  const [first, second] = [rate.count(a.counts), rate.count(b.counts)];
  // Rates that are both zero say nothing about their ratio.
  if (first.successes === 0 && second.successes === 0) return [0, 1];
  const share = whole === null ? 0 : first.n / rate.count(whole).n;
  const bounds = moverRatio(first, second, confidence).map((ratio) => toWhole(ratio, share));
  const [lower, upper] = [Math.min(...bounds), Math.max(...bounds)];
  return [Math.min(lower, 1 / upper), Math.min(upper, 1 / lower, 1)];
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
    const scale = pair.whole === null ? 1 : rate.count(pair.sides[1].counts).n / rate.count(pair.whole).n;
    const [a, b] = pair.sides;
    return (rateOf(rate.count(a.counts)) - rateOf(rate.count(b.counts))) * scale;
  };
  const boundsOf = (confidence: number): Bounds => {
    const x = { value: signed(one), bounds: signedBounds(pair, one, confidence) };
    const y = { value: signed(two), bounds: signedBounds(pair, two, confidence) };
    const sums = [folded(sumBounds(x, y)), folded(sumBounds(x, negated(y)))];
    return [Math.max(...sums.map(([lower]) => lower)) / 2, Math.max(...sums.map(([, upper]) => upper)) / 2];
  };
  const counts = countsOf(pair, one);
  return [
    {
      groups: [first.name, second.name],
      words,
      counts,
      n: counts.map(({ n }) => n),
      value: (Math.abs(signed(one)) + Math.abs(signed(two))) / 2,
      boundsAt: boundsOf,
      method: 'newcombe',
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
