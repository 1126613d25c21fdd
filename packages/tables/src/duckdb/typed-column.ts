import type { ColumnType, DeclaredType } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted, quotedList } from '../quoted.ts';
import { countOf, encodedTextOf } from './cells.ts';
import { type OpenColumn, type OpenTable, typeOfEngine } from './open-table.ts';
import type { Session } from './session.ts';
import { type KindCounts, kindExpression, typeOfKinds } from './text-kinds.ts';

/** A column and what it holds. */
export interface TypedColumn {
  readonly table: OpenTable;
  readonly column: OpenColumn;
  readonly type: ColumnType;
}

const BATCH = 100;
const KINDS = ['integers', 'numbers', 'codes', 'notFinite', 'booleans', 'texts', 'nested'] as const;

/** Types of columns of one table, each found out once and over all rows. */
export class ColumnTypes {
  readonly #session: Session;
  readonly #known = new Map<string, ColumnType>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Types in the order of `columns`. What is declared is checked here.
   *
   * @throws ActionError `refused`, reason `type-mismatch`, for a column that is not what is declared.
   */
  async of(table: OpenTable, columns: readonly OpenColumn[]): Promise<readonly TypedColumn[]> {
    const unknown = columns.filter((column) => !this.#known.has(keyOf(table, column)));
    for (let at = 0; at < unknown.length; at += BATCH) await this.#find(table, unknown.slice(at, at + BATCH));
    return columns.map((column) => ({ table, column, type: this.#known.get(keyOf(table, column)) ?? 'unsupported' }));
  }

  async #find(table: OpenTable, columns: readonly OpenColumn[]): Promise<void> {
    const counts = table.format === 'parquet' ? null : await this.#kinds(table, columns);
    for (const [at, column] of columns.entries()) {
      const kinds = counts?.[at];
      const found = kinds === undefined ? typeOfEngine(column.engineType ?? '') : typeOfKinds(kinds);
      const declared = table.declared.get(column.name);
      const type =
        declared === undefined
          ? found
          : declaredType({ declared, found, kinds: table.format === 'jsonl' ? undefined : kinds });
      if (type === null) throw await this.#mismatch(table, column, found);
      this.#known.set(keyOf(table, column), type);
    }
  }

  async #kinds(table: OpenTable, columns: readonly OpenColumn[]): Promise<readonly KindCounts[]> {
    const kinds = columns.map((column) => `${kindExpression(table.format, column.sqlName)} AS k${column.sqlName}`);
    const counts = columns.flatMap((column) => [
      `count(k${column.sqlName})`,
      ...KINDS.map((_, kind) => `count(*) FILTER (k${column.sqlName} = ${kind})`),
    ]);
    const [row = []] = await this.#session.rows(
      `SELECT ${counts.join(', ')} FROM (SELECT ${kinds.join(', ')} FROM ${table.sqlName})`,
    );
    return columns.map((_, at) => {
      const cells = row.slice(at * (KINDS.length + 1), (at + 1) * (KINDS.length + 1)).map(countOf);
      const [values = 0, integers = 0, numbers = 0, codes = 0, notFinite = 0, booleans = 0, texts = 0, nested = 0] =
        cells;
      return { values, integers, numbers, codes, notFinite, booleans, texts, nested };
    });
  }

  async #mismatch(table: OpenTable, column: OpenColumn, found: ColumnType): Promise<Error> {
    const examples = await examplesOf(this.#session, table, column);
    return refusedInput('type-mismatch', {
      where: `table ${quoted(table.name)}, column ${quoted(column.name)}`,
      found: `values of type ${found}${examples.length > 0 ? `, such as ${quotedList(examples)}` : ''}`,
      allowed: `the declared type ${table.declared.get(column.name) ?? ''}`,
      remedy: 'Correct the values, or what is declared',
    });
  }
}

/** One value of each kind that a text column holds, the rarest kind first. */
export async function examplesOf(session: Session, table: OpenTable, column: OpenColumn): Promise<readonly string[]> {
  if (table.format === 'parquet') return [];
  const kind = kindExpression(table.format, column.sqlName);
  const rows = await session.rows(
    `SELECT encode(min(${column.sqlName})), count(*) FROM ${table.sqlName} WHERE ${column.sqlName} IS NOT NULL GROUP BY ${kind} ORDER BY count(*), 1 LIMIT 3`,
  );
  return rows.map(([text = null]) => encodedTextOf(text) ?? '');
}

function keyOf(table: OpenTable, column: OpenColumn): string {
  return `${table.sqlName}.${column.sqlName}`;
}

/** The type that a declaration makes of a column, or `null` when the values are not of it. */
function declaredType(at: {
  readonly declared: DeclaredType;
  readonly found: ColumnType;
  readonly kinds: KindCounts | undefined;
}): ColumnType | null {
  const { declared, found, kinds } = at;
  if (found === 'empty' || found === declared) return declared;
  if (declared === 'number' && found === 'integer') return 'number';
  // JSON and Parquet say themselves what a value is; only delimited text is read as declared.
  if (kinds === undefined || kinds.nested > 0 || found === 'unsupported') return null;
  if (declared === 'text') return 'text';
  const { values, integers, numbers, codes, notFinite } = kinds;
  if (declared === 'number' && integers + numbers + codes + notFinite === values) return 'number';
  return null;
}
