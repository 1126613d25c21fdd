import { ActionError, type DataColumnConfig, type Decision, type Finding } from '@gatehouse/core';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { columnFindings, missingValues } from './column-findings.ts';
import type { ColumnFacts, DataFacts, DataRules, DomainRule, LeakFact } from './data-facts.ts';
import { strongestTelling } from './leak-findings.ts';
import { profileFindings } from './profile-findings.ts';
import { tableFindings } from './table-findings.ts';
import { readSchema } from './table-schema.ts';

export interface DataInput {
  readonly rules: DataRules;
  readonly facts: DataFacts;
  readonly context: GateContext;
  /** What was found of the data before the table was opened: its identity, and what describes it. */
  readonly identity?: readonly Finding[];
}

/**
 * Judges data: identity, schema, values, key, copies, comparison with a profile, leakage and overlap.
 *
 * Counts are exact and are held against their limits as they are; only comparisons with a profile allow for chance. A table
 * that breaks the schema fails, and the rules of the columns that could not be read are not judged besides.
 *
 * @throws ActionError `bug` when a rule has no facts: what nobody counted is not a pass.
 */
export function evaluateData({ rules, facts, context, identity = [] }: DataInput): Decision {
  const schema = readSchema(rules, facts.table, facts.misread);
  requireFacts(rules, facts, schema.usable);
  const findings = [
    ...identity,
    ...schema.findings,
    ...tableFindings(facts, rules),
    ...columnFindings(facts, rules),
    ...profileFindings(facts, rules),
  ];
  return assembleDecision('data', context, {
    findings,
    measures: { dataset: datasetMeasures(facts), columns: columnMeasures(facts) },
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: notMeasured(rules, facts),
  });
}

function requireFacts(rules: DataRules, facts: DataFacts, usable: readonly string[]): void {
  for (const name of usable) {
    const column = facts.columns.get(name);
    if (column === undefined) throw uncounted(`the column ${name}`);
    const own = Object.hasOwn(rules.columns, name) ? rules.columns[name] : undefined;
    const asked = domainRules(own).filter(() => column.integrity.type !== 'empty');
    const lacking = asked.find((rule) => !column.breaches.some((breach) => breach.rule === rule));
    if (lacking !== undefined) throw uncounted(`"${lacking}" of the column ${name}`);
    if (own?.unique === true && column.distinct === null) throw uncounted(`the distinct values of ${name}`);
    if (rules['constant-columns'] !== 'allow' && column.varies === null) throw uncounted(`whether ${name} varies`);
    if (own?.type === 'timestamp' && column.times === null) throw uncounted(`the times of ${name}`);
  }
  const has = (columns: readonly string[]): boolean => columns.every((name) => usable.includes(name));
  if (rules.key !== undefined && has(rules.key) && facts.key === null) throw uncounted('the key');
  if (rules['duplicate-rows'] !== undefined && facts.distinctRows === null) throw uncounted('the copies');
  if (rules.profile !== undefined && facts.profile === null) throw uncounted('the profile');
  if (rules.leakage !== undefined && facts.leaks === null) throw uncounted('leakage');
  if (rules.overlap !== undefined && facts.overlap === null) throw uncounted('the overlap');
  rules.probabilities.forEach((columns, index) => {
    if (has(columns) && (facts.unequalSums[index] ?? null) === null)
      throw uncounted(`the sum of ${columns.join(', ')}`);
  });
}

