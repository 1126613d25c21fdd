import type { ColumnType, TableFormat } from '@gatehouse/core';

/** How many values of a text column look like what. Each value counts once. */
export interface KindCounts {
  readonly values: number;
  readonly integers: number;
  /** Numbers that are not written as the one form of an integer. */
  readonly numbers: number;
  /** Of the numbers, those that are digits behind a needless zero or plus: `007` is a code, not seven. */
  readonly codes: number;
  /** `NaN` and infinities. */
  readonly notFinite: number;
  readonly booleans: number;
  readonly texts: number;
  /** Lists and objects of JSON. */
  readonly nested: number;
}

const NUMBER = `'[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?'`;
const NOT_FINITE = `'[+-]?([iI]nf(inity)?|INF|[nN]a[nN]|NAN)'`;
const CODE = `'\\+?[0-9]+|-0[0-9]+'`;

/**
 * Conditions by kind, in the order of {@link KindCounts}, over the text `x`; the first that holds counts. A cast that comes
 * back as the same text is the test for an integer: casts alone also take ` 1`, `0x1` and `1_000`.
 */
export function kindConditions(format: TableFormat, x: string): readonly string[] {
  const integer = `coalesce(TRY_CAST(${x} AS BIGINT)::VARCHAR = ${x}, TRY_CAST(${x} AS HUGEINT)::VARCHAR = ${x}, false)`;
  if (format === 'jsonl') {
    const type = `json_type(${x}::JSON)`;
    const token = `regexp_full_match(${x}, ${NOT_FINITE})`;
    return [
      `${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND ${integer}`,
      `${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND NOT ${token}`,
      'false',
      token,
      `${type} = 'BOOLEAN'`,
      `${type} = 'VARCHAR'`,
      'true',
    ];
  }
  return [
    integer,
    `regexp_full_match(${x}, ${NUMBER}) AND NOT regexp_full_match(${x}, ${CODE})`,
    `regexp_full_match(${x}, ${CODE})`,
    `regexp_full_match(${x}, ${NOT_FINITE})`,
    `${x} IN ('true', 'false', 'True', 'False', 'TRUE', 'FALSE')`,
    'true',
    'false',
  ];
}

/** One number per value: position of the first condition that holds. */
export function kindExpression(format: TableFormat, x: string): string {
  const whens = kindConditions(format, x).map((condition, kind) => `WHEN ${condition} THEN ${kind}`);
  return `CASE WHEN ${x} IS NULL THEN NULL ${whens.join(' ')} END`;
}

/** What a column holds, by all of its values. */
export function typeOfKinds(counts: KindCounts): ColumnType {
  const { values, integers, numbers, codes, notFinite, booleans, texts, nested } = counts;
  if (nested > 0) return 'unsupported';
  if (values === 0) return 'empty';
  if (integers === values) return 'integer';
  if (booleans === values) return 'boolean';
  const digits = integers + codes;
  if (codes > 0 && digits === values) return 'text';
  // A word such as "Nan" is a name as long as no number stands beside it.
  if (texts + booleans + notFinite === values && texts + booleans > 0) return 'text';
  if (integers + numbers + notFinite === values) return 'number';
  return 'mixed';
}
