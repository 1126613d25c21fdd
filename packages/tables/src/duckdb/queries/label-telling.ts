import type { ColumnRef, Correlated, Correlation, LabelTelling, Relation, TellingWord } from '@gatehouse/core';
import { countOf, encodedTextOf, numberOf, numberOrNull, textOf } from '../cells.ts';
import { KEYED, keySql, NUMERIC, NUMERIC_OR_BOOLEAN, numberSql, storedSql } from '../column-sql.ts';
import type { Catalog } from '../relation.ts';
import type { Cell, Session } from '../session.ts';
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

/** Columns that are compared with a label. */
interface Compared {
  readonly columns: readonly ColumnRef[];
  readonly label: ColumnRef;
}

/** Cells of one query: of a table of few rows many columns are counted together, of one of many rows one by one. */
const MOST_CELLS = 1_000_000;
const MOST_COLUMNS = 200;

/**
 * Asks one question of all columns, some of them together: under each other, with `name` the position of the column, `x`
 * its value and `y` the label. Answers come back in the order of the columns, rows of a column together.
 */
async function ofEach(
  at: At,
  relation: Relation,
  asked: {
    readonly columns: readonly TypedColumn[];
    readonly label: TypedColumn;
    readonly x: (typed: TypedColumn) => string;
    readonly y: string;
    /** The statement on rows of (name, x, y); `name` is its first cell. */
    readonly question: (rows: string) => string;
    readonly values?: readonly string[];
  },
): Promise<readonly (readonly (readonly Cell[])[])[]> {
  const { from, count } = await at.catalog.rows(relation);
  const size = Math.max(1, Math.min(MOST_COLUMNS, Math.floor(MOST_CELLS / Math.max(1, count))));
  const answers: (readonly (readonly Cell[])[])[] = asked.columns.map(() => []);
  const positions = asked.columns.map((_, position) => position);
  const kindAt = (position: number): string => {
    const typed = asked.columns[position];
    if (typed === undefined) return '';
    if (NUMERIC_OR_BOOLEAN.includes(typed.type)) return 'number';
    return typed.type === 'temporal' ? `temporal ${typed.column.engineType}` : typed.type;
  };
  for (const alike of Map.groupBy(positions, kindAt).values()) {
    for (let first = 0; first < alike.length; first += size) {
      const some = alike.slice(first, first + size);
      const columns = some.flatMap((position) => asked.columns[position] ?? []);
      const selected = columns.map((typed, index) => `${asked.x(typed)} AS x${index}`).join(', ');
      const read = `SELECT ${selected}, ${asked.y} AS y FROM ${from([...columns, asked.label])}`;
      const under = columns.map((_, index) => `x${index}`).join(', ');
      const rows =
        columns.length === 1
          ? `SELECT 'x0' AS name, x0 AS x, y FROM (${read})`
          : `SELECT name, x, y FROM (${read}) UNPIVOT INCLUDE NULLS (x FOR name IN (${under}))`;
      const answer = await at.session.rows(asked.question(rows), asked.values ?? []);
      for (const [name, of] of Map.groupBy(answer, ([cell]) => textOf(cell))) {
        const position = some[Number(name.slice(1))];
        if (position !== undefined) answers[position] = of.map((row) => row.slice(1));
      }
    }
  }
  return answers;
}

async function typedOf(
  at: At,
  { columns, label }: Compared,
): Promise<{ readonly columns: readonly TypedColumn[]; readonly label: TypedColumn }> {
  const [y] = await at.catalog.columns([label], KEYED);
  if (y === undefined) throw new Error('A column was not found.');
  return { columns: await at.catalog.columns(columns, KEYED), label: y };
}

