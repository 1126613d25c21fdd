import { doubleLiteral } from '../sql-text.ts';

/** Edges in one cell that a row is compared with. */
const MOST_IN_CELL = 4;
/** Cells for each edge: so many that most hold none, and so few that the look-up table stays in a processor's cache. */
const CELLS_PER_EDGE = 16;

/** A stretch of the line of numbers in cells of one width. */
interface Stretch {
  readonly from: number;
  readonly scale: number;
  /** Number of its first cell. */
  readonly first: number;
  readonly cells: number;
}

/** Stretches from the left; the second half of a fork begins at `at`. */
type Node = Stretch | { readonly at: number; readonly left: Node; readonly right: Node };

/** A way to find the bin of a value by its cell and a few comparisons. */
export interface BinGrid {
  readonly root: Node;
  /** Below it a value is in the cell -1. */
  readonly least: number;
  readonly cells: number;
  readonly stretches: number;
  /** The most edges in one cell. */
  readonly inCell: number;
}

/**
 * Cells of equal width when none of them holds more than four edges; else both halves of the edges by themselves, and so
 * on. Quantiles of most columns need one stretch, of skewed ones a few.
 */
export function binGrid(edges: readonly number[]): BinGrid {
  let [cells, stretches] = [0, 0];
  const grow = (from: number, to: number): Node => {
    const stretch = stretchOf(edges, { from, to }, cells);
    if (stretch !== null) {
      cells += stretch.cells;
      stretches += 1;
      return stretch;
    }
    const middle = Math.ceil((from + to) / 2);
    const left = grow(from, middle);
    return { at: Number(edges[middle]), left, right: grow(middle, to) };
  };
  const root = grow(0, edges.length);
  const grid = { root, least: Number(edges[0]), cells, stretches, inCell: 1 };
  return { ...grid, inCell: mostInCell(edges.map((edge) => cellOf(grid, edge))) };
}

function stretchOf(
  edges: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  first: number,
): Stretch | null {
  const least = Number(edges[from]);
  if (to - from <= MOST_IN_CELL) return { from: least, scale: 0, first, cells: 1 };
  const cells = CELLS_PER_EDGE * (to - from);
  const scale = cells / (Number(edges[Math.min(to, edges.length - 1)]) - least);
  // A width that is no number, or none, puts all values into one cell or into none.
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return null;
  const stretch = { from: least, scale, first, cells };
  return mostInCell(edges.slice(from, to).map((edge) => cellIn(stretch, edge))) <= MOST_IN_CELL ? stretch : null;
}

function mostInCell(cells: readonly number[]): number {
  return Math.max(...Array.from(Map.groupBy(cells, (cell) => cell).values(), (own) => own.length));
}

/** The cell of a value: -1 below the grid. The same operations on doubles as in {@link cellSql}, so the same cell. */
export function cellOf({ root, least }: BinGrid, value: number): number {
  if (value < least) return -1;
  let node = root;
  while ('at' in node) node = value < node.at ? node.left : node.right;
  return cellIn(node, value);
}

function cellIn({ from, scale, first, cells }: Stretch, value: number): number {
  return cells === 1 ? first : first + Math.floor(Math.min((value - from) * scale, cells - 1));
}

/** The cell of a finite value as SQL. */
export function cellSql({ root, least }: BinGrid, x: string): string {
  return `CASE WHEN ${x} < ${doubleLiteral(least)} THEN -1 ELSE ${nodeSql(root, x)} END`;
}

function nodeSql(node: Node, x: string): string {
  if ('at' in node) {
    return `CASE WHEN ${x} < ${doubleLiteral(node.at)} THEN ${nodeSql(node.left, x)} ELSE ${nodeSql(node.right, x)} END`;
  }
  const { from, scale, first, cells } = node;
  if (cells === 1) return String(first);
  const place = `(${x} - ${doubleLiteral(from)}) * ${doubleLiteral(scale)}`;
  return `${first} + CAST(floor(least(${place}, ${doubleLiteral(cells - 1)})) AS INTEGER)`;
}

/**
 * Rows `cell, base, e0 …`: for each cell the number of edges before it, and the edges that it holds. The edges are lists in
 * a text: as a thousand rows of VALUES the engine plans them longer than it reads a hundred thousand rows.
 */
export function cellsSql(grid: BinGrid, edges: readonly number[]): string {
  const held = [...Map.groupBy(edges.keys(), (at) => cellOf(grid, Number(edges[at])))];
  const names = edgeNames(grid);
  const edgesAt = (at: number): readonly number[] =>
    held.map(([, places]) => edges[places[at] ?? -1] ?? Number.POSITIVE_INFINITY);
  const cells = held.map(([cell]) => cell);
  const sizes = held.map(([, places]) => places.length);
  const columns = [
    `${listSql('INTEGER', cells)} AS cell`,
    `${listSql('INTEGER', sizes)} AS n`,
    ...names.map((name, at) => `${listSql('DOUBLE', edgesAt(at))} AS ${name}`),
  ];
  const before = 'sum(coalesce(h.n, 0)) OVER (ORDER BY r.cell ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)';
  const filled = names.map((name) => `coalesce(h.${name}, 'infinity'::DOUBLE) AS ${name}`);
  return (
    `SELECT r.cell, CAST(coalesce(${before}, 0) AS INTEGER) AS base, ${filled.join(', ')} ` +
    `FROM (SELECT CAST(unnest(range(-1, ${grid.cells})) AS INTEGER) AS cell) AS r ` +
    `LEFT JOIN (SELECT ${columns.join(', ')}) AS h ON h.cell = r.cell`
  );
}

/** One row for each number. The shortest text of a double is read back as the same double. */
function listSql(type: 'INTEGER' | 'DOUBLE', values: readonly number[]): string {
  return `unnest(CAST('[${values.join(', ')}]' AS ${type}[]))`;
}

/** Twice the number of edges at or below a value, less one for a value that is an edge: odd on an edge, even between. */
export function placeSql(grid: BinGrid, x: string): string {
  const names = edgeNames(grid);
  const atOrBelow = names.map((name) => `CAST(${x} >= ${name} AS INTEGER)`).join(' + ');
  return `2 * (base + ${atOrBelow}) - CAST(${names.map((name) => `${x} = ${name}`).join(' OR ')} AS INTEGER)`;
}

function edgeNames({ inCell }: Pick<BinGrid, 'inCell'>): readonly string[] {
  return Array.from({ length: inCell }, (_, at) => `e${at}`);
}
