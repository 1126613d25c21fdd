import type { FetchedValues, WantedValues } from '@gatehouse/core';
import {
  MISSING_GROUP,
  type RankedRows,
  type ResidualRows,
  type RowGroups,
  type ScoredGroupRows,
} from '@gatehouse/gates';
import { isPositive } from '../rows/binary-values.ts';
import type { BinaryLabels, GateRows } from '../rows/gate-rows.ts';
import { knownGroups } from '../rows/known-groups.ts';
import { need } from '../rows/needed-columns.ts';
import { requireIds } from '../rows/row-ids.ts';
import { byQuery, codesOf, refuseNegative } from './ranking-checks.ts';
import { MOST_ROWS, numbersOf } from './task-columns.ts';

/**
 * The errors of a regression, label minus prediction, with the group of every row.
 *
 * @throws ActionError `refused`: `value-missing` and `value-not-finite` for a label or prediction that is no number.
 */
export async function collectResiduals(rows: GateRows): Promise<ResidualRows> {
  const { label, prediction } = rows.columns;
  const wanted = [need(label, 'label'), need(prediction, 'prediction')].map(
    (column): WantedValues => ({ column, as: 'numbers' }),
  );
  const { fetched, groups } = await fetchGroups(rows, wanted);
  const [truth, predicted] = [numbersOf(fetched[0]), numbersOf(fetched[1])];
  return { residuals: truth.map((value, row) => value - Number(predicted[row])), groups };
}

/** Scores of a binary model whose rows were checked when they were counted, with the group of every row. */
export async function collectScores(rows: GateRows, labels: BinaryLabels): Promise<ScoredGroupRows> {
  const { label, score } = rows.columns;
  const { fetched, groups } = await fetchGroups(rows, [
    { column: need(label, 'label'), as: 'codes' },
    { column: need(score, 'score'), as: 'numbers' },
  ]);
  const [truth] = fetched;
  const isTrue = truth?.as === 'codes' ? truth.keys.map((key) => isPositive(key, labels)) : [];
  return {
    labels: Array.from(truth?.values ?? [], (code) => isTrue[code] === true),
    scores: Array.from(numbersOf(fetched[1])),
    groups,
  };
}

/**
 * The items of every query in the order of their scores, ties in that of their names, with the group of every item.
 *
 * @throws ActionError `refused`: `value-missing` for a row without query or item, `ids-duplicated` for an item that a query has
 *   twice, `value-negative` for a relevance below 0.
 */
export async function collectRanked(rows: GateRows): Promise<RankedRows> {
  const { query, item, label, score } = rows.columns;
  const [queryOf, itemOf] = [need(query, 'query'), need(item, 'item')];
  const relevanceOf = need(label, 'relevance');
  const { fetched, groups } = await fetchGroups(rows, [
    { column: queryOf, as: 'codes' },
    { column: itemOf, as: 'codes' },
    { column: relevanceOf, as: 'numbers' },
    { column: need(score, 'score'), as: 'numbers' },
  ]);
  const [queries, items] = [codesOf(fetched[0], queryOf), codesOf(fetched[1], itemOf)];
  const [relevance, scores] = [numbersOf(fetched[2]), numbersOf(fetched[3])];
  const by = (values: ArrayLike<number>, row: number): number => Number(values[row]);
  const order = byQuery(queries, items, queryOf).sort(
    (a, b) => by(queries, a) - by(queries, b) || by(scores, b) - by(scores, a) || by(items, a) - by(items, b),
  );
  const starts = Array.from(order.keys()).filter(
    (at) => at === 0 || by(queries, Number(order[at])) !== by(queries, Number(order[at - 1])),
  );
  const sorted = Float64Array.from(order, (row) => by(relevance, row));
  refuseNegative(sorted, relevanceOf);
  return {
    offsets: Uint32Array.from([...starts, order.length]),
    relevance: sorted,
    groups: new Map(
      [...groups].map(([column, { names, codes }]) => [
        column,
        { names, codes: Int32Array.from(order, (row) => Number(codes[row])) },
      ]),
    ),
  };
}

/** Columns of every row with the groups of all sensitive columns, in an order that is one of the data and not of the file. */
async function fetchGroups(
  rows: GateRows,
  wanted: readonly WantedValues[],
): Promise<{ readonly fetched: readonly FetchedValues[]; readonly groups: ReadonlyMap<string, RowGroups> }> {
  const { columns, relation, tables } = rows;
  await requireIds(rows);
  const known = await knownGroups(rows, columns.protected);
  const sensitive = [...columns.protected];
  const all = [...wanted, ...sensitive.map(([, column]): WantedValues => ({ column, as: 'codes' }))];
  const orderBy = columns.id ?? all.map(({ column }) => column);
  const values = await tables.columnValues(relation, all, { maxRows: MOST_ROWS, orderBy });
  const groups = sensitive.map(
    ([name], at) => [name, withKnown(values[wanted.length + at], known.get(name) ?? [])] as const,
  );
  return { fetched: values.slice(0, wanted.length), groups: new Map(groups) };
}

/** With the groups that no row is in. */
function withKnown(fetched: FetchedValues | undefined, known: readonly string[]): RowGroups {
  if (fetched?.as !== 'codes') return { codes: new Int32Array(0), names: known };
  const others = known.filter((name) => !fetched.keys.includes(name) && name !== MISSING_GROUP);
  return { codes: fetched.values, names: [...fetched.keys, ...others] };
}
