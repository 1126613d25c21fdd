import {
  type ColumnRef,
  compareCodePoints,
  type GroupedCount,
  type GroupedSum,
  type GroupKey,
  type KeyValue,
  type Relation,
  type Term,
} from '@gatehouse/core';
import { refusedInput } from '../../engine/refused-input.ts';
import { quoted } from '../../quoted.ts';
import { countOf, encodedTextOf, numberOf } from '../cells.ts';
import { KEYED, keySql, NUMERIC, NUMERIC_OR_BOOLEAN, numberSql, storedSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Cell, Session } from '../session.ts';
import { doubleLiteral } from '../sql-text.ts';
import type { TypedColumn } from '../typed-column.ts';

/** More groups than this are no groups: somebody grouped by an id. */
const MAX_GROUPS = 1_000_000;

/** A key as it is grouped by, and as it is shown: texts of keys are made once per group, not once per row. */
interface KeySql {
  readonly typed: TypedColumn;
  readonly stored: string;
  shown(alias: string): string;
}

async function keysOf(catalog: Catalog, keys: readonly GroupKey[]): Promise<readonly KeySql[]> {
  const found: KeySql[] = [];
  for (const key of keys) {
    if ('atLeast' in key) {
      const [typed] = await catalog.columns([key.of], NUMERIC);
      if (typed === undefined) continue;
      const x = numberSql(typed);
      // NaN sorts above every number and would be at least anything.
      const stored = `CASE WHEN isnan(${x}) THEN NULL ELSE ${x} >= ${doubleLiteral(key.atLeast)} END`;
      found.push({ typed, stored, shown: (alias) => `CAST(${alias} AS VARCHAR)` });
    } else {
      const [typed] = await catalog.columns([key], KEYED);
      if (typed !== undefined) found.push({ typed, stored: storedSql(typed), shown: (alias) => keySql(typed, alias) });
    }
  }
  return found;
}

export async function groupedCounts(
  at: { readonly session: Session; readonly catalog: Catalog },
  relation: Relation,
  keys: readonly GroupKey[],
): Promise<readonly GroupedCount[]> {
  const rows = await grouped(at, { relation, keys, aggregates: [], uses: [] });
  return rows.map(({ key, count }) => ({ key, count }));
}

export async function groupedSums(
  at: { readonly session: Session; readonly catalog: Catalog },
  relation: Relation,
  wanted: { readonly keys: readonly GroupKey[]; readonly terms: readonly Term[] },
): Promise<readonly GroupedSum[]> {
  const terms: string[] = [];
  for (const term of wanted.terms) terms.push(await termSql(at.catalog, term));
  const uses = await at.catalog.typed(wanted.terms.flatMap(refsOf));
  await requireSummable(at, relation, { ...wanted, sql: terms });
  const aggregates = terms.map((term) => `fsum(${term})`);
  const rows = await grouped(at, { relation, keys: wanted.keys, aggregates, uses });
  return rows.map(({ key, count, sums }) => ({ key, count, sums: sums.map(numberOf) }));
}

interface GroupRow {
  readonly key: readonly KeyValue[];
  readonly count: number;
  readonly sums: readonly Cell[];
}

