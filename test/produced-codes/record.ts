import { REASON_CODES } from '@gatehouse/core';
import { afterEach, chai } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Reason codes in what the test compared with what it expected. */
    comparedCodes?: readonly string[];
  }
}

/** What a value is compared with as a whole or in part. */
const MATCHERS = [
  ...['toBe', 'toEqual', 'toStrictEqual', 'toMatchObject', 'toContain', 'toContainEqual', 'toHaveProperty'],
  ...['toThrow', 'toThrowError'],
];
/** Deep enough for the findings of the decisions of a run. */
const DEEPEST = 8;
const CODES: ReadonlySet<string> = new Set(Object.keys(REASON_CODES));
const compared = new Set<string>();

// What a test compares is what the product returned; a code that only stands in the test itself is never compared so.
chai.use((_, { flag, overwriteMethod }) => {
  for (const name of MATCHERS) {
    overwriteMethod(chai.Assertion.prototype, name, (original: (...taken: unknown[]) => unknown) => {
      return function recorded(this: object, ...taken: unknown[]): unknown {
        const received: unknown = flag(this, 'object');
        if (flag(this, 'negate') === true) return original.apply(this, taken);
        // What is expected to throw is run by the matcher.
        if (name.startsWith('toThrow') && isFunction(received)) flag(this, 'object', noting(received));
        else note(received, DEEPEST);
        return original.apply(this, taken);
      };
    });
  }
});

afterEach(({ task }) => {
  if (compared.size > 0) task.meta.comparedCodes = [...compared].toSorted();
  compared.clear();
});

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}

/** The same function, which lets us see what it throws. */
function noting(run: () => unknown): () => unknown {
  return () => {
    try {
      return run();
    } catch (error) {
      note(error, DEEPEST);
      throw error;
    }
  };
}

function note(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (CODES.has(value)) compared.add(value);
  } else if (typeof value === 'object' && value !== null && depth > 0 && !ArrayBuffer.isView(value)) {
    const members = value instanceof Map ? value.values() : Object.values(value);
    for (const member of value instanceof Set ? value : members) note(member, depth - 1);
    if (value instanceof Error && 'reasonCode' in value) note(value.reasonCode, 1);
  }
}
