import { ConfigError, type Fault, nearestName } from '@gatehouse/core';
import type { InputSpec, PresentInput } from './input.ts';

/** The environment an action is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Fields = Readonly<Record<string, InputSpec<unknown>>>;

type ValueOf<Field> =
  Field extends PresentInput<infer Value> ? Value : Field extends InputSpec<infer Value> ? Value | undefined : never;

/** What a run receives: one value per input, under the input's own kebab-case name. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** The inputs of one action: the twin of `inputs:` in its `action.yml`. */
export interface Inputs<Values> {
  readonly fields: Fields;
  /** Old name to new name; using an old one is an error that says the new one. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Every secret text in the environment, well-formed or not, so that it can be masked before anything is printed. */
  secretsIn(env: Environment): readonly string[];
  /** @throws {ConfigError} with every fault found. */
  parse(env: Environment): Values;
}

/**
 * Declares an action's inputs. Parsing is strict: a text outside what is allowed, a missing required input, an old
 * name and an `INPUT_*` that no input has are faults, because a misspelt threshold must not leave the default in force.
 */
export function defineInputs<const F extends Fields>(
  fields: F,
  options: { readonly renamed?: Readonly<Record<string, string>> } = {},
): Inputs<ValuesOf<F>> {
  const renamed = options.renamed ?? {};
  return {
    fields,
    renamed,
    secretsIn: (env) =>
      Object.entries(fields)
        .filter(([, field]) => field.secret)
        .map(([name]) => textOf(env, name))
        .filter((text) => text !== ''),
    parse: (env) => {
      const faults: Fault[] = [...strangers(env, Object.keys(fields), renamed)];
      const values: Record<string, unknown> = {};
      for (const [name, field] of Object.entries(fields)) {
        const result = parseField(name, field, textOf(env, name));
        if ('fault' in result) faults.push(result.fault);
        else values[name] = result.value;
      }
      if (faults.length > 0) throw new ConfigError(faults);
      return values as ValuesOf<F>;
    },
  };
}

/** The variable the runner sets for an input: upper case, spaces as `_`, dashes kept. */
export function variableOf(inputName: string): string {
  return `INPUT_${inputName.replaceAll(' ', '_').toUpperCase()}`;
}

// The runner sets an empty text for an input that has no default and was not given.
function textOf(env: Environment, name: string): string {
  return (env[variableOf(name)] ?? '').trim();
}

function parseField(
  name: string,
  field: InputSpec<unknown>,
  given: string,
): { readonly value: unknown } | { readonly fault: Fault } {
  const text = given === '' ? (field.defaultText ?? '') : given;
  const where = `Input "${name}"`;
  if (text === '') {
    if (!field.isRequired) return { value: undefined };
    const remedy = `Give it under "with:" of the step: ${field.description}`;
    return { fault: { where, found: 'nothing given', allowed: `It must be ${field.allowed}`, remedy } };
  }
  const parsed = field.schema.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  const found = field.secret ? 'got a secret that is not shown' : `got ${quoted(text)}`;
  const remedy = field.remedy(text) ?? 'Correct it under "with:" of the step.';
  return { fault: { where, found, allowed: `It must be ${field.allowed}`, remedy } };
}

function strangers(env: Environment, names: readonly string[], renamed: Readonly<Record<string, string>>): Fault[] {
  const known = new Map(names.map((name) => [variableOf(name), name]));
  const old = new Map(Object.entries(renamed).map(([before, now]) => [variableOf(before), { before, now }]));
  const faults: Fault[] = [];
  for (const variable of Object.keys(env).toSorted()) {
    if (!/^INPUT_/i.test(variable) || known.has(variable.toUpperCase())) continue;
    const renaming = old.get(variable.toUpperCase());
    if (renaming !== undefined) {
      // Runners set declared inputs even when nobody gave them; a renamed one stays declared for its message.
      if ((env[variable] ?? '').trim() !== '') faults.push(renamedFault(renaming.before, renaming.now));
      continue;
    }
    const stranger = variable.slice('INPUT_'.length).toLowerCase();
    const near = nearestName(stranger, names);
    faults.push({
      where: `Input ${quoted(stranger)}`,
      found: 'this action has no such input',
      allowed: `The inputs are ${names.join(', ')}`,
      remedy: near === null ? 'Remove it.' : `Did you mean "${near}"?`,
    });
  }
  return faults;
}

function renamedFault(before: string, now: string): Fault {
  return {
    where: `Input "${before}"`,
    found: 'this name is no longer used',
    allowed: `Its name is now "${now}"`,
    remedy: `Rename "${before}" to "${now}" under "with:" of the step.`,
  };
}

const LONGEST_QUOTE = 120;

function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
