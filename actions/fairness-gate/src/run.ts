import { ConfigError, type Decision, taskColumns } from '@gatehouse/core';
import {
  collectFairness,
  type GateInputPorts,
  type GateRequest,
  type GateRows,
  withGateInputs,
} from '@gatehouse/gate-runner';
import { type CrossTables, evaluateFairness } from '@gatehouse/gates';

/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
export async function judgeFairness(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  return await withGateInputs(request, ports, async ({ subject, modelDigest, rows, inputs }) => {
    const config = subject.modelConfig.gates.fairness;
    if (config === undefined) throw gateNotConfigured(request.model);
    return evaluateFairness({
      config,
      context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
      ...(await countsOf(rows, taskColumns(subject.modelConfig))),
    });
  });
}

async function countsOf(rows: GateRows, columns: ReturnType<typeof taskColumns>): Promise<CrossTables> {
  if (columns.task === 'binary-classification') return await collectFairness(rows, columns);
  throw new ConfigError([
    {
      where: 'gatehouse.yml, gates.fairness',
      found: `the task ${columns.task}`,
      allowed: 'the task binary-classification',
      remedy: 'Remove the block; the measures of groups need two labels',
    },
  ]);
}

function gateNotConfigured(model: string): ConfigError {
  return new ConfigError([
    {
      where: `gatehouse.yml: models.${model}.gates`,
      found: 'no block "fairness"',
      allowed: 'a block for every gate that a workflow runs',
      remedy: 'Add the block, or remove the step from the workflow',
    },
  ]);
}
