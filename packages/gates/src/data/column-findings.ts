import type { DataColumnConfig, Finding } from '@gatehouse/core';
import { inWords, percent } from '../decision/wording.ts';
import type { ColumnFacts, DataFacts, DataRules, DomainRule, SeenColumn } from './data-facts.ts';
import { findingsOf, isAbove, type Judged, rowsOf, suchAs } from './finding-list.ts';
import { timeFindings } from './time-findings.ts';

/** Judges every column by itself: missing values, domain, uniqueness, constants, times. */
export function columnFindings(facts: DataFacts, rules: DataRules): readonly Finding[] {
  const columns = [...facts.columns].map(([name, column]): SeenColumn => {
    return { name, rules: Object.hasOwn(rules.columns, name) ? (rules.columns[name] ?? null) : null, ...column };
  });
  const each = (judge: (column: SeenColumn) => readonly Judged[]): readonly Judged[] => columns.flatMap(judge);
  return [
    ...findingsOf(
      'missing-rate',
      each((column) => missingRate(column, rules)),
      'columns have few enough missing values',
    ),
    ...findingsOf('finite-values', each(finiteValues), 'columns of numbers are finite'),
    ...findingsOf('domain', each(domain), 'rules of columns are kept'),
    ...findingsOf('unique-values', each(uniqueness), 'columns have no value twice'),
    ...findingsOf(
      'constant-columns',
      each((column) => constant(column, rules)),
      'columns vary',
    ),
    ...timeFindings(columns, facts, rules),
  ];
}

/** Values that nothing can be computed from; in text an empty one counts too. */
export function missingValues({ integrity }: Pick<ColumnFacts, 'integrity'>): number {
  const { nulls, nans, positiveInfinities, negativeInfinities, emptyTexts } = integrity;
  return nulls + nans + positiveInfinities + negativeInfinities + emptyTexts;
}

function missingRate(column: SeenColumn, rules: DataRules): readonly Judged[] {
  const own = column.rules?.nullable === false ? 0 : column.rules?.['missing-rate'];
  const limit = own ?? rules['missing-rate'];
  if (limit === undefined) return [];
  const value = missingValues(column) / column.integrity.rows;
  return [
    {
      ...counted(column),
      ...(isAbove(value, limit)
        ? ({ outcome: 'fail', reasonCode: 'limit-exceeded' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value,
      limit,
      failsWhen: 'above',
      message: `${missingValues(column)} of ${column.integrity.rows} values of ${column.name} are missing (${percent(value)}), limit ${percent(limit)}`,
    },
  ];
}

/** Infinite values are no measurement; NaN is how many programs write a missing one. */
function finiteValues(column: SeenColumn): readonly Judged[] {
  const { type, positiveInfinities, negativeInfinities, rows } = column.integrity;
  if (column.rules === null || (type !== 'number' && type !== 'integer')) return [];
  const infinite = positiveInfinities + negativeInfinities;
  return [
    {
      ...counted(column),
      ...(infinite > 0
        ? ({ outcome: 'fail', reasonCode: 'value-not-finite' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value: infinite / rows,
      limit: 0,
      failsWhen: 'above',
      message: `${infinite} of ${rows} values of ${column.name} are infinite`,
    },
  ];
}

function domain(column: SeenColumn): readonly Judged[] {
  return column.breaches.map(({ rule, ...found }) => {
    const { count } = found;
    // What does not fit a pattern may be a name or an address: only values of lists and sizes are shown.
    const shown = count === 0 ? '' : rule === 'pattern' ? rowsOf(found) : suchAs(found);
    return {
      ...counted(column),
      ...(count > 0
        ? ({ outcome: 'fail', reasonCode: 'value-outside-domain' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value: count / column.integrity.rows,
      limit: 0,
      failsWhen: 'above' as const,
      message: `${count} of ${column.integrity.rows} values of ${column.name} (${percent(count / column.integrity.rows)}) ${brokenBy(rule, column.rules)}${shown}`,
    };
  });
}

function brokenBy(rule: DomainRule, rules: DataColumnConfig | null): string {
  switch (rule) {
    case 'min':
      return `are below ${inWords(rules?.min ?? 0)}`;
    case 'max':
      return `are above ${inWords(rules?.max ?? 0)}`;
    case 'probability':
      return 'are not between 0 and 1';
    case 'pattern':
      return 'do not match the pattern';
    case 'values':
      return 'are not among the allowed ones';
  }
}

function uniqueness(column: SeenColumn): readonly Judged[] {
  if (column.rules?.unique !== true || column.distinct === null) return [];
  const { integrity, distinct } = column;
  const copies = integrity.rows - integrity.nulls - distinct.distinct;
  return [
    {
      ...counted(column),
      ...(copies > 0
        ? ({ outcome: 'fail', reasonCode: 'value-repeated' } as const)
        : ({ outcome: 'pass', reasonCode: 'within-limit' } as const)),
      value: copies / integrity.rows,
      limit: 0,
      failsWhen: 'above',
      message: `${copies} of ${integrity.rows} values of ${column.name} repeat an earlier one${suchAs(column.repeated)}`,
    },
  ];
}

function constant(column: SeenColumn, rules: DataRules): readonly Judged[] {
  const severity = rules['constant-columns'];
  if (column.varies === null || severity === 'allow' || column.rules?.constant === true) return [];
  const { varies } = column;
  const verdict = varies
    ? ({ outcome: 'pass', reasonCode: 'within-limit' } as const)
    : severity === 'fail'
      ? ({ outcome: 'fail', reasonCode: 'column-constant' } as const)
      : ({ outcome: 'inconclusive', severity: 'warn', reasonCode: 'column-constant' } as const);
  const { rows, nulls } = column.integrity;
  const same =
    nulls === rows
      ? `no value in any of its ${rows} rows`
      : `the same value in all ${rows - nulls} rows${nulls > 0 ? ' that have one' : ''}`;
  const message = `${column.name} has ${varies ? 'several values' : same}`;
  return [{ ...counted(column), ...verdict, value: null, message }];
}

export function counted({
  name,
  integrity,
}: Pick<SeenColumn, 'name' | 'integrity'>): Pick<Judged, 'columns' | 'n' | 'method'> {
  return { columns: [name], n: [integrity.rows], method: 'all rows' };
}
