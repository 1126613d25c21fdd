import { solvableCell } from './solvable-cell.ts';

/** A cell of a table, or one of its totals. */
export interface TableCell {
  readonly id: string;
  /** Rows, a whole number. */
  readonly n: number;
  /** Shares that would be printed of the cell, each as part and whole, in rows. */
  readonly shares?: readonly { readonly part: number; readonly whole: number }[];
}

/** A total that a reader can check against its parts. */
export interface TableSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Every cell that would be printed, in all tables about the same rows, and how they add up. */
export interface CountTable {
  readonly cells: readonly TableCell[];
  readonly sums: readonly TableSum[];
}

/** When a cell is too small to print. */
export interface SuppressionRule {
  /** Smallest number of rows that may be printed, from 1. */
  readonly k: number;
  /** Also suppress a cell of which a share has a part, or a rest, below k. */
  readonly strict?: boolean;
}

/** Whether a cell may be printed. A reader must see one word for both kinds of suppression. */
export type CellVerdict = 'printed' | 'small' | 'complementary';

/**
 * Which cells of a table may be printed, so that no suppressed count can be solved from the printed ones.
 *
 * A cell with fewer than k rows is suppressed. Then, until nothing changes: where a printed total has one suppressed
 * part, or suppressed parts of fewer than k rows together, its next smallest part is suppressed as well, and without one
 * the total; where a total is suppressed and no part is, its smallest part; and where the equations of all sums together
 * still fix a suppressed cell, the smallest printed cell beside it. Willenborg and de Waal (2001), Elements of Statistical
 * Disclosure Control, ch. 4. Ties go to the id that sorts first.
 *
 * It prevents that a count is solved and that a remainder below k shows. It does not promise wide bounds for a suppressed
 * cell, and knows only of the sums that it is told.
 *
 * @throws RangeError when a count is not a whole number from 0, an id is unknown or not unique, a sum does not add up
 *   or has no parts, or k is not a whole number from 1.
 */
export function suppressCells(table: CountTable, rule: SuppressionRule): ReadonlyMap<string, CellVerdict> {
  const cells = checkTable(table, rule);
  const verdicts = new Map(
    [...cells].map(([id, cell]): [string, CellVerdict] => [id, isSmall(cell, rule) ? 'small' : 'printed']),
  );
  const state: State = { cells, verdicts, k: rule.k };
  for (;;) {
    const next = nextOfSums(table.sums, state) ?? nextOfEquations(table.sums, state);
    if (next === null) return verdicts;
    verdicts.set(next, 'complementary');
  }
}

interface State {
  readonly cells: ReadonlyMap<string, TableCell>;
  readonly verdicts: ReadonlyMap<string, CellVerdict>;
  readonly k: number;
}

function isSmall({ n, shares = [] }: TableCell, { k, strict = false }: SuppressionRule): boolean {
  return n < k || (strict && shares.some(({ part, whole }) => part < k || whole - part < k));
}

function nextOfSums(sums: readonly TableSum[], state: State): string | null {
  for (const { total, parts } of sums) {
    const hidden = parts.filter((id) => isHidden(id, state));
    const printedPart = smallestPrinted(parts, state);
    if (isHidden(total, state)) {
      if (hidden.length === 0) return printedPart;
      continue;
    }
    const rows = hidden.reduce((sum, id) => sum + rowsOf(id, state), 0);
    if (hidden.length === 1 || (hidden.length > 1 && rows < state.k)) return printedPart ?? total;
  }
  return null;
}

function nextOfEquations(sums: readonly TableSum[], state: State): string | null {
  const solved = solvableCell(
    sums.map(({ total, parts }) => ({ total, unknowns: [total, ...parts].filter((id) => isHidden(id, state)) })),
  );
  if (solved === null) return null;
  const beside = sums.filter(({ total, parts }) => total === solved || parts.includes(solved));
  const near = smallestPrinted(idsOf(beside), state);
  return near ?? smallestPrinted(idsOf(sums), state);
}

function idsOf(sums: readonly TableSum[]): readonly string[] {
  return sums.flatMap(({ total, parts }) => [total, ...parts]);
}

function isHidden(id: string, { verdicts }: State): boolean {
  return verdicts.get(id) !== 'printed';
}

function rowsOf(id: string, { cells }: State): number {
  return cells.get(id)?.n ?? 0;
}

function smallestPrinted(ids: readonly string[], state: State): string | null {
  const printed = ids.filter((id) => !isHidden(id, state));
  return printed.reduce<string | null>((best, id) => (best === null || isBefore(id, best, state) ? id : best), null);
}

function isBefore(id: string, other: string, state: State): boolean {
  const difference = rowsOf(id, state) - rowsOf(other, state);
  return difference === 0 ? id < other : difference < 0;
}

function checkTable({ cells, sums }: CountTable, { k }: SuppressionRule): ReadonlyMap<string, TableCell> {
  if (!Number.isSafeInteger(k) || k < 1)
    throw new RangeError(`The smallest cell must be a whole number from 1, got ${k}.`);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  if (byId.size !== cells.length)
    throw new RangeError(`Cells must have different ids, got ${cells.length} cells with ${byId.size}.`);
  for (const { id, n } of cells) {
    if (!Number.isSafeInteger(n) || n < 0)
      throw new RangeError(`A cell has a whole number of rows, got ${n} for ${id}.`);
  }
  for (const { total, parts } of sums) {
    const unknown = [total, ...parts].find((id) => !byId.has(id));
    if (unknown !== undefined) throw new RangeError(`A sum must name cells of the table, got ${unknown}.`);
    if (parts.length === 0 || new Set([total, ...parts]).size <= parts.length) {
      throw new RangeError(
        `A sum must have parts, none of them twice or the total, got ${parts.join(', ')} of ${total}.`,
      );
    }
    const sum = parts.reduce((rows, id) => rows + (byId.get(id)?.n ?? 0), 0);
    if (sum !== byId.get(total)?.n) {
      throw new RangeError(`The parts of ${total} must add up to ${byId.get(total)?.n} rows, got ${sum}.`);
    }
  }
  return byId;
}
