/**
 * e-BH (Wang and Ramdas 2022, JRSS B 84, 822-852): rejects the k largest e-values for the largest k with e₍k₎ ≥ K/(qk), and
 * so keeps the expected share of false rejections at q whatever the dependence. True where rejected, in the order given.
 *
 * @param q The false discovery rate, 0 < q < 1.
 * @throws RangeError when q is out of range or an e-value is negative or NaN; an infinite e-value is allowed.
 * @example eBenjaminiHochberg([50, 1, 20], 0.1) // [true, false, true]
 */
export function eBenjaminiHochberg(eValues: readonly number[], q: number): readonly boolean[] {
  if (!(q > 0 && q < 1)) throw new RangeError(`A false discovery rate is a number between 0 and 1, got ${q}.`);
  const bad = eValues.find((e) => !(e >= 0));
  if (bad !== undefined) throw new RangeError(`An e-value is a number from 0, got ${bad}.`);
  const descending = eValues.toSorted((a, b) => b - a);
  const least = descending.findLast((e, at) => e >= eValues.length / (q * (at + 1)));
  return eValues.map((e) => least !== undefined && e >= least);
}
