/**
 * Kish's effective sample size of weighted rows, (Σw)²/Σw² (1965, Survey Sampling, section 11.7): how many unweighted rows
 * would be as informative. Equal weights give n.
 *
 * @throws RangeError when a sum is not finite and above 0.
 * @example kishEffectiveSize(6, 14) // 2.5714285714285716, of the weights 1, 2, 3
 */
export function kishEffectiveSize(sumOfWeights: number, sumOfSquares: number): number {
  for (const sum of [sumOfWeights, sumOfSquares]) {
    if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A sum of weights or of their squares is a finite number above 0, got ${sum}.`);
    }
  }
  return sumOfWeights ** 2 / sumOfSquares;
}
