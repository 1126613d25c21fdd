import { type ColumnRef, ConfigError, type MulticlassColumns } from '@gatehouse/core';
import { type CrossTables, crossTables, type GroupCounts } from '@gatehouse/gates';
import { quoted, quotedList } from '@gatehouse/tables';
import { nameOf, otherValues, refusedPredictions } from '../rows/binary-values.ts';
import { requireProbabilities } from '../rows/class-probabilities.ts';
import type { GateRows } from '../rows/gate-rows.ts';
import { knownGroups } from '../rows/known-groups.ts';
import { need } from '../rows/needed-columns.ts';
import { requireIds } from '../rows/row-ids.ts';
import { type CountedRows, countRows } from '../rows/sampled-counts.ts';
import { cellsOf } from './fairness.ts';

/** Tables of the favourable classes against the others, and of every class against the rest. */
export interface MulticlassCounts extends CrossTables {
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, GroupCounts>>;
}

/**
 * Counts the rows of a model of several classes, in one question to the engine.
 *
 * @throws ConfigError for a label that is no class and a reserved group name; ActionError `refused`, `predictions-refused`,
 *   for a prediction that is no class, and all of `requireProbabilities`.
 */
export async function collectMulticlassFairness(
  rows: GateRows,
  { classes }: MulticlassColumns,
  favorable: readonly string[],
): Promise<MulticlassCounts> {
  const { prediction, champion, protected: sensitive, control } = rows.columns;
  const label = need(rows.columns.label, 'label');
  const own = champion?.prediction ?? null;
  const models = [need(prediction, 'prediction'), ...(own === null ? [] : [own])];
  await requireIds(rows);
  await rows.tables.requireSameType([label, ...models]);
  const known = await knownGroups(rows, sensitive);
  // Of a control column only the reserved name is looked for.
  await knownGroups(rows, control);
  const keys = [label, ...models, ...sensitive.values(), ...control.values()];
  const counts = await countRows(rows, keys);
  refuseOthers(counts, [label, ...models], classes);
  await requireProbabilities(rows, classes);
  const shape = { models: models.length, sensitive: sensitive.size, isLabelled: true };
  const tablesOf = (positive: readonly string[]): CrossTables =>
    crossTables({
      sensitive: [...sensitive.keys()],
      control: [...control.keys()],
      cells: cellsOf(counts, (value) => positive.includes(value ?? ''), shape),
      knownGroups: known,
    });
  return {
    ...tablesOf(favorable),
    classes: new Map(classes.map((name) => [name, tablesOf([name]).groups])),
  };
}

function refuseOthers(counts: readonly CountedRows[], refs: readonly ColumnRef[], classes: readonly string[]): void {
  for (const [at, ref] of refs.entries()) {
    const wrong = counts.filter(({ key }) => !classes.includes(key[at] ?? '') || (key[at] ?? null) === null);
    if (wrong.length === 0) continue;
    const rows = wrong.reduce((sum, { count }) => sum + count, 0);
    const named = [...new Set(wrong.map(({ key }) => key[at] ?? null))].slice(0, 3);
    const examples = named.map((value) => (value === null ? 'a missing value' : quoted(value))).join(', ');
    const fault = {
      where: nameOf(ref),
      found: otherValues({ count: rows, examples }, at === 0 ? 'label' : 'prediction'),
      allowed: `one of the classes ${quotedList(classes)}`,
    };
    if (at === 0) throw new ConfigError([{ ...fault, remedy: 'Correct the rows, or the classes of the label' }]);
    throw refusedPredictions({ ...fault, remedy: 'Predict one of the classes' });
  }
}
