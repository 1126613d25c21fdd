import { type Digest, isDigest } from '@gatehouse/core';
import { z } from 'zod';

/** What `action.yml` says about an input, and how its text becomes a value. */
export interface InputSpec<Value> {
  readonly description: string;
  readonly isRequired: boolean;
  /** The text of `default:` in `action.yml`; `null` where there is none. */
  readonly defaultText: string | null;
  readonly secret: boolean;
  /** What is allowed, as it follows "must be" in a message. */
  readonly allowed: string;
  /** Said after the fault: how such a value is usually meant. `null` falls back on a general sentence. */
  remedy(text: string): string | null;
  readonly schema: z.ZodType<Value, string>;
}

/** An input that may be absent; make it `required()` or give it a `default(text)`. */
export interface OptionalInput<Value> extends InputSpec<Value> {
  required(): PresentInput<Value>;
  /** `text` is parsed like a caller's text and must equal `default:` in `action.yml`. */
  default(text: string): PresentInput<Value>;
}

/** An input that always has a value. */
export interface PresentInput<Value> extends InputSpec<Value> {
  readonly present: true;
}

interface Kind<Value> {
  readonly description: string;
  readonly allowed: string;
  readonly schema: z.ZodType<Value, string>;
  readonly secret?: boolean;
  readonly remedy?: (text: string) => string | null;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const MAX_SAFE: Range = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
// YAML 1.2 core schema; 1.1's yes, on and y are refused because a reader cannot tell them from text.
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

function optional<Value>(kind: Kind<Value>): OptionalInput<Value> {
  const spec: InputSpec<Value> = {
    description: kind.description,
    isRequired: false,
    defaultText: null,
    secret: kind.secret ?? false,
    allowed: kind.allowed,
    remedy: kind.remedy ?? (() => null),
    schema: kind.schema,
  };
  return {
    ...spec,
    required: (): PresentInput<Value> => ({ ...spec, isRequired: true, present: true }),
    default: (text: string): PresentInput<Value> => {
      kind.schema.parse(text);
      return { ...spec, defaultText: text, present: true };
    },
  };
}

function numberKind(description: string, range: Range, whole: boolean): OptionalInput<number> {
  const pattern = whole ? /^-?(0|[1-9][0-9]*)$/ : /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
  const noun = whole ? 'a whole number' : 'a number';
  return optional({
    description,
    allowed: describeRange(noun, range),
    schema: z.string().regex(pattern).transform(Number).pipe(z.number().min(range.min).max(range.max)),
    remedy: (text) => {
      if (/^-?[0-9]+,[0-9]+$/.test(text)) return 'Use a dot as the decimal separator.';
      if (/%$/.test(text)) return 'Write a share, such as 0.05 for 5 %.';
      return null;
    },
  });
}

function describeRange(noun: string, range: Range): string {
  if (range.max < MAX_SAFE.max) return `${noun} from ${range.min} to ${range.max}`;
  return range.min > MAX_SAFE.min ? `${noun} of ${range.min} or more` : noun;
}

const paths = z.string().refine((path) => !path.includes('\0') && !path.split(/[\\/]/).includes('..'));

/**
 * The kinds of input. Every kind takes the description that `action.yml` shows, word for word.
 * Texts arrive trimmed; an empty text is an absent input.
 */
export const input = {
  /** Any text in one line. */
  text: (description: string): OptionalInput<string> =>
    optional({ description, allowed: 'a text in one line', schema: z.string().regex(/^[^\r\n\0]+$/) }),

  /** Text that is masked in the log before anything else happens, and never quoted in a message. */
  secret: (description: string): OptionalInput<string> =>
    optional({ description, allowed: 'a secret', secret: true, schema: z.string().min(1) }),

  /** Decimal literal in a range, bounds included. No exponent, no sign `+`, no thousands separator. */
  number: (description: string, range: Range): OptionalInput<number> => numberKind(description, range, false),

  /** Whole decimal literal in a range, bounds included. */
  integer: (description: string, range: Range = MAX_SAFE): OptionalInput<number> =>
    numberKind(description, range, true),

  /** A GitHub id (run, artifact, pull request): 1 or more. */
  id: (description: string): OptionalInput<number> =>
    numberKind(description, { min: 1, max: Number.MAX_SAFE_INTEGER }, true),

  /** `true` or `false` in the spellings of YAML 1.2. */
  boolean: (description: string): OptionalInput<boolean> =>
    optional({
      description,
      allowed: 'true or false',
      schema: z.enum([...TRUE, ...FALSE]).transform((text) => TRUE.includes(text)),
    }),

  /** One of a closed list of words. */
  oneOf: <const Choice extends string>(description: string, choices: readonly Choice[]): OptionalInput<Choice> =>
    optional({ description, allowed: `one of ${choices.join(', ')}`, schema: z.enum(choices) }),

  /** `sha256:` and 64 lower-case hex digits. */
  digest: (description: string): OptionalInput<Digest> =>
    optional({
      description,
      allowed: '"sha256:" and 64 lower-case hex digits',
      schema: z.string().refine(isDigest).transform(asDigest),
      remedy: (text) => (/^[0-9a-f]{64}$/.test(text) ? 'Put "sha256:" before it.' : null),
    }),

  /** A full commit SHA; short ones and branch names can move. */
  commit: (description: string): OptionalInput<string> =>
    optional({
      description,
      allowed: 'a full commit SHA of 40 lower-case hex digits',
      schema: z.string().regex(/^[0-9a-f]{40}$/),
    }),

  /** A path with no `..` in it. Relative ones start at the workspace. */
  path: (description: string): OptionalInput<string> =>
    optional({
      description,
      allowed: 'a path without ".."',
      schema: z
        .string()
        .regex(/^[^\r\n]+$/)
        .pipe(paths),
    }),

  /** An address with `https:` or `http:`, without a user, a query or a fragment. */
  url: (description: string): OptionalInput<string> =>
    optional({
      description,
      allowed: 'an address such as https://npm.example.com, without a user, a query or a fragment',
      schema: z.string().refine(isPlainUrl),
    }),

  /** One text per line; empty lines are dropped, the order stays. */
  lines: (description: string): OptionalInput<readonly string[]> =>
    optional({
      description,
      allowed: 'one value per line',
      schema: z.string().transform((text) =>
        text
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    }),
} as const;

function isPlainUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return false;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

function asDigest(text: string): Digest {
  if (!isDigest(text)) throw new TypeError('refined before');
  return text;
}
