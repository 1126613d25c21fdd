import type { TableFormat, TableSource } from '@gatehouse/core';

/** A table of a gate and its columns that are compared by their text: ids, labels, predictions, groups. */
export interface GateSource extends Omit<TableSource, 'types' | 'missing'> {
  readonly format: TableFormat;
  readonly keys: readonly string[];
}

/**
 * How the tables of a gate are read, in the decide run and on the command line alike. CSV has no types: where all tables are
 * delimited text, a key is the text that stands there, so that `007` and `7` are two ids and `1.0` is no `1`; and an empty
 * field is a missing value, in quotes or not. Beside a table that has types, a text column is what its values look like.
 */
export function gateSources(sources: readonly GateSource[]): readonly TableSource[] {
  const texts = sources.every(({ format }) => isDelimited(format));
  return sources.map(({ keys, ...source }) => {
    if (!isDelimited(source.format)) return source;
    const types = texts ? Object.fromEntries([...new Set(keys)].map((key) => [key, 'text' as const])) : {};
    return { ...source, missing: [''], types };
  });
}

function isDelimited(format: TableFormat): boolean {
  return format === 'csv' || format === 'tsv';
}
