import type { ColumnRef, ColumnType, Relation, RowPart } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted, quotedList } from '../quoted.ts';
import { countOf, encodedTextOf } from './cells.ts';
import { KEYED, keySql, numberSql, requireType, storedSql } from './column-sql.ts';
import { noColumn, type OpenTable } from './open-table.ts';
import { type Base, createPart, wholeSql } from './row-part.ts';
import type { Session } from './session.ts';
import { ColumnTypes, type TypedColumn } from './typed-column.ts';

/** A relation that was checked, as SQL. */
export interface Rows {
  /** What stands after FROM when these columns are used. */
  from(columns: readonly TypedColumn[]): string;
  readonly count: number;
}

const EXAMPLES = 3;
const LARGEST_EXACT = 9_007_199_254_740_992;

/** The open tables, their columns, and the joins that were found to be sound. */
export class Catalog {
  readonly #session: Session;
  readonly #tables: ReadonlyMap<string, OpenTable>;
  readonly #types: ColumnTypes;
  readonly #relations = new Map<string, Promise<Rows>>();
  readonly #parts = new Map<string, Promise<Base>>();

  constructor(session: Session, tables: readonly OpenTable[]) {
    this.#session = session;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    this.#types = new ColumnTypes(session);
  }

  table(name: string): OpenTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new RangeError(`No table ${name}; open are ${[...this.#tables.keys()].join(', ')}.`);
    return table;
  }

  /** All columns of a table with their types. */
  async columnsOf(name: string): Promise<readonly TypedColumn[]> {
    const table = this.table(name);
    return await this.#types.of(table, table.columns);
  }

  /** @throws ActionError `refused`: `column-missing`, `mixed-types`, `column-unsupported`, `type-mismatch`. */
  async columns(refs: readonly ColumnRef[], allowed: readonly ColumnType[]): Promise<readonly TypedColumn[]> {
    const typed = await this.typed(refs);
    for (const column of typed) await requireType(this.#session, column, allowed);
    return typed;
  }

  /** Columns with their types, whatever those are; a table's are found out together. */
  async typed(refs: readonly ColumnRef[]): Promise<readonly TypedColumn[]> {
    const byTable = Map.groupBy(refs, (ref) => ref.table);
    const found = new Map<string, TypedColumn>();
    for (const [name, some] of byTable) {
      const table = this.table(name);
      const columns = some.map((ref) => columnOf(table, ref.column));
      for (const typed of await this.#types.of(table, columns)) found.set(`${name}\n${typed.column.name}`, typed);
    }
    return refs.map((ref) => {
      const typed = found.get(`${ref.table}\n${ref.column}`);
      if (typed === undefined) throw new Error('A column was not found.');
      return typed;
    });
  }

  /**
   * A relation as SQL. A join is checked the first time that it is asked for, and never used unchecked.
   *
   * @throws ActionError `refused`: `ids-missing`, `ids-duplicated`, `ids-inexact`, `id-sets-differ`, `type-mismatch`.
   */
  async rows(relation: Relation): Promise<Rows> {
    if ('table' in relation && relation.part === undefined) {
      const table = this.table(relation.table);
      return { from: (columns) => tableSql(table, columns), count: table.rows };
    }
    const key = JSON.stringify(relation);
    const known = this.#relations.get(key) ?? this.#checked(relation);
    this.#relations.set(key, known);
    return await known;
  }

  async #checked(relation: Relation): Promise<Rows> {
    if ('join' in relation) return await this.#join(relation);
    const base = await this.#base(this.table(relation.table), relation.part);
    const from = (columns: readonly TypedColumn[]): string => fromSql([base], columns);
    return { from, count: await this.#count(from([])) };
  }

  /** The rows of the first table: all, or those of a part. */
  async #base(table: OpenTable, part: RowPart | undefined): Promise<Base> {
    if (part === undefined) return wholeSql(table.columns[0]?.part ?? '');
    if (part.column.table !== table.name) throw new RangeError('A part is of the first table of a relation.');
    const [column] = await this.columns([part.column], KEYED);
    if (column === undefined) throw new Error('A column was not found.');
    const key = JSON.stringify(part);
    const known = this.#parts.get(key) ?? createPart(this.#session, `k${this.#parts.size}`, { column, part });
    this.#parts.set(key, known);
    return await known;
  }

  async #count(from: string): Promise<number> {
    const [[count] = []] = await this.#session.rows(`SELECT count(*) FROM ${from}`);
    return countOf(count);
  }

  async #join({ join: refs, sameIds = true, part }: Extract<Relation, { join: unknown }>): Promise<Rows> {
    const ids = await this.columns(refs, KEYED);
    const [first, ...others] = ids;
    if (first === undefined || new Set(ids.map((id) => id.table.name)).size < ids.length) {
      throw new RangeError('A join needs one id column of each of several tables.');
    }
    for (const id of ids) await this.#requireIds(id);
    for (const other of others) requireSameType(first, other);
    const base = part === undefined ? wholeSql(first.column.part) : await this.#base(first.table, part);
    const rows = { from: fromSql([base], [first]), count: first.table.rows };
    const counted = part === undefined ? rows : { ...rows, count: await this.#count(rows.from) };
    for (const other of others) await this.#requireSameIds({ id: first, ...counted }, other, sameIds);
    const joins = others.map((other) => ({
      part: other.column.part,
      sql: `JOIN ${other.column.part} ON ${equalIds(first, other)}`,
    }));
    const from = (columns: readonly TypedColumn[]): string => fromSql([base, ...joins], [first, ...columns]);
    return { from, count: counted.count };
  }

  async #requireIds(id: TypedColumn): Promise<void> {
    const where = whereOf(id);
    const value = idSql(id);
    const missing = id.type === 'text' ? `${value} IS NULL OR ${value} = ''` : `${value} IS NULL`;
    const [[nulls, distinct] = []] = await this.#session.rows(
      `SELECT count(*) FILTER (WHERE ${missing}), count(DISTINCT ${value}) FROM ${id.column.part}`,
    );
    const empty = countOf(nulls);
    if (empty > 0) {
      const fault = { where, found: `${empty} rows without an id`, allowed: 'an id in every row' };
      throw refusedInput('ids-missing', { ...fault, remedy: 'Give every row an id' });
    }
    await this.#requireExact(id);
    if (countOf(distinct) === id.table.rows) return;
    const rows = await this.#session.rows(
      `SELECT encode(${keySql(id)}) FROM ${id.column.part} GROUP BY ${keySql(id)} HAVING count(*) > 1 ORDER BY 1 LIMIT ${EXAMPLES}`,
    );
    throw refusedInput('ids-duplicated', {
      where,
      found: `${id.table.rows - countOf(distinct)} rows with the id of another, such as ${examples(rows)}`,
      allowed: 'every id once',
      remedy: 'Remove or rename the copies',
    });
  }

  async #requireExact(id: TypedColumn): Promise<void> {
    if (id.type !== 'number') return;
    const x = numberSql(id);
    const inexact = `NOT isfinite(${x}) OR trunc(${x}) <> ${x} OR abs(${x}) > ${LARGEST_EXACT - 1}`;
    const [[count] = []] = await this.#session.rows(`SELECT count(*) FROM ${id.column.part} WHERE ${inexact}`);
    if (countOf(count) === 0) return;
    throw refusedInput('ids-inexact', {
      where: whereOf(id),
      found: `${countOf(count)} ids that are fractions, not finite or beyond 2^53`,
      allowed: 'whole numbers that a double holds, or ids as integers or text',
      remedy: 'Write the ids as integers or text',
    });
  }

  async #requireSameIds(
    left: { readonly id: TypedColumn; readonly from: string; readonly count: number },
    right: TypedColumn,
    sameIds: boolean,
  ): Promise<void> {
    const [[cell] = []] = await this.#session.rows(
      `SELECT count(*) FROM ${left.from} JOIN ${right.column.part} ON ${equalIds(left.id, right)}`,
    );
    const both = countOf(cell);
    const onlyLeft = left.count - both;
    const onlyRight = right.table.rows - both;
    if (onlyLeft === 0 && (onlyRight === 0 || !sameIds)) return;
    const other = right.column.part;
    const [has, from] =
      onlyLeft > 0
        ? [left.id, `${left.from} ANTI JOIN ${other} ON ${equalIds(left.id, right)}`]
        : [right, `${other} ANTI JOIN (SELECT ${keySql(left.id)} AS k FROM ${left.from}) ON k = ${keySql(right)}`];
    const rows = await this.#session.rows(`SELECT encode(${keySql(has)}) FROM ${from} ORDER BY 1 LIMIT ${EXAMPLES}`);
    throw refusedInput('id-sets-differ', {
      where: `${whereOf(left.id)} and ${whereOf(right)}`,
      found: `${onlyLeft} ids only in the first and ${onlyRight} only in the second, such as ${examples(rows)}`,
      allowed: sameIds ? 'the same ids in both' : 'every id of the first in the second',
      remedy: 'Make both tables of the same rows',
    });
  }
}

