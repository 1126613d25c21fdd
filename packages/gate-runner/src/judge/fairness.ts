import { ConfigError, type Decision, type FairnessGateConfig, type TaskColumns } from '@gatehouse/core';
import { type CrossTables, evaluateFairness } from '@gatehouse/gates';
import { collectFairness } from '../collect/fairness.ts';
import type { GateRows } from '../rows/gate-rows.ts';
import type { JudgedRows } from './judged-rows.ts';

/** Compares the groups of the sensitive columns: in the decide run and on the command line, the same of the same rows. */
export async function judgeFairnessRows(config: FairnessGateConfig, judged: JudgedRows): Promise<Decision> {
  const { champion, context, rows, columns } = judged;
  return evaluateFairness({
    config,
    context,
    ...(champion.state === 'unavailable' ? { championUnavailable: champion.reason } : {}),
    ...(await countsOf(rows, columns)),
  });
}

async function countsOf(rows: GateRows, columns: TaskColumns): Promise<CrossTables> {
  if (columns.task === 'binary-classification') return await collectFairness(rows, columns);
  throw new ConfigError([
    {
      where: 'gates.fairness',
      found: `the task ${columns.task}`,
      allowed: 'the task binary-classification',
      remedy: 'Remove the block; the measures of groups need two labels',
    },
  ]);
}
