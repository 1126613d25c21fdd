import type { ColumnRef, Correlation, LabelTelling, Relation, TellingWord } from '@gatehouse/core';
import { countOf, encodedTextOf, numberOf, numberOrNull } from '../cells.ts';
import { KEYED, keySql, NUMERIC, NUMERIC_OR_BOOLEAN, numberSql, storedSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Session } from '../session.ts';
import type { TypedColumn } from '../typed-column.ts';

interface At {
  readonly session: Session;
  readonly catalog: Catalog;
}

/** Labels beyond the commonest hundred are compared as the rest of the others. */
const MOST_LABELS = 100;

/** What only NaN, an infinity or an empty text stands for is missing: nothing can be ordered by it. */
function orderSql(typed: TypedColumn): string {
  if (typed.type === 'text') return `nullif(${keySql(typed)}, '')`;
  if (!NUMERIC_OR_BOOLEAN.includes(typed.type)) return storedSql(typed);
  return finiteSql(typed);
}

function finiteSql(typed: TypedColumn): string {
  const x = numberSql(typed);
  return typed.type === 'number' ? `CASE WHEN isfinite(${x}) THEN ${x} END` : x;
}

function labelSql(typed: TypedColumn): string {
  return typed.type === 'number' ? `CASE WHEN isfinite(${numberSql(typed)}) THEN ${keySql(typed)} END` : keySql(typed);
}

async function pairOf(
  at: At,
  column: ColumnRef,
  label: ColumnRef,
): Promise<{ readonly x: TypedColumn; readonly y: TypedColumn }> {
  const [x, y] = await at.catalog.columns([column, label], KEYED);
  if (x === undefined || y === undefined) throw new Error('A column was not found.');
  return { x, y };
}

/** Rows are counted by value and label first; everything else is made of these counts, in whole numbers. */
export async function labelTelling(
  at: At,
  relation: Relation,
  { column, label }: { readonly column: ColumnRef; readonly label: ColumnRef },
): Promise<LabelTelling> {
  const { from } = await at.catalog.rows(relation);
  const { x, y } = await pairOf(at, column, label);
  const counted = `SELECT ${orderSql(x)} AS x, ${labelSql(y)} AS y, count(*) AS n FROM ${from([x, y])} GROUP BY 1, 2`;
  const rows = await at.session.rows(`
    WITH g AS MATERIALIZED (SELECT x, y, CAST(n AS HUGEINT) AS n FROM (${counted}) WHERE y IS NOT NULL),
    l AS (SELECT y, sum(n) AS n, coalesce(sum(n) FILTER (WHERE x IS NULL), 0) AS missing FROM g GROUP BY y),
    v AS (SELECT x, sum(n) AS t, sum(sum(n)) OVER (ORDER BY x) - sum(n) AS below FROM g WHERE x IS NOT NULL GROUP BY x),
    r AS (SELECT g.y, g.n, t, below, sum(g.n) OVER (PARTITION BY g.y ORDER BY g.x) - g.n AS own FROM g JOIN v USING (x)),
    u AS (SELECT y, sum(n * (2 * (below - own) + t - n)) AS twice FROM r GROUP BY y),
    w AS (SELECT x, sum(n) AS t, max(n) AS top FROM g GROUP BY x HAVING sum(n) > 1),
    c AS (SELECT sum(g.n) AS n FROM g JOIN w ON g.x IS NOT DISTINCT FROM w.x GROUP BY g.y)
    SELECT encode(l.y), CAST(l.n AS BIGINT), CAST(l.missing AS BIGINT), CAST(u.twice AS DOUBLE),
      (SELECT CAST(coalesce(sum(t), 0) AS BIGINT) FROM w), (SELECT count(*) FROM w),
      (SELECT CAST(coalesce(sum(top), 0) AS BIGINT) FROM w), (SELECT CAST(coalesce(max(n), 0) AS BIGINT) FROM c),
      (SELECT CAST(sum(n) AS BIGINT) FROM l), (SELECT CAST(sum(missing) AS BIGINT) FROM l)
    FROM l LEFT JOIN u USING (y) ORDER BY l.n DESC, l.y LIMIT ${MOST_LABELS}`);
  const [ofRows = 0, values = 0, told = 0, commonest = 0, all = 0, missing = 0] = (rows[0] ?? []).slice(4).map(countOf);
  const labels = rows.map(([key = null, n, lacking, twice]) => {
    const own = { label: encodedTextOf(key) ?? '', rows: countOf(n), missing: countOf(lacking) };
    const valued = own.rows - own.missing;
    const pairs = valued * (all - missing - valued);
    return { ...own, above: pairs === 0 ? null : numberOf(twice) / 2 / pairs };
  });
  return { rows: all, missing, labels, repeated: { rows: ofRows, values, told, commonest } };
}

