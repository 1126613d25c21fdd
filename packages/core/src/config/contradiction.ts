import type { ModelConfig } from './schema.ts';
import type { DataPath } from './yaml-source.ts';

/** A rule between fields that does not hold. */
export interface Contradiction {
  readonly path: DataPath;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** The sections of a model that could be read; a section with faults is left out and its rules wait for it. */
export type ReadableModel = Partial<ModelConfig>;

/** A value that a list names twice. */
export function duplicate(path: DataPath, value: string): Contradiction {
  return {
    path,
    found: `got "${value}" a second time`,
    allowed: 'Each may be named once',
    remedy: 'Remove one of the two.',
  };
}

/** Positions of the values that stood earlier in the list already. */
export function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
