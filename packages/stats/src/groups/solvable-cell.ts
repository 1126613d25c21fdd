/** A sum as an equation of its unknown cells: total - parts = something known. */
export interface SumEquation {
  readonly unknowns: readonly string[];
  /** Which of the unknowns, if any, is the total; the others are parts. */
  readonly total: string;
}

const NEGLIGIBLE = 1e-9;

/**
 * An unknown that the equations fix, or `null` when every unknown can still vary. By Gauss-Jordan elimination: after it
 * an equation with one unknown left gives that unknown away. O(equations² · unknowns).
 */
export function solvableCell(equations: readonly SumEquation[]): string | null {
  const ids = [...new Set(equations.flatMap(({ unknowns }) => unknowns))].sort();
  const column = new Map(ids.map((id, at) => [id, at]));
  const rows = equations
    .filter(({ unknowns }) => unknowns.length > 0)
    .map(({ unknowns, total }) => {
      const row = new Float64Array(ids.length);
      for (const id of unknowns) row[column.get(id) ?? 0] = id === total ? -1 : 1;
      return row;
    });
  reduce(rows, ids.length);
  for (const row of rows) {
    const left = ids.filter((_, at) => Math.abs(Number(row[at])) > NEGLIGIBLE);
    if (left.length === 1) return left[0] ?? null;
  }
  return null;
}

function reduce(rows: Float64Array[], columns: number): void {
  let done = 0;
  for (let at = 0; at < columns && done < rows.length; at += 1) {
    const pivot = largestPivot(rows, done, at);
    const row = rows[pivot];
    const other = rows[done];
    if (row === undefined || other === undefined || Math.abs(Number(row[at])) <= NEGLIGIBLE) continue;
    rows[pivot] = other;
    rows[done] = row.map((value) => value / Number(row[at]));
    const unit = rows[done] ?? row;
    for (const [index, target] of rows.entries()) {
      const factor = Number(target[at]);
      if (index === done || factor === 0) continue;
      rows[index] = target.map((value, column) => value - factor * Number(unit[column]));
    }
    done += 1;
  }
}

function largestPivot(rows: readonly Float64Array[], from: number, column: number): number {
  let best = from;
  for (let row = from; row < rows.length; row += 1) {
    if (Math.abs(Number(rows[row]?.[column])) > Math.abs(Number(rows[best]?.[column]))) best = row;
  }
  return best;
}
