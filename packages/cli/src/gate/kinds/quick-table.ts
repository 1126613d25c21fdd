import type { AggregateTables, ColumnRef, Decision, DecisionInput, TableDescription } from '@gatehouse/core';
import { ConfigError, nearestName } from '@gatehouse/core';
import { gateSources } from '@gatehouse/gate-runner';
import { formatByName, quoted } from '@gatehouse/tables';
import type { Flag } from '../flags/flag.ts';
import type { Flags } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';

/** Flags that name the table of a quick look. */
export const DATA_FLAGS: readonly Flag[] = [
  {
    name: 'data',
    value: 'FILE',
    repeats: true,
    help: 'CSV, TSV, JSON Lines or Parquet, also .gz and .zst; a glob names several',
  },
];

/** The one table of a quick look. */
const TABLE = 'data';

/** A column by the flag that names it; none where the flag was not given. */
export function quickColumn(name: string | undefined): ColumnRef | null {
  return name === undefined ? null : { table: TABLE, column: name };
}

/** What a quick look judges, and the file it rests on. */
export interface QuickTable {
  readonly tables: AggregateTables;
  readonly inputs: readonly DecisionInput[];
}

/** The columns that flags name, by flag. */
export interface QuickColumns {
  readonly place: GatePlace;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Flags whose columns hold numbers and are not compared by their text. */
  readonly numbers: ReadonlySet<string>;
}

/** Opens the table that `--data` names, with the columns that flags name, all of which must be there. */
export async function withQuickTable(
  flags: Flags,
  { place, columns, numbers }: QuickColumns,
  judge: (table: QuickTable) => Promise<Decision>,
): Promise<Decision> {
  const files = flags.list('data');
  const [format] = files.map(formatByName);
  const keys = [...columns].flatMap(([flag, names]) => (numbers.has(flag) ? [] : names));
  // A name that says no format is the engine's to refuse.
  const sources = format ? gateSources([{ name: TABLE, files, format, keys }]) : [{ name: TABLE, files }];
  return await place.engineFor(files).withTables(sources, async (tables) => {
    const description = await tables.describe(TABLE);
    requireColumns(description, columns);
    const { digest, rows } = description;
    return await judge({ tables, inputs: [{ name: TABLE, digest, rows }] });
  });
}

function requireColumns({ columns }: TableDescription, wanted: ReadonlyMap<string, readonly string[]>): void {
  const names = columns.map(({ name }) => name);
  const faults = [...wanted].flatMap(([flag, values]) =>
    values
      .filter((value) => !names.includes(value))
      .map((value) => {
        const near = nearestName(value, names);
        const remedy = near === null ? 'Name one of these columns' : `Did you mean ${quoted(near)}?`;
        return {
          where: `--${flag}`,
          found: `got ${quoted(value)}`,
          allowed: `The columns are ${listed(names)}`,
          remedy,
        };
      }),
  );
  if (faults.length > 0) throw new ConfigError(faults);
}

const MOST_NAMES = 20;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).map(quoted).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
