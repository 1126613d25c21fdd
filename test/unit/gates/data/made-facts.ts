import {
  type BaselineProfile,
  type Breaches,
  type ColumnIntegrity,
  type ColumnType,
  type Decision,
  dataProfileRules,
  dataRules,
  edgesId,
  type Finding,
  sha256,
} from '@gatehouse/core';
import { type ColumnFacts, type DataFacts, type DataRules, evaluateData, type LeakFact } from '@gatehouse/gates';

const ROWS = 10;

/** A column of ten sound values, and what a test changes of it. */
export function column(
  type: ColumnType,
  {
    integrity,
    ...facts
  }: Partial<Omit<ColumnFacts, 'integrity'>> & { readonly integrity?: Partial<ColumnIntegrity> } = {},
): ColumnFacts {
  const none = {
    nulls: 0,
    nans: 0,
    positiveInfinities: 0,
    negativeInfinities: 0,
    emptyTexts: 0,
    negatives: 0,
    zeros: 0,
  };
  return {
    integrity: { column: 'a', type, rows: ROWS, ...none, ...integrity },
    distinct: null,
    repeated: null,
    varies: null,
    breaches: [],
    times: null,
    median: null,
    newCategories: null,
    outside: null,
    ...facts,
  };
}

/** A table of these columns. */
export function factsOf(columns: Readonly<Record<string, ColumnFacts>>, more: Partial<DataFacts> = {}): DataFacts {
  const described = Object.entries(columns).map(([name, { integrity }]) => ({ name, type: integrity.type }));
  return {
    table: { format: 'parquet', rows: ROWS, columns: described },
    misread: new Map(),
    columns: new Map(Object.entries(columns)),
    key: null,
    distinctRows: null,
    unequalSums: [],
    leaks: null,
    overlap: null,
    profile: null,
    asOf: null,
    ...more,
  };
}

export function rulesOf(rules: object, rest: Partial<DataRules> & { readonly against?: object } = {}): DataRules {
  const { against, ...more } = rest;
  const parsed = dataRules.parse({ 'constant-columns': 'allow', ...rules });
  return { ...parsed, ...more, ...(against === undefined ? {} : { profile: dataProfileRules.parse(against) }) };
}

export function decided(facts: DataFacts, rules: DataRules): Decision {
  return evaluateData({ rules, facts, context: { subject: null, policyDigest: null, inputs: [] } });
}

/** Everything that a finding says, as a line. */
export function lineOf(finding: Finding): string {
  const { measure, outcome, severity, reasonCode, groups, value, limit, failsWhen, n, interval, confidence } = finding;
  const shown = (number: number | null): string => (number === null ? 'null' : String(Number(number.toPrecision(6))));
  return [
    `${outcome}${severity === 'warn' ? '/warn' : ''} ${reasonCode} ${measure}`,
    groups === undefined ? '' : `[${groups.join(' ')}]`,
    shown(value),
    limit === undefined ? '' : `${failsWhen} ${shown(limit)}`,
    interval === undefined ? '' : `${interval.map(shown).join('..')} at ${shown(confidence ?? null)}`,
    `n ${(n ?? []).join(' ')}`,
    `by ${finding.method}`,
    `| ${finding.message}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** What is said of one measure. */
export function linesOf(facts: DataFacts, rules: DataRules, measure: string): readonly string[] {
  return decided(facts, rules)
    .findings.filter((one) => one.measure === measure)
    .map(lineOf);
}

export function breaches(count: number, ...examples: readonly string[]): Breaches {
  return { count, examples, rows: examples.map((_, at) => at + 3) };
}

/** Numbers 0 to 9 in ten thousand rows, on one edge each. */
export function numbersProfile(change: Partial<Extract<BaselineProfile['columns'][string], { kind: 'numbers' }>> = {}) {
  const edges = Array.from({ length: 10 }, (_, at) => at);
  const none = { null: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
  return {
    kind: 'numbers' as const,
    n: 1000,
    missing: none,
    edges,
    edgesId: edgesId(edges),
    equal: edges.map(() => 100),
    open: Array.from({ length: 11 }, () => 0),
    openSums: Array.from({ length: 11 }, () => 0),
    minimum: 0,
    maximum: 9,
    mean: 4.5,
    m2: 8250,
    zeros: 100,
    ...change,
  };
}

export function profileOf(columns: BaselineProfile['columns'], rows = 1000): BaselineProfile {
  return {
    schemaVersion: 1,
    kind: 'baseline-profile',
    datasetDigest: sha256('reference'),
    rows,
    shards: [],
    privacyFloor: null,
    columns,
  };
}

/** What sixty rows of two labels tell when the column has nothing to do with them. */
export function leak(change: Partial<LeakFact> = {}): LeakFact {
  return {
    column: 'f',
    type: 'number',
    telling: {
      rows: 60,
      missing: 0,
      labels: [
        { label: 'no', rows: 40, missing: 0, above: 0.55 },
        { label: 'yes', rows: 20, missing: 0, above: 0.45 },
      ],
      repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
    },
    pearson: { rows: 60, value: 0.05 },
    spearman: null,
    word: null,
    ...change,
  };
}

/** Two texts in a thousand rows. */
export function categoriesProfile(
  change: Partial<Extract<BaselineProfile['columns'][string], { kind: 'categories' }>>,
): Extract<BaselineProfile['columns'][string], { kind: 'categories' }> {
  const none = { null: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
  return {
    kind: 'categories',
    of: 'texts',
    n: 1000,
    missing: none,
    counts: { a: 500, b: 500 },
    other: 0,
    singletons: 0,
    ...change,
  };
}

/** What the data gate says of a measure, in a line each, of columns beside those of a profile. */
export function compared(
  columns: Readonly<Record<string, ColumnFacts>>,
  profiled: BaselineProfile['columns'],
  limits: object,
  measure: string,
  rows = 1000,
): readonly string[] {
  return linesOf(factsOf(columns, { profile: profileOf(profiled, rows) }), rulesOf({}, { against: limits }), measure);
}
