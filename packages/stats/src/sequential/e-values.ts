import { logSumExp } from './log-sum.ts';

/**
 * An e-value from a p-value: ½·p^(-½), the calibrator κ·p^(κ-1) at κ = ½. Its mean is at most 1 when p is valid. Infinity
 * at 0. Shafer, Shen, Vereshchagin and Vovk (2011), Statistical Science 26, 84-101.
 *
 * A product of e-values of several days needs each p to be valid given the past. Days that share one finite reference are
 * not: use the risk monitor or the sequential Kolmogorov-Smirnov boundary there.
 *
 * @throws RangeError when p is not from 0 to 1.
 * @example eValueOfP(0.01) // 5
 */
export function eValueOfP(p: number): number {
  checkP(p);
  return 0.5 / Math.sqrt(p);
}

/**
 * As {@link eValueOfP} averaged over all κ in (0, 1): (1 - p + p·ln p)/(p·ln²p), ½ at 1. It grows almost as 1/p for small
 * p. Vovk and Wang (2021), Annals of Statistics 49, 1736-1754.
 *
 * @throws RangeError when p is not from 0 to 1.
 * @example mixedEValueOfP(0.01) // 4.4510
 */
export function mixedEValueOfP(p: number): number {
  checkP(p);
  if (p === 0) return Number.POSITIVE_INFINITY;
  const x = -Math.log(p);
  if (x > 0.1) return (1 - p - p * x) / (p * x * x);
  // 1 - e^-x·(1+x) cancels near p = 1; its series Σ (-1)^k·(k-1)·x^k/k!, k ≥ 2, does not.
  let term = 0.5;
  let sum = 0;
  for (let k = 2; k < 14; k += 1) {
    sum += term * (k - 1);
    term *= -x / (k + 1);
  }
  return sum / p;
}

/**
 * Logarithm of the weighted mean of e-values given as logarithms: again an e-value, whatever their dependence. For one alarm
 * over many streams. A product would need independence.
 *
 * @param weights Not negative, adding to one; equal unless given.
 * @throws RangeError when there is no e-value, one is NaN, or the weights do not add to one.
 */
export function combineLogEvidence(logs: readonly number[], weights?: readonly number[]): number {
  if (logs.length === 0) throw new RangeError('A combination needs at least one e-value, got none.');
  if (logs.some(Number.isNaN)) throw new RangeError('The logarithm of an e-value is a number, got NaN.');
  const shares = weights ?? logs.map(() => 1 / logs.length);
  const sum = shares.reduce((total, weight) => total + weight, 0);
  if (shares.length !== logs.length || shares.some((w) => !(w >= 0)) || Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(`Weights are ${logs.length} numbers from 0 that add to 1, got ${shares.join(', ')}.`);
  }
  return logSumExp(logs.flatMap((log, i) => (shares[i] === 0 ? [] : [log + Math.log(Number(shares[i]))])));
}

function checkP(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value is a number from 0 to 1, got ${p}.`);
}
