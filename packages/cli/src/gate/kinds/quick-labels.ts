import { type AggregateTables, type ColumnRef, ConfigError, type Fault } from '@gatehouse/core';
import type { BinaryLabels } from '@gatehouse/gate-runner';
import { quoted, quotedList } from '@gatehouse/tables';
import type { Flag } from '../flags/flag.ts';
import type { Flags } from '../flags/read-flags.ts';

/** Flags that say which of two values is the positive one. */
export const LABEL_FLAGS: readonly Flag[] = [
  {
    name: 'positive',
    value: 'VALUE',
    help: 'The positive value of label and prediction (default: 1 of 0 and 1, or true)',
  },
  { name: 'negative', value: 'VALUE', help: 'The other value (default: the one that is there)' },
];

/** Values that say by themselves which of the two is positive. */
const PLAIN: readonly BinaryLabels[] = [
  { positive: '1', negative: '0' },
  { positive: 'true', negative: 'false' },
];
const MOST_SHOWN = 5;

/**
 * The two values of the label and the predictions of a file about which no policy says anything.
 *
 * @throws ConfigError when the values do not say it, or are not those that the flags name.
 */
export async function quickLabels(
  flags: Flags,
  tables: AggregateTables,
  columns: readonly ColumnRef[],
): Promise<BinaryLabels> {
  const values = await quickValues(tables, columns);
  if (values.length > 2) await refuseNumbers(tables, columns);
  const [positive, negative] = [flags.text('positive'), flags.text('negative')];
  if (positive === undefined) {
    const plain = PLAIN.find((labels) => values.every((value) => Object.values(labels).includes(value)));
    if (plain !== undefined && values.length > 0 && negative === undefined) return plain;
    throw fault({
      where: '--positive',
      found: `got nothing, and the values of label and prediction are ${shown(values)}`,
      allowed: 'It may be left out where they are 0 and 1, or true and false',
      remedy: 'Say which of the values is positive',
    });
  }
  const others = values.filter((value) => value !== positive);
  if (negative !== undefined) return distinct({ positive, negative });
  const [only] = others;
  // Where every value is the positive one, the other has no name, and no row has it.
  if (only === undefined) return { positive, negative: `not ${positive}` };
  if (others.length === 1) return { positive, negative: only };
  throw fault({
    where: '--positive',
    found: `got ${quoted(positive)}, and the values of label and prediction are ${shown(values)}`,
    allowed: 'One of two values',
    remedy: 'Correct it, or name the other value with --negative and take the rows with further values out',
  });
}

function distinct(labels: BinaryLabels): BinaryLabels {
  if (labels.positive !== labels.negative) return labels;
  const found = `got ${quoted(labels.negative)}, which is the positive value`;
  throw fault({
    where: '--negative',
    found,
    allowed: 'Another value than --positive',
    remedy: 'Correct one of the two',
  });
}

/** Distinct fractions from which a column holds numbers and no classes. */
const MOST_FRACTIONS = 10;

/**
 * A column of scores where one of decisions belongs, the mistake that is made first.
 *
 * @throws ConfigError for a column with more than ten fractions.
 */
export async function refuseNumbers(tables: AggregateTables, columns: readonly ColumnRef[]): Promise<void> {
  for (const column of columns) {
    const values = await quickValues(tables, [column]);
    const fractions = values.map(Number).filter((value) => Number.isFinite(value) && !Number.isInteger(value));
    if (fractions.length <= MOST_FRACTIONS) continue;
    const areShares = fractions.every((value) => value > 0 && value < 1);
    throw fault({
      where: `column ${quoted(column.column)}`,
      found: `${values.length} values, ${areShares ? 'numbers from 0 to 1, as scores are' : 'numbers with fractions'}`,
      allowed: 'Label and prediction of a classification are classes: what was true, and what the model decided',
      remedy: areShares
        ? 'Name the column of decisions, and scores with --score (fairness) or --challenger-score (performance)'
        : 'Name the column of decisions, or say --task regression',
    });
  }
}

/** Every value of some columns, sorted; a missing one is none. */
export async function quickValues(tables: AggregateTables, columns: readonly ColumnRef[]): Promise<readonly string[]> {
  const values = new Set<string>();
  for (const column of columns) {
    for (const { key } of await tables.groupedCounts({ table: column.table }, [column])) {
      const [value = null] = key;
      if (value !== null) values.add(value);
    }
  }
  return [...values].sort();
}

function shown(values: readonly string[]): string {
  if (values.length === 0) return 'all missing';
  const more = values.length - MOST_SHOWN;
  return `${quotedList(values.slice(0, MOST_SHOWN))}${more > 0 ? ` and ${more} more` : ''}`;
}

function fault(one: Fault): ConfigError {
  return new ConfigError([one]);
}
