import { parse } from 'csv-parse/sync';
import { refusedInput } from '../engine/refused-input.ts';
import { quotedList } from '../quoted.ts';

const MAX_COLUMNS = 20_000;

/** The names in the header of a CSV or TSV file. The scanner has checked its quoting. */
export function headerNames(header: Buffer, delimiter: ',' | '\t'): readonly string[] {
  const [names] = parse(header, { delimiter, bom: false }) as readonly (readonly string[])[];
  return names ?? [];
}

/**
 * Names that every table must have: each once, none empty. Upper and lower case make no difference, because engines see none.
 *
 * @throws ActionError `refused`: `file-unreadable`, `file-too-large`.
 */
export function requireColumnNames(where: string, names: readonly string[]): void {
  const allowed = 'a name for every column, each once, also if upper and lower case are not told apart';
  const remedy = 'Rename or remove columns';
  if (names.length > MAX_COLUMNS) {
    const found = `${names.length} columns`;
    throw refusedInput('file-too-large', { where, found, allowed: `at most ${MAX_COLUMNS} columns`, remedy });
  }
  const empty = names.indexOf('');
  if (empty !== -1) {
    throw refusedInput('file-unreadable', { where, found: `column ${empty + 1} without a name`, allowed, remedy });
  }
  const seen = new Map<string, string>();
  for (const name of names) {
    const folded = name.toLowerCase();
    const before = seen.get(folded);
    if (before !== undefined) {
      throw refusedInput('file-unreadable', {
        where,
        found: `the columns ${quotedList([before, name])}`,
        allowed,
        remedy,
      });
    }
    seen.set(folded, name);
  }
}

/**
 * Position in `names` of each column of `expected`: files of one table may have their columns in another order.
 *
 * @throws ActionError `refused`, reason `column-missing`, when the two do not have the same columns.
 */
export function positionsOf(where: string, names: readonly string[], expected: readonly string[]): readonly number[] {
  const missing = expected.filter((name) => !names.includes(name));
  const others = names.filter((name) => !expected.includes(name));
  if (missing.length === 0 && others.length === 0) return expected.map((name) => names.indexOf(name));
  throw refusedInput('column-missing', {
    where,
    found: `${missing.length > 0 ? `no column ${quotedList(missing)}` : `the columns ${quotedList(others)} besides`}`,
    allowed: `the columns of the first file of the table: ${quotedList(expected)}`,
    remedy: 'Write the files of one table with the same columns',
  });
}
