import { defined, type Measured, undefinedFor } from '../measured.ts';
import { checkFinite, checkNotNegative, checkSameLength } from '../sample-checks.ts';
import { sumOver } from '../weighted-mean.ts';

/** Items of several queries, one after the other, each with its true relevance and the score that ranks it. */
export interface JudgedRankings {
  /** One more than queries: query q has the items from `offsets[q]` up to, not including, `offsets[q + 1]`. */
  readonly offsets: Uint32Array;
  /** From 0; above 0 is relevant. */
  readonly relevance: Float64Array;
  /** A higher score ranks first. */
  readonly scores: Float64Array;
  /** Place of each item's id in the sort order of ids: of equal scores the lower place ranks first. */
  readonly idOrder: Uint32Array;
}

/** Rankings for a measure that averages over equal scores and so needs no ids. */
export type TiedRankings = Omit<JudgedRankings, 'idOrder'>;

/** A metric of each query that has a relevant item; the others are counted and have no value. */
export interface QueryValues {
  readonly values: Float64Array;
  /** Which query each value is of. It depends on relevance alone, so two models have values of the same queries. */
  readonly queries: Uint32Array;
  /** Queries without a relevant item. */
  readonly excluded: number;
}

/** Mean over the queries that have a value; `empty-group` without queries, `no-relevant-items` when none has a value. */
export function meanOfQueries({ values, excluded }: QueryValues): Measured {
  if (values.length > 0) return defined(sumOver(values.length, (at) => Number(values[at])) / values.length);
  return undefinedFor(excluded === 0 ? 'empty-group' : 'no-relevant-items');
}

/** @throws RangeError when offsets do not divide the items, a number is not finite, or relevance is negative. */
export function checkRankings({ offsets, relevance, scores }: TiedRankings): void {
  checkSameLength(relevance, scores, 'relevances and scores');
  checkNotNegative(relevance, 'A relevance');
  checkFinite(scores, 'A score');
  if (offsets[0] !== 0 || offsets[offsets.length - 1] !== relevance.length) {
    throw new RangeError(`Offsets must run from 0 to ${relevance.length}, got ${offsets[0]} to ${offsets.at(-1)}.`);
  }
  for (let query = 1; query < offsets.length; query += 1) {
    if (Number(offsets[query]) < Number(offsets[query - 1])) {
      throw new RangeError(`Offsets must not fall, got ${offsets[query]} after ${offsets[query - 1]}.`);
    }
  }
}

/** Values of all queries: `measure` is called with the first and the end item of each query that has a relevant item. */
export function valuesOfQueries(
  { offsets, relevance }: TiedRankings,
  measure: (first: number, end: number) => number,
): QueryValues {
  const count = offsets.length - 1;
  const values = new Float64Array(count);
  const queries = new Uint32Array(count);
  let judged = 0;
  for (let query = 0; query < count; query += 1) {
    const [first, end] = [Number(offsets[query]), Number(offsets[query + 1])];
    if (!relevance.subarray(first, end).some((value) => value > 0)) continue;
    values[judged] = measure(first, end);
    queries[judged] = query;
    judged += 1;
  }
  return { values: values.slice(0, judged), queries: queries.slice(0, judged), excluded: count - judged };
}
