/** A JSON object whose keys are known. */
export type StateRecord = Readonly<Record<string, unknown>>;

/**
 * Reads a stored state: an object of this kind and version with exactly these keys. A monitor that went on from a state it
 * does not understand would carry evidence that means nothing.
 *
 * @throws RangeError for anything else.
 */
export function readState(value: unknown, kind: string, keys: readonly string[]): StateRecord {
  if (!isRecord(value)) throw new RangeError(`A state of ${kind} is an object, got ${describe(value)}.`);
  const expected = ['kind', 'version', ...keys].sort();
  const found = Object.keys(value).sort();
  if (found.join() !== expected.join()) {
    throw new RangeError(`A state of ${kind} has the keys ${expected.join(', ')}, got ${found.join(', ') || 'none'}.`);
  }
  if (value['kind'] !== kind || value['version'] !== 1) {
    throw new RangeError(
      `The state must be of ${kind}, version 1, got ${describe(value['kind'])}, version ${describe(value['version'])}.`,
    );
  }
  return value;
}

/** @throws RangeError unless the key holds a finite number for which `allowed` is true. */
export function readNumber(state: StateRecord, key: string, allowed: (value: number) => boolean): number {
  const value = state[key];
  if (typeof value !== 'number' || !Number.isFinite(value) || !allowed(value)) {
    throw new RangeError(`The state has a "${key}" that no monitor writes: ${describe(value)}.`);
  }
  return value;
}

/** @throws RangeError unless the key holds a whole number from `least`. */
export function readWhole(state: StateRecord, key: string, least = 0): number {
  return readNumber(state, key, (value) => Number.isSafeInteger(value) && value >= least);
}

/** @throws RangeError unless the key holds `length` finite numbers for which `allowed` is true. */
export function readNumbers(
  state: StateRecord,
  key: string,
  shape: { readonly length: number; readonly allowed?: (value: number) => boolean },
): readonly number[] {
  const list = state[key];
  if (!Array.isArray(list) || list.length !== shape.length) {
    throw new RangeError(`The state must hold ${shape.length} numbers in "${key}", got ${describe(list)}.`);
  }
  return Array.from(list, (value: unknown) => readNumber({ [key]: value }, key, shape.allowed ?? (() => true)));
}

/** @throws RangeError unless the key holds one of the words. */
export function readWord<Word extends string>(state: StateRecord, key: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === state[key]);
  if (found === undefined) {
    throw new RangeError(`The state must hold one of ${words.join(', ')} in "${key}", got ${describe(state[key])}.`);
  }
  return found;
}

function isRecord(value: unknown): value is StateRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : (JSON.stringify(value) ?? String(value));
}
