import type { FairnessGateConfig } from '@gatehouse/core';
import { type Bounds, bcaInterval, bootstrapInterval, createRandom, LEAST_CLUSTERS, ndkl } from '@gatehouse/stats';
import { MISSING_GROUP } from '../../decision/group-counts.ts';
import { checkNumbers, type RowGroups } from '../groups/row-groups.ts';
import { folded } from '../pairs/compare-pair.ts';
import type { RowComparison, RowMeasure } from './row-measure.ts';
import { isUnvaried } from './score-intervals.ts';

/** Rankings as they are shown: the items of each query in order of rank, one query after the other. */
export interface RankedRows {
  /** One more than queries: query q has the items from `offsets[q]` up to, not including, `offsets[q + 1]`. */
  readonly offsets: Uint32Array;
  /** From 0; what an item deserves. */
  readonly relevance: Float64Array;
  /** By sensitive column, aligned with the items. */
  readonly groups: ReadonlyMap<string, RowGroups>;
}

type SeedOf = (check: string) => Uint8Array;

/**
 * How rankings place the items of groups (stats.md §2.2), with the query as what is drawn: each group's share of exposure
 * over its share of relevance, the divergence of the first items from all (NDKL), and the skew among the first k.
 */
export function rankingMeasures(rows: RankedRows, config: FairnessGateConfig, seedOf: SeedOf): readonly RowMeasure[] {
  checkNumbers(rows.relevance, 'the relevance');
  const { measures } = config;
  return [
    {
      measure: 'exposure-ratio',
      by: 'ratio',
      limit: measures['exposure-ratio']?.limit ?? null,
      familyOf: (groups) => groups,
      compare: (column, names) => {
        const of = queriesOf(rows, column.name);
        const [exposure, relevance] = [
          of.sums((_, rank) => exposureAt(rank)),
          of.sums((item) => Number(rows.relevance[item])),
        ];
        return names.map((name) =>
          shareRatio(
            { name, words: 'exposure ratio', seed: seedOf(`${column.name} exposure-ratio ${name}`) },
            { top: exposure, pool: relevance, group: of.names.indexOf(name) },
          ),
        );
      },
    },
    {
      measure: 'ndkl',
      by: 'difference',
      limit: measures.ndkl?.limit ?? null,
      familyOf: () => 1,
      compare: (column) => [divergence(queriesOf(rows, column.name), seedOf(`${column.name} ndkl`))],
    },
    skewMeasure(rows, measures['skew-at-k'] ?? null, seedOf),
  ];
}

/** What a place is worth, from rank 0 (stats.md §2.2). */
export function exposureAt(rank: number): number {
  return 1 / Math.log2(rank + 2);
}

const DEFAULT_K = 10;

function skewMeasure(
  rows: RankedRows,
  rule: FairnessGateConfig['measures']['skew-at-k'] | null,
  seedOf: SeedOf,
): RowMeasure {
  const k = rule?.k ?? DEFAULT_K;
  return {
    measure: 'skew-at-k',
    by: 'difference',
    limit: rule?.limit ?? null,
    familyOf: (groups) => groups,
    compare: (column, names) => {
      const of = queriesOf(rows, column.name);
      const [top, pool] = [of.sums((_, rank) => (rank < k ? 1 : 0)), of.sums(() => 1)];
      return names.map((name): RowComparison => {
        const seed = seedOf(`${column.name} skew-at-k ${name}`);
        const ratio = shareRatio(
          { name, words: `skew among the first ${k}`, seed },
          { top, pool, group: of.names.indexOf(name) },
        );
        if (ratio.undefinedReason !== null) return ratio;
        return {
          ...ratio,
          value: Math.abs(Math.log(ratio.value ?? 0)),
          boundsAt: (confidence) => {
            const [lower, upper] = ratio.boundsAt(confidence);
            return folded([Math.log(lower), Math.log(upper)]);
          },
        };
      });
    },
  };
}

/** What each query adds, by group and in all. */
interface QuerySums {
  readonly queries: number;
  /** One per query and group. */
  readonly ofGroups: Float64Array;
  readonly width: number;
}

interface Queries {
  readonly names: readonly string[];
  readonly queries: number;
  readonly sums: (term: (item: number, rank: number) => number) => QuerySums;
  /** Group of each item, by query. */
  readonly items: readonly Int32Array[];
}

function queriesOf({ offsets, groups }: RankedRows, column: string): Queries {
  const { codes, names } = groups.get(column) ?? { codes: new Int32Array(), names: [] };
  const all = [...names, MISSING_GROUP];
  const groupOf = (item: number): number => (Number(codes[item]) < 0 ? names.length : Number(codes[item]));
  const queries = Math.max(0, offsets.length - 1);
  return {
    names: all,
    queries,
    items: Array.from({ length: queries }, (_, query) =>
      Int32Array.from({ length: Number(offsets[query + 1]) - Number(offsets[query]) }, (__, rank) =>
        groupOf(Number(offsets[query]) + rank),
      ),
    ),
    sums: (term) => {
      const ofGroups = new Float64Array(queries * all.length);
      for (let query = 0; query < queries; query += 1) {
        const from = Number(offsets[query]);
        for (let item = from; item < Number(offsets[query + 1]); item += 1) {
          const at = query * all.length + groupOf(item);
          ofGroups[at] = Number(ofGroups[at]) + term(item, item - from);
        }
      }
      return { queries, ofGroups, width: all.length };
    },
  };
}

