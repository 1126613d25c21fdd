import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, ConfigError, type DatasetConfig, type EngineOperation, sha256 } from '@gatehouse/core';
import { collectPerformance, type GateRows, type OpenEngine, withRows } from '@gatehouse/gate-runner';
import { duckDbEngine, splitPart } from '@gatehouse/tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WORKSPACE } from '../tables/engine/fixture-tables.ts';
import { modelWith } from '../tables/fixture-model.ts';
import { csvOf, DATA_COLUMNS, PREDICTION_COLUMNS, ROWS, type Row } from './corpus-judge.ts';

const SPLIT = { column: 'id', salt: 'salt', parts: 3, evaluation: [1] };
const LABELS = { positive: 'yes', negative: 'no' };
const HELD = ROWS.filter(({ id }) => splitPart({ id, salt: 'salt', parts: 3 }) === 1);
const opposite = ROWS.map((row) => ({ ...row, prediction: row.prediction === 'yes' ? 'no' : 'yes' }));

const engine: OpenEngine = (place) => duckDbEngine({ addon: { explicit: WORKSPACE }, ...place });

let temp = '';
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'gatehouse-open-rows-'));
});
afterEach(() => {
  expect(readdirSync(temp)).toEqual([]);
  rmSync(temp, { recursive: true });
});

interface Scene {
  readonly dataset?: (whole: DatasetConfig) => DatasetConfig;
  readonly predictions?: readonly Row[];
  readonly champion?: readonly Row[];
  readonly engine?: OpenEngine;
}

const named = (text: string) => ({ bytes: new TextEncoder().encode(text), digest: sha256(text) });

/** Opens the rows of a model whose dataset is split in three, one of them held out. */
async function open<T>(scene: Scene, use: (rows: GateRows) => Promise<T>): Promise<T> {
  const data = named(csvOf(DATA_COLUMNS));
  const { dataset: change = (whole) => whole } = scene;
  const roles = ['training' as const, 'evaluation' as const];
  const dataset = change({ path: 'data/rows.csv', digest: data.digest, roles, split: SPLIT });
  const predictions = named(csvOf(PREDICTION_COLUMNS, scene.predictions ?? HELD));
  const champion = scene.champion === undefined ? null : named(csvOf(PREDICTION_COLUMNS, scene.champion));
  const model = modelWith({ data: { loans: dataset } });
  const at = { temp, engine: scene.engine ?? engine };
  return await withRows({ model, dataset, data, predictions, champion }, at, use);
}

describe('the rows of a decide run', () => {
  it('are those of the evaluation part, joined with what both models say', async () => {
    const held = opposite.filter(({ id }) => HELD.some((row) => row.id === id));
    const rows = await open({ champion: held }, (opened) => collectPerformance(opened, LABELS));

    expect(rows.labels).toEqual(HELD.map(({ deny }) => deny === 'yes'));
    expect(rows.challenger.predicted).toEqual(HELD.map(({ prediction }) => prediction === 'yes'));
    expect(rows.champion?.predicted).toEqual(held.map(({ prediction }) => prediction === 'yes'));
    expect(rows.challenger.scores).toEqual(HELD.map(({ score }) => Number(score)));
  });

  it('name every column by its meaning, and take from the predictions nothing but what the model says', async () => {
    const { columns, relation } = await open({}, async (rows) => rows);
    const tables = (refs: readonly ({ readonly table: string } | null)[]) => refs.map((ref) => ref?.table);

    expect(tables([columns.id, columns.label, ...columns.protected.values(), ...columns.control.values()])).toEqual(
      Array(4).fill('data/rows.csv'),
    );
    expect(tables([columns.prediction, columns.score])).toEqual(['predictions', 'predictions']);
    expect(columns.champion).toBeNull();
    expect(relation).toMatchObject({ part: { salt: 'salt', parts: 3, in: [1] } });
  });
});

const other: OpenEngine = (place) => {
  const real = engine(place);
  return {
    ...real,
    withTables: (sources, use) =>
      real.withTables(sources, (tables) =>
        use({ ...tables, describe: async (name) => ({ ...(await tables.describe(name)), digest: sha256('other') }) }),
      ),
  };
};
const unable: OpenEngine = (place) => ({ ...engine(place), supports: new Set<EngineOperation>(['describe']) });

describe('no rows are given', () => {
  it.each<[string, Scene, string, RegExp]>([
    ['of a row that training sees', { predictions: ROWS }, 'id-sets-differ', /only in the second, such as "r1/],
    ['without a row that is held out', { predictions: HELD.slice(1) }, 'id-sets-differ', /1 ids only in the first/],
    ['of a champion that left rows out', { champion: HELD.slice(1) }, 'id-sets-differ', /"champion predictions"/],
    [
      'of a dataset that training sees as a whole',
      { dataset: ({ split, ...whole }) => whole },
      'config',
      /without a split/,
    ],
    [
      'of a dataset that is for training',
      { dataset: (whole) => ({ ...whole, roles: ['training'] }) },
      'config',
      /the role evaluation/,
    ],
    [
      'of a part that is empty',
      { dataset: (whole) => ({ ...whole, split: { ...SPLIT, parts: 100, evaluation: [emptyPart()] } }) },
      'config',
      /data\/rows\.csv: no evaluation row/,
    ],
    ['that the engine has read from other bytes', { engine: other }, 'digest-mismatch', /the bytes that were checked/],
    ['by an engine that cannot do it', { engine: unable }, 'operation-unsupported', /no support for integrity/],
  ])('%s', async (_, scene, code, message) => {
    const error: unknown = await open(scene, (rows) => collectPerformance(rows, LABELS)).catch(
      (cause: unknown) => cause,
    );

    expect(error instanceof ConfigError ? 'config' : error instanceof ActionError && error.reasonCode).toBe(code);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
  });
});

/** A part of a hundred that no row is in. */
function emptyPart(): number {
  const taken = new Set(ROWS.map(({ id }) => splitPart({ id, salt: 'salt', parts: 100 })));
  const free = Array.from({ length: 100 }, (_, at) => at).find((at) => !taken.has(at));
  if (free === undefined) throw new Error('Every part has a row.');
  return free;
}