function uncounted(what: string): ActionError {
  return new ActionError('bug', {
    where: 'The data gate',
    found: `a rule for ${what} and nothing counted for it`,
    allowed: 'a count for every rule',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

/** The rules of a column that the engine is asked about. */
export function domainRules(column: DataColumnConfig | undefined): readonly DomainRule[] {
  if (column === undefined) return [];
  const { min, max, probability, pattern, values } = column;
  return [
    ...(min === undefined ? [] : (['min'] as const)),
    ...(max === undefined ? [] : (['max'] as const)),
    ...(probability ? (['probability'] as const) : []),
    ...(pattern === undefined ? [] : (['pattern'] as const)),
    ...(values === undefined ? [] : (['values'] as const)),
  ];
}

function datasetMeasures({ table, distinctRows, overlap, profile, asOf }: DataFacts): Decision['measures'] {
  return {
    rows: table.rows,
    columns: table.columns.length,
    ...(distinctRows === null ? {} : { 'duplicate-rows': table.rows - distinctRows }),
    ...(overlap === null ? {} : { 'shared-rows': overlap.shared }),
    ...(profile === null ? {} : { 'profile-rows': profile.rows }),
    ...(asOf === null ? {} : { 'as-of': asOf }),
  };
}

function columnMeasures({ columns, leaks }: DataFacts): Decision['measures'] {
  const told = new Map((leaks?.columns ?? []).map((leak) => [leak.column, leak]));
  return Object.fromEntries(
    [...columns].map(([name, column]) => {
      const { integrity, distinct, outside, newCategories } = column;
      const leak = told.get(name);
      return [
        name,
        {
          type: integrity.type,
          n: integrity.rows - missingValues(column),
          ...missingMeasures(integrity),
          'missing-rate': missingValues(column) / integrity.rows,
          ...(distinct === null ? {} : { distinct: distinct.distinct }),
          ...(newCategories === null ? {} : { 'new-categories': newCategories.count }),
          ...(outside === null ? {} : { 'out-of-range': outside }),
          ...(leak === undefined ? {} : leakMeasures(leak)),
        },
      ];
    }),
  );
}

function leakMeasures(leak: LeakFact): Decision['measures'] {
  const strongest = strongestTelling(leak);
  const { pearson, spearman } = leak;
  return {
    'tells-label': strongest?.value ?? null,
    ...(strongest === null ? {} : { 'tells-label-by': strongest.method }),
    ...(pearson === null ? {} : { 'correlation-with-label': pearson.value }),
    ...(spearman === null ? {} : { 'rank-correlation-with-label': spearman.value }),
  };
}

function missingMeasures(integrity: ColumnFacts['integrity']): Decision['measures'] {
  const { nulls, nans, positiveInfinities, negativeInfinities, emptyTexts } = integrity;
  return { nulls, nans, infinities: positiveInfinities + negativeInfinities, 'empty-texts': emptyTexts };
}

/** A column that could be the key of a table whose policy names none: no value is missing, and none is there twice. */
function likelyKey({ columns, table }: DataFacts): string {
  const unique = [...columns].find(([, { integrity, distinct }]) => {
    return ['integer', 'text'].includes(integrity.type) && table.rows > 1 && distinct?.distinct === table.rows;
  });
  return unique === undefined ? '' : `; ${unique[0]} has another value in every row and could be named as the key`;
}

function notMeasured(rules: DataRules, facts: DataFacts): readonly string[] {
  const { table, leaks } = facts;
  const lists = table.columns.filter(({ type }) => type === 'unsupported').map(({ name }) => name);
  return [
    ...(lists.length === 0 ? [] : [`columns of lists, structures or bytes: ${lists.join(', ')}`]),
    ...(Object.keys(rules.columns).length === 0 ? ['columns and types, of which the policy names none'] : []),
    ...(rules.key === undefined ? [`whether a row occurs twice under one key${likelyKey(facts)}`] : []),
    ...(rules['duplicate-rows'] === undefined ? ['copies of rows'] : []),
    ...(rules.profile === undefined ? ['change against a profile'] : []),
    ...(rules.leakage === undefined ? ['whether a column gives the label away'] : []),
    ...(leaks?.columns.some(({ spearman }) => spearman !== null)
      ? ['whether words of a text give away a label that is a number']
      : []),
    ...(rules.overlap === undefined ? ['whether training has seen rows of the evaluation'] : []),
    'how late the labels came',
  ];
}
