/** @throws RangeError unless 0 ≤ successes ≤ n, both whole numbers, n at least 1. */
export function checkCounts(successes: number, n: number): void {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A sample size is a whole number from 1, got ${n}.`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`A count of successes is a whole number from 0 to ${n}, got ${successes}.`);
  }
}

/** @throws RangeError unless 0 < confidence < 1. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence level is a number between 0 and 1, got ${confidence}.`);
  }
}

/** @throws RangeError unless 0 ≤ p ≤ 1. */
export function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
}

/** @throws RangeError unless the count is a whole number from 0. */
export function checkCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`A count is a whole number from 0, got ${count}.`);
}
