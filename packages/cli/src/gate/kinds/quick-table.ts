import type { AggregateTables, ColumnRef, Decision, DecisionInput, TableFormat } from '@gatehouse/core';
import { ActionError, ConfigError, nearestName } from '@gatehouse/core';
import { gateSources } from '@gatehouse/gate-runner';
import { formatByName, quoted } from '@gatehouse/tables';
import type { Flag } from '../flags/flag.ts';
import type { Flags } from '../flags/read-flags.ts';
import type { GatePlace } from '../gate-kind.ts';

const TABLE_FORMATS = ['csv', 'tsv', 'jsonl', 'parquet'] as const satisfies readonly TableFormat[];

/** Flags that name the table of a quick look. */
export const DATA_FLAGS: readonly Flag[] = [
  {
    name: 'data',
    value: 'FILE',
    repeats: true,
    help: 'CSV, TSV, JSON Lines (also .gz and .zst) or Parquet, by the ending of the name; a glob names several',
  },
  { name: 'format', value: TABLE_FORMATS.join('|'), help: 'What the files are, where their names do not say it' },
];

/** What `--format` says of every file; nothing where it is not given. */
export function declaredFormat(flags: Flags): { readonly format?: TableFormat } {
  const text = flags.text('format');
  if (text === undefined) return {};
  const format = TABLE_FORMATS.find((known) => known === text);
  if (format !== undefined) return { format };
  const near = nearestName(text, TABLE_FORMATS);
  const remedy = near === null ? 'Write one of them' : `Did you mean ${quoted(near)}?`;
  flags.fault({
    where: '--format',
    found: `got ${quoted(text)}`,
    allowed: `One of ${TABLE_FORMATS.join(', ')}`,
    remedy,
  });
  return {};
}

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
  const { format = formatByName(files[0] ?? '') } = declaredFormat(flags);
  flags.check();
  const keys = [...columns].flatMap(([flag, names]) => (numbers.has(flag) ? [] : names));
  // A name that says no format is the engine's to refuse.
  const sources = format ? gateSources([{ name: TABLE, files, format, keys }]) : [{ name: TABLE, files }];
  try {
    return await place.engineFor(files).withTables(sources, async (tables) => {
      const description = await tables.describe(TABLE);
      requireColumns(description.columns, columns);
      const { digest, rows } = description;
      const decision = await judge({ tables, inputs: [{ name: TABLE, digest, rows }] });
      return isNamed(columns, 'id') || isNamed(columns, 'item') ? decision : withoutIds(decision);
    });
  } catch (error) {
    throw byFlag(error, columns);
  }
}

/** An item of a query is a row, and refused where it occurs twice. */
function isNamed(columns: ReadonlyMap<string, readonly string[]>, flag: string): boolean {
  return (columns.get(flag) ?? []).length > 0;
}

function withoutIds(decision: Decision): Decision {
  const unseen = 'whether rows are copies of others, which a column of ids shows (--id)';
  return { ...decision, notMeasured: [...decision.notMeasured, unseen] };
}

/** `--columns` takes a list, so the first try is one here too; a name may hold a comma, and so it is none. */
function onePerFlag(flag: string, value: string): string | null {
  const parts = value.split(',').filter((part) => part !== '');
  return parts.length < 2 ? null : `For several columns write ${parts.map((part) => `--${flag} ${part}`).join(' ')}`;
}

/** The engine names the column that is not there; a person gave a flag. */
function byFlag(error: unknown, columns: ReadonlyMap<string, readonly string[]>): unknown {
  if (!(error instanceof ActionError) || error.reasonCode !== 'column-missing') return error;
  const { code, fault, reasonCode } = error;
  const [given] = [...columns].flatMap(([flag, names]) =>
    names.filter((name) => fault.found === `no column ${quoted(name)}`).map((name) => ({ flag, name })),
  );
  if (given === undefined) return error;
  const remedy = onePerFlag(given.flag, given.name) ?? fault.remedy;
  return new ActionError(code, { ...fault, where: `--${given.flag}`, remedy }, { reasonCode, cause: error });
}

/** @throws ConfigError for each column that flags name and that is not there. */
export function requireColumns(
  columns: readonly { readonly name: string }[],
  wanted: ReadonlyMap<string, readonly string[]>,
): void {
  const names = [...new Set(columns.map(({ name }) => name))];
  const faults = [...wanted].flatMap(([flag, values]) =>
    values
      .filter((value) => !names.includes(value))
      .map((value) => {
        const near = nearestName(value, names);
        const told = near === null ? 'Name one of these columns' : `Did you mean ${quoted(near)}?`;
        const remedy = onePerFlag(flag, value) ?? told;
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
