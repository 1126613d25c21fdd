import { join } from 'node:path';
import { ActionError, ConfigError, type Digest, type Outcome, sha256 } from '@gatehouse/core';
import { judgeData } from '@gatehouse/gate-runner';
import { duckDbEngine } from '@gatehouse/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderWith, WORKSPACE } from '../tables/engine/fixture-tables.ts';
import { parquetOf } from '../tables/engine/parquet-file.ts';
import { type RulesOfTest, rulesOf, TODAY } from './judged-data.ts';

const ROWS = Array.from({ length: 40 }, (_, row) => [row, ['a', 'b', 'c'][row % 3], row / 8] as const);
const CSV = new TextEncoder().encode(`id,g,x\n${ROWS.map((row) => `${row.join(',')}\n`).join('')}`);
const parquet = (): Promise<Uint8Array> =>
  parquetOf(
    `SELECT * FROM (VALUES ${ROWS.map(([id, g, x]) => `(${id}, '${g}', ${x}::DOUBLE)`).join(', ')}) AS v(id, g, x)`,
  );

/** Kept by these rows; one more, one less or another value breaks some of them. */
const KEPT: RulesOfTest = {
  key: ['id'],
  rows: { min: 40, max: 40 },
  'missing-rate': 0,
  columns: {
    id: { type: 'integer', min: 0, max: 39 },
    g: { type: 'text', values: ['a', 'b', 'c'] },
    x: { type: 'number', min: 0, max: 5 },
  },
};
/** Kept by no forty rows, however few of their bytes change. */
const BROKEN: RulesOfTest = { ...KEPT, rows: { min: 1000 }, columns: { x: { type: 'number', max: -1000 } } };

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    kind: fc.constantFrom('replace', 'replace', 'insert', 'remove', 'cut'),
  }),
  { minLength: 1, maxLength: 4 },
);

function edited(bytes: Uint8Array, changes: readonly { at: number; byte: number; kind: string }[]): Uint8Array {
  let found = [...bytes];
  for (const { at, byte, kind } of changes) {
    const place = Math.floor(at * found.length);
    if (kind === 'cut') found = found.slice(0, Math.max(1, place));
    else found.splice(place, kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [byte]));
  }
  return Uint8Array.from(found);
}

/** The outcome, or that the file was refused; any other error is one that nobody caught. */
async function outcomeOf(
  content: Uint8Array,
  file: string,
  { rules, named }: { readonly rules: RulesOfTest; readonly named: Digest | null },
): Promise<Outcome | 'refused'> {
  const folder = folderWith({ [file]: content });
  const engine = duckDbEngine({
    addon: { explicit: WORKSPACE },
    root: join(folder, 'data'),
    tempFolder: join(folder, 'temp'),
  });
  try {
    const { decision } = await judgeData(engine, {
      question: { rules: rulesOf(rules), data: { name: 'data', files: [file] }, today: TODAY },
      named,
      profile: null,
      pointer: null,
      croissant: null,
      md5: async () => '',
      about: { subject: null, policyDigest: null },
    });
    return decision.outcome;
  } catch (error) {
    if ((error instanceof ActionError && error.code !== 'bug') || error instanceof ConfigError) return 'refused';
    throw error;
  }
}

describe.each<[string, string, () => Promise<Uint8Array>]>([
  ['CSV', 'data.csv', async () => CSV],
  ['Parquet', 'data.parquet', parquet],
])('of data in %s', (_, file, make) => {
  it('that keep their rules no change of bytes passes, while the policy names their digest', async () => {
    const sound = await make();
    const named = sha256(sound);
    expect(await outcomeOf(sound, file, { rules: KEPT, named })).toBe('pass');

    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const other = edited(sound, changes);
        const outcome = await outcomeOf(other, file, { rules: KEPT, named });

        if (sha256(other) === named) expect(outcome).toBe('pass');
        else expect(['fail', 'refused']).toContain(outcome);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });

  it('that break a rule no change of bytes makes pass, whether a digest is named or not', async () => {
    const broken = await make();
    const named = sha256(broken);
    expect(await outcomeOf(broken, file, { rules: BROKEN, named })).toBe('fail');

    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), async (changes, names) => {
        const outcome = await outcomeOf(edited(broken, changes), file, { rules: BROKEN, named: names ? named : null });

        expect(['fail', 'refused']).toContain(outcome);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });
});
