import { readFileSync } from 'node:fs';
import { compareCodePoints, type ModelConfig, sha256 } from '@gatehouse/core';
import { collectFairness, collectPerformance, type GateRows } from '@gatehouse/gate-runner';
import {
  type ChampionSplit,
  type ChampionSplits,
  countChampion,
  countGroups,
  countIntersections,
} from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelWith } from '../tables/fixture-model.ts';
import { type AlignedPredictions, readAligned, readEvaluationData } from '../tables/row-reader.ts';
import { LABELS, withRows } from './fixture-rows.ts';

/** What the reader of rows in JavaScript, which is written apart from the engine, makes of the same bytes. */
function byRows(
  files: { readonly data: string; readonly predictions: string; readonly champion: string },
  model: ModelConfig,
) {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const data = readEvaluationData(bytes(files.data), model);
  const aligned = (text: string): AlignedPredictions => readAligned(bytes(text), model, data);
  const [challenger, champion] = [aligned(files.predictions), aligned(files.champion)];
  const rowsOf = ({ predicted }: AlignedPredictions) => ({
    labels: data.labels,
    predicted,
    sensitive: data.protected,
    knownGroups: data.knownGroups,
  });
  const order = data.ids.map((_, row) => row).sort((a, b) => compareCodePoints(data.ids[a] ?? '', data.ids[b] ?? ''));
  const inOrder = <T>(values: readonly T[]): readonly T[] => order.flatMap((row) => values.slice(row, row + 1));
  const model_ = ({ predicted, scores }: AlignedPredictions) => ({
    predicted: inOrder(predicted),
    scores: inOrder(scores),
  });
  return {
    fairness: {
      groups: countGroups(rowsOf(challenger)),
      intersections: countIntersections(rowsOf(challenger)),
      champion: withRowsIn(countChampion(rowsOf(challenger), champion.predicted)),
    },
    performance: {
      labels: inOrder(data.labels),
      challenger: model_(challenger),
      champion: model_(champion),
      slices: new Map([...data.protected, ...data.control].map(([column, values]) => [column, inOrder(values)])),
      knownSlices: data.knownGroups,
      sampling: { weights: null, clusters: null },
    },
  };
}

/** Of the champion nothing is said about a group that has no row. */
function withRowsIn(all: ReadonlyMap<string, ChampionSplits>): ReadonlyMap<string, ChampionSplits> {
  const isEmpty = ({ positive, negative }: ChampionSplit): boolean =>
    [...Object.values(positive), ...Object.values(negative)].every((count) => count === 0);
  return new Map([...all].map(([column, own]) => [column, new Map([...own].filter(([, split]) => !isEmpty(split)))]));
}

async function byEngine(rows: GateRows) {
  const { groups, intersections, champion } = await collectFairness(rows, LABELS);
  return { fairness: { groups, intersections, champion }, performance: await collectPerformance(rows, LABELS) };
}

const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const table = (header: string, rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((row) => row.map(quotedCell).join(','))].map((line) => `${line}\n`).join('');

const label = fc.constantFrom('yes', 'no');
const group = fc.constantFrom('', 'a', 'b', 'ä', 'e\u0301', '\u{1f600}', '1', '1.0', '007', 'a, "b"\nc', ' a');
const score = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => String(Math.abs(value)));
const row = fc.record({
  id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((id) => !/[\p{C}\p{Z}]/u.test(id)),
  label,
  race: group,
  dept: group,
  challenger: fc.tuple(label, score),
  champion: fc.tuple(label, score),
});

describe('the engine tells the gates what the rows say', () => {
  const model = modelWith();
  const part = { column: { table: 'data', column: 'id' }, salt: 'salt', parts: 2, in: [1] };

  it('of random tables, in any order of rows and columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 12, maxLength: 40 }),
        fc.nat({ max: 1_000_000 }),
        async (rows, seed) => {
          const shuffled = <T>(values: readonly T[]): readonly T[] =>
            values
              .map((value, at) => ({ value, place: ((at + 1) * (seed + 7919)) % 104_729 }))
              .sort((a, b) => a.place - b.place)
              .map(({ value }) => value);
          const data = table(
            'id,deny,race,dept',
            rows.map((of) => [of.id, of.label, of.race, of.dept]),
          );
          const held = readHeld(data, model);
          const predictions = (side: 'challenger' | 'champion'): string =>
            table(
              'score,id,prediction',
              shuffled(rows.filter(({ id }) => held.has(id))).map((of) => [of[side][1], of.id, of[side][0]]),
            );
          const files = { data, predictions: predictions('challenger'), champion: predictions('champion') };
          const engine = await withRows(
            {
              'data.csv': table(
                'dept,race,deny,id',
                shuffled(rows).map((of) => [of.dept, of.race, of.label, of.id]),
              ),
              'predictions.csv': files.predictions,
              'champion.csv': files.champion,
            },
            byEngine,
            { part },
          );

          expect(engine).toEqual(byRows(files, model));
        },
      ),
      { numRuns: 12, seed: 4, endOnFailure: true },
    );
  });

  it('of the mortgage applications, in two protected columns', async () => {
    const file = new URL('../../../action-templates/mortgage-approval/data/applications.csv', import.meta.url);
    const text = readFileSync(file, 'utf8');
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const mortgage = modelWith({
      data: { all: { path: 'data.csv', digest: sha256(text), roles: ['evaluation', 'labels'] } },
      columns: { ...model.columns, protected: ['afam', 'single'], control: [] },
    });
    const deny = header.split(',').indexOf('deny');
    const predictions = (wrong: number): string =>
      table(
        'id,prediction,score',
        lines.map((line, at) => {
          const cells = line.split(',');
          return [cells[0] ?? '', at % wrong === 0 ? 'no' : (cells[deny] ?? ''), String((at % 1000) / 1000)];
        }),
      );
    const files = { data: text, predictions: predictions(3), champion: predictions(7) };
    const columns = {
      protected: new Map(['afam', 'single'].map((column) => [column, { table: 'data', column }])),
      control: new Map(),
    };

    const engine = await withRows(
      { 'data.csv': text, 'predictions.csv': files.predictions, 'champion.csv': files.champion },
      byEngine,
      { columns, keys: false },
    );

    expect(engine).toEqual(byRows(files, mortgage));
    expect([...(engine.fairness.groups.get('afam')?.keys() ?? [])]).toEqual(['no', 'yes']);
    expect(engine.fairness.intersections.map(({ columns: both }) => both)).toEqual([['afam', 'single']]);
  });
});

/** Ids of the evaluation rows. */
function readHeld(data: string, model: ModelConfig): ReadonlySet<string> {
  return new Set(readEvaluationData(new TextEncoder().encode(data), model).ids);
}
