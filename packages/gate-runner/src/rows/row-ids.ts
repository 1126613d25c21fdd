import type { GateRows } from './gate-rows.ts';

/**
 * Makes sure that every row of a single table has an id of its own: the engine checks that of a join, also of one table. All
 * rows are looked at: an id that is in two parts would let training see a row that is judged.
 *
 * @throws ActionError `refused`: `ids-missing`, `ids-duplicated`, `ids-inexact`.
 */
export async function requireIds({ tables, relation, columns: { id } }: GateRows): Promise<void> {
  if ('table' in relation && id !== null) await tables.rows({ join: [id] });
}
