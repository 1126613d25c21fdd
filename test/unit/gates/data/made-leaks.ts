import type { LeakFact } from '@gatehouse/gates';
import { column, factsOf, linesOf, rulesOf } from './made-facts.ts';

export type Telling = LeakFact['telling'];
export type Label = Telling['labels'][number];

export const NOTHING: Telling['repeated'] = { rows: 0, values: 0, told: 0, commonest: 0 };

/** A label and how many rows have it. */
export function label(name: string, rows: number, { missing = 0, above = null }: Partial<Label> = {}): Label {
  return { label: name, rows, missing, above };
}

/** What a column tells of these labels, which are all that the table has. */
export function tellingOf(labels: readonly Label[], repeated: Partial<Telling['repeated']> = {}): Telling {
  const sum = (read: (one: Label) => number): number => labels.reduce((total, one) => total + read(one), 0);
  return {
    rows: sum(({ rows }) => rows),
    missing: sum(({ missing }) => missing),
    labels,
    repeated: { ...NOTHING, ...repeated },
  };
}

/** What the data gate says of the leakage of these columns, in a line each. */
export function leaksOf(columns: readonly LeakFact[], correlation = 0.9): readonly string[] {
  const facts = factsOf({ f: column('number') }, { leaks: { label: 'y', columns } });
  return linesOf(facts, rulesOf({}, { leakage: { correlation, ignore: [] } }), 'label-leakage');
}
