import { checkCount } from '../arguments.ts';
import { type Undefined, undefinedFor } from '../measured.ts';
import { checkFinite } from '../sample-checks.ts';
import { kolmogorovSf } from '../special/kolmogorov.ts';

/** The largest number of cells of the lattice over which paths are still counted. */
const MOST_CELLS = 1e7;

/** A two-sample Kolmogorov-Smirnov distance and the sizes it comes from. */
export interface KsDistance {
  readonly distance: number;
  readonly n: number;
  readonly m: number;
}

/** The p-value of a Kolmogorov-Smirnov distance, and whether it is exact. */
export interface KsP {
  readonly p: number;
  readonly method: 'exact' | 'asymptotic';
}

/**
 * D = max|F - G| of two samples, F and G their right-continuous distribution functions, so that tied values count together:
 * 0 when the samples have one distribution, 1 when they do not overlap. Higher is more different. O(N log N).
 *
 * Undefined (`empty-group`) when a sample is empty.
 *
 * @throws RangeError when a value is not finite.
 * @example ksDistance(Float64Array.of(1, 2, 3, 4, 10), Float64Array.of(5, 6, 7, 8, 9)) // { distance: 0.8, n: 5, m: 5, … }
 */
export function ksDistance(
  first: Float64Array,
  second: Float64Array,
): (KsDistance & { readonly undefinedReason: null }) | Undefined<'empty-group'> {
  checkFinite(first, 'A value');
  checkFinite(second, 'A value');
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return undefinedFor('empty-group');
  const [a, b] = [first.toSorted(), second.toSorted()];
  let [i, j, largest] = [0, 0, 0];
  while (i < n && j < m) {
    const value = Math.min(Number(a[i]), Number(b[j]));
    while (i < n && a[i] === value) i += 1;
    while (j < m && b[j] === value) j += 1;
    // Whole numbers: F - G is this over nm, and equal differences stay equal.
    largest = Math.max(largest, Math.abs(i * m - j * n));
  }
  return { distance: largest / (n * m), n, m, undefinedReason: null };
}

/**
 * P(D ≥ distance) when both samples come from one continuous distribution; ties make it conservative. Exact by counting
 * lattice paths in O(nm) where nm ≤ 10⁷, else Q(λ) of Kolmogorov's law at λ = √ne·(D - step/2) + (n+2m)/(6√(nm(n+m))), n ≥ m,
 * ne = nm/(n+m), step = gcd(n, m)/(nm): the expansion of Hodges (1958, Arkiv för Matematik 3, 469-486), centred in the step of
 * D. It is off by at most 0.0015. The form of Stephens, (√ne + 0.12 + 0.11/√ne)·D, is for one sample and a known law; for two
 * it is off by 0.005 there, and gives too small a p for equal sizes.
 *
 * @throws RangeError when the distance is not from 0 to 1 or a size is not a whole number from 1.
 * @example ksPValue({ distance: 0.8, n: 5, m: 5 }) // { p: 0.07936507936507936, method: 'exact' }
 */
export function ksPValue({ distance, n, m }: KsDistance): KsP {
  for (const size of [n, m]) {
    checkCount(size);
    if (size === 0) throw new RangeError('A Kolmogorov-Smirnov test needs a value in each sample, got none in one.');
  }
  if (!(distance >= 0 && distance <= 1)) throw new RangeError(`A distance is a number from 0 to 1, got ${distance}.`);
  if (n * m <= MOST_CELLS) return { p: exactTail({ distance, n, m }), method: 'exact' };
  const pairs = n * m;
  const centred = distance - greatestCommonDivisor(n, m) / pairs / 2;
  const shift = (Math.max(n, m) + 2 * Math.min(n, m)) / (6 * Math.sqrt(pairs) * Math.sqrt(n + m));
  return { p: kolmogorovSf(Math.sqrt(pairs / (n + m)) * centred + shift), method: 'asymptotic' };
}

/**
 * The share of the lattice paths from (0, 0) to (n, m) that reach a difference of `distance`. Of the paths to (i, j) the share
 * i/(i+j) comes from (i-1, j), so the share that has reached it is a mean of two shares: nothing cancels, and a far tail
 * keeps its digits.
 */
function exactTail({ distance, n, m }: KsDistance): number {
  const [long, short] = [Math.max(n, m), Math.min(n, m)];
  // Differences are whole numbers over nm; the distance was rounded.
  const limit = distance * n * m - 1e-6;
  if (limit < 0) return 1;
  const reached = new Float64Array(short + 1);
  for (let i = 0; i <= long; i += 1) {
    for (let j = 0; j <= short; j += 1) {
      if (Math.abs(i * short - j * long) >= limit) {
        reached[j] = 1;
      } else if (i + j === 0) {
        reached[j] = 0;
      } else {
        const fromLeft = j === 0 ? 0 : j * Number(reached[j - 1]);
        reached[j] = (i * Number(reached[j]) + fromLeft) / (i + j);
      }
    }
  }
  return Number(reached[short]);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
