import {
  chiSquareSf,
  jensenShannon,
  ksDistance,
  ksPValue,
  momentsOf,
  normedWasserstein,
  pooledZ,
  wasserstein,
} from '@gatehouse/stats';
import type { CategoryCounts } from '../effects/category-effects.ts';

/** Up to so many reference rows evidently tests a hypothesis, beyond it measures a distance. */
const SMALL_REFERENCE = 1000;
/** Up to so many distinct values of both sides a number is a category. */
const FEW_VALUES = 5;
const P_LIMIT = 0.05;
const DISTANCE_LIMIT = 0.1;
const SHARE_LIMIT = 0.5;

/** A column as evidently 0.7 judges it. */
export interface EvidentlyColumn {
  readonly method: 'ks' | 'chi-square-goodness-of-fit' | 'z' | 'wasserstein-normed' | 'jensen-shannon';
  /** A p-value for the three tests, a distance for the others. `null` when a side is empty. */
  readonly value: number | null;
  readonly limit: number;
  readonly failsWhen: 'above' | 'below';
  /** Whether evidently takes a value equal to the limit for drift; χ² and z do not. */
  readonly failsAtLimit: boolean;
  /** `inconclusive` where evidently raises an error: a side without rows. */
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
}

/** Rows of a number, or counts of categories. Missing values are left out. */
export type EvidentlyData =
  | { readonly kind: 'numbers'; readonly reference: Float64Array; readonly current: Float64Array }
  | { readonly kind: 'categories'; readonly reference: CategoryCounts; readonly current: CategoryCounts };

/**
 * The default rule of evidently (0.7 `get_stattest.py`), for comparison with reports made by it. Not the native rule: its
 * goodness-of-fit test takes the reference for the truth and raises false alarms in 17 to 49 % of batches as large as the
 * reference, its distances ignore that small batches lie apart (stats.md §3.3).
 *
 * Of n reference rows and u distinct values of both sides: numbers of u > 5 by Kolmogorov-Smirnov p ≤ 0.05, from n > 1000 by
 * normed Wasserstein ≥ 0.1. Others by χ² (u > 2) or z (u ≤ 2) p < 0.05, from n > 1000 by Jensen-Shannon ≥ 0.1 in nats.
 *
 * @throws RangeError when a value is not finite or a count is not a whole number from 0.
 */
export function judgeAsEvidently(data: EvidentlyData): EvidentlyColumn {
  if (data.kind === 'categories') return judgeCategories(tableOf(data.reference, data.current));
  const { reference, current } = data;
  if (hasManyValues(reference, current)) return judgeNumbers(reference, current);
  return judgeCategories(tableOf(countsOf(reference), countsOf(current)));
}

/**
 * Dataset drift as evidently says it: half of the columns or more drift.
 *
 * @returns `inconclusive` without a column, or when columns that cannot be judged could make it half.
 */
export function judgeDatasetAsEvidently(columns: readonly EvidentlyColumn[]): {
  readonly share: number | null;
  readonly limit: number;
  readonly verdict: EvidentlyColumn['verdict'];
} {
  const failing = columns.filter(({ verdict }) => verdict === 'fail').length;
  const passing = columns.filter(({ verdict }) => verdict === 'pass').length;
  if (columns.length === 0) return { share: null, limit: SHARE_LIMIT, verdict: 'inconclusive' };
  const share = failing / columns.length;
  if (share >= SHARE_LIMIT) return { share, limit: SHARE_LIMIT, verdict: 'fail' };
  const surelyBelow = 1 - passing / columns.length < SHARE_LIMIT;
  return { share, limit: SHARE_LIMIT, verdict: surelyBelow ? 'pass' : 'inconclusive' };
}