/** Rows are counted by value and label first; everything else is made of these counts, in whole numbers. */
const TELLING = (rows: string): string => `
  WITH g AS MATERIALIZED (
    SELECT name, x, y, CAST(count(*) AS HUGEINT) AS n FROM (${rows}) WHERE y IS NOT NULL GROUP BY name, x, y),
  l AS (SELECT name, y, sum(n) AS n, coalesce(sum(n) FILTER (WHERE x IS NULL), 0) AS missing FROM g GROUP BY name, y),
  v AS (SELECT name, x, sum(n) AS t, sum(sum(n)) OVER (PARTITION BY name ORDER BY x) - sum(n) AS below
    FROM g WHERE x IS NOT NULL GROUP BY name, x),
  r AS (SELECT g.name, g.y, g.n, t, below, sum(g.n) OVER (PARTITION BY g.name, g.y ORDER BY g.x) - g.n AS own
    FROM g JOIN v ON g.name = v.name AND g.x = v.x),
  u AS (SELECT name, y, sum(n * (2 * (below - own) + t - n)) AS twice FROM r GROUP BY name, y),
  w AS (SELECT name, x, sum(n) AS t, max(n) AS top FROM g GROUP BY name, x HAVING sum(n) > 1),
  c AS (SELECT g.name, sum(g.n) AS n FROM g JOIN w ON g.name = w.name AND g.x IS NOT DISTINCT FROM w.x GROUP BY g.name, g.y),
  s AS (SELECT name, sum(t) AS rows, count(*) AS values, sum(top) AS told FROM w GROUP BY name),
  m AS (SELECT name, max(n) AS commonest FROM c GROUP BY name),
  a AS (SELECT name, sum(n) AS rows, sum(missing) AS missing FROM l GROUP BY name)
  SELECT l.name, encode(l.y), CAST(l.n AS BIGINT), CAST(l.missing AS BIGINT), CAST(u.twice AS DOUBLE),
    CAST(coalesce(s.rows, 0) AS BIGINT), coalesce(s.values, 0), CAST(coalesce(s.told, 0) AS BIGINT),
    CAST(coalesce(m.commonest, 0) AS BIGINT), CAST(a.rows AS BIGINT), CAST(a.missing AS BIGINT)
  FROM l JOIN a ON l.name = a.name LEFT JOIN u ON l.name = u.name AND l.y = u.y
    LEFT JOIN s ON l.name = s.name LEFT JOIN m ON l.name = m.name
  QUALIFY row_number() OVER (PARTITION BY l.name ORDER BY l.n DESC, l.y) <= ${MOST_LABELS}
  ORDER BY l.name, l.n DESC, l.y`;

export async function labelTellings(at: At, relation: Relation, compared: Compared): Promise<readonly LabelTelling[]> {
  const { columns, label } = await typedOf(at, compared);
  const asked = { columns, label, x: orderSql, y: labelSql(label), question: TELLING };
  return (await ofEach(at, relation, asked)).map(tellingOf);
}

