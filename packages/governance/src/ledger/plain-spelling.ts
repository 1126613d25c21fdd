/**
 * JSON values in the spelling that our writers use, as sources of regular expressions. Each matches canonical text alone
 * and no value that its schema refuses; values that it leaves out, such as text that is not ASCII, are left to the schema.
 * Tests hold every one to its schema.
 */
const digest = '"sha256:[0-9a-f]{64}"';
const day = [
  '\\d{4}-(?:',
  '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|',
  '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|',
  // Whether a year has a 29 February is for the schema to say.
  '02-(?:0[1-9]|1\\d|2[0-8]))',
].join('');
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
/** Neither quotes nor backslashes: nothing that JSON could spell in two ways. */
const letter = '[ !#-\\[\\]-~]';
const text = `"${letter}{0,1000}"`;

export const PLAIN = {
  digest,
  commit: '"[0-9a-f]{40}"',
  keyHints: list('"[0-9a-f]{64}"', 100),
  /** Fifteen digits are exact as a number; more need not be. */
  id: '[1-9]\\d{0,14}',
  text,
  texts: list(text, 500),
  role: `"${letter}{1,100}"`,
  date: `"${day}"`,
  instant: `"${day}T${time}(?:\\.\\d{1,9})?Z"`,
  /** Without quotes. */
  milliseconds: `${day}T${time}\\.\\d{3}Z`,
} as const;

/** One of some names that need no escape. */
export function plainEnum(names: readonly string[]): string {
  return `"(?:${names.join('|')})"`;
}

/** What another expression matches, or `null`. */
export function orNull(expression: string): string {
  return `(?:null|${expression})`;
}

/** An array of up to `most` values. */
export function list(expression: string, most: number): string {
  return `\\[(?:${expression}(?:,${expression}){0,${most - 1}})?\\]`;
}

/** An object with exactly these members. */
export function plainObject(members: Readonly<Record<string, string>>): string {
  return `\\{${sorted(members).map(memberOf).join(',')}\\}`;
}

/** An object with any of these members and no others. */
export function plainChoice(members: Readonly<Record<string, string>>): string {
  // A comma stands between two members: never before the end, never missing before the next.
  const optional = sorted(members).map((member) => `(?:${memberOf(member)}(?:,(?!\\})|(?=\\})))?`);
  return `\\{${optional.join('')}\\}`;
}

function memberOf([name, expression]: readonly [string, string]): string {
  return `"${name}":${expression}`;
}

/** Canonical JSON sorts by UTF-16 code units, as `<` does. */
function sorted(members: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
}
