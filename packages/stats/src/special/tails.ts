/** Both tails of a distribution function at a point; they sum to 1, and the small one has all its digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** The sum of a continued fraction b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method as Thompson and Barnett changed it. */
export function continuedFraction(first: number, term: (k: number) => readonly [a: number, b: number]): number {
  let value = notZero(first);
  let c = value;
  let d = 0;
  for (let k = 1; k <= MOST_TERMS; k += 1) {
    const [a, b] = term(k);
    d = 1 / notZero(b + a * d);
    c = notZero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15) return value;
    // What is no number stays none, however many terms follow.
    if (Number.isNaN(factor)) break;
  }
  throw new RangeError(`A continued fraction has not settled after ${MOST_TERMS} terms: the arguments are too large.`);
}

const TINY = 1e-300;
const MOST_TERMS = 5_000_000;

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
