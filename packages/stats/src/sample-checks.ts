/** Any array of numbers: typed arrays for large samples, plain ones for small tables. */
export type Numbers = ArrayLike<number>;

/** @throws RangeError unless both have one length. */
export function checkSameLength(first: Numbers, second: Numbers, what: string): void {
  if (first.length !== second.length) {
    throw new RangeError(`The ${what} must have one length, got ${first.length} and ${second.length}.`);
  }
}

/** @throws RangeError when a value is NaN or infinite. */
export function checkFinite(values: Numbers, what: string): void {
  checkEach(values, Number.isFinite, `${what} must be finite`);
}

/** @throws RangeError when a value is below zero, NaN or infinite. */
export function checkNotNegative(values: Numbers, what: string): void {
  checkEach(
    values,
    (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
    `${what} must be finite and not negative`,
  );
}

/** @throws RangeError when there are weights and one is not positive and finite, or their number is not that of the rows. */
export function checkWeights(weights: Numbers | undefined, rows: Numbers): void {
  if (weights === undefined) return;
  checkSameLength(rows, weights, 'rows and weights');
  checkEach(weights, (value) => value > 0 && value < Number.POSITIVE_INFINITY, 'A weight must be positive and finite');
}

/** @throws RangeError when a label is neither 0 nor 1. */
export function checkBinary(labels: Numbers, what: string): void {
  checkEach(labels, (value) => value === 0 || value === 1, `${what} must be 0 or 1`);
}

/** @throws RangeError when a class is not a whole number from 0 to one below the number of classes. */
export function checkClasses(labels: Numbers, classes: number, what: string): void {
  if (!Number.isSafeInteger(classes) || classes < 2) {
    throw new RangeError(`The number of classes must be a whole number from 2, got ${classes}.`);
  }
  const isClass = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < classes;
  checkEach(labels, isClass, `${what} must be a whole number from 0 to ${classes - 1}`);
}

/** @throws RangeError when a value is not in [0, 1]. */
export function checkProbabilities(values: Numbers, what: string): void {
  checkEach(values, (value) => value >= 0 && value <= 1, `${what} must be a number from 0 to 1`);
}

/** @throws RangeError unless `value` is a whole number from 1. */
export function checkDepth(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new RangeError(`${what} must be a whole number from 1, got ${value}.`);
  }
}

function checkEach(values: Numbers, allowed: (value: number) => boolean, rule: string): void {
  for (let index = 0; index < values.length; index += 1) {
    const value = Number(values[index]);
    if (!allowed(value)) throw new RangeError(`${rule}, got ${value} at position ${index}.`);
  }
}