function tellingOf(rows: readonly (readonly Cell[])[]): LabelTelling {
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
export async function tellingWords(
  at: At,
  relation: Relation,
  asked: Compared & { readonly labels: readonly string[]; readonly least: number },
): Promise<readonly (TellingWord | null)[]> {
  const { columns, label } = await typedOf(at, asked);
  if (columns.some(({ type }) => type !== 'text')) throw new RangeError('Words are of texts.');
  const least = Math.max(1, Math.floor(asked.least));
  const within = `list_filter(from_json(?, '["VARCHAR"]'), l -> contains(lower(x), l))`;
  const words = `list_distinct(list_concat(regexp_extract_all(lower(x), '\\p{L}+|\\p{N}+'), ${within}))`;
  const question = (rows: string): string => `
    WITH g AS MATERIALIZED (SELECT name, x, y, count(*) AS n FROM (${rows}) WHERE y IS NOT NULL GROUP BY name, x, y),
    l AS (SELECT name, y, CAST(sum(n) AS DOUBLE) AS c FROM g GROUP BY name, y),
    k AS (SELECT name, w, y, CAST(sum(n) AS DOUBLE) AS n
      FROM (SELECT name, unnest(${words}) AS w, y, n FROM g WHERE x IS NOT NULL) GROUP BY name, w, y),
    t AS (SELECT name, w, sum(n) AS t FROM k GROUP BY name, w HAVING sum(n) >= ${least}),
    a AS (SELECT name, sum(c) AS a FROM l GROUP BY name)
    SELECT k.name, encode(k.w), encode(k.y), (a * n - t * c) / sqrt(t * (a - t)) / sqrt(c * (a - c)) AS phi
    FROM k JOIN t ON k.name = t.name AND k.w = t.w JOIN l ON k.name = l.name AND k.y = l.y JOIN a ON k.name = a.name
    WHERE t <= a - ${least} AND c BETWEEN ${least} AND a - ${least}
    QUALIFY row_number() OVER (PARTITION BY k.name ORDER BY abs(phi) DESC, k.w, k.y) = 1`;
  const labels = [...new Set(asked.labels.map((one) => one.toLowerCase()).filter((one) => one !== ''))];
  const values = [JSON.stringify(labels)];
  const answers = await ofEach(at, relation, { columns, label, x: orderSql, y: labelSql(label), question, values });
  return answers.map(([row]) => {
    if (row === undefined) return null;
    const [word = null, of = null, value] = row;
    const bounded = Math.max(-1, Math.min(1, numberOf(value)));
    return { word: encodedTextOf(word) ?? '', label: encodedTextOf(of) ?? '', value: bounded };
  });
}

/** Values are divided by the largest first: the square of a large number is no number. */
const PEARSON = (rows: string): string => `
  WITH b AS MATERIALIZED (SELECT name, x, y FROM (${rows}) WHERE isfinite(x) AND isfinite(y)),
  m AS (SELECT name, greatest(max(abs(x)), 1e-300) AS mx, greatest(max(abs(y)), 1e-300) AS my FROM b GROUP BY name)
  SELECT name, count(*), regr_sxx(v, u), regr_syy(v, u), regr_sxy(v, u)
  FROM (SELECT b.name, x / mx AS u, y / my AS v FROM b JOIN m ON b.name = m.name) GROUP BY name`;

/** Pearson's, of each column with one other. */
export async function correlations(
  at: At,
  relation: Relation,
  { columns: refs, label: target }: { readonly columns: readonly ColumnRef[]; readonly label: Correlated },
): Promise<readonly Correlation[]> {
  const columns = await at.catalog.columns(refs, NUMERIC_OR_BOOLEAN);
  const other = 'of' in target ? target.of : target;
  const [label] = await at.catalog.columns([other], 'of' in target ? KEYED : NUMERIC_OR_BOOLEAN);
  if (label === undefined) throw new Error('A column was not found.');
  const [y, values] =
    'of' in target ? [`CAST(${keySql(label)} = ? AS DOUBLE)`, [target.equals]] : [numberSql(label), []];
  const asked = { columns, label, x: (typed: TypedColumn) => numberSql(typed), y, question: PEARSON, values };
  return (await ofEach(at, relation, asked)).map(correlationOf);
}

const SPEARMAN = (rows: string): string => {
  const rank = (value: string): string =>
    `rank() OVER (PARTITION BY name ORDER BY ${value}) + (count(*) OVER (PARTITION BY name, ${value}) - 1) / 2.0`;
  const ranks = `SELECT name, ${rank('x')} AS u, ${rank('y')} AS v FROM (${rows}) WHERE x IS NOT NULL AND y IS NOT NULL`;
  return `SELECT name, count(*), regr_sxx(v, u), regr_syy(v, u), regr_sxy(v, u) FROM (${ranks}) GROUP BY name`;
};

/** Pearson's of the ranks; equal values share the mean of their ranks. */
export async function rankCorrelations(
  at: At,
  relation: Relation,
  compared: Compared,
): Promise<readonly Correlation[]> {
  const { columns, label } = await typedOf(at, compared);
  if (!NUMERIC.includes(label.type)) throw new RangeError('Ranks are compared with those of a label of numbers.');
  const asked = { columns, label, x: orderSql, y: finiteSql(label), question: SPEARMAN };
  return (await ofEach(at, relation, asked)).map(correlationOf);
}

function correlationOf([row = [0, null, null, null]]: readonly (readonly Cell[])[]): Correlation {
  const [count, sxx, syy, sxy] = row;
  const [ofX, ofY, ofBoth] = [numberOrNull(sxx) ?? 0, numberOrNull(syy) ?? 0, numberOrNull(sxy) ?? 0];
  if (!(ofX > 0 && ofY > 0)) return { count: countOf(count), value: null };
  const value = ofBoth / Math.sqrt(ofX) / Math.sqrt(ofY);
  return { count: countOf(count), value: Math.max(-1, Math.min(1, value)) };
}
