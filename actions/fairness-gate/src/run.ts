import { ConfigError, type Decision, taskColumns } from '@gatehouse/core';
import { type GateInputPorts, type GateRequest, judgeFairnessRows, withGateInputs } from '@gatehouse/gate-runner';

/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
export async function judgeFairness(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  return await withGateInputs(request, ports, async ({ subject, modelDigest, rows, champion, inputs }) => {
    const config = subject.modelConfig.gates.fairness;
    if (config === undefined) throw gateNotConfigured(request.model);
    return await judgeFairnessRows(config, {
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
      found: 'no block "fairness"',
      allowed: 'a block for every gate that a workflow runs',
      remedy: 'Add the block, or remove the step from the workflow',
    },
  ]);
}
