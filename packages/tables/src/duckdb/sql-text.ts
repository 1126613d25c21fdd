/** A name as SQL: in double quotes, those inside doubled. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL, for places where DuckDB takes no parameter: table functions in a view, and settings. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A number as SQL. With an exponent DuckDB reads it as a double with correct rounding; `0.1234567890123456789` would be a
 * decimal first, and its conversion is off by a unit in the last place now and then.
 */
export function doubleLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A literal must be a finite number, got ${value}.`);
  return value.toExponential();
}
