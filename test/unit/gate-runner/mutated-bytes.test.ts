import { gzipSync } from 'node:zlib';
import { ActionError, ConfigError, driftRules, parseGateBlock } from '@gatehouse/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { type Exam, judged, PLAIN, type Said } from './corpus-judge.ts';
import { compare, csvOf, someRows } from './drift-rows.ts';

const PLACE = { task: 'binary-classification' as const, nameOf: String };

/** Limits that no 240 rows can keep: a floor of 1 and a difference of nearly 0. */
const IMPOSSIBLE: Exam = {
  model: { task: 'binary-classification' },
  performance: parseGateBlock(
    'performance',
    { metrics: { accuracy: { floor: 1, margin: 0.02 } }, 'trivial-baseline': 'none' },
    PLACE,
  ),
  fairness: parseGateBlock(
    'fairness',
    {
      sensitive: ['race'],
      'minimum-group-size': 20,
      measures: { 'selection-rate-difference': { limit: 0.001 } },
    },
    PLACE,
  ),
};

type Edit = { readonly at: number; readonly byte: number; readonly kind: 'replace' | 'insert' | 'remove' | 'cut' };
const edits = fc.array(
  fc.record<Edit>({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    byte: fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(...Array.from(',"\n\r\t0123456789.-eyn', (c) => c.charCodeAt(0))),
    ),
    kind: fc.constantFrom('replace', 'replace', 'replace', 'insert', 'remove', 'cut'),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Bytes of a file of which some are others, in places that are shares of its length. */
function edited(bytes: Uint8Array, changes: readonly Edit[]): Uint8Array {
  let found = [...bytes];
  for (const { at, byte, kind } of changes) {
    const place = Math.floor(at * found.length);
    if (kind === 'cut') found = found.slice(0, Math.max(1, place));
    else found.splice(place, kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [byte]));
  }
  return Uint8Array.from(found);
}

const outcomeOf = (said: Said): string => (typeof said === 'string' ? said : said.outcome);
const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

describe('no change of bytes makes a decision pass that cannot', () => {
  it('of performance and fairness, in what the model wrote', async () => {
    expect(await judged(PLAIN, IMPOSSIBLE)).toMatchObject({ performance: { outcome: 'fail' } });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const said = await judged({ ...PLAIN, predictions: edited(bytes(PLAIN.predictions), changes) }, IMPOSSIBLE);
        const outcomes = [outcomeOf(said.performance), outcomeOf(said.fairness)];

        for (const outcome of outcomes) seen.add(outcome);
        expect(outcomes).not.toContain('pass');
      }),
      { numRuns: 60, seed: 20_261_123 },
    );

    // Some files are still read, and some are refused: else the property would be about one of the two only.
    expect(seen).toContain('fail');
    expect([...seen].some((code) => !['pass', 'fail', 'inconclusive'].includes(code))).toBe(true);
  });

  it.each<[string, string, () => Promise<Uint8Array>]>([
    ['CSV', 'csv', async () => bytes(csvOf(MOVED))],
    ['gzip', 'csv.gz', async () => gzipSync(csvOf(MOVED))],
    ['Parquet', 'parquet', parquetOfMoved],
  ])('of drift, in a batch as %s', async (_, extension, make) => {
    const batch = await make();
    expect((await driftOf(batch, extension)).outcome).toBe('fail');
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const outcome = await driftOf(edited(batch, changes), extension).then(({ outcome }) => outcome, codeOf);

        seen.add(outcome);
        expect(outcome).not.toBe('pass');
      }),
      { numRuns: 40, seed: 20_261_123 },
    );

    expect([...seen].some((code) => code !== 'fail')).toBe(true);
  });
});

/** Far from the reference, so that no few rows decide. */
const MOVED = someRows(120, 3, { shift: 4 });
const RULES = { ...driftRules.parse({}), 'domain-classifier': 'off', 'column-rules': { income: { critical: true } } };

function parquetOfMoved(): Promise<Uint8Array> {
  const values = MOVED.map(
    ({ id, income, rooms, town, owner }) => `(${[`'${id}'`, income ?? 'NULL', rooms, `'${town}'`, owner].join(', ')})`,
  );
  return parquetOf(
    `SELECT id, income::DOUBLE AS income, rooms, town, owner FROM (VALUES ${values.join(', ')}) AS t(id, income, rooms, town, owner)`,
  );
}

function driftOf(batch: Uint8Array, extension: string) {
  return compare({ reference: csvOf(someRows(300, 1)), current: batch }, RULES, 'csv', extension);
}

/** The code of a refusal; anything else is no error that a gate may give. */
function codeOf(error: unknown): string {
  if (error instanceof ConfigError) return 'config';
  if (error instanceof ActionError && error.code !== 'bug') return error.reasonCode ?? error.code;
  throw error;
}
