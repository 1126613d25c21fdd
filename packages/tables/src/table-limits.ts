/** How large a table may be. A file beyond a limit is refused before it is parsed further. */
export interface TableLimits {
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** For data whose digest the base policy names: large, but it must fit into memory as text. */
export const DATA_LIMITS: TableLimits = { maxBytes: 256 * 1024 * 1024, maxRows: 5_000_000, maxColumns: 10_000 };

/** For predictions, which hostile code wrote. The row limit is the number of evaluation rows; see `readPredictionCells`. */
export const PREDICTION_LIMITS = { maxBytes: 128 * 1024 * 1024, maxColumns: 100 } as const;
