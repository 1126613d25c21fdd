import {
  type BinnedPair,
  cramerV,
  detectablePsi,
  homogeneity,
  jensenShannon,
  noncentralityForPower,
  psi,
} from '@gatehouse/stats';
import { binNull, type DrawnNull } from './bin-null.ts';
import {
  type BinNull,
  type ColumnEffect,
  type MeasuredColumn,
  type UnmeasuredColumn,
  unmeasurable,
} from './column-effects.ts';

/** Rows per category. Missing values are no category. */
export type CategoryCounts = ReadonlyMap<string, number>;

/** Categories of the reference that are kept apart; the rest is one bin. */
const MOST_CATEGORIES = 1000;
const POWER = 0.8;

/**
 * Counts of the union of both sides' categories. Beyond {@link MOST_CATEGORIES} the most frequent of the reference stay (of
 * equal ones the first by name) and all others are pooled in the last bin. The order of bins carries no meaning.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
export function categoryBins(reference: CategoryCounts, current: CategoryCounts): BinnedPair {
  const present = [...new Set([...withRows(reference), ...withRows(current)])];
  if (present.length <= MOST_CATEGORIES) {
    return { reference: countsOf(reference, present), current: countsOf(current, present) };
  }
  const kept = withRows(reference)
    .sort((a, b) => Number(reference.get(b)) - Number(reference.get(a)) || (a < b ? -1 : 1))
    .slice(0, MOST_CATEGORIES);
  return { reference: withRest(reference, kept), current: withRest(current, kept) };
}

function withRows(counts: CategoryCounts): string[] {
  return [...counts].flatMap(([category, count]) => {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`The count of a category is a whole number from 0, got ${count}.`);
    }
    return count > 0 ? [category] : [];
  });
}

function countsOf(counts: CategoryCounts, categories: readonly string[]): Float64Array {
  return Float64Array.from(categories, (category) => counts.get(category) ?? 0);
}

function withRest(counts: CategoryCounts, kept: readonly string[]): Float64Array {
  const own = countsOf(counts, kept);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Float64Array.of(...own, total - own.reduce((sum, count) => sum + count, 0));
}

/**
 * Jensen-Shannon distance in nats and Cramér's V of a column of categories, with the χ² test of homogeneity as evidence.
 * V is left out when both sides hold one and the same category: it has no value there, and nothing differs.
 *
 * V shrinks with the imbalance of the sizes, so against a large reference the Jensen-Shannon distance is what decides.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
export function measureCategories(
  reference: CategoryCounts,
  current: CategoryCounts,
  draws: DrawnNull,
): MeasuredColumn | UnmeasuredColumn {
  const pair = categoryBins(reference, current);
  const sizes = { reference: sum(pair.reference), current: sum(pair.current) };
  const refused = unmeasurable(sizes);
  if (refused !== null) return refused;
  const distance = jensenShannon(pair, 'nats');
  const stability = psi(pair);
  const test = homogeneity(pair.reference, pair.current);
  if (distance.value === null || stability.value === null || test.undefinedReason !== null) {
    return { undefinedReason: 'empty-group' };
  }
  const bins = pair.reference.length;
  const law = binNull(pair, draws);
  const effects: ColumnEffect[] = [
    {
      measure: 'jensen-shannon',
      bounds: [distance.value, distance.value],
      nullQuantile: (level) => law.quantile('jensen-shannon', level),
      detectable: (alpha) => (bins < 2 ? 0 : Math.sqrt(detectablePsi(bins, sizes, { alpha, power: POWER }) / 8)),
      requiredRows: (limit, level) => law.requiredRows('jensen-shannon', limit, level),
    },
  ];
  const association = cramerV([pair.reference, pair.current]);
  if (association.value !== null) effects.push(associationEffect(association.value, { bins, sizes, law }));
  return {
    sizes,
    effects,
    evidence: { p: [test.p, test.p], method: test.method },
    psi: stability.value,
    psiBins: bins,
    pair,
    binNull: law,
    transport: null,
    population: null,
  };
}

function associationEffect(
  value: number,
  of: { readonly bins: number; readonly sizes: MeasuredColumn['sizes']; readonly law: BinNull },
): ColumnEffect {
  const { bins, sizes, law } = of;
  const rows = sizes.reference + sizes.current;
  return {
    measure: 'cramer-v',
    bounds: [value, value],
    nullQuantile: (level) => law.quantile('cramer-v', level),
    detectable: (alpha) => Math.min(1, Math.sqrt(noncentralityForPower({ df: bins - 1, alpha, power: POWER }) / rows)),
    requiredRows: (limit, level) => law.requiredRows('cramer-v', limit, level),
  };
}

function sum(counts: ArrayLike<number>): number {
  return Array.from(counts).reduce((total, count) => total + count, 0);
}
