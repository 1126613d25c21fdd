import {
  type BinnedPair,
  type ChiSquareEffect,
  chiSquareEffectQuantile,
  chiSquareQuantile,
  cramerV,
  effectiveSize,
  hellinger,
  jensenShannon,
  psi,
  type RandomSource,
  redrawnEffectQuantiles,
  type SampleSizes,
} from '@gatehouse/stats';
import { type BinNull, currentRowsFor, FEWEST_CURRENT_ROWS } from './column-effects.ts';

/** How a null law without a formula is drawn. Each column has a source of its own, so no order matters. */
export interface DrawnNull {
  readonly random: RandomSource;
  /** 999 in the gate. */
  readonly redraws: number;
}

interface BinsAndSizes {
  readonly bins: number;
  readonly sizes: SampleSizes;
}

/** Below this expected count in any cell the effects do not follow their χ² law. */
const LEAST_EXPECTED = 5;
/** Cells that may be drawn for one law: many bins make the law narrow, and fewer draws then tell its quantile as well. */
const MOST_DRAWN_CELLS = 100_000;
const FEWEST_REDRAWS = 199;
/**
 * A Jensen-Shannon quantile below which no draw is worth its time: the laws differ by a factor of 1.2, that of V by 4.5 at
 * most (a row with an expected count of 0.05 adds 19 where χ² has 3.84), and the least of usual limits is ten times this.
 */
const NEAR_LIMITS = 0.01;
/** The quantile of drawn laws by which rows are said to be enough: the one that decides whether a batch is too small. */
const DRAWN_LEVEL = 0.95;

/**
 * The law of the effects of a pair of counts when nothing has drifted: χ² where every expected count is 5 or more, else
 * drawn, both sides as multinomial counts with the pooled shares. With rare categories the χ² law errs both ways: cells
 * that expect one to three rows make a Jensen-Shannon distance larger than it says, cells that expect less make it smaller
 * (decision record 12).
 */
export function binNull(pair: BinnedPair, draws: DrawnNull): BinNull {
  const sizes = { reference: totalOf(pair.reference), current: totalOf(pair.current) };
  const given = { bins: pair.reference.length, sizes };
  const isRare = leastExpected(pair, sizes) < LEAST_EXPECTED;
  const isNear = chiSquareEffectQuantile('jensen-shannon', given, DRAWN_LEVEL) >= NEAR_LIMITS;
  return isRare && isNear ? drawnNull(pair, given, draws) : formulaNull(given);
}

function formulaNull({ bins, sizes }: BinsAndSizes): BinNull {
  return {
    quantile: (effect, level) => chiSquareEffectQuantile(effect, { bins, sizes }, level),
    requiredRows(effect, limit, level) {
      const chiSquare = bins < 2 ? 0 : chiSquareQuantile(level, bins - 1);
      if (effect === 'cramer-v') return rowsForTotal(chiSquare / limit ** 2, sizes);
      return currentRowsFor(chiSquare / asPsi(effect, limit), sizes.reference);
    },
  };
}

/** Near no drift PSI ≈ 8·JS² ≈ 8·H². */
function asPsi(effect: ChiSquareEffect, value: number): number {
  return effect === 'psi' ? value : 8 * value ** 2;
}

function rowsForTotal(total: number, { reference }: SampleSizes): number {
  return Math.max(FEWEST_CURRENT_ROWS, Math.ceil(total - reference));
}

type Quantiles = Readonly<Record<ChiSquareEffect, number>>;

function drawnNull(pair: BinnedPair, { bins, sizes }: BinsAndSizes, { random, redraws }: DrawnNull): BinNull {
  const affordable = Math.min(redraws, Math.max(FEWEST_REDRAWS, Math.floor(MOST_DRAWN_CELLS / bins)));
  const known = new Map<number, Quantiles>();
  const quantile = (effect: ChiSquareEffect, level: number): number => {
    const found = known.get(level) ?? drawnQuantiles(pair, { level, random, redraws: affordable });
    known.set(level, found);
    return found[effect];
  };
  return {
    quantile,
    requiredRows(effect, limit) {
      const byFormula = formulaNull({ bins, sizes }).requiredRows(effect, limit, DRAWN_LEVEL);
      const reached = asPsi(effect, quantile(effect, DRAWN_LEVEL)) / asPsi(effect, limit);
      const byScale =
        effect === 'cramer-v'
          ? rowsForTotal((sizes.reference + sizes.current) * reached, sizes)
          : currentRowsFor(effectiveSize(sizes) * reached, sizes.reference);
      // With more rows more of the rare categories come up: the effects shrink slower than their drawn law here.
      return byFormula === null || byScale === null ? null : Math.max(byFormula, byScale);
    },
  };
}

function drawnQuantiles(
  pair: BinnedPair,
  draws: { readonly level: number; readonly random: RandomSource; readonly redraws: number },
): Quantiles {
  const effects: readonly ((drawn: BinnedPair) => number | null)[] = [
    (drawn) => psi(drawn).value,
    (drawn) => jensenShannon(drawn, 'nats').value,
    (drawn) => hellinger(drawn).value,
    // V has no value where both sides hold one and the same category: nothing differs there.
    (drawn) => cramerV([drawn.reference, drawn.current]).value ?? 0,
  ];
  const found = redrawnEffectQuantiles(
    pair,
    effects.map((effect) => (drawn) => effect(drawn) ?? Number.NaN),
    draws,
  );
  const [stability, distance, affinity, association] = found ?? [];
  return {
    psi: stability ?? Number.POSITIVE_INFINITY,
    'jensen-shannon': distance ?? Number.POSITIVE_INFINITY,
    hellinger: affinity ?? Number.POSITIVE_INFINITY,
    'cramer-v': association ?? Number.POSITIVE_INFINITY,
  };
}

function leastExpected({ reference, current }: BinnedPair, sizes: SampleSizes): number {
  const smaller = Math.min(sizes.reference, sizes.current) / (sizes.reference + sizes.current);
  let least = Number.POSITIVE_INFINITY;
  for (let bin = 0; bin < reference.length; bin += 1) {
    const pooled = Number(reference[bin]) + Number(current[bin]);
    if (pooled > 0) least = Math.min(least, pooled * smaller);
  }
  return least;
}

function totalOf(counts: ArrayLike<number>): number {
  return Array.from(counts).reduce((total, count) => total + count, 0);
}
