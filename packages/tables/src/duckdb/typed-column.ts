import type { ColumnType, DeclaredType } from '@gatehouse/core';
import { refusedInput } from '../engine/refused-input.ts';
import { quoted, quotedList } from '../quoted.ts';
import { countOf, encodedTextOf, textOf } from './cells.ts';
import { type OpenColumn, type OpenTable, typeOfEngine } from './open-table.ts';
import type { Session } from './session.ts';
import { type KindCounts, kindExpression, typeOfKinds } from './text-kinds.ts';

/** A column and what it holds. */
export interface TypedColumn {
  readonly table: OpenTable;
  readonly column: OpenColumn;
  readonly type: ColumnType;
}

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
    const unknown = columns.filter((column) => !this.#known.has(keyOf(column)));
    for (const some of Map.groupBy(unknown, (column) => column.part).values()) await this.#find(table, some);
    return columns.map((column) => ({ table, column, type: this.#known.get(keyOf(column)) ?? 'unsupported' }));
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
      this.#known.set(keyOf(column), type);
    }
  }

  /** Over one column of names and values: an expression for each column takes longer to plan than to run. */
  async #kinds(table: OpenTable, columns: readonly OpenColumn[]): Promise<readonly KindCounts[]> {
    const names = columns.map((column) => column.sqlName).join(', ');
    const rows = await this.#session.rows(
      `SELECT name, kind, count(*) FROM (SELECT name, ${kindExpression(table.format, 'value')} AS kind
       FROM (UNPIVOT ${columns[0]?.part} ON ${names} INTO NAME name VALUE value)) GROUP BY ALL`,
    );
    const counts = new Map(rows.map(([name, kind, count]) => [`${textOf(name)} ${countOf(kind)}`, countOf(count)]));
    return columns.map((column) => {
      const found = KINDS.map((_, kind) => counts.get(`${column.sqlName} ${kind}`) ?? 0);
      const [integers = 0, numbers = 0, codes = 0, notFinite = 0, booleans = 0, texts = 0, nested = 0] = found;
      const values = found.reduce((sum, count) => sum + count, 0);
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
    `SELECT encode(min(${column.sqlName})), count(*) FROM ${column.part} WHERE ${column.sqlName} IS NOT NULL GROUP BY ${kind} ORDER BY count(*), 1 LIMIT 3`,
  );
  return rows.map(([text = null]) => encodedTextOf(text) ?? '');
}

function keyOf(column: OpenColumn): string {
  return `${column.part}.${column.sqlName}`;
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
