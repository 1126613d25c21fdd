import { join } from 'node:path';
import { type DatasetConfig, sha256 } from '@gatehouse/core';
import { countSharedIds, type TrainingData } from '@gatehouse/gate-runner';
import { duckDbEngine, splitPart } from '@gatehouse/tables';
import { describe, expect, it } from 'vitest';
import { folderWith, WORKSPACE } from '../tables/engine/fixture-tables.ts';
import { withRows } from './fixture-rows.ts';

const DATA = ['id,deny,race,dept', ...Array.from({ length: 20 }, (_, row) => `r${row},yes,a,d`)].join('\n');
const PREDICTIONS = ['id,prediction,score', ...Array.from({ length: 20 }, (_, row) => `r${row},yes,0.5`)].join('\n');
const SPLIT = { column: 'id', salt: 'salt', parts: 2, evaluation: [1] };

function training(lines: readonly string[], split?: DatasetConfig['split']): TrainingData {
  const text = lines.join('\n');
  const dataset: DatasetConfig = {
    path: 'data/training.csv',
    digest: sha256(text),
    roles: ['training'],
    ...(split === undefined ? {} : { split }),
  };
  return { dataset, bytes: new TextEncoder().encode(text) };
}

async function count(...all: readonly TrainingData[]): Promise<number | null> {
  const temp = join(folderWith(), 'temp');
  return await withRows({ 'data.csv': DATA, 'predictions.csv': PREDICTIONS }, (rows) =>
    countSharedIds(rows, all, { temp, engine: (place) => duckDbEngine({ addon: { explicit: WORKSPACE }, ...place }) }),
  );
}

describe('ids that training has seen', () => {
  it.each<[string, readonly TrainingData[], number | null]>([
    ['none, where a split divides one dataset', [], 0],
    ['none, of other rows', [training(['id,x', 's1,1', 's2,2'])], 0],
    ['those that are in both', [training(['id,x', 'r1,1', 's2,2', 'r7,3'])], 2],
    ['each once, whatever datasets have it', [training(['id,x', 'r1,1']), training(['id,x', 'r1,1', 'r2,1'])], 2],
    ['text, so that 01 is not 1', [training(['id,x', 'r01,1'])], 0],
    ['known of one, though another has no ids', [training(['name,x', 'r1,1']), training(['id,x', 'r1,1'])], 1],
    ['unknown of one, though another shares none', [training(['id,x', 's1,1']), training(['name,x', 'r1,1'])], null],
    ['unknown without the column', [training(['name,x', 'r1,1'])], null],
  ])('%s', async (_, all, expected) => {
    expect(await count(...all)).toBe(expected);
  });

  it('are those of the part that training may see', async () => {
    const ids = Array.from({ length: 20 }, (_, row) => `r${row}`);
    const seen = ids.filter((id) => splitPart({ id, salt: SPLIT.salt, parts: SPLIT.parts }) === 0);

    expect(await count(training(['id,x', ...ids.map((id) => `${id},1`)], SPLIT))).toBe(seen.length);
  });

  it('are unknown without the column, whatever the split', async () => {
    const other = { ...SPLIT, column: 'key' };

    expect(await count(training(['key,x', 'r1,1'], other))).toBeNull();
  });

  it.each([
    ['beside the ids', ['id,x', 'r1,1'], { ...SPLIT, column: 'key' }],
    ['without ids', ['name,x', 'r1,1'], { ...SPLIT, column: 'key' }],
    ['that is the column of the ids', ['name,x', 'r1,1'], SPLIT],
  ])('cannot be told without the column of the split, %s', async (_, lines, split) => {
    await expect(count(training(lines, split))).rejects.toMatchObject({ reasonCode: 'column-missing' });
  });
});
