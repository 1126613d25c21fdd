/** What other software made of one input; lists are compared place by place. */
export interface OracleCase {
  readonly kind: string;
  readonly library: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, number | readonly number[]>>;
}

/** What we make of the same input; null is undefined. */
export type OurValues = Readonly<Record<string, number | null | readonly (number | null)[]>>;

/** How far two values may be apart: |a - b| ≤ limit·max(|b|, scale). A scale of 0 is a relative error. */
export interface Tolerance {
  readonly limit: number;
  readonly scale: 0 | 1;
}

/** The measures of one kind of input. */
export interface Kind {
  readonly tolerance: Tolerance;
  /** For measures of this kind that are known less well. */
  readonly exceptions?: Readonly<Record<string, Tolerance>>;
  readonly measure: (input: unknown) => OurValues;
}

/** One line of the table: a measure, over all inputs. */
export interface Agreement {
  readonly measure: string;
  readonly library: string;
  readonly cases: number;
  readonly largest: number;
  readonly tolerance: Tolerance;
  readonly agrees: boolean;
}

/** By how much `actual` is off, in units of the tolerance's scale; Infinity where one of the two has no value. */
export function errorOf(actual: number | null | undefined, expected: number, { scale }: Tolerance): number {
  if (actual === null || actual === undefined || Number.isNaN(actual)) return Number.POSITIVE_INFINITY;
  if (actual === expected) return 0;
  const size = Math.max(Math.abs(expected), scale);
  return Number.isFinite(expected) ? Math.abs(actual - expected) / size : Number.POSITIVE_INFINITY;
}

/**
 * Compares every expected value with ours. A measure that we do not compute, or that has more or fewer values than
 * expected, is off by Infinity: nothing is left out in silence.
 */
export function compareAll(cases: readonly OracleCase[], kinds: Readonly<Record<string, Kind>>): readonly Agreement[] {
  const found = new Map<string, Agreement>();
  for (const { kind, library, input, expected } of cases) {
    const rule = kinds[kind];
    if (rule === undefined) throw new Error(`No measure of the kind "${kind}" is known here.`);
    const ours = rule.measure(input);
    for (const [name, value] of Object.entries(expected)) {
      const tolerance = rule.exceptions?.[name] ?? rule.tolerance;
      const error = largestError(ours[name], value, tolerance);
      const key = `${kind}: ${name} (${library})`;
      const before = found.get(key);
      const largest = Math.max(before?.largest ?? 0, error);
      found.set(key, {
        measure: `${kind}: ${name}`,
        library,
        cases: (before?.cases ?? 0) + 1,
        largest,
        tolerance,
        agrees: largest <= tolerance.limit,
      });
    }
  }
  return [...found.values()];
}

function largestError(
  ours: OurValues[string] | undefined,
  expected: number | readonly number[],
  tolerance: Tolerance,
): number {
  const [actual, wanted] = [ours, expected].map((value) => (Array.isArray(value) ? value : [value]));
  if (actual === undefined || wanted === undefined || actual.length !== wanted.length || wanted.length === 0) {
    return Number.POSITIVE_INFINITY;
  }
  return Math.max(...wanted.map((value, at) => errorOf(actual[at], value, tolerance)));
}

/** The cases with one value of one measure moved by `factor` tolerances: a comparison that stays green is no comparison. */
export function perturbed(
  cases: readonly OracleCase[],
  target: { readonly kind: string; readonly name: string; readonly library: string },
  shift: (value: number) => number,
): readonly OracleCase[] {
  const at = cases.findIndex(
    ({ kind, library, expected }) => kind === target.kind && library === target.library && target.name in expected,
  );
  return cases.map((one, index) => {
    if (index !== at) return one;
    const value = one.expected[target.name];
    const moved = typeof value === 'number' ? shift(value) : value?.map((x, place) => (place === 0 ? shift(x) : x));
    return moved === undefined ? one : { ...one, expected: { ...one.expected, [target.name]: moved } };
  });
}
