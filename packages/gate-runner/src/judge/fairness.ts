import {
  CONTROLLED_MEASURES,
  ConfigError,
  type Decision,
  type FairnessGateConfig,
  type TaskColumns,
} from '@gatehouse/core';
import {
  evaluateFairness,
  evaluateRankingFairness,
  evaluateRegressionFairness,
  type FairnessInput,
  type ScoredGroupRows,
} from '@gatehouse/gates';
import { collectFairness } from '../collect/fairness.ts';
import { collectMulticlassFairness } from '../collect/multiclass-fairness.ts';
import { collectRanked, collectResiduals, collectScores } from '../collect/row-fairness.ts';
import type { BinaryLabels, GateRows } from '../rows/gate-rows.ts';
import type { JudgedRows } from './judged-rows.ts';

/** Compares the groups of the sensitive columns: in the decide run and on the command line, the same of the same rows. */
export async function judgeFairnessRows(config: FairnessGateConfig, judged: JudgedRows): Promise<Decision> {
  const { context, columns } = judged;
  const rows = onlySensitive(judged.rows, config);
  const isSampled = rows.columns.weight !== null || rows.columns.cluster !== null;
  if (isSampled) refuseSampled(config, columns);
  const reason = championReason(judged, isSampled);
  const { champion } = judged;
  const input = {
    config,
    context,
    ...(reason === null ? {} : { championUnavailable: reason }),
    ...(champion.state === 'none' ? { versionsExist: champion.versionsExist } : {}),
  };
  switch (columns.task) {
    case 'binary-classification': {
      const counts = await collectFairness(rows, columns);
      const scored = counts.labels === 'known' && !isSampled ? await scoresOf(config, rows, columns) : null;
      const predictions = { positive: [columns.positive], negative: [columns.negative] };
      const tables = plainTables(counts, isSampled);
      return evaluateFairness({ ...input, ...tables, predictions, ...(scored === null ? {} : { scored }) });
    }
    case 'multiclass-classification':
      return evaluateFairness(plainTables(await multiclassInput(input, rows, columns), isSampled));
    case 'regression':
      return evaluateRegressionFairness({ config, context, rows: await collectResiduals(rows) });
    case 'ranking':
      return evaluateRankingFairness({ config, context, rows: await collectRanked(rows) });
  }
}

/** In the order of the policy. Columns that are protected and not compared would only make the cells of the count smaller. */
function onlySensitive(rows: GateRows, { sensitive }: FairnessGateConfig): GateRows {
  const kept = [...new Set(sensitive)].flatMap((name) => {
    const ref = rows.columns.protected.get(name);
    return ref === undefined ? [] : [[name, ref] as const];
  });
  return { ...rows, columns: { ...rows.columns, protected: new Map(kept) } };
}

/** Up to here the measures of scores are reported although no limit asks for them. */
const MOST_UNASKED_SCORES = 200_000;

/** Rows in JavaScript cost time and memory that counts do not. */
async function scoresOf(
  { measures }: FairnessGateConfig,
  rows: GateRows,
  labels: BinaryLabels,
): Promise<ScoredGroupRows | null> {
  const isLimited =
    measures['auc-difference'] !== undefined || measures['calibration-in-the-large-difference'] !== undefined;
  if (isLimited) return await collectScores(rows, labels);
  if (rows.columns.score === null || (await rows.tables.rows(rows.relation)) > MOST_UNASKED_SCORES) return null;
  return await collectScores(rows, labels);
}

async function multiclassInput(
  input: Pick<FairnessInput, 'config' | 'context' | 'championUnavailable' | 'versionsExist'>,
  rows: GateRows,
  columns: Extract<TaskColumns, { readonly task: 'multiclass-classification' }>,
): Promise<FairnessInput> {
  const favorable = input.config['favorable-classes'];
  if (favorable === undefined) {
    throw new ConfigError([
      {
        where: 'gates.fairness',
        found: 'no "favorable-classes"',
        allowed: 'the classes that are good for the person',
        remedy: 'Name them',
      },
    ]);
  }
  const counts = await collectMulticlassFairness(rows, columns, favorable);
  const others = columns.classes.filter((name) => !favorable.includes(name));
  const predictions = { positive: favorable, negative: others };
  return { ...input, ...counts, predictions, config: { ...input.config, favorable: 'positive' } };
}

/** Differences within control strata know neither weights nor clusters. */
function plainTables<T extends { readonly strata?: unknown }>(tables: T, isSampled: boolean): T | Omit<T, 'strata'> {
  if (!isSampled) return tables;
  const { strata: _, ...rest } = tables;
  return rest;
}

/** Why a champion that there is cannot be compared with: never may it look as if there were none. */
function championReason({ champion, rows }: JudgedRows, isSampled: boolean): string | null {
  if (champion.state === 'unavailable') return champion.reason;
  if (champion.state === 'none') return null;
  if (isSampled) return 'rows with weights or clusters are not paired';
  return (rows.columns.champion?.prediction ?? null) === null ? 'its predictions were not read' : null;
}

/** Rows that count several times or hang together, counted as if they did not, would be known too surely. */
function refuseSampled({ measures }: FairnessGateConfig, { task, weight, cluster }: TaskColumns): void {
  const named = weight === null ? `the cluster ${cluster ?? ''}` : `the weight ${weight}`;
  const byTask = task === 'regression' || task === 'ranking' ? [`the task ${task}`] : [];
  const limited = [...CONTROLLED_MEASURES, 'auc-difference', 'calibration-in-the-large-difference']
    .filter((measure) => Object.hasOwn(measures, measure))
    .map((measure) => `a limit on ${measure}`);
  const faults = [...byTask, ...limited];
  if (faults.length === 0) return;
  throw new ConfigError(
    faults.map((found) => ({
      where: 'gates.fairness',
      found: `${found}, and ${named} in "columns"`,
      allowed: 'with weights or clusters, limits on the rates of groups',
      remedy: 'Remove the limit, or the weight and the cluster from "columns"',
    })),
  );
}
