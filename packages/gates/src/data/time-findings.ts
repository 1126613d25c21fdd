import { ActionError, type Finding } from '@gatehouse/core';
import { inWords } from '../decision/wording.ts';
import type { ColumnFacts, DataFacts, DataRules, SeenColumn } from './data-facts.ts';
import { findingsOf, isAbove, type Judged } from './finding-list.ts';

const DAY = 86_400_000;

/** Judges columns of timestamps: readable, none in the future, the newest not too old. */
export function timeFindings(
  columns: readonly SeenColumn[],
  { table, asOf }: Pick<DataFacts, 'table' | 'asOf'>,
  rules: DataRules,
): readonly Finding[] {
  const timed = columns.flatMap((column) => (column.times === null ? [] : [{ ...column, times: column.times }]));
  const absent = absentAges(table, rules);
  if (timed.length === 0) return findingsOf('age-days', absent, 'columns are fresh');
  const day = dayOf(asOf);
  return [
    ...findingsOf('timestamps', timed.flatMap(readable), 'columns hold times'),
    ...findingsOf(
      'future-timestamps',
      timed.flatMap((column) => notLater(column, day)),
      'columns end before now',
    ),
    ...findingsOf('age-days', [...absent, ...timed.flatMap((column) => fresh(column, day))], 'columns are fresh'),
  ];
}

/** A column that may be left out, and is: how old the data are is not known then. */
function absentAges({ columns, rows }: DataFacts['table'], rules: DataRules): readonly Judged[] {
  const there = new Set(columns.map(({ name }) => name));
  return Object.entries(rules.columns).flatMap(([name, { required, 'max-age-days': limit }]): readonly Judged[] => {
    if (limit === undefined || required || there.has(name)) return [];
    const message = `${name} is not there, so the age of the data is not known`;
    const unknown = { outcome: 'inconclusive', reasonCode: 'column-missing', value: null } as const;
    return [{ ...unknown, columns: [name], n: [rows], method: 'all rows', limit, failsWhen: 'above', message }];
  });
}

type Timed = SeenColumn & { readonly times: NonNullable<ColumnFacts['times']> };

function dayOf(asOf: string | null): number {
  const day = asOf === null ? Number.NaN : Date.parse(`${asOf}T00:00:00Z`);
  if (Number.isFinite(day)) return day;
  throw new ActionError('bug', {
    where: 'The data gate',
    found: `the day ${String(asOf)}`,
    allowed: 'a day such as 2026-01-31 for rules of timestamps',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

function readable(column: Timed): readonly Judged[] {
  const { unreadable } = column.times;
  return [
    {
      ...common(column),
      ...(unreadable > 0
        ? ({ outcome: 'fail', reasonCode: 'value-outside-domain' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value: unreadable / column.integrity.rows,
      limit: 0,
      failsWhen: 'above',
      message: `${unreadable} of ${column.integrity.rows} values of ${column.name} are no time in ISO 8601`,
    },
  ];
}

function notLater(column: Timed, day: number): readonly Judged[] {
  if (column.rules?.future === true) return [];
  const { latest } = column.times;
  if (latest === null) return [];
  const later = latest >= day + DAY;
  return [
    {
      ...common(column),
      ...(later
        ? ({ outcome: 'fail', reasonCode: 'data-from-future' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value: later ? (latest - day) / DAY : 0,
      message: later
        ? `the latest value of ${column.name}, ${iso(latest)}, is after ${iso(day).slice(0, 10)}`
        : `the latest value of ${column.name} is ${iso(latest)}`,
    },
  ];
}

function fresh(column: Timed, day: number): readonly Judged[] {
  const limit = column.rules?.['max-age-days'];
  if (limit === undefined) return [];
  const { latest } = column.times;
  const bounds = { limit, failsWhen: 'above' } as const;
  if (latest === null) {
    const message = `${column.name} holds no time, so its age is not known`;
    return [{ ...common(column), ...bounds, outcome: 'inconclusive', reasonCode: 'empty-group', value: null, message }];
  }
  const value = Math.max(0, (day - latest) / DAY);
  return [
    {
      ...common(column),
      ...bounds,
      ...(isAbove(value, limit)
        ? ({ outcome: 'fail', reasonCode: 'data-stale' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value,
      message: `the latest value of ${column.name}, ${iso(latest)}, is ${inWords(value)} days old, limit ${inWords(limit)}`,
    },
  ];
}

function common({ name, times }: Timed): Pick<Judged, 'columns' | 'n' | 'method'> {
  return { columns: [name], n: [times.count], method: 'all rows' };
}

function iso(time: number): string {
  // Years that ISO 8601 has no four digits for come from data.
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'a time out of range' : date.toISOString();
}