/** All rows of a table, with no more columns than are used where it is read in place. */
function tableSql(table: OpenTable, columns: readonly TypedColumn[]): string {
  const part = table.columns[0]?.part ?? '';
  if (table.narrow === undefined || columns.length === 0) return fromSql([wholeSql(part)], columns);
  const used = new Set(columns.map(({ column }) => column));
  return `(${table.narrow([...used])}) AS ${part}`;
}

/** Parts of one table that hold columns besides are joined by the number of their rows. `bases` has one part of each table. */
function fromSql(bases: readonly Base[], columns: readonly TypedColumn[]): string {
  const tableOf = (part: string): string => part.slice(0, part.indexOf('_'));
  const [first, ...others] = bases;
  if (first === undefined) throw new RangeError('A relation needs a table.');
  const known = new Set(bases.map(({ part }) => part));
  const more = [...new Set(columns.map((typed) => typed.column.part))].filter((part) => !known.has(part));
  const joined = more.map((part) => {
    const base = bases.find((candidate) => tableOf(candidate.part) === tableOf(part));
    if (base === undefined) throw new RangeError('A column is of a table that the relation does not have.');
    return { base, sql: `JOIN ${part} ON ${part}.rowid = ${base.part}.rowid` };
  });
  // The condition of a join may use any part of the first table, so these come before it.
  const ofFirst = joined.filter(({ base }) => base === first);
  const ofOthers = joined.filter(({ base }) => base !== first);
  return [first, ...ofFirst, ...others, ...ofOthers].map(({ sql }) => sql).join(' ');
}

