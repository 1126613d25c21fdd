/** The least positive double that has all its digits. */
const LEAST = 2 ** -1022;

/**
 * The positive number up to `top` at which a condition stops to hold, to the last representable digit: it must hold
 * below that number and not above it. The bisection is of exponents first and of digits then, so that a root of 1e-200
 * is found as fast, and as exactly, as one of 0.5. 0 where the condition holds nowhere, `top` where it holds everywhere.
 */
export function positiveRoot(holds: (x: number) => boolean, top: number): number {
  if (!holds(LEAST)) return 0;
  if (holds(top)) return top;
  let low = LEAST;
  let high = top;
  for (;;) {
    const middle = high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (holds(middle)) low = middle;
    else high = middle;
  }
}
