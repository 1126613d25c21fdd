import { type CountedRows, refOf } from './column-counts.ts';

/** Columns that are held at once: thousands of them would not fit. */
const BATCH = 16;

/** Values of a column, and how many rows have none. */
export interface NumericSide {
  /** Finite. */
  readonly values: Float64Array;
  readonly missing: number;
}

/** Numeric columns of a table one after the other, some of them fetched in one scan. */
export function readNumbers(
  { tables, relation }: CountedRows,
  columns: readonly string[],
  maxRows: number,
): { next(): Promise<NumericSide> } {
  let at = 0;
  let batch: readonly Float64Array[] = [];
  return {
    async next() {
      if (at % BATCH === 0) {
        const wanted = columns.slice(at, at + BATCH).map((column) => {
          return { column: refOf(relation, column), as: 'numbers', missing: 'nan' } as const;
        });
        const fetched = await tables.columnValues(relation, wanted, { maxRows });
        batch = fetched.map(({ values }) => (values instanceof Float64Array ? values : Float64Array.from(values)));
      }
      const all = batch[at % BATCH];
      at += 1;
      if (all === undefined) throw new RangeError('There is no further column.');
      const values = all.filter((value) => Number.isFinite(value));
      return { values, missing: all.length - values.length };
    },
  };
}
