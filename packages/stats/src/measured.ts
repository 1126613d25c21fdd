/**
 * Why a measure has no value. The words are those of the reason codes where a reason code says the same, so that a gate
 * can pass them on. The list is closed; a room that needs its own words names them by `Measured<'…'>`.
 */
export type UndefinedReason =
  // no row at all, or fewer than the measure needs
  | 'empty-group'
  | 'insufficient-n'
  | 'single-group'
  // a denominator of a confusion table is zero
  | 'no-positives'
  | 'no-negatives'
  | 'no-predicted-positives'
  | 'no-predicted-negatives'
  | 'zero-denominator'
  // the target or the prediction does not vary as it must
  | 'single-class'
  | 'absent-class'
  | 'constant-target'
  | 'constant-prediction'
  | 'zero-target'
  | 'separated-classes'
  // ranking
  | 'no-relevant-items'
  // the value exists and may not be shown
  | 'suppressed';

/**
 * A number, or the reason why there is none. Undefined is never 0 and never NaN: 0/0 has no value, and who reads the
 * value must first ask.
 */
export type Measured<Code extends string = UndefinedReason> = Defined | Undefined<Code>;

/** A measure that has a value. */
export interface Defined {
  readonly value: number;
  readonly undefinedReason: null;
}

/** A measure that has no value. */
export interface Undefined<Code extends string = UndefinedReason> {
  readonly value: null;
  readonly undefinedReason: Code;
}

/**
 * @throws RangeError when the value is NaN: NaN is how an undefined value hides.
 */
export function defined(value: number): Defined {
  if (Number.isNaN(value)) throw new RangeError('A measured value is a number, got NaN.');
  return { value, undefinedReason: null };
}

export function undefinedFor<Code extends string>(undefinedReason: Code): Undefined<Code> {
  return { value: null, undefinedReason };
}

/** A quotient of two sums; without a denominator it is undefined for the reason given. */
export function quotient<Code extends string>(part: number, whole: number, whenZero: Code): Measured<Code> {
  return whole === 0 ? undefinedFor(whenZero) : defined(part / whole);
}
