import type { DriftRules } from '@gatehouse/core';
import type { DomainTable, DriftInput } from '@gatehouse/gates';
import { type BothSides, type CountedRows, refOf } from './column-counts.ts';
import type { PairedColumn } from './drift-columns.ts';

/** Values of both sides together beyond which a classifier takes longer than the rest of the gate. */
const MOST_CELLS = 2_000_000;
/** More categories than that name rows rather than describe them. */
const MOST_CATEGORIES = 200;

/** A column of one table as numbers; categories by their place in a list that both sides share. */
type DomainColumn = { readonly values: Float64Array; readonly keys: readonly string[] | null };

/**
 * Rows of both sides for the domain classifier, features only. Missing numbers become the mean, beside a category that says
 * so; columns with more than 200 categories stay out. Rows are ordered by what they hold, so that files may be in any order.
 */
export async function collectDomain(
  sides: BothSides,
  {
    columns,
    rules,
    isExact,
  }: { readonly columns: readonly PairedColumn[]; readonly rules: DriftRules; readonly isExact: boolean },
): Promise<DriftInput['domain']> {
  const features = columns.filter(({ role }) => role === 'feature');
  const { reference, current, sizes } = sides;
  const cells = features.length * (sizes.reference + sizes.current);
  if (rules['domain-classifier'] === 'off' || rules.mode === 'evidently') return { notPossible: 'it is off' };
  if (features.length === 0) return { notPossible: 'there is no feature' };
  if (!isExact || cells > MOST_CELLS) return { notPossible: `more than ${MOST_CELLS} values` };
  const known = await columnsOf(reference, features);
  const seen = await columnsOf(current, features);
  const table = features.flatMap((_, at) => {
    const [first, second] = [known[at], seen[at]];
    return first === undefined || second === undefined ? [] : joined(first, second);
  });
  return { features: ordered(table, sizes), rows: sizes };
}

async function columnsOf(
  { tables, relation }: CountedRows,
  features: readonly PairedColumn[],
): Promise<readonly DomainColumn[]> {
  const wanted = features.map(({ column, of }) => {
    const ref = refOf(relation, column);
    return of === 'numbers'
      ? ({ column: ref, as: 'numbers', missing: 'nan' } as const)
      : ({ column: ref, as: 'codes' } as const);
  });
  const fetched = await tables.columnValues(relation, wanted, { maxRows: MOST_CELLS });
  return fetched.map((column) => ({
    values: column.as === 'numbers' ? column.values : Float64Array.from(column.values),
    keys: column.as === 'numbers' ? null : column.keys,
  }));
}

type Feature = DomainTable['features'][number];

function joined(first: DomainColumn, second: DomainColumn): readonly Feature[] {
  if (first.keys === null || second.keys === null) {
    const all = new Float64Array(first.values.length + second.values.length);
    all.set(first.values);
    all.set(second.values, first.values.length);
    return numeric(all);
  }
  const keys = [...new Set([...first.keys, ...second.keys])].sort();
  if (keys.length > MOST_CATEGORIES) return [];
  const places = new Map(keys.map((key, place) => [key, place + 1]));
  const codes = [first, second].flatMap(({ values, keys: own }) =>
    Array.from(values, (code) => (code < 0 ? 0 : (places.get(own?.[code] ?? '') ?? 0))),
  );
  return [{ kind: 'category', codes: Int32Array.from(codes) }];
}

function numeric(all: Float64Array): readonly Feature[] {
  const finite = all.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return [];
  const mean = finite.toSorted().reduce((sum, value) => sum + value / finite.length, 0);
  const values = all.map((value) => (Number.isFinite(value) ? value : mean));
  if (finite.length === all.length) return [{ kind: 'numeric', values }];
  const codes = Int32Array.from(all, (value) => (Number.isFinite(value) ? 0 : 1));
  return [
    { kind: 'numeric', values },
    { kind: 'category', codes },
  ];
}

/** Each side by the values of its rows, one column after the other; rows that are equal cannot be told apart anyway. */
function ordered(features: readonly Feature[], sizes: BothSides['sizes']): readonly Feature[] {
  const columns = features.map((feature) => (feature.kind === 'numeric' ? feature.values : feature.codes));
  const compare = (a: number, b: number): number => {
    for (const values of columns) {
      const difference = Number(values[a]) - Number(values[b]);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const all = Array.from({ length: sizes.reference + sizes.current }, (_, row) => row);
  const order = [...all.slice(0, sizes.reference).sort(compare), ...all.slice(sizes.reference).sort(compare)];
  return features.map((feature) =>
    feature.kind === 'numeric'
      ? { kind: 'numeric', values: Float64Array.from(order, (row) => Number(feature.values[row])) }
      : { kind: 'category', codes: Int32Array.from(order, (row) => Number(feature.codes[row])) },
  );
}
