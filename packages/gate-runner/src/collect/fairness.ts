import type { KeyValue } from '@gatehouse/core';
import { type CrossCell, type CrossTables, crossTables, MISSING_GROUP, type OutcomeSums } from '@gatehouse/gates';
import { binaryKeys, isPositive, requireBinaryCounts, requireComparable } from '../rows/binary-values.ts';
import type { BinaryLabels, GateRows } from '../rows/gate-rows.ts';
import { groupsCounted, knownGroups } from '../rows/known-groups.ts';
import { need } from '../rows/needed-columns.ts';
import { requireIds } from '../rows/row-ids.ts';
import { type CountedRows, countRows, type SampledSum } from '../rows/sampled-counts.ts';
import { requireScores } from '../rows/scores.ts';

/** Every table of the fairness gate, and whether anything is known of what was true. */
export interface FairnessCounts extends CrossTables {
  readonly labels: 'known' | 'none';
}

/**
 * Counts the rows of a binary model by the groups of `columns.protected` within the values of `columns.control`. One question
 * to the engine counts all columns together, and every table of the gate is a sum of its cells. Without a label column
 * every row counts as one without the positive label, and only selection may be judged.
 *
 * @throws ConfigError for a label that is neither value, a reserved group name, or no column for the prediction;
 *   ActionError `refused` for predictions and scores that break their contract.
 */
export async function collectFairness(rows: GateRows, labels: BinaryLabels): Promise<FairnessCounts> {
  const { label, prediction, champion, protected: sensitive, control } = rows.columns;
  const own = champion?.prediction ?? null;
  const models = [need(prediction, 'prediction'), ...(own === null ? [] : [own])];
  await requireIds(rows);
  await requireComparable(rows);
  const named = [...sensitive, ...control];
  const keys = [...binaryKeys(rows), ...named.map(([, ref]) => ref)];
  const counts = await countRows(rows, keys);
  requireBinaryCounts(rows, labels, counts);
  await requireScores(rows);
  const known = await knownIn(rows, counts, 1 + models.length);
  const shape = { models: models.length, sensitive: sensitive.size, isLabelled: label !== null };
  const tables = crossTables({
    sensitive: [...sensitive.keys()],
    control: [...control.keys()],
    cells: cellsOf(counts, (value) => isPositive(value, labels), shape),
    knownGroups: known,
  });
  return { ...tables, labels: label === null ? 'none' : 'known' };
}

/**
 * Groups that there are, also in rows that do not count. Where every row of one table counts, the count says it. Of a control
 * column only the reserved name is looked for.
 */
async function knownIn(
  rows: GateRows,
  counts: readonly CountedRows[],
  first: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { relation, columns } = rows;
  const named = [...columns.protected, ...columns.control];
  const isWhole = 'table' in relation && relation.part === undefined;
  if (!isWhole) {
    await knownGroups(rows, columns.control);
    return await knownGroups(rows, columns.protected);
  }
  return new Map(named.map(([name, ref], at) => [name, groupsCounted(ref, counts, first + at)]));
}

/** What the keys of a count are: the label, the predictions of one or two models, groups, control values. */
export interface KeyShape {
  readonly models: number;
  readonly sensitive: number;
  readonly isLabelled: boolean;
}

type Counts = Record<keyof OutcomeSums, number>;

interface GrowingCell {
  readonly groups: readonly string[];
  readonly strata: readonly string[];
  readonly counts: Counts;
  readonly weights: Counts;
  readonly squares: Counts;
  readonly clusters: Map<string, Counts>;
  readonly champion: { readonly positive: Counts; readonly negative: Counts };
}

/** Rows that agree in every group and stratum, in the order of the counts. */
export function cellsOf(
  counts: readonly CountedRows[],
  isPositiveKey: (value: KeyValue | undefined) => boolean,
  shape: KeyShape,
): readonly CrossCell[] {
  const first = 1 + shape.models;
  const cells = new Map<string, GrowingCell>();
  for (const { key, count, sampled } of counts) {
    const values = key.slice(first).map((value) => value ?? MISSING_GROUP);
    const name = JSON.stringify(values);
    const cell = cells.get(name) ?? emptyCell(values, shape);
    cells.set(name, cell);
    const [label, predicted, champion] = key.slice(0, first).map(isPositiveKey);
    const outcome = outcomeOf(shape.isLabelled && label === true, predicted === true);
    cell.counts[outcome] += count;
    cell.champion[champion === true ? 'positive' : 'negative'][outcome] += count;
    if (sampled !== null) addSampled(cell, outcome, sampled);
  }
  const isSampled = counts.some(({ sampled }) => sampled !== null);
  return [...cells.values()].map((cell) => crossCell(cell, { isSampled, isPaired: shape.models > 1 && !isSampled }));
}

function addSampled(cell: GrowingCell, outcome: keyof Counts, { weight, square, cluster }: SampledSum): void {
  cell.weights[outcome] += weight;
  cell.squares[outcome] += square;
  if (cluster === null) return;
  const own = cell.clusters.get(cluster) ?? noCounts();
  cell.clusters.set(cluster, own);
  own[outcome] += weight;
}

/** Counts of both models on rows with weights or clusters would need sums of their own, so they are not paired. */
function crossCell(
  { groups, strata, counts, champion, weights, squares, clusters }: GrowingCell,
  { isSampled, isPaired }: { readonly isSampled: boolean; readonly isPaired: boolean },
): CrossCell {
  if (isPaired) return { groups, strata, counts, champion };
  if (!isSampled) return { groups, strata, counts };
  return {
    groups,
    strata,
    counts: { ...counts, sampling: { weights, squares, clusters: clusters.size === 0 ? null : clusters } },
  };
}

function noCounts(): Counts {
  return { tp: 0, fp: 0, fn: 0, tn: 0 };
}

function emptyCell(values: readonly string[], { sensitive }: KeyShape): GrowingCell {
  return {
    groups: values.slice(0, sensitive),
    strata: values.slice(sensitive),
    counts: noCounts(),
    weights: noCounts(),
    squares: noCounts(),
    clusters: new Map(),
    champion: { positive: noCounts(), negative: noCounts() },
  };
}

function outcomeOf(label: boolean, predicted: boolean): keyof OutcomeSums {
  if (predicted) return label ? 'tp' : 'fp';
  return label ? 'fn' : 'tn';
}
