import type {
  BaselineProfile,
  Breaches,
  ColumnIntegrity,
  DataColumnConfig,
  TimeRange,
  ValueRule,
} from '@gatehouse/core';
import { type ColumnFacts, type DomainRule, domainRules, isOfKind } from '@gatehouse/gates';
import { type OpenData, refTo, relationOf } from './data-question.ts';

const NUMERIC: readonly string[] = ['integer', 'number'];

/**
 * Of wider tables, and of fractions, the distinct values are counted only where a rule asks: each column takes a pass of its
 * own, and nearly every fraction is another one.
 */
const MOST_DISTINCT = 100;

/** Counts what the rules ask of each column that fits the schema, in the order of the table. */
export async function collectColumns(open: OpenData): Promise<ReadonlyMap<string, ColumnFacts>> {
  const { tables, usable, question } = open;
  const { rules, profile } = question;
  const refs = usable.map((name) => refTo(open, name));
  const counts = refs.length === 0 ? [] : await tables.integrity(relationOf(open), refs);
  const needsVarying = rules['constant-columns'] !== 'allow' && refs.length > 0;
  const varying = needsVarying ? await tables.varying(relationOf(open), refs) : [];
  const found = new Map<string, ColumnFacts>();
  for (const [index, name] of usable.entries()) {
    const integrity = counts[index];
    if (integrity === undefined) throw new RangeError(`Nothing was counted of the column ${name}.`);
    const own = Object.hasOwn(rules.columns, name) ? rules.columns[name] : undefined;
    const reference = profile !== undefined && Object.hasOwn(profile.columns, name) ? profile.columns[name] : undefined;
    const isCounted = usable.length <= MOST_DISTINCT && integrity.type !== 'number';
    const needsDistinct = own?.unique === true || isCounted;
    const distinct = needsDistinct ? await tables.distinct(relationOf(open), refTo(open, name)) : null;
    found.set(name, {
      integrity,
      distinct,
      repeated: own?.unique === true && (distinct?.repeated ?? 0) > 0 ? await repeatedValues(open, name) : null,
      varies: varying[index] ?? null,
      breaches: integrity.type === 'empty' ? [] : await domainBreaches(open, name, own),
      times: own?.type === 'timestamp' ? await timesOf(open, integrity) : null,
      ...(await againstProfile(open, { name, integrity, reference })),
    });
  }
  return found;
}

/** Values that occur more than once. */
export async function repeatedValues(open: OpenData, name: string): Promise<Breaches | null> {
  const [found = null] = await open.tables.breaches(relationOf(open), [{ column: refTo(open, name), occurs: 'once' }]);
  return found;
}

/** A column without a value has no time either, which leaves its age unknown. */
async function timesOf(open: OpenData, { column, type }: ColumnIntegrity): Promise<TimeRange> {
  if (type === 'empty') return { count: 0, unreadable: 0, earliest: null, latest: null };
  return await open.tables.times(relationOf(open), refTo(open, column));
}

async function domainBreaches(
  open: OpenData,
  name: string,
  own: DataColumnConfig | undefined,
): Promise<ColumnFacts['breaches']> {
  if (own === undefined) return [];
  const found: (Breaches & { readonly rule: DomainRule })[] = [];
  for (const rule of domainRules(own)) {
    const asked = await open.tables.breaches(relationOf(open), valueRules(open, name, { rule, own }));
    found.push({ rule, ...together(asked) });
  }
  return found;
}

function valueRules(
  open: OpenData,
  name: string,
  { rule, own }: { readonly rule: DomainRule; readonly own: DataColumnConfig },
): readonly ValueRule[] {
  const column = refTo(open, name);
  switch (rule) {
    case 'min':
      return [{ column, atLeast: own.min ?? Number.NaN }];
    case 'max':
      return [{ column, atMost: own.max ?? Number.NaN }];
    case 'probability':
      return [
        { column, atLeast: 0 },
        { column, atMost: 1 },
      ];
    case 'pattern':
      return [{ column, matches: own.pattern ?? '' }];
    case 'values':
      return [{ column, oneOf: (own.values ?? []).map(keyOf) }];
  }
}

/** As the port writes keys: `1.0` is `1`. */
function keyOf(value: string | number | boolean): string {
  return String(value);
}

function together(breaches: readonly Breaches[]): Breaches {
  return {
    count: breaches.reduce((sum, { count }) => sum + count, 0),
    examples: breaches.flatMap(({ examples }) => examples).slice(0, 3),
    rows: breaches.flatMap(({ rows }) => rows).slice(0, 3),
  };
}

async function againstProfile(
  open: OpenData,
  column: {
    readonly name: string;
    readonly integrity: ColumnIntegrity;
    readonly reference: BaselineProfile['columns'][string] | undefined;
  },
): Promise<Pick<ColumnFacts, 'median' | 'newCategories' | 'outside'>> {
  const { name, integrity, reference } = column;
  const nothing = { median: null, newCategories: null, outside: null };
  // Numbers with few values are categories in a profile. Text where it has numbers is told as such, and not counted.
  const isNumeric = NUMERIC.includes(integrity.type);
  if (reference === undefined || (integrity.type !== 'empty' && !isOfKind(integrity.type, reference))) return nothing;
  const { nans, positiveInfinities, negativeInfinities } = integrity;
  const ref = refTo(open, name);
  if (reference.kind === 'categories') {
    const rule = { column: ref, oneOf: Object.keys(reference.counts) };
    const [found = null] = await open.tables.breaches(relationOf(open), [rule]);
    if (found === null) throw new RangeError(`Nothing was counted of the categories of ${name}.`);
    // What is missing for the profile is no category here either.
    return {
      ...nothing,
      newCategories: { ...found, count: found.count - nans - positiveInfinities - negativeInfinities },
    };
  }
  const { minimum, maximum } = reference;
  if (minimum === null || maximum === null) return { ...nothing, outside: 0 };
  const [below, above] = await open.tables.breaches(relationOf(open), [
    { column: ref, atLeast: minimum },
    { column: ref, atMost: maximum },
  ]);
  if (below === undefined || above === undefined) throw new RangeError(`Nothing was counted of the range of ${name}.`);
  const outside = below.count + above.count - positiveInfinities - negativeInfinities;
  const wanted = open.question.rules.profile?.['unit-jumps'] ?? 'allow';
  return { newCategories: null, outside, median: wanted === 'allow' || !isNumeric ? null : await medianOf(open, name) };
}

/** The engine gives distinct quantiles, so of two it is still to be found out which one is the middle. */
async function medianOf(open: OpenData, name: string): Promise<number | null> {
  const column = refTo(open, name);
  const quantiles = await open.tables.quantiles(relationOf(open), column, 2);
  const [first = null, second = null, third] = quantiles;
  if (first === null || second === null) return first;
  if (third !== undefined) return second;
  const [counts] = await open.tables.histogram(relationOf(open), [{ column, edges: [first] }]);
  const upTo = (counts?.equal[0] ?? 0) + (counts?.between[0] ?? 0);
  const all = upTo + (counts?.between[1] ?? 0);
  return upTo >= Math.ceil(all / 2) ? first : second;
}
