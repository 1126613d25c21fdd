import type { JsonSchema } from '@gatehouse/core';
import type { Flag } from './flag.ts';
import type { Flags } from './read-flags.ts';

/** A value of a gate's block that is one number, one word, or yes or no, and where it is in the block. */
interface Scalar {
  readonly flag: string;
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/**
 * The flags that mirror a block of the configuration: each key that has one value is a flag of its name, and a key within a
 * key has both names. What is a list or a mapping needs a flag of its own.
 *
 * @param except keys that a gate reads by itself.
 */
export function blockFlags(schema: JsonSchema, except: readonly string[] = []): readonly Flag[] {
  return scalarsOf(schema, except).map(({ flag, path, schema: own }) => ({
    name: flag,
    value: formOf(own),
    help: helpOf(own, path),
  }));
}

/** The block as far as those flags give it, for `parseGateBlock`; what was not given is left to the defaults. */
export function blockOf(flags: Flags, schema: JsonSchema, except: readonly string[] = []): Record<string, unknown> {
  const block: Record<string, unknown> = {};
  for (const { flag, path, schema: own } of scalarsOf(schema, except)) {
    const value = givenValue(flags, flag, own);
    const [key = '', inner] = path;
    if (value === undefined) continue;
    if (inner === undefined) block[key] = value;
    else block[key] = { ...(block[key] ?? {}), [inner]: value };
  }
  return block;
}

function scalarsOf(schema: JsonSchema, except: readonly string[]): readonly Scalar[] {
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => !except.includes(key))
    .flatMap(([key, own]): readonly Scalar[] => {
      if (isScalar(own)) return [{ flag: key, path: [key], schema: own }];
      const inner = Object.entries(own.properties ?? {});
      // A mapping of which a key is itself a mapping is no small group of settings.
      if (!inner.every(([, value]) => isScalar(value))) return [];
      return inner.map(([name, value]) => ({ flag: `${key}-${name}`, path: [key, name], schema: value }));
    });
}

function isScalar({ type, enum: words }: JsonSchema): boolean {
  return words !== undefined || type === 'number' || type === 'integer' || type === 'boolean' || type === 'string';
}

function formOf({ type, enum: words }: JsonSchema): string | null {
  if (words !== undefined) return words.join('|');
  if (type === 'boolean') return null;
  return type === 'string' ? 'TEXT' : 'NUMBER';
}

/** Keys that several gates have and the schema does not describe. */
const COMMON: Readonly<Record<string, string>> = { confidence: 'How sure a verdict must be, as a share' };

function helpOf(schema: JsonSchema, path: readonly string[]): string {
  const key = path.join('.');
  const text = (schema.description ?? COMMON[key] ?? `What "${key}" is in the configuration`).replace(/\.$/, '');
  const preset: unknown = Reflect.get(schema, 'default');
  return preset === undefined || preset === false ? text : `${text} (default: ${JSON.stringify(preset)})`;
}

function givenValue(flags: Flags, name: string, { type, enum: words }: JsonSchema): unknown {
  if (words !== undefined || type === 'string') return flags.text(name);
  if (type === 'boolean') return flags.has(name) ? true : undefined;
  return flags.number(name);
}
