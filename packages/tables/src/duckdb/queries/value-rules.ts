import { ActionError, type Breaches, type Relation, type ValueRule } from '@gatehouse/core';
import { quoted } from '../../quoted.ts';
import { countOf, encodedTextOf } from '../cells.ts';
import { KEYED, keySql, NUMERIC, numberSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Session } from '../session.ts';
import { doubleLiteral } from '../sql-text.ts';

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

const EXAMPLES = 3;

export async function breaches(at: At, relation: Relation, rules: readonly ValueRule[]): Promise<readonly Breaches[]> {
  const found: Breaches[] = [];
  for (const rule of rules) found.push(await breachesOf(at, relation, rule));
  return found;
}

/** Values are grouped first, so that a pattern or list is tried once for each value and not once for each row. */
async function breachesOf(at: At, relation: Relation, rule: ValueRule): Promise<Breaches> {
  const { from } = await at.catalog.rows(relation);
  const allowed = 'atLeast' in rule || 'atMost' in rule ? NUMERIC : 'matches' in rule ? (['text'] as const) : KEYED;
  const [typed] = await at.catalog.columns([rule.column], allowed);
  if (typed === undefined) throw new Error('A column was not found.');
  if (typed.type === 'empty') return { count: 0, examples: [] };
  const key = keySql(typed);
  const { where, kept, values } = await conditionOf(at, rule, numberSql(typed));
  const groups = `SELECT ${key} AS x, count(*) AS n FROM ${from([typed])} WHERE ${where} GROUP BY 1`;
  const broken = `FROM (${groups}) WHERE x IS NOT NULL AND NOT (${kept})`;
  const [[count] = []] = await at.session.rows(`SELECT CAST(coalesce(sum(n), 0) AS BIGINT) ${broken}`, values);
  if (countOf(count) === 0) return { count: 0, examples: [] };
  const rows = await at.session.rows(`SELECT encode(x) ${broken} ORDER BY x LIMIT ${EXAMPLES}`, values);
  return { count: countOf(count), examples: rows.map(([cell = null]) => encodedTextOf(cell) ?? '') };
}

interface Condition {
  /** Rows that are looked at. */
  readonly where: string;
  /** Holds for a key `x` that keeps the rule. */
  readonly kept: string;
  readonly values: readonly string[];
}

async function conditionOf(at: At, rule: ValueRule, number: string): Promise<Condition> {
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
  await requirePattern(at.session, rule.matches);
  return { where: 'true', kept: 'regexp_full_match(x, ?)', values: [rule.matches] };
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
