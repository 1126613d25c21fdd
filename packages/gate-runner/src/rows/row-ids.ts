import { ActionError } from '@gatehouse/core';
import { nameOf } from './binary-values.ts';
import type { GateRows } from './gate-rows.ts';

/**
 * Makes sure that every row of a single table has an id of its own; a join has been checked by the engine.
 *
 * @throws ActionError `refused`: `ids-missing`, `ids-duplicated`.
 */
export async function requireIds({ tables, relation, columns: { id } }: GateRows): Promise<void> {
  if ('join' in relation || id === null) return;
  // Of all rows: an id that is in two parts would let training see a row that is judged.
  const all = { table: relation.table };
  const rows = await tables.rows(all);
  const { distinct, repeated } = await tables.distinct(all, id);
  if (distinct === rows) return;
  const [found] = await tables.integrity(all, [id]);
  const missing = (found?.nulls ?? 0) > 0;
  const fault = missing
    ? { found: `${found?.nulls} rows without an id`, allowed: 'an id in every row', remedy: 'Give every row an id' }
    : { found: `${repeated} ids more than once`, allowed: 'every id once', remedy: 'Remove or rename the copies' };
  const reasonCode = missing ? 'ids-missing' : 'ids-duplicated';
  throw new ActionError('refused', { where: nameOf(id), ...fault }, { reasonCode });
}
