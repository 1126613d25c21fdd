import type { Finding } from '@gatehouse/core';
import { percent } from '../decision/wording.ts';
import type { DataFacts, DataRules } from './data-facts.ts';
import { findingsOf, isAbove, type Judged, suchAs } from './finding-list.ts';
import { leakJudged } from './leak-findings.ts';

/** Judges the table as a whole: number of rows, key, copies, sums, leakage and overlap. */
export function tableFindings(facts: DataFacts, rules: DataRules): readonly Finding[] {
  return [
    ...findingsOf('row-count', rowCount(facts, rules), 'tables have enough rows'),
    ...findingsOf('key', keyOf(facts, rules), 'keys name their rows'),
    ...findingsOf('duplicate-rows', duplicates(facts, rules), 'tables have few enough copies'),
    ...findingsOf('probability-sum', sums(facts, rules), 'lists of probabilities add to 1'),
    ...findingsOf('label-leakage', leakJudged(facts, rules), 'columns do not give the label away'),
    ...findingsOf('shared-rows', overlap(facts, rules), 'datasets share few enough rows'),
  ];
}

const PASS = { outcome: 'pass', reasonCode: 'within-limit' } as const;

function whole({ table }: DataFacts): Pick<Judged, 'columns' | 'n' | 'method'> {
  return { columns: [], n: [table.rows], method: 'all rows' };
}

function rowCount(facts: DataFacts, { rows: { min, max } }: DataRules): readonly Judged[] {
  const { rows } = facts.table;
  const range = max === undefined ? `at least ${min}` : `${min} to ${max}`;
  const verdict =
    rows < min || (max !== undefined && rows > max)
      ? ({ outcome: 'fail', reasonCode: 'row-count-outside' } as const)
      : PASS;
  const side =
    max !== undefined && rows > max
      ? ({ limit: max, failsWhen: 'above' } as const)
      : ({ limit: min, failsWhen: 'below' } as const);
  return [
    { ...whole(facts), ...verdict, ...side, value: rows, message: `the table has ${rows} rows, allowed ${range}` },
  ];
}

function keyOf(facts: DataFacts, { key }: DataRules): readonly Judged[] {
  if (key === undefined || facts.key === null) return [];
  const { rows } = facts.table;
  const { missing, distinct } = facts.key;
  const repeated = rows - distinct;
  const common = { ...whole(facts), columns: key, limit: 0, failsWhen: 'above' } as const;
  if (missing > 0) {
    const message = `${missing} of ${rows} rows have no value in the key ${key.join(', ')}`;
    return [{ ...common, outcome: 'fail', reasonCode: 'ids-missing', value: missing / rows, message }];
  }
  const verdict = repeated > 0 ? ({ outcome: 'fail', reasonCode: 'ids-duplicated' } as const) : PASS;
  const message = `${repeated} of ${rows} rows have the key ${key.join(', ')} of an earlier one${suchAs(facts.key.repeated)}`;
  return [{ ...common, ...verdict, value: repeated / rows, message }];
}

function duplicates(facts: DataFacts, rules: DataRules): readonly Judged[] {
  const limit = rules['duplicate-rows'];
  if (limit === undefined || facts.distinctRows === null) return [];
  const { rows } = facts.table;
  const copies = rows - facts.distinctRows;
  const value = copies / rows;
  const verdict = isAbove(value, limit) ? ({ outcome: 'fail', reasonCode: 'rows-duplicated' } as const) : PASS;
  const but = rules.key === undefined ? 'in all columns' : `in all columns but ${rules.key.join(', ')}`;
  const message = `${copies} of ${rows} rows equal an earlier one ${but} (${percent(value)}), limit ${percent(limit)}`;
  return [{ ...whole(facts), ...verdict, value, limit, failsWhen: 'above', message }];
}

function sums(facts: DataFacts, { probabilities }: DataRules): readonly Judged[] {
  const { rows } = facts.table;
  return probabilities.flatMap((columns, index) => {
    const apart = facts.unequalSums[index] ?? null;
    if (apart === null) return [];
    const verdict = apart > 0 ? ({ outcome: 'fail', reasonCode: 'value-outside-domain' } as const) : PASS;
    const message = `in ${apart} of ${rows} rows ${columns.join(', ')} do not add to 1, give or take 0.000001`;
    return [
      { ...whole(facts), ...verdict, columns, value: apart / rows, limit: 0, failsWhen: 'above' as const, message },
    ];
  });
}

function overlap(facts: DataFacts, rules: DataRules): readonly Judged[] {
  if (rules.overlap === undefined || facts.overlap === null) return [];
  const { limit } = rules.overlap;
  const { shared, rows } = facts.overlap;
  const value = rows === 0 ? null : shared / rows;
  const common = { columns: [], n: [rows], method: 'all rows', limit, failsWhen: 'above', value } as const;
  if (value === null) {
    const message = 'no row to compare with the other data';
    return [{ ...common, outcome: 'inconclusive', reasonCode: 'empty-group', message }];
  }
  const verdict = isAbove(value, limit)
    ? ({ outcome: 'fail', reasonCode: 'training-rows-in-evaluation' } as const)
    : PASS;
  const message = `${shared} of ${rows} rows are also in the other data (${percent(value)}), limit ${percent(limit)}`;
  return [{ ...common, ...verdict, message }];
}
