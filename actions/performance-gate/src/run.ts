import { ActionError, ConfigError, type Decision, taskColumns } from '@gatehouse/core';
import {
  collectPerformance,
  type GateChampion,
  type GateInputPorts,
  type GateRequest,
  type GateRows,
  type PerformanceRows,
  withGateInputs,
} from '@gatehouse/gate-runner';
import { type Champion, evaluatePerformance, type ScoredRows } from '@gatehouse/gates';

/** Judges the candidate of a training run against floors and champion, on the data the base policy names. */
export async function judgePerformance(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  return await withGateInputs(request, ports, async ({ subject, modelDigest, rows, champion, inputs }) => {
    const config = subject.modelConfig.gates.performance;
    if (config === undefined) throw gateNotConfigured(request.model);
    const {
      labels,
      challenger,
      champion: scored,
      slices,
      knownSlices,
    } = await rowsOf(rows, taskColumns(subject.modelConfig));
    return evaluatePerformance({
      config,
      context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
      labels,
      challenger,
      champion: championOf(champion, scored),
      slices,
      knownSlices,
    });
  });
}

async function rowsOf(rows: GateRows, columns: ReturnType<typeof taskColumns>): Promise<PerformanceRows> {
  if (columns.task === 'binary-classification') return await collectPerformance(rows, columns);
  throw new ConfigError([
    {
      where: 'gatehouse.yml, gates.performance',
      found: `the task ${columns.task}`,
      allowed: 'the task binary-classification',
      remedy: 'Remove the block',
    },
  ]);
}

function championOf(champion: GateChampion, scored: ScoredRows | null): Champion {
  if (champion.state !== 'evaluated') return champion;
  if (scored !== null) return { ...champion, ...scored };
  throw new ActionError('bug', {
    where: 'The rows of the performance gate',
    found: 'a champion without its predictions',
    allowed: 'the predictions of an evaluated champion',
    remedy: 'Report this as a bug of Gatehouse',
  });
}

function gateNotConfigured(model: string): ConfigError {
  return new ConfigError([
    {
      where: `gatehouse.yml: models.${model}.gates`,
      found: 'no block "performance"',
      allowed: 'a block for every gate that a workflow runs',
      remedy: 'Add the block, or remove the step from the workflow',
    },
  ]);
}
