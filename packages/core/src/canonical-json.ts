import canonicalize from 'canonicalize';

/** Deeper values than this are refused: nothing of ours nests so far, and a hostile document may. */
const MAX_DEPTH = 200;

/**
 * RFC 8785 canonical JSON: equal values give equal text, whatever the order of keys.
 *
 * Unlike `JSON.stringify` it never drops or replaces anything, since a digest over a silently changed value would bind
 * something else: `undefined`, functions, symbols, big integers, NaN, infinities, dates and other class instances,
 * array holes, lone surrogates, cycles and more than 200 levels are refused.
 *
 * @throws TypeError naming the place of the first value that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  refuseNonJson(value, { path: '$', depth: 0, above: new Set() });
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('$ has no JSON representation');
  return text;
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly above: Set<object>;
}

function refuseNonJson(value: unknown, place: Place): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!value.isWellFormed())
      throw new TypeError(`${place.path} is text with a lone surrogate, which JSON cannot hold`);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${place.path} is ${value}, which JSON cannot hold`);
    return;
  }
  if (typeof value !== 'object') throw new TypeError(`${place.path} is ${typeof value}, which JSON cannot hold`);
  if (place.above.has(value)) throw new TypeError(`${place.path} refers back to a value that contains it`);
  if (place.depth >= MAX_DEPTH) throw new TypeError(`${place.path} is nested more than ${MAX_DEPTH} levels deep`);
  place.above.add(value);
  if (Array.isArray(value)) refuseInArray(value, place);
  else refuseInObject(value, place);
  place.above.delete(value);
}

function refuseInArray(list: readonly unknown[], place: Place): void {
  for (let index = 0; index < list.length; index++) {
    refuseNonJson(list[index], { ...place, path: `${place.path}[${index}]`, depth: place.depth + 1 });
  }
}

function refuseInObject(value: object, place: Place): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${place.path} is not a plain object: convert it to JSON values first`);
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError(`${place.path} has a symbol as a key`);
  for (const [key, member] of Object.entries(value)) {
    if (!key.isWellFormed()) throw new TypeError(`${place.path} has a key with a lone surrogate`);
    refuseNonJson(member, { ...place, path: `${place.path}.${key}`, depth: place.depth + 1 });
  }
}