async function grouped(
  at: { readonly session: Session; readonly catalog: Catalog },
  what: {
    readonly relation: Relation;
    readonly keys: readonly GroupKey[];
    readonly aggregates: readonly string[];
    /** Columns in the aggregates. */
    readonly uses: readonly TypedColumn[];
  },
): Promise<readonly GroupRow[]> {
  const keys = await keysOf(at.catalog, what.keys);
  const from = (await at.catalog.rows(what.relation)).from([...what.uses, ...keys.map((key) => key.typed)]);
  const inner = [
    ...keys.map((key, index) => `${key.stored} AS k${index}`),
    'count(*) AS n',
    ...what.aggregates.map((aggregate, index) => `${aggregate} AS s${index}`),
  ];
  const byStored = keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`;
  const shown = keys.map((key, index) => `${key.shown(`k${index}`)} AS x${index}`);
  const middle = [...shown, 'n', ...what.aggregates.map((_, index) => `s${index}`)].join(', ');
  const outer = [
    ...keys.map((_, index) => `encode(x${index})`),
    'CAST(sum(n) AS BIGINT)',
    ...what.aggregates.map((_, index) => `fsum(s${index})`),
  ];
  const byShown = keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, index) => `x${index}`).join(', ')}`;
  const rows = await at.session.rows(
    `SELECT ${outer.join(', ')} FROM (SELECT ${middle} FROM (SELECT ${inner.join(', ')} FROM ${from}${byStored}))${byShown} LIMIT ${MAX_GROUPS + 1}`,
  );
  if (rows.length > MAX_GROUPS) {
    const found = `more than ${MAX_GROUPS} groups`;
    const fault = { where: 'grouped counts', found, allowed: 'columns with few values', remedy: 'Name other columns' };
    throw refusedInput('file-too-large', fault);
  }
  const groups = rows.map((row) => ({
    key: row.slice(0, keys.length).map(encodedTextOf),
    count: countOf(row[keys.length]),
    sums: row.slice(keys.length + 1),
  }));
  return groups.sort((a, b) => compareKeys(a.key, b.key));
}

/** By code points, missing values last: the order of rows in a file makes no difference. */
function compareKeys(a: readonly KeyValue[], b: readonly KeyValue[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    return right === null ? -1 : compareCodePoints(left, right);
  }
  return 0;
}

async function termSql(catalog: Catalog, term: Term): Promise<string> {
  const refs = 'minus' in term.of ? term.of.minus : [term.of];
  const columns = await catalog.columns(refs, NUMERIC_OR_BOOLEAN);
  const value = columns.map((column) => numberSql(column)).join(' - ');
  const transformed = { absolute: `abs(${value})`, square: `power(${value}, 2)`, none: `(${value})` }[
    term.transform ?? 'none'
  ];
  if (term.weight === undefined) return transformed;
  const [weight] = await catalog.columns([term.weight], NUMERIC);
  return weight === undefined ? transformed : `${transformed} * ${numberSql(weight)}`;
}

/** @throws ActionError `refused`: `value-missing`, `value-not-finite`, `weight-not-positive`. */
async function requireSummable(
  at: { readonly session: Session; readonly catalog: Catalog },
  relation: Relation,
  wanted: { readonly terms: readonly Term[]; readonly sql: readonly string[] },
): Promise<void> {
  const { from } = await at.catalog.rows(relation);
  for (const [index, term] of wanted.terms.entries()) {
    const sql = wanted.sql[index] ?? '';
    const [weight] = term.weight === undefined ? [] : await at.catalog.columns([term.weight], NUMERIC);
    const notPositive = weight === undefined ? 'false' : `${numberSql(weight)} <= 0`;
    const [[nulls, notFinite, weights] = []] = await at.session.rows(
      `SELECT count(*) FILTER (WHERE ${sql} IS NULL), count(*) FILTER (WHERE NOT isfinite(${sql})), count(*) FILTER (WHERE ${notPositive}) FROM ${from(await at.catalog.typed(refsOf(term)))}`,
    );
    const where = namesOf(term);
    const remedy = 'Correct the values';
    if (countOf(weights) > 0) {
      const found = `${countOf(weights)} weights of zero or below`;
      throw refusedInput('weight-not-positive', { where, found, allowed: 'weights above zero', remedy });
    }
    requireNone('value-missing', countOf(nulls), { where, what: 'missing values', remedy });
    requireNone('value-not-finite', countOf(notFinite), { where, what: 'values that are NaN or infinite', remedy });
  }
}

function requireNone(
  code: 'value-missing' | 'value-not-finite',
  count: number,
  say: { readonly where: string; readonly what: string; readonly remedy: string },
): void {
  if (count === 0) return;
  const found = `${count} ${say.what}`;
  throw refusedInput(code, { where: say.where, found, allowed: 'a number in every row', remedy: say.remedy });
}

function refsOf(term: Term): readonly ColumnRef[] {
  const refs = 'minus' in term.of ? term.of.minus : [term.of];
  return term.weight === undefined ? refs : [...refs, term.weight];
}

function namesOf(term: Term): string {
  return refsOf(term)
    .map((ref) => `table ${quoted(ref.table)}, column ${quoted(ref.column)}`)
    .join(' and ');
}
