import { parseArgs } from 'node:util';
import { ConfigError, type Fault, nearestName } from '@gatehouse/core';
import type { Flag } from './flag.ts';

/** What was given on the command line. Faults are collected, so that one run tells them all. */
export interface Flags {
  has(name: string): boolean;
  /** Every value, in the order given. */
  list(name: string): readonly string[];
  text(name: string): string | undefined;
  /** Without the flag it is a fault, and the text is empty. */
  required(name: string): string;
  number(name: string): number | undefined;
  /** Values of the form `NAME=VALUE`. */
  pairs(name: string): readonly FlagPair[];
  fault(fault: Fault): void;
  /** @throws ConfigError with every fault there is until now. */
  check(): void;
}

/** One `NAME=VALUE`. */
export interface FlagPair {
  readonly name: string;
  readonly value: string;
}

// A full decimal literal: `0,1`, `1e-2x`, `NaN`, `0x1` and nothing at all are none.
const DECIMAL = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * A number as a person writes it.
 *
 * @returns `null` when it is none.
 */
export function decimalOf(text: string): number | null {
  return DECIMAL.test(text) ? Number(text) : null;
}

/** Names given as `A,B`, in one flag or several. */
export function commaList(flags: Flags, name: string): readonly string[] {
  return flags.list(name).flatMap((value) => value.split(',').filter((part) => part !== ''));
}

/** The fault of a value that should be a number. */
export function notNumber(where: string, text: string): Fault {
  const remedy = /^[+-]?\d+,\d+$/.test(text)
    ? 'Use a dot as the decimal separator'
    : /^\d+(?:\.\d+)? ?%$/.test(text)
      ? 'Write a share, such as 0.05 for 5 %'
      : 'Write a number such as 0.05';
  return { where, found: `got ${JSON.stringify(text)}`, allowed: 'It must be a number', remedy };
}

/**
 * Reads the arguments of a command. What is wrong with single arguments is a fault, which {@link Flags.check} throws
 * with those that the reader of the values finds.
 */
export function readFlags(args: readonly string[], flags: readonly Flag[]): Flags {
  const faults: Fault[] = [];
  const given = givenFlags(args, flags, faults);
  const list = (name: string): readonly string[] => {
    if (!flags.some((flag) => flag.name === name)) throw new RangeError(`No flag --${name} is declared.`);
    return given.get(name) ?? [];
  };
  const text = (name: string): string | undefined => list(name).at(-1);
  return {
    has: (name) => list(name).length > 0,
    list,
    text,
    required(name) {
      const value = text(name);
      if (value === undefined && !faults.some(({ where }) => where === `--${name}`)) {
        const flag = flags.find((known) => known.name === name);
        const remedy = `Add --${name} ${flag?.value ?? ''}`.trim();
        faults.push({ where: `--${name}`, found: 'got nothing', allowed: `It is needed: ${flag?.help}`, remedy });
      }
      return value ?? '';
    },
    number(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = decimalOf(value);
      if (number === null) faults.push(notNumber(`--${name}`, value));
      return number ?? undefined;
    },
    pairs(name) {
      const named = new Set<string>();
      return list(name).flatMap((value) => {
        const at = value.indexOf('=');
        if (at > 0) {
          const pair = { name: value.slice(0, at), value: value.slice(at + 1) };
          if (named.has(pair.name)) faults.push(givenTwice(`--${name} ${pair.name}`));
          named.add(pair.name);
          return [pair];
        }
        const form = flags.find((flag) => flag.name === name)?.value ?? 'NAME=VALUE';
        const found = `got ${JSON.stringify(value)}`;
        faults.push({
          where: `--${name}`,
          found,
          allowed: `It must have the form ${form}`,
          remedy: 'Write both parts',
        });
        return [];
      });
    },
    fault: (fault) => faults.push(fault),
    check() {
      if (faults.length > 0) throw new ConfigError(faults);
    },
  };
}

function givenFlags(
  args: readonly string[],
  flags: readonly Flag[],
  faults: Fault[],
): ReadonlyMap<string, readonly string[]> {
  const options = Object.fromEntries(
    flags.map(({ name, value }) => [name, { type: value === null ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const flag = token.kind === 'option' ? flags.find(({ name }) => name === token.name) : undefined;
    if (flag === undefined) {
      const shown = token.kind === 'option' ? token.rawName : token.value;
      // The value of a flag that nobody knows is no fault of its own.
      if (token.kind === 'option' || faults.at(-1)?.found !== UNKNOWN) faults.push(stranger(shown, flags));
      continue;
    }
    const values = given.get(flag.name) ?? [];
    const fault = faultOf(flag, { value: token.kind === 'option' ? token.value : undefined, before: values });
    if (fault !== null) faults.push(fault);
    else given.set(flag.name, [...values, token.kind === 'option' ? (token.value ?? '') : '']);
  }
  return given;
}

const UNKNOWN = 'it is not known';

function stranger(name: string, flags: readonly Flag[]): Fault {
  const isFlag = name.startsWith('-');
  const near = isFlag
    ? nearestName(
        name.replace(/^-+/, ''),
        flags.map((flag) => flag.name),
      )
    : null;
  return {
    where: name,
    found: isFlag ? UNKNOWN : 'it belongs to no flag',
    allowed: 'The flags that --help lists',
    remedy: near === null ? 'Remove it, or write the flag that it belongs to' : `Did you mean --${near}?`,
  };
}

function faultOf(
  { name, value: form, repeats }: Flag,
  { value, before }: { readonly value: string | undefined; readonly before: readonly string[] },
): Fault | null {
  const where = `--${name}`;
  if (form === null && value !== undefined) {
    return { where, found: `got ${JSON.stringify(value)}`, allowed: 'It takes no value', remedy: 'Remove the value' };
  }
  const missing = value === undefined || value === '' || (value.startsWith('--') && value.length > 2);
  if (form !== null && missing) {
    const found =
      value === undefined || value === '' ? 'got no value' : `got no value: ${JSON.stringify(value)} follows`;
    return { where, found, allowed: `It takes a value: ${form}`, remedy: `Write --${name} ${form}` };
  }
  if (before.length > 0 && repeats !== true) return givenTwice(where);
  if (value !== undefined && before.includes(value)) return givenTwice(`${where} ${value}`);
  return null;
}

/** The fault of what may be said once: which of two is meant, nobody knows. */
export function givenTwice(where: string): Fault {
  return { where, found: 'it is given twice', allowed: 'It may be given once', remedy: 'Remove one of the two' };
}
