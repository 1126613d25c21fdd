import type { RandomSource } from './random-source.ts';

/** ln k! minus Stirling's √(2π)·(k+1)^(k+½)·e^-(k+1) for k = 0 … 9. */
const STIRLING_TAIL = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
] as const;

/**
 * A binomial count: n trials of probability p. Sequential inversion where the mean of the rarer side is below 10,
 * Hörmann's transformed rejection BTRS otherwise, so the cost does not grow with n. Hörmann (1993), Journal of Statistical
 * Computation and Simulation 46, 101-110.
 *
 * @throws RangeError when n is not a whole number from 0 or p is not in [0, 1].
 */
export function binomialDraw(n: number, p: number, random: RandomSource): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`A number of trials is a whole number from 0, got ${n}.`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random);
  if (n === 0 || p === 0) return 0;
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}

/**
 * Multinomial counts of n trials: one conditional binomial per cell.
 *
 * @param weights Finite and not negative, with a positive sum.
 */
export function multinomialDraw(n: number, weights: Float64Array, random: RandomSource): Float64Array {
  const counts = new Float64Array(weights.length);
  // Suffix sums rather than a running subtraction: the last cell with weight then takes exactly what is left.
  const rest = Float64Array.from(weights);
  for (let i = rest.length - 2; i >= 0; i -= 1) rest[i] = Number(rest[i]) + Number(rest[i + 1]);
  if (!(Number(rest[0]) > 0)) throw new RangeError('Weights must have a positive sum.');
  let left = n;
  for (let i = 0; i < weights.length && left > 0; i += 1) {
    const weight = Number(weights[i]);
    if (weight === 0) continue;
    const drawn = binomialDraw(left, Math.min(1, weight / Number(rest[i])), random);
    counts[i] = drawn;
    left -= drawn;
  }
  return counts;
}

function byInversion(n: number, p: number, random: RandomSource): number {
  const odds = p / (1 - p);
  let mass = Math.exp(n * Math.log1p(-p));
  let u = random.uniform();
  let k = 0;
  while (u > mass && k < n) {
    u -= mass;
    mass *= (odds * (n - k)) / (k + 1);
    k += 1;
  }
  return k;
}

function byRejection(n: number, p: number, random: RandomSource): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const alpha = (2.83 + 5.1 / b) * spread;
  const squeeze = 0.92 - 4.2 / b;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  const atMode = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) + tail(mode) + tail(n - mode);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
    if (edge >= 0.07 && v <= squeeze) return k;
    if (!(k >= 0 && k <= n)) continue;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    const ratio =
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) + (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1));
    if (height <= atMode + ratio - tail(k) - tail(n - k)) return k;
  }
}

function tail(k: number): number {
  const known = STIRLING_TAIL[k];
  if (known !== undefined) return known;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}
