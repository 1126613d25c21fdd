import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { compareCodePoints } from '../code-point-order.ts';
import { type Digest, sha256 } from '../digest.ts';
import { ActionError } from '../errors.ts';
import { firstFault } from '../first-fault.ts';
import { parseStrictJson, StrictJsonError } from '../strict-json.ts';
import { impossibleCategories, impossibleNumbers, isBelowFloor } from './possible-counts.ts';

/** Columns, edges and categories beyond these are no baseline of a table. */
const MOST_EDGES = 1001;
const MOST_CATEGORIES = 1000;
const MOST_SHARDS = 100_000;
const DEPTH = 8;

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const finite = z.number().refine(Number.isFinite, { message: 'must be a finite number' });
const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .transform((value) => value as Digest);
const columnName = z.string().min(1).max(1000);

const missing = z.strictObject({ null: count, nan: count, positiveInfinity: count, negativeInfinity: count });

const numbers = z
  .strictObject({
    kind: z.literal('numbers'),
    /** Finite values. */
    n: count,
    missing,
    zeros: count,
    /** Finite, ascending. */
    edges: z.array(finite).min(1).max(MOST_EDGES),
    edgesId: digest,
    equal: z.array(count),
    open: z.array(count),
    openSums: z.array(finite),
    /** `null` without a value. */
    minimum: finite.nullable(),
    maximum: finite.nullable(),
    mean: finite.nullable(),
    m2: finite.min(0).nullable(),
  })
  .superRefine((column, context) => {
    for (const fault of faultsOfNumbers(column)) context.addIssue({ code: 'custom', message: fault });
  });

const categories = z
  .strictObject({
    kind: z.literal('categories'),
    /** What the names stand for: 1 is not "1". Numbers are those of few values. */
    of: z.enum(['numbers', 'texts', 'booleans']),
    n: count,
    missing,
    counts: z.record(z.string().max(10_000), count.min(1)),
    /** Rows of categories that are not named: too many, or too rare to be shown. */
    other: count,
    /** Categories with one row, named or not. */
    singletons: count,
  })
  .superRefine((column, context) => {
    const named = Object.values(column.counts);
    if (named.length > MOST_CATEGORIES) context.addIssue({ code: 'custom', message: 'names too many categories' });
    if (sumOf(named) + column.other !== column.n) {
      context.addIssue({ code: 'custom', message: 'counts of categories must add to n' });
    }
    for (const fault of impossibleCategories(column)) context.addIssue({ code: 'custom', message: fault });
  });

const schema = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('baseline-profile'),
    datasetDigest: digest,
    rows: count,
    /** What was counted, each part once: a merge refuses a part it has seen. */
    shards: z.array(z.string().min(1).max(200)).min(1).max(MOST_SHARDS),
    /** The least number of rows that any count but 0 shows, or `null` while shards are still to be merged. */
    privacyFloor: z.number().int().min(1).nullable(),
    columns: z.record(columnName, z.discriminatedUnion('kind', [numbers, categories])),
  })
  .superRefine((profile, context) => {
    const { shards } = profile;
    const ordered = shards.every((shard, i) => i === 0 || compareCodePoints(shards[i - 1] ?? '', shard) < 0);
    if (!ordered) context.addIssue({ code: 'custom', message: 'shards must ascend and be distinct' });
    if (Object.keys(profile.columns).length === 0) context.addIssue({ code: 'custom', message: 'has no column' });
    for (const [name, column] of Object.entries(profile.columns)) {
      if (column.n + sumOf(Object.values(column.missing)) !== profile.rows) {
        context.addIssue({ code: 'custom', message: `values and missing ones of "${name}" must add to the rows` });
      }
      const counts = column.kind === 'numbers' ? column.open : [...Object.values(column.counts), column.other];
      if (profile.privacyFloor !== null && isBelowFloor(profile.privacyFloor, counts)) {
        context.addIssue({ code: 'custom', message: `counts of "${name}" must be 0 or reach the privacy floor` });
      }
    }
  });

/** What is kept of the training data to compare later data with: counts, no rows. */
export type BaselineProfile = z.output<typeof schema>;
export type ProfileColumn = BaselineProfile['columns'][string];
export type NumbersColumn = Extract<ProfileColumn, { readonly kind: 'numbers' }>;
export type CategoriesColumn = Extract<ProfileColumn, { readonly kind: 'categories' }>;

/** JSON Schema (draft 2020-12) of a baseline profile; that its counts add up only `parseBaselineProfile` checks. */
export function profileJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, title: 'Gatehouse baseline profile', ...rest };
}

/** The identity of edges: SHA-256 of their canonical JSON. Profiles can be compared and merged when it is the same. */
export function edgesId(edges: readonly number[]): Digest {
  return sha256(canonicalJson([...edges]));
}

/**
 * Parses a baseline profile; anything else is refused. Counts must add up, edges ascend and be those of their id.
 *
 * @throws ActionError `integrity` naming the first faults.
 */
export function parseBaselineProfile(bytes: Uint8Array): BaselineProfile {
  try {
    return schema.parse(parseStrictJson(bytes, DEPTH));
  } catch (cause) {
    if (cause instanceof z.ZodError) throw refused(firstFault(cause), cause);
    if (cause instanceof StrictJsonError) throw refused(`a document of which ${cause.message}`, cause);
    throw cause;
  }
}

/** The profile again if it keeps every rule of its format; for profiles that were computed. */
export function checkedProfile(profile: BaselineProfile): BaselineProfile {
  const parsed = schema.safeParse(profile);
  if (parsed.success) return parsed.data;
  throw refused(firstFault(parsed.error), parsed.error);
}

function refused(found: string, cause: unknown): ActionError {
  const fault = {
    where: 'Baseline profile',
    found,
    allowed: 'a baseline profile, schema version 1, whose numbers a table can have',
    remedy: 'Make the profile again from the reference data',
  };
  return new ActionError('integrity', fault, { cause });
}

function faultsOfNumbers(column: z.output<typeof numbers>): readonly string[] {
  const { edges, equal, open, openSums, n } = column;
  const described = [column.minimum, column.maximum, column.mean, column.m2];
  const rules: readonly (readonly [boolean, string])[] = [
    [equal.length === edges.length, 'equal must have one count for each edge'],
    [open.length === edges.length + 1, 'open must have one count more than edges'],
    [openSums.length === open.length, 'openSums must have one sum for each open count'],
    [edges.every((edge, i) => i === 0 || Number(edges[i - 1]) < edge), 'edges must ascend'],
    [edgesId(edges) === column.edgesId, 'edgesId must be that of the edges'],
    [sumOf(equal) + sumOf(open) === n, 'counts on and between edges must add to n'],
    [open.every((rows, i) => rows > 0 || openSums[i] === 0), 'the sum of no value must be 0'],
    [column.zeros <= n, 'zeros must be at most n'],
    [
      described.every((value) => (value === null) === (n === 0)),
      'range and moments are null without a value, else not',
    ],
    [column.minimum === null || column.maximum === null || column.minimum <= column.maximum, 'the range must ascend'],
  ];
  const faults = rules.flatMap(([kept, fault]) => (kept ? [] : [fault]));
  return faults.length > 0 ? faults : impossibleNumbers(column);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, part) => sum + part, 0);
}