/** Words are runs of letters or of digits. The label itself is looked for also within a word. */
export async function tellingWord(
  at: At,
  relation: Relation,
  asked: {
    readonly column: ColumnRef;
    readonly label: ColumnRef;
    readonly labels: readonly string[];
    readonly least: number;
  },
): Promise<TellingWord | null> {
  const { from } = await at.catalog.rows(relation);
  const { x, y } = await pairOf(at, asked.column, asked.label);
  if (x.type !== 'text') throw new RangeError('Words are of texts.');
  const least = Math.max(1, Math.floor(asked.least));
  const within = `list_filter(from_json(?, '["VARCHAR"]'), l -> contains(lower(x), l))`;
  const words = `list_distinct(list_concat(regexp_extract_all(lower(x), '\\p{L}+|\\p{N}+'), ${within}))`;
  const counted = `SELECT ${orderSql(x)} AS x, ${labelSql(y)} AS y, count(*) AS n FROM ${from([x, y])} GROUP BY 1, 2`;
  const labels = asked.labels.map((label) => label.toLowerCase()).filter((label) => label !== '');
  const [row] = await at.session.rows(
    `WITH g AS MATERIALIZED (${counted}),
    l AS (SELECT y, CAST(sum(n) AS DOUBLE) AS c FROM g WHERE y IS NOT NULL GROUP BY y),
    k AS (SELECT w, y, CAST(sum(n) AS DOUBLE) AS n FROM (SELECT unnest(${words}) AS w, y, n FROM g WHERE x IS NOT NULL AND y IS NOT NULL) GROUP BY 1, 2),
    t AS (SELECT w, sum(n) AS t FROM k GROUP BY w HAVING sum(n) >= ${least}),
    a AS (SELECT sum(c) AS a FROM l)
    SELECT encode(w), encode(y), (a * n - t * c) / sqrt(t * (a - t)) / sqrt(c * (a - c)) AS phi
    FROM k JOIN t USING (w) JOIN l USING (y), a WHERE t <= a - ${least} AND c BETWEEN ${least} AND a - ${least}
    ORDER BY abs(phi) DESC, w, y LIMIT 1`,
    [JSON.stringify([...new Set(labels)])],
  );
  if (row === undefined) return null;
  const [word = null, label = null, value] = row;
  const bounded = Math.max(-1, Math.min(1, numberOf(value)));
  return { word: encodedTextOf(word) ?? '', label: encodedTextOf(label) ?? '', value: bounded };
}

/** Pearson's of the ranks; equal values share the mean of their ranks. */
export async function rankCorrelation(
  at: At,
  relation: Relation,
  { column, label }: { readonly column: ColumnRef; readonly label: ColumnRef },
): Promise<Correlation> {
  const { from } = await at.catalog.rows(relation);
  const { x, y } = await pairOf(at, column, label);
  if (!NUMERIC.includes(y.type)) throw new RangeError('Ranks are compared with those of a label of numbers.');
  const both = `SELECT ${orderSql(x)} AS x, ${finiteSql(y)} AS y FROM ${from([x, y])}`;
  const rank = (value: string): string =>
    `rank() OVER (ORDER BY ${value}) + (count(*) OVER (PARTITION BY ${value}) - 1) / 2.0`;
  const ranks = `SELECT ${rank('x')} AS rx, ${rank('y')} AS ry FROM (${both}) WHERE x IS NOT NULL AND y IS NOT NULL`;
  const [[count, sxx, syy, sxy] = []] = await at.session.rows(
    `SELECT count(*), regr_sxx(ry, rx), regr_syy(ry, rx), regr_sxy(ry, rx) FROM (${ranks})`,
  );
  const [ofX, ofY, ofBoth] = [numberOrNull(sxx) ?? 0, numberOrNull(syy) ?? 0, numberOrNull(sxy) ?? 0];
  if (!(ofX > 0 && ofY > 0)) return { count: countOf(count), value: null };
  const value = ofBoth / Math.sqrt(ofX) / Math.sqrt(ofY);
  return { count: countOf(count), value: Math.max(-1, Math.min(1, value)) };
}
