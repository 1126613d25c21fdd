import { ActionError, ConfigError, type Decision, OF_SCORES, type PerformanceGateConfig } from '@gatehouse/core';
import { type AnyPerformanceInput, type Champion, evaluatePerformance } from '@gatehouse/gates';
import { collectTask, type TaskRows } from '../collect/task-rows.ts';
import type { GateChampion } from '../gate-inputs.ts';
import type { JudgedRows } from './judged-rows.ts';

/** Judges a candidate against limits and champion: in the decide run and on the command line, the same of the same rows. */
export async function judgePerformanceRows(config: PerformanceGateConfig, judged: JudgedRows): Promise<Decision> {
  requireScored(config, judged);
  const collected = await collectTask(judged.rows, judged.columns);
  return evaluatePerformance(inputOf(config, judged, collected));
}

/** Without scores only decisions are judged, and a limit that nothing can be compared with would be a limit kept. */
function requireScored({ metrics }: PerformanceGateConfig, { rows, columns: { task } }: JudgedRows): void {
  if (task !== 'binary-classification' || rows.columns.score !== null) return;
  const names = OF_SCORES.filter((name) => metrics[name] !== undefined);
  if (names.length === 0) return;
  throw new ConfigError([
    {
      where: 'The columns of the gate',
      found: `no column for the score, which ${names.join(', ')} ${names.length === 1 ? 'reads' : 'read'}`,
      allowed: 'a column that holds the probability of the positive label, of both models',
      remedy: 'Name it, or leave the metric out',
    },
  ]);
}

function inputOf(
  config: PerformanceGateConfig,
  { champion, context, evaluations, sharedIds }: JudgedRows,
  rows: TaskRows,
): AnyPerformanceInput {
  const common = {
    config,
    context,
    ...(evaluations === undefined ? {} : { evaluations }),
    ...(sharedIds === undefined ? {} : { sharedIds }),
  };
  switch (rows.task) {
    case 'binary-classification':
      return { ...common, ...rows, champion: championOf(champion, rows.champion) };
    case 'multiclass-classification':
      return { ...common, ...rows, champion: championOf(champion, rows.champion) };
    case 'regression':
      return { ...common, ...rows, champion: championOf(champion, rows.champion) };
    case 'ranking':
      return { ...common, ...rows, champion: championOf(champion, rows.champion) };
  }
}

function championOf<Answers extends object>(champion: GateChampion, answers: Answers | null): Champion<Answers> {
  if (champion.state !== 'evaluated') return champion;
  if (answers !== null) return { ...champion, ...answers };
  throw new ActionError('bug', {
    where: 'The rows of the performance gate',
    found: 'a champion without its predictions',
    allowed: 'the predictions of an evaluated champion',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