function judgeNumbers(reference: Float64Array, current: Float64Array): EvidentlyColumn {
  if (reference.length <= SMALL_REFERENCE) {
    const distance = ksDistance(reference, current);
    const p = distance.undefinedReason === null ? ksPValue(distance).p : null;
    return column('ks', p);
  }
  const transport = wasserstein({ values: reference }, { values: current });
  const deviation = Math.sqrt(momentsOf(reference).m2 / reference.length);
  const value = transport.value === null ? null : normedWasserstein(transport.value, deviation);
  return column('wasserstein-normed', value);
}

interface Table {
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly n: number;
  readonly m: number;
}

function judgeCategories(table: Table): EvidentlyColumn {
  const { reference, current, n, m } = table;
  if (n > SMALL_REFERENCE) {
    return column('jensen-shannon', jensenShannon({ reference, current }, 'nats').value);
  }
  const empty = n === 0 || m === 0;
  if (reference.length > 2) {
    return column('chi-square-goodness-of-fit', empty ? null : goodnessOfFit(table));
  }
  const [first, second] = [Number(reference[0]), Number(current[0])];
  const p = empty ? null : pooledZ({ successes: first, n }, { successes: second, n: m }).p;
  return column('z', p);
}

/** Σ(O - E)²/E with E the reference scaled to the current rows. A category that is new has E = 0 and makes p zero. */
function goodnessOfFit({ reference, current, n, m }: Table): number {
  let statistic = 0;
  for (const [at, count] of reference.entries()) {
    const expected = (count / n) * m;
    statistic += (Number(current[at]) - expected) ** 2 / expected;
  }
  return chiSquareSf(statistic, reference.length - 1);
}

type Rule = Pick<EvidentlyColumn, 'limit' | 'failsWhen' | 'failsAtLimit'>;

const RULES: Readonly<Record<EvidentlyColumn['method'], Rule>> = {
  ks: { limit: P_LIMIT, failsWhen: 'below', failsAtLimit: true },
  'chi-square-goodness-of-fit': { limit: P_LIMIT, failsWhen: 'below', failsAtLimit: false },
  z: { limit: P_LIMIT, failsWhen: 'below', failsAtLimit: false },
  'wasserstein-normed': { limit: DISTANCE_LIMIT, failsWhen: 'above', failsAtLimit: true },
  'jensen-shannon': { limit: DISTANCE_LIMIT, failsWhen: 'above', failsAtLimit: true },
};

function column(method: EvidentlyColumn['method'], value: number | null): EvidentlyColumn {
  const rule = RULES[method];
  if (Number.isNaN(value)) throw new RangeError(`The value of ${method} is a number, got NaN.`);
  return { method, value, ...rule, verdict: value === null ? 'inconclusive' : drifts(value, rule) ? 'fail' : 'pass' };
}

function drifts(value: number, { limit, failsWhen, failsAtLimit }: Rule): boolean {
  if (value === limit) return failsAtLimit;
  return failsWhen === 'above' ? value > limit : value < limit;
}

function hasManyValues(reference: Float64Array, current: Float64Array): boolean {
  const seen = new Set<number>();
  for (const side of [reference, current]) {
    for (const value of side) {
      seen.add(value);
      if (seen.size > FEW_VALUES) return true;
    }
  }
  return false;
}

function countsOf(values: Float64Array): CategoryCounts {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A value must be finite, got ${value}.`);
    const key = String(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function tableOf(reference: CategoryCounts, current: CategoryCounts): Table {
  for (const count of [...reference.values(), ...current.values()]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`The count of a category is a whole number from 0, got ${count}.`);
    }
  }
  const keys = [...new Set([...reference.keys(), ...current.keys()])].filter(
    (key) => (reference.get(key) ?? 0) + (current.get(key) ?? 0) > 0,
  );
  const countsIn = (side: CategoryCounts): readonly number[] => keys.map((key) => side.get(key) ?? 0);
  const [known, seen] = [countsIn(reference), countsIn(current)];
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  return { reference: known, current: seen, n: total(known), m: total(seen) };
}