/** A group's share of one sum over its share of another, over all queries, with BCa over queries drawn again. */
function shareRatio(
  { name, words, seed }: { readonly name: string; readonly words: string; readonly seed: Uint8Array },
  { top, pool, group }: { readonly top: QuerySums; readonly pool: QuerySums; readonly group: number },
): RowComparison {
  const { queries } = top;
  const statistic = (counts: Int32Array): number | null => {
    const [own, all] = totals(top, group, counts);
    const [ownPool, allPool] = totals(pool, group, counts);
    return all === 0 || allPool === 0 || ownPool === 0 ? null : own / all / (ownPool / allPool);
  };
  const value = statistic(new Int32Array(queries).fill(1));
  const own = queriesWith(pool, group);
  if (own < LEAST_CLUSTERS) {
    const why = `rests on ${own} queries that it is in; at least ${LEAST_CLUSTERS} are needed`;
    return { groups: [name], n: [own], undefinedReason: 'insufficient-n', why };
  }
  if (value === null) {
    return {
      groups: [name],
      n: [own],
      undefinedReason: 'zero-denominator',
      why: 'has no value: nothing of it is in any query',
    };
  }
  const boundsAt = resampledQueries(statistic, { queries, seed, widest: [0, Number.POSITIVE_INFINITY] });
  return {
    groups: [name],
    words,
    counts: null,
    n: [own],
    value,
    boundsAt,
    method: 'bca of queries',
    undefinedReason: null,
  };
}

/** Queries that say anything about a group: however many there are, it is these that could have been others. */
function queriesWith({ ofGroups, width, queries }: QuerySums, group: number): number {
  let found = 0;
  for (let query = 0; query < queries; query += 1) if (Number(ofGroups[query * width + group]) > 0) found += 1;
  return found;
}

function totals({ ofGroups, width, queries }: QuerySums, group: number, counts: Int32Array): readonly [number, number] {
  let [own, all] = [0, 0];
  for (let query = 0; query < queries; query += 1) {
    const times = Number(counts[query]);
    if (times === 0) continue;
    for (let at = 0; at < width; at += 1) {
      const sum = times * Number(ofGroups[query * width + at]);
      all += sum;
      if (at === group) own += sum;
    }
  }
  return [own, all];
}

/**
 * Mean over queries of the divergence of their first items from the shares among all items of the query. A query of one group
 * cannot diverge, whatever the model does, and is left out: many of them would bring the mean below any limit.
 */
function divergence({ items, names }: Queries, seed: Uint8Array): RowComparison {
  const mixed = items.filter((own) => own.some((group) => group !== own[0]));
  const queries = mixed.length;
  if (queries < LEAST_CLUSTERS) {
    const why = `rests on ${queries} queries with items of several groups; at least ${LEAST_CLUSTERS} are needed`;
    return { groups: [], n: [queries], undefinedReason: 'insufficient-n', why };
  }
  const values = mixed.flatMap((own) => ndkl(own, sharesOf(own, names.length)).value ?? []);
  const mean = (counts: ArrayLike<number>): number | null => {
    let [sum, n] = [0, 0];
    for (const [at, value] of values.entries()) {
      sum += value * Number(counts[at]);
      n += Number(counts[at]);
    }
    return n === 0 ? null : sum / n;
  };
  const value = mean(new Int32Array(values.length).fill(1));
  const boundsAt = resampledQueries(mean, { queries: values.length, seed, widest: [0, Number.POSITIVE_INFINITY] });
  return {
    groups: [],
    words: 'ndkl',
    counts: null,
    n: [queries],
    value,
    boundsAt,
    method: 'bca of queries',
    undefinedReason: null,
  };
}

function sharesOf(items: Int32Array, groups: number): Float64Array {
  const shares = new Float64Array(groups);
  for (const group of items) shares[group] = Number(shares[group]) + 1 / items.length;
  return shares;
}

function resampledQueries(
  statistic: (counts: Int32Array) => number | null,
  { queries, seed, widest }: { readonly queries: number; readonly seed: Uint8Array; readonly widest: Bounds },
): (confidence: number) => Bounds {
  const found = bootstrapInterval({
    units: { kind: 'rows', rows: queries },
    statistic,
    confidence: 0.95,
    random: createRandom(seed),
  });
  if (found.undefinedReason !== null || isUnvaried(found.sorted)) return () => widest;
  const { estimate, sorted, acceleration } = found;
  return (confidence) => bcaInterval({ estimate, replicates: sorted, acceleration }, confidence).interval;
}