function columnOf(table: OpenTable, name: string): OpenTable['columns'][number] {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column !== undefined) return column;
  throw noColumn(
    `table ${quoted(table.name)}`,
    name,
    table.columns.map((candidate) => candidate.name),
  );
}

/**
 * Values of two columns may be compared only when both are numbers or both of the same other type: 1 is 1.0, and not "1".
 *
 * @throws ActionError `refused`, reason `type-mismatch`.
 */
export function requireSameType(left: TypedColumn, right: TypedColumn): void {
  const kind = (type: ColumnType): ColumnType => (type === 'integer' ? 'number' : type);
  if (left.type === 'empty' || right.type === 'empty' || kind(left.type) === kind(right.type)) return;
  throw refusedInput('type-mismatch', {
    where: `${whereOf(left)} and ${whereOf(right)}`,
    found: `values of type ${left.type} and of type ${right.type}`,
    allowed: 'values of one type: 1 is not "1"',
    remedy: 'Write both with the same type, or declare how the text file is read',
  });
}

function whereOf({ table, column }: TypedColumn): string {
  return `table ${quoted(table.name)}, column ${quoted(column.name)}`;
}

function examples(rows: readonly (readonly unknown[])[]): string {
  return quotedList(rows.map(([cell = null]) => encodedTextOf(cell) ?? ''));
}

/** An id on its own: integers of Parquet need no text, which is several times faster. */
function idSql(id: TypedColumn): string {
  return isEngineInteger(id) ? storedSql(id) : keySql(id);
}

function isEngineInteger(id: TypedColumn): boolean {
  return id.type === 'integer' && id.table.format === 'parquet';
}

function equalIds(left: TypedColumn, right: TypedColumn): string {
  if (isEngineInteger(left) && isEngineInteger(right)) return `${storedSql(left)} = ${storedSql(right)}`;
  return `${keySql(left)} = ${keySql(right)}`;
}
