import { ActionError, type Breaches, type Relation, type ValueRule } from '@gatehouse/core';
import { quoted } from '../../quoted.ts';
import { countOf, encodedTextOf } from '../cells.ts';
import { KEYED, keySql, NUMERIC, numberSql, storedSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Session } from '../session.ts';
import { doubleLiteral } from '../sql-text.ts';
import { kindExpression } from '../text-kinds.ts';
import type { TypedColumn } from '../typed-column.ts';

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

const EXAMPLES = 3;
const NONE: Breaches = { count: 0, examples: [], rows: [] };

export async function breaches(at: At, relation: Relation, rules: readonly ValueRule[]): Promise<readonly Breaches[]> {
  const found: Breaches[] = [];
  for (const rule of rules) found.push(await breachesOf(at, relation, rule));
  return found;
}

/** Values are grouped first, so that a pattern or list is tried once for each value and not once for each row. */
async function breachesOf(at: At, relation: Relation, rule: ValueRule): Promise<Breaches> {
  const { from } = await at.catalog.rows(relation);
  const allowed = 'atLeast' in rule || 'atMost' in rule ? NUMERIC : 'matches' in rule ? (['text'] as const) : KEYED;
  const [typed] = await ('reads' in rule
    ? at.catalog.typed([rule.column])
    : at.catalog.columns([rule.column], allowed));
  if (typed === undefined) throw new Error('A column was not found.');
  if (typed.type === 'empty') return NONE;
  const key = 'reads' in rule ? `CAST(${storedSql(typed)} AS VARCHAR)` : keySql(typed);
  const { where, kept, values } = await conditionOf(at, rule, typed);
  const first = hasOrder(relation, typed) ? `min(${typed.column.part}.rowid)` : 'NULL';
  const groups = `SELECT ${key} AS x, count(*) AS n, ${first} AS r FROM ${from([typed])} WHERE ${where} GROUP BY 1`;
  const broken = `FROM (${groups}) WHERE x IS NOT NULL AND NOT (${kept})`;
  const rowsOf = 'occurs' in rule ? 'n - 1' : 'n';
  const [[count] = []] = await at.session.rows(`SELECT CAST(coalesce(sum(${rowsOf}), 0) AS BIGINT) ${broken}`, values);
  if (countOf(count) === 0) return NONE;
  const rows = await at.session.rows(`SELECT encode(x), r ${broken} ORDER BY x LIMIT ${EXAMPLES}`, values);
  return {
    count: countOf(count),
    examples: rows.map(([cell = null]) => encodedTextOf(cell) ?? ''),
    rows: rows.flatMap(([, row = null]) => (row === null ? [] : [countOf(row) + 1])),
  };
}

/** Text is copied in the order of the file; Parquet is read where it lies, and several files have no common order. */
function hasOrder(relation: Relation, { table }: TypedColumn): boolean {
  return 'table' in relation && relation.part === undefined && table.format !== 'parquet' && table.files.length === 1;
}

interface Condition {
  /** Rows that are looked at. */
  readonly where: string;
  /** Holds for a key `x` that keeps the rule. */
  readonly kept: string;
  readonly values: readonly string[];
}

async function conditionOf(at: At, rule: ValueRule, typed: TypedColumn): Promise<Condition> {
  if ('reads' in rule) return { where: `NOT (${readsSql(typed, rule.reads)})`, kept: 'false', values: [] };
  const number = numberSql(typed);
  // NaN is above every number for the engine; it is missing, and no matter of size.
  if ('atLeast' in rule)
    return {
      where: `NOT isnan(${number}) AND ${number} < ${doubleLiteral(rule.atLeast)}`,
      kept: 'false',
      values: [],
    };
  if ('atMost' in rule)
    return { where: `NOT isnan(${number}) AND ${number} > ${doubleLiteral(rule.atMost)}`, kept: 'false', values: [] };
  if ('oneOf' in rule)
    return {
      where: 'true',
      kept: `list_contains(from_json(?, '["VARCHAR"]'), x)`,
      values: [JSON.stringify(rule.oneOf)],
    };
  if ('occurs' in rule) return { where: 'true', kept: 'n = 1', values: [] };
  await requirePattern(at.session, rule.matches);
  return { where: 'true', kept: 'regexp_full_match(x, ?)', values: [rule.matches] };
}

/** Positions of the kinds of text that read as a type; Parquet says its types itself. */
const KINDS = { integer: [0], number: [0, 1, 2, 3], boolean: [4] } as const;

function readsSql(typed: TypedColumn, type: keyof typeof KINDS): string {
  if (typed.table.format === 'parquet') return 'true';
  const stored = storedSql(typed);
  return `${stored} IS NULL OR ${kindExpression(typed.table.format, stored)} IN (${KINDS[type].join(', ')})`;
}

async function requirePattern(session: Session, pattern: string): Promise<void> {
  try {
    await session.rows("SELECT regexp_full_match('', ?)", [pattern]);
  } catch (cause) {
    throw new ActionError(
      'refused',
      {
        where: 'A pattern of the data gate',
        found: quoted(pattern),
        allowed: 'a regular expression in the syntax of RE2',
        remedy: 'Write it without what RE2 lacks, such as \\u escapes and more than 1000 repetitions',
      },
      { reasonCode: 'policy-invalid', cause },
    );
  }
}
