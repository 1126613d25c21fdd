/** Rows that the decision may print the number of. */
export interface CountedSet {
  readonly label: string;
  /** Positions of the finest cells that make it up. */
  readonly cells: readonly number[];
  readonly n: number;
  /** Sets of a lower rank are given up first. */
  readonly rank: number;
}

export interface SolveRequest {
  /** Rows of the finest cells: those that agree in every column. None is empty, which a reader is taken to know. */
  readonly finest: readonly number[];
  readonly sets: readonly CountedSet[];
  /** Labels that are withheld already. */
  readonly withheld: ReadonlySet<string>;
  /** Smallest number of rows that may be known. */
  readonly k: number;
}

/** Beyond this many steps of elimination, all but the groups themselves is withheld. */
const MOST_STEPS = 3e8;
const NEGLIGIBLE = 1e-9;

/**
 * The withheld labels, with others added until no number of fewer than k rows is a combination of printed ones. Sums of a
 * table are told to `suppressCells`; here every printed number is an equation of the finest cells, so that columns that
 * imply each other (nobody of one group is in a stratum) give nothing away either. `null` when there are too many.
 */
export function withoutSolvable(request: SolveRequest): ReadonlySet<string> | null {
  const { finest, sets, k } = request;
  const withheld = new Set(request.withheld);
  const isSmall = (n: number): boolean => n > 0 && n < k;
  // A set of a few rows holds a cell of a few.
  if (!finest.some(isSmall)) return withheld;
  if (sets.length ** 2 * finest.length > MOST_STEPS) return null;
  for (;;) {
    const printed = sets.filter(({ label }) => !withheld.has(label));
    const reduced = reducedRows(printed, finest.length);
    const solved =
      sets.find(
        ({ label, n, cells }) => isSmall(n) && withheld.has(label) && isSolved(reduced, cells, finest.length),
      ) ?? solvedCell(reduced, (cell) => isSmall(finest[cell] ?? 0));
    if (solved === undefined) return withheld;
    const overlaps = printed.filter(({ cells }) => cells.some((cell) => solved.cells.includes(cell)));
    const next = firstToGive(overlaps) ?? firstToGive(printed);
    if (next === undefined) return withheld;
    withheld.add(next.label);
  }
}

function firstToGive(sets: readonly CountedSet[]): CountedSet | undefined {
  return [...sets].sort((a, b) => a.rank - b.rank || a.n - b.n || (a.label < b.label ? -1 : 1))[0];
}

interface ReducedRow {
  readonly pivot: number;
  readonly row: Float64Array;
}

/** Gauss-Jordan elimination of the equations; every pivot is in one row only. The number of all rows is always known. */
function reducedRows(sets: readonly CountedSet[], cells: number): readonly ReducedRow[] {
  const reduced: ReducedRow[] = [];
  for (const equation of [new Float64Array(cells).fill(1), ...sets.map((set) => vectorOf(set.cells, cells))]) {
    const left = leftOver(reduced, equation);
    const pivot = left.findIndex((value) => Math.abs(value) > NEGLIGIBLE);
    if (pivot < 0) continue;
    const row = left.map((value) => value / Number(left[pivot]));
    for (const other of reduced) subtract(other.row, row, Number(other.row[pivot]));
    reduced.push({ pivot, row });
  }
  return reduced;
}

function leftOver(reduced: readonly ReducedRow[], vector: Float64Array): Float64Array {
  const left = vector.slice();
  for (const { pivot, row } of reduced) subtract(left, row, Number(left[pivot]));
  return left;
}

function subtract(target: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < target.length; at += 1) target[at] = Number(target[at]) - factor * Number(row[at]);
}

function vectorOf(members: readonly number[], cells: number): Float64Array {
  const vector = new Float64Array(cells);
  for (const cell of members) vector[cell] = 1;
  return vector;
}

function isSolved(reduced: readonly ReducedRow[], members: readonly number[], cells: number): boolean {
  return leftOver(reduced, vectorOf(members, cells)).every((value) => Math.abs(value) <= NEGLIGIBLE);
}

/** A finest cell that an equation has alone. */
function solvedCell(
  reduced: readonly ReducedRow[],
  isSecret: (cell: number) => boolean,
): Pick<CountedSet, 'cells'> | undefined {
  const alone = reduced.find(
    ({ pivot, row }) => isSecret(pivot) && row.every((value, at) => at === pivot || Math.abs(value) <= NEGLIGIBLE),
  );
  return alone === undefined ? undefined : { cells: [alone.pivot] };
}
