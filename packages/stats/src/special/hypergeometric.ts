import { logBinomialDensity } from './saddle-point.ts';

/** An urn of which `draws` balls are taken without putting back. */
export interface Urn {
  /** Balls that count. */
  readonly marked: number;
  readonly unmarked: number;
  readonly draws: number;
}

/** The fewest and the most marked balls that can be drawn. */
export function hypergeometricRange({ marked, unmarked, draws }: Urn): readonly [least: number, most: number] {
  return [Math.max(0, draws - unmarked), Math.min(marked, draws)];
}

/** The most likely number of marked balls. */
export function hypergeometricMode(urn: Urn): number {
  const { marked, unmarked, draws } = urn;
  const [least, most] = hypergeometricRange(urn);
  return Math.min(most, Math.max(least, Math.floor(((draws + 1) * (marked + 1)) / (marked + unmarked + 2))));
}

/**
 * ln P(X = x) for x marked balls among those drawn, as a quotient of three binomial densities with p = draws/balls
 * (Loader 2000), so that large urns cost no digits. -Infinity outside the range.
 */
export function logHypergeometricDensity(x: number, urn: Urn): number {
  const { marked, unmarked, draws } = urn;
  const [least, most] = hypergeometricRange(urn);
  if (x < least || x > most) return Number.NEGATIVE_INFINITY;
  const balls = marked + unmarked;
  if (balls === 0) return 0;
  const p = draws / balls;
  const q = (balls - draws) / balls;
  const density = (successes: number, n: number): number =>
    logBinomialDensity({ successes, failures: n - successes, p, q });
  return density(x, marked) + density(draws - x, unmarked) - density(draws, balls);
}

/** P(X = x+1)/P(X = x). 0 at the upper end. */
export function hypergeometricStep(x: number, { marked, unmarked, draws }: Urn): number {
  return ((marked - x) * (draws - x)) / ((x + 1) * (unmarked - draws + x + 1));
}
