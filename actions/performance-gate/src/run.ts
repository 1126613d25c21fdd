import { ConfigError, type Decision, taskColumns } from '@gatehouse/core';
import { type GateInputPorts, type GateRequest, judgePerformanceRows, withGateInputs } from '@gatehouse/gate-runner';

/** Judges the candidate of a training run against floors and champion, on the data the base policy names. */
export async function judgePerformance(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  return await withGateInputs(request, ports, async ({ subject, modelDigest, rows, champion, inputs }) => {
    const config = subject.modelConfig.gates.performance;
    if (config === undefined) throw gateNotConfigured(request.model);
    return await judgePerformanceRows(config, {
      rows,
      champion,
      columns: taskColumns(subject.modelConfig),
      context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
    });
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
