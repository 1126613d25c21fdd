import type { LabelTelling } from '@gatehouse/core';
import { inWords, percent } from '../decision/wording.ts';
import type { DataFacts, DataRules, LeakFact } from './data-facts.ts';
import { isAbove, type Judged } from './finding-list.ts';

/**
 * Rows that a label and its others must have before the one can be told from the others: of 15 and 15 rows a column that
 * has nothing to do with the label puts all of the one above all of the others once in 78 million times.
 */
export const ROWS_TO_TELL = 15;

/** Chance that values which have nothing to do with the label have one label each, below which it is no accident. */
const ACCIDENT = 1e-6;

/** One way in which a column tells the label, from 0 to 1. */
interface Telling {
  readonly value: number;
  readonly rows: number;
  readonly method: string;
  readonly message: string;
}

const PASS = { outcome: 'pass', reasonCode: 'within-limit' } as const;

/** Judges whether a column gives the label away; each column by what tells the most. */
export function leakJudged(facts: DataFacts, { leakage }: DataRules): readonly Judged[] {
  if (leakage === undefined || facts.leaks === null) return [];
  const { columns, label } = facts.leaks;
  if (columns.length === 0) return [nothing(facts, label)];
  return columns.map((leak) => judgedLeak(leak, { label, limit: leakage.correlation }));
}

function nothing({ table }: DataFacts, label: string): Judged {
  const message = `the table has no column beside the label ${label} that could give it away`;
  return { ...PASS, columns: [], n: [table.rows], method: 'all rows', value: null, message };
}

function judgedLeak(leak: LeakFact, { label, limit }: { readonly label: string; readonly limit: number }): Judged {
  const { column } = leak;
  const bounds = { columns: [column], limit, failsWhen: 'above' } as const;
  if (leak.type === 'unsupported') {
    const message = `whether ${column} gives the label away was not measured: it has no type that can be compared; name it under "ignore" if it may`;
    const unknown = { outcome: 'inconclusive', reasonCode: 'column-unsupported', value: null } as const;
    return { ...bounds, ...unknown, n: [leak.telling.rows], method: 'none', message };
  }
  const strongest = strongestTelling(leak);
  // A limit of 1 is broken by equality: nothing is above it.
  const tells = strongest !== null && (isAbove(strongest.value, limit) || strongest.value >= 1 - 1e-12);
  if (strongest === null || !(tells || hasRowsToTell(leak))) return { ...bounds, ...tooFew(leak, label) };
  const { value, rows, method, message } = strongest;
  const verdict = tells ? ({ outcome: 'fail', reasonCode: 'target-leaked' } as const) : PASS;
  return { ...bounds, ...verdict, value, n: [rows], method, message: `${message}, limit ${inWords(limit)}` };
}

/** Whether a column could be found to tell the label, whichever way it does. */
function hasRowsToTell({ telling, spearman }: LeakFact): boolean {
  if (spearman !== null) return telling.rows >= 2 * ROWS_TO_TELL;
  return telling.labels.some(({ rows }) => rows >= ROWS_TO_TELL && telling.rows - rows >= ROWS_TO_TELL);
}

function tooFew(leak: LeakFact, label: string): Omit<Judged, 'columns'> {
  const { column, telling } = leak;
  const { rows, labels } = telling;
  const varies = labels.length > 1;
  const why = varies ? whyUntold(leak) : `the label ${label} does not vary`;
  const reasonCode = varies ? 'insufficient-n' : 'constant-target';
  const message = `whether ${column} gives the label away was not measured: ${why}`;
  return { outcome: 'inconclusive', reasonCode, value: null, n: [rows], method: 'none', message };
}

/** What it is that there is too little of: rows, rows of a label, values, or values that occur again. */
function whyUntold(leak: LeakFact): string {
  const { telling, spearman } = leak;
  const { rows, missing } = telling;
  const both = `${ROWS_TO_TELL} of one label and ${ROWS_TO_TELL} of others`;
  if (spearman !== null) return `${spearman.rows} rows with a value are too few: ${2 * ROWS_TO_TELL} are needed`;
  if (!hasRowsToTell(leak)) return `of ${rows} rows too few differ in the label: ${both} are needed`;
  const present = rows - missing;
  const isCompared = telling.labels.some((one) => {
    const valued = one.rows - one.missing;
    return valued >= ROWS_TO_TELL && present - valued >= ROWS_TO_TELL;
  });
  return isCompared
    ? 'its values have no order, and too few of them occur again'
    : `of the ${present} rows with a value too few differ in the label: ${both} are needed`;
}

