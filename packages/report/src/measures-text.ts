import type { Decision } from '@gatehouse/core';
import { drawInterval } from './interval-drawing.ts';
import { formatInterval, formatNumber, formatPercent } from './number-format.ts';
import { cutLine, tableLines, wrapLines } from './text-lines.ts';

/** What of each entry a person reads first, in this order; everything else is in the JSON. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  groups: [
    'n',
    'selection-rate',
    'tpr',
    'fpr',
    'fnr',
    'ppv',
    'accuracy',
    'mean-residual',
    'mae',
    'rmse',
    'exposure-share',
  ],
  judged: ['compared', 'within', 'beyond', 'unclear'],
  metrics: ['challenger', 'challenger-interval', 'champion', 'difference', 'interval', 'p'],
  columns: [
    'verdict',
    'by',
    'value',
    'interval',
    'limit',
    'p-adjusted',
    'kind',
    'ks',
    'wasserstein-normed',
    'jensen-shannon',
    'cramer-v',
    'psi',
    'missing-rate-difference',
  ],
};
/** Headings of the first column, and what a table of many rows is cut to. */
const TITLES: Readonly<Record<string, string>> = {
  groups: 'group',
  metrics: 'metric',
  columns: 'column',
  judged: 'limited',
};
const MOST_ROWS = 30;

/** What people ask for first between groups; the others are shown where none of these is there. */
const MAIN_AGGREGATES = new Set([
  'demographic-parity-difference',
  'demographic-parity-ratio',
  'disparate-impact',
  'equal-opportunity-difference',
  'false-positive-rate-difference',
  'equalized-odds-difference',
  'predictive-parity-difference',
  'conditional-demographic-disparity',
  'conditional-selection-rate-difference',
  'auc-difference',
  'smoothed-edf',
]);
const MOST_AGGREGATES = 24;
const SCALE = { from: 0, to: 1 };

/** The measures of a decision as tables for a terminal, each after an empty line. */
export function measureLines({ measures }: Pick<Decision, 'measures'>, width: number): readonly string[] {
  const selection = wrapLines(selectionWords(measures['selection']), width);
  return [
    ...after(entryTable('judged', severalOf(measures['judged']), width)),
    ...after([...entryTable('metrics', measures['metrics'], width), ...levelLines(measures['metrics'], width)]),
    ...after([...selection, ...entryTable('groups', measures['groups'], width)]),
    ...after(entryTable('columns', measures['columns'], width)),
    ...after(aggregateLines(measures['aggregates'], width)),
  ];
}

/** Findings have bounds of which each holds for itself; beside them a table with other numbers needs a word. */
function levelLines(metrics: unknown, width: number): readonly string[] {
  const levels = new Set(recordsOf(metrics).map(({ values }) => values['confidence']));
  const [level] = levels;
  if (levels.size !== 1 || typeof level !== 'number') return [];
  return wrapLines(`intervals of this table hold with ${formatPercent(level)}, both sides together`, width);
}

/** What the rates of groups count; a fact that no table of rates is understood without. */
export function selectionWords(selection: unknown): string {
  if (!isRecord(selection) || typeof selection['selected'] !== 'string') return '';
  const { favorable } = selection;
  const good =
    typeof favorable === 'string' ? `favourable: ${favorable}` : 'which prediction is favourable is not said';
  return `selected: ${selection['selected']}; ${good}`;
}

/** One comparison is its own finding; of several the findings name the worst. */
function severalOf(judged: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    recordsOf(judged).flatMap(({ name, values }) => {
      const { compared } = values;
      return typeof compared === 'number' && compared > 1 ? [[name, values]] : [];
    }),
  );
}

function after(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function entryTable(name: string, value: unknown, width: number): readonly string[] {
  const entries = recordsOf(value);
  const columns = (COLUMNS[name] ?? []).filter((column) => entries.some(({ values }) => has(values, column)));
  if (columns.length === 0) return [];
  const rows = entries
    .slice(0, MOST_ROWS)
    .map(({ name: entry, values }) => [entry, ...columns.map((key) => cell(values[key], key))]);
  const more = entries.length - rows.length;
  return [
    ...tableLines([[TITLES[name] ?? name, ...columns], ...rows], width),
    ...(more > 0 ? [cutLine(`and ${more} more, all of them with --json`, width)] : []),
  ];
}

/** Disparities between groups, each with its interval drawn on one scale where it lies between 0 and 1. */
function aggregateLines(value: unknown, width: number): readonly string[] {
  const known = recordsOf(value).flatMap(({ name, values }) => {
    const measured = values['value'];
    return typeof measured === 'number' ? [{ name, value: measured, interval: boundsOf(values['interval']) }] : [];
  });
  if (known.length === 0) return [];
  const main = known.filter(({ name }) => MAIN_AGGREGATES.has(name.slice(name.lastIndexOf('/') + 1)));
  const shown = (main.length > 0 ? main : known).slice(0, MOST_AGGREGATES);
  const rows = shown.map((one) => [
    one.name,
    formatNumber(one.value),
    one.interval === null ? '' : formatInterval(one.interval),
  ]);
  const table = tableLines([['between groups', 'value', 'interval'], ...rows], width);
  const used = Math.max(...table.map((line) => Array.from(line).length));
  const lines = table.map((line, index) => {
    const own = shown[index - 1];
    if (own === undefined || own.interval === null || !isOnScale(own.interval)) return line;
    const drawn = drawInterval({ value: own.value, interval: own.interval }, width - used - 2, SCALE);
    return drawn === '' ? line : `${line}${' '.repeat(used - Array.from(line).length)}  ${drawn}`;
  });
  const more = known.length - shown.length;
  return [...lines, ...(more > 0 ? [cutLine(`and ${more} more, all of them with --json`, width)] : [])];
}

function isOnScale([lower, upper]: readonly [number, number]): boolean {
  return lower >= SCALE.from && upper <= SCALE.to;
}

function boundsOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [lower, upper]: unknown[] = value;
  return typeof lower === 'number' && typeof upper === 'number' ? [lower, upper] : null;
}

interface Entry {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function recordsOf(value: unknown): readonly Entry[] {
  return isRecord(value)
    ? Object.entries(value).flatMap(([name, values]) => (isRecord(values) ? [{ name, values }] : []))
    : [];
}

function has(values: Readonly<Record<string, unknown>>, key: string): boolean {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return value !== undefined && value !== null;
}

function cell(value: unknown, key: string): string {
  // No p-value is zero.
  if ((key === 'p' || key === 'p-adjusted') && typeof value === 'number' && value < 0.0001) return '<0.0001';
  if (typeof value === 'number' || value === null || value === undefined) return formatNumber(value ?? null);
  const bounds = boundsOf(value);
  if (bounds !== null) return formatInterval(bounds);
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
