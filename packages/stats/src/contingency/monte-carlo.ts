import type { Undefined } from '../measured.ts';
import { hypergeometricDraw } from '../random/hypergeometric-draw.ts';
import type { Random } from '../random/xoshiro.ts';
import { type ContingencyTable, type Margins, margins, sumOverCells, type TableUndefined } from './table.ts';

/** Up to this many rows a category shuffling them is faster than drawing each cell. */
const SHUFFLED = 20;

/** How many tables are drawn, and from what. */
export interface TableDraws {
  readonly draws: number;
  readonly random: Random;
}

/**
 * The Monte-Carlo p-value of Pearson's χ² under fixed margins: (1 + #{drawn statistic ≥ observed})/(draws + 1). Valid for any
 * sparseness: the 1 counts the observed table, so p is never 0. A sparse table is drawn by shuffling the rows it counts, one with
 * more than 20 rows a cell cell by cell from the hypergeometric law.
 *
 * @throws RangeError when a count is not a whole number from 0, the groups have different lengths, or draws is no whole
 * number from 1.
 */
export function monteCarloHomogeneity(
  table: ContingencyTable,
  { draws, random }: TableDraws,
): { readonly p: number; readonly statistic: number; readonly undefinedReason: null } | Undefined<TableUndefined> {
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError(`Draws are a whole number from 1, got ${draws}.`);
  const sums = margins(table);
  if ('undefinedReason' in sums) return sums;
  const compact = { ...sums, kept: Int32Array.from(sums.kept.keys()) };
  const pearson = (observed: number, expected: number): number => (observed - expected) ** 2 / expected;
  const statistic = sumOverCells(table, sums, pearson);
  // Rounding must not make a table that is as far as the observed one look nearer.
  const limit = statistic * (1 - 1e-12);
  const next =
    sums.total <= SHUFFLED * sums.columns.length ? shuffledTables(sums, random) : () => drawTable(sums, random);
  let asFar = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    if (sumOverCells(next(), compact, pearson) >= limit) asFar += 1;
  }
  return { p: (1 + asFar) / (draws + 1), statistic, undefinedReason: null };
}

/** A table with these margins, each as likely as random labelling of the rows makes it. */
function drawTable({ rows, columns }: Margins, random: Random): ContingencyTable {
  const left = columns.slice();
  return rows.map((total, group) => {
    if (group === rows.length - 1) return left.slice();
    const row = new Float64Array(left.length);
    let draws = total;
    let behind = left.reduce((sum, column) => sum + column, 0);
    for (let at = 0; at < left.length && draws > 0; at += 1) {
      const marked = Number(left[at]);
      behind -= marked;
      const drawn = hypergeometricDraw({ marked, unmarked: behind, draws }, random);
      row[at] = drawn;
      left[at] = marked - drawn;
      draws -= drawn;
    }
    return row;
  });
}

/** As {@link drawTable}, by dealing the categories of all rows out to the groups. The tables share their memory. */
function shuffledTables({ rows, columns, total }: Margins, random: Random): () => ContingencyTable {
  const deck = new Int32Array(total);
  let filled = 0;
  for (const [column, count] of columns.entries()) {
    deck.fill(column, filled, filled + count);
    filled += count;
  }
  const table = rows.map(() => new Float64Array(columns.length));
  return () => {
    let dealt = 0;
    for (const [group, row] of table.entries()) {
      row.fill(0);
      const end = dealt + Number(rows[group]);
      for (; dealt < end; dealt += 1) {
        const taken = dealt + random.integer(total - dealt);
        const column = Number(deck[taken]);
        deck[taken] = Number(deck[dealt]);
        deck[dealt] = column;
        row[column] = Number(row[column]) + 1;
      }
    }
    return table;
  };
}