/** `null` where no way of telling has the rows that it takes. */
export function strongestTelling(leak: LeakFact): Telling | null {
  const ways = [...correlations(leak), ...orders(leak), ...absences(leak), ...values(leak), ...words(leak)];
  return ways.reduce<Telling | null>((best, way) => (best === null || way.value > best.value ? way : best), null);
}

function correlations({ column, pearson, spearman, telling }: LeakFact): readonly Telling[] {
  const of = (kind: 'pearson' | 'spearman', what: string): readonly Telling[] => {
    const found = kind === 'pearson' ? pearson : spearman;
    if (found === null || found.rows < 2 * ROWS_TO_TELL || isRare(telling)) return [];
    const { value, rows } = found;
    const message =
      value === null
        ? `${column} or the label does not vary, so they have no ${what}`
        : `the ${what} of ${column} with the label is ${inWords(value)}`;
    return [{ value: Math.abs(value ?? 0), rows, method: kind, message }];
  };
  return [...of('pearson', 'correlation'), ...of('spearman', 'correlation of ranks')];
}

/** True of two labels of which one has too few rows; a label of many numbers has no rare one. */
function isRare({ labels }: LabelTelling): boolean {
  return labels.length <= 2 && labels.some(({ rows }) => rows < ROWS_TO_TELL);
}

/** Twice the area under the curve less one: 1 when all rows of a label lie above all others, or all below. */
function orders({ column, telling }: LeakFact): readonly Telling[] {
  return telling.labels.flatMap(({ label, rows, missing, above }) => {
    const valued = rows - missing;
    const others = telling.rows - telling.missing - valued;
    if (above === null || valued < ROWS_TO_TELL || others < ROWS_TO_TELL) return [];
    const side = above < 0.5 ? 'below' : 'above';
    const share = percent(Math.max(above, 1 - above));
    const message = `in ${share} of all pairs ${column} is ${side} where the label is "${label}"`;
    return [{ value: Math.abs(2 * above - 1), rows: valued + others, method: 'auc, as 2·auc - 1', message }];
  });
}

function absences({ column, telling }: LeakFact): readonly Telling[] {
  const { rows: all, missing: gone } = telling;
  const present = all - gone;
  if (gone < ROWS_TO_TELL || present < ROWS_TO_TELL) return [];
  return telling.labels.flatMap(({ label, rows, missing }) => {
    const others = all - rows;
    if (rows < ROWS_TO_TELL || others < ROWS_TO_TELL) return [];
    const value = (all * missing - gone * rows) / Math.sqrt(gone * present) / Math.sqrt(rows * others);
    const message = `${column} is missing in ${missing} of the ${rows} rows with the label "${label}" and in ${gone - missing} of the ${others} others`;
    return [{ value: Math.min(1, Math.abs(value)), rows: all, method: 'correlation of missing values', message }];
  });
}

/** The share of the errors of a guess at the commonest label that knowing the value takes away. */
function values({ column, telling }: LeakFact): readonly Telling[] {
  const { rows, values: distinct, told, commonest } = telling.repeated;
  if (rows === commonest) return [];
  // Of k rows with one value all have one label by chance with at most (share of the commonest) ^ (k - 1).
  const accident = (rows - distinct) * Math.log(commonest / rows);
  if (accident > Math.log(ACCIDENT)) return [];
  const value = (told - commonest) / (rows - commonest);
  const message =
    told === rows
      ? `each of the ${distinct} values of ${column} that occur more than once has one label only, in ${rows} rows`
      : `knowing ${column} takes away ${percent(value)} of the errors of guessing the commonest label, in ${rows} rows`;
  return [{ value, rows, method: 'errors taken away', message }];
}

function words({ column, telling, word }: LeakFact): readonly Telling[] {
  if (word === null) return [];
  const shown = word.word.length > 40 ? `${word.word.slice(0, 40)}…` : word.word;
  const message = `whether ${column} contains "${shown}" correlates with the label "${word.label}" by ${inWords(word.value)}`;
  return [{ value: Math.abs(word.value), rows: telling.rows, method: 'correlation of a word', message }];
}
