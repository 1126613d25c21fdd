import type { ColumnRef, FetchedValues, Relation, WantedValues } from '@gatehouse/core';
import { refusedInput } from '../../engine/refused-input.ts';
import { quoted } from '../../quoted.ts';
import { countOf, encodedTextOf } from '../cells.ts';
import { KEYED, keySql, NUMERIC_OR_BOOLEAN, numberSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Column, Session } from '../session.ts';

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

/** A column on its way: what is selected, and where it is put. */
interface Target {
  readonly select: string;
  readonly join: string;
  readonly fetched: FetchedValues;
  readonly ref: ColumnRef;
  /** Whether NaN and infinities may stand among the numbers. */
  readonly anyNumber: boolean;
}

/** Rows in JavaScript, as typed arrays and never as objects. */
export async function columnValues(
  at: At,
  relation: Relation,
  what: {
    readonly wanted: readonly WantedValues[];
    readonly maxRows: number;
    readonly orderBy?: ColumnRef | readonly ColumnRef[] | undefined;
  },
): Promise<readonly FetchedValues[]> {
  const { from: fromOf, count } = await at.catalog.rows(relation);
  if (count > what.maxRows) {
    const fault = { where: 'rows for a measure that needs an order', found: `${count} rows` };
    const remedy = 'Judge fewer rows, or use a measure of counts';
    throw refusedInput('file-too-large', { ...fault, allowed: `at most ${what.maxRows} rows`, remedy });
  }
  const orderBy = [what.orderBy ?? []].flat();
  const refs = [...what.wanted.map((wanted) => wanted.column), ...orderBy];
  const from = fromOf(await at.catalog.typed(refs));
  const targets: Target[] = [];
  for (const [index, wanted] of what.wanted.entries()) {
    targets.push(
      wanted.as === 'numbers'
        ? await numbers(at, wanted, count)
        : await codes(at, wanted.column, { from, count, index }),
    );
  }
  const ordered = await at.catalog.columns(orderBy, KEYED);
  const order = ordered.length === 0 ? '' : ` ORDER BY ${ordered.map((column) => keySql(column)).join(', ')}`;
  const joins = targets.map((target) => target.join).join('');
  let row = 0;
  await at.session.stream(
    `SELECT ${targets.map((target) => target.select).join(', ')} FROM ${from}${joins}${order}`,
    (columns, rows) => {
      columns.forEach((column, index) => {
        const target = targets[index];
        if (target !== undefined) copyInto(target, column, { row, rows });
      });
      row += rows;
    },
  );
  if (row !== count) throw new Error(`DuckDB gave ${row} of ${count} rows.`);
  return targets.map((target) => target.fetched);
}

async function keyed(at: At, ref: ColumnRef): Promise<Parameters<typeof keySql>[0]> {
  const [typed] = await at.catalog.columns([ref], KEYED);
  if (typed === undefined) throw new Error('A column was not found.');
  return typed;
}

async function numbers(at: At, wanted: Extract<WantedValues, { as: 'numbers' }>, count: number): Promise<Target> {
  const { column: ref } = wanted;
  const [typed] = await at.catalog.columns([ref], NUMERIC_OR_BOOLEAN);
  if (typed === undefined) throw new Error('A column was not found.');
  const anyNumber = wanted.missing === 'nan';
  const select = anyNumber ? `coalesce(${numberSql(typed)}, 'nan'::DOUBLE)` : numberSql(typed);
  return { select, join: '', fetched: { as: 'numbers', values: new Float64Array(count) }, ref, anyNumber };
}

/** The distinct keys get numbers in the engine, so that no text crosses over once per row. */
async function codes(
  at: At,
  ref: ColumnRef,
  of: { readonly from: string; readonly count: number; readonly index: number },
): Promise<Target> {
  const key = keySql(await keyed(at, ref));
  const alias = `d${of.index}`;
  const dictionary = `SELECT x, row_number() OVER (ORDER BY x) - 1 AS code FROM (SELECT DISTINCT ${key} AS x FROM ${of.from}) WHERE x IS NOT NULL`;
  const rows = await at.session.rows(`SELECT encode(x), code FROM (${dictionary}) ORDER BY code`);
  const keys = rows.map(([cell = null]) => encodedTextOf(cell) ?? '');
  rows.forEach(([, code], position) => {
    if (countOf(code) !== position) throw new Error('DuckDB numbered the keys with a gap.');
  });
  return {
    select: `CAST(coalesce(${alias}.code, -1) AS INTEGER)`,
    join: ` LEFT JOIN (${dictionary}) AS ${alias} ON ${alias}.x = ${key}`,
    fetched: { as: 'codes', values: new Int32Array(of.count), keys },
    ref,
    anyNumber: false,
  };
}

function copyInto(target: Target, column: Column, at: { readonly row: number; readonly rows: number }): void {
  const { values, as } = target.fetched;
  const finite = as === 'numbers' && !target.anyNumber;
  for (let index = 0; index < at.rows; index += 1) {
    const value = column.getItem(index);
    if (typeof value !== 'number') throw unusable(target.ref, 'value-missing');
    if (finite && !Number.isFinite(value)) throw unusable(target.ref, 'value-not-finite');
    values[at.row + index] = value;
  }
}

function unusable(ref: ColumnRef, code: 'value-missing' | 'value-not-finite'): Error {
  return refusedInput(code, {
    where: `table ${quoted(ref.table)}, column ${quoted(ref.column)}`,
    found: code === 'value-missing' ? 'a missing value' : 'a value that is NaN or infinite',
    allowed: 'a number in every row',
    remedy: 'Correct the values',
  });
}
