import { type ColumnRef, ConfigError, type WantedValues } from '@gatehouse/core';
import type { RankedItems, Sampling, SliceColumns } from '@gatehouse/gates';
import { quoted } from '@gatehouse/tables';
import { nameOf } from '../rows/binary-values.ts';
import type { GateRows } from '../rows/gate-rows.ts';
import { need } from '../rows/needed-columns.ts';
import { byQuery, codesOf, refuseNegative } from './ranking-checks.ts';
import { fetchTask, numbersOf, type RowContext } from './task-columns.ts';

/** Items of a ranking, one query after the other; slices and clusters are of queries. */
export interface RankingRows extends RowContext {
  readonly task: 'ranking';
  readonly offsets: Uint32Array;
  readonly relevance: Float64Array;
  readonly itemOrder: Uint32Array;
  readonly challenger: RankedItems;
  readonly champion: RankedItems | null;
}

/**
 * Fetches the items of a ranking, by query and then by item.
 *
 * @throws ConfigError for a query of two clusters; ActionError `refused`: `value-missing` for a row without query or item,
 *   `ids-duplicated` for an item that a query has twice, `value-negative` for a relevance below 0, and all of `fetchTask`.
 */
export async function collectRanking(rows: GateRows): Promise<RankingRows> {
  const { columns } = rows;
  const [query, item, label] = [
    need(columns.query, 'query'),
    need(columns.item, 'item'),
    need(columns.label, 'relevance'),
  ];
  const scores = [need(columns.score, 'score')];
  if (columns.champion !== null) scores.push(need(columns.champion.score, 'score of the champion'));
  const wanted: readonly WantedValues[] = [
    { column: query, as: 'codes' },
    { column: item, as: 'codes' },
    ...[label, ...scores].map((column): WantedValues => ({ column, as: 'numbers' })),
  ];
  const { fetched, context } = await fetchTask(rows, wanted);
  const [queries, items] = [codesOf(fetched[0], query), codesOf(fetched[1], item)];
  const order = byQuery(queries, items, query);
  const relevance = inOrder(numbersOf(fetched[2]), order);
  refuseNegative(relevance, label);
  const offsets = offsetsOf(order, queries);
  const firsts = Array.from(offsets.subarray(0, -1), (at) => Number(order[at]));
  return {
    task: 'ranking',
    offsets,
    relevance,
    itemOrder: Uint32Array.from(order, (row) => Number(items[row])),
    challenger: { scores: inOrder(numbersOf(fetched[3]), order) },
    champion: columns.champion === null ? null : { scores: inOrder(numbersOf(fetched[4]), order) },
    slices: slicesOfQueries(context.slices, { order, offsets }),
    knownSlices: context.knownSlices,
    sampling: samplingOfQueries(context.sampling, { order, offsets, firsts }, columns.cluster),
  };
}

function offsetsOf(order: Int32Array, queries: Int32Array): Uint32Array {
  const starts = Array.from(order.keys()).filter(
    (at) => at === 0 || queries[Number(order[at])] !== queries[Number(order[at - 1])],
  );
  return Uint32Array.from([...starts, order.length]);
}

function inOrder(values: Float64Array, order: Int32Array): Float64Array {
  return Float64Array.from(order, (row) => Number(values[row]));
}

interface Queries {
  readonly order: Int32Array;
  readonly offsets: Uint32Array;
}

/** A column whose value differs within a query says nothing about queries and is left out, so that its slices are not judged. */
function slicesOfQueries(slices: SliceColumns, { order, offsets }: Queries): SliceColumns {
  return new Map(
    [...slices].flatMap(([name, values]) => {
      const own = Array.from({ length: offsets.length - 1 }, (_, query) => {
        const of = Array.from(order.subarray(offsets[query], offsets[query + 1]), (row) => values[row] ?? null);
        return { value: of[0] ?? null, single: of.every((value) => value === of[0]) };
      });
      return own.every(({ single }) => single) ? [[name, own.map(({ value }) => value)] as const] : [];
    }),
  );
}

function samplingOfQueries(
  { clusters }: Sampling,
  { order, offsets, firsts }: Queries & { readonly firsts: readonly number[] },
  column: ColumnRef | null,
): Sampling {
  if (clusters === null || column === null) return { weights: null, clusters: null };
  for (const [query, first] of firsts.entries()) {
    const rows = order.subarray(offsets[query], offsets[query + 1]);
    if (rows.every((row) => clusters.of[row] === clusters.of[first])) continue;
    throw new ConfigError([
      {
        where: nameOf(column),
        found: 'a query with rows of two clusters',
        allowed: 'one cluster for all rows of a query: whole queries are drawn',
        remedy: `Correct the rows, or take ${quoted(column.column)} out of "columns"`,
      },
    ]);
  }
  return {
    weights: null,
    clusters: { of: Int32Array.from(firsts, (row) => Number(clusters.of[row])), count: clusters.count },
  };
}
