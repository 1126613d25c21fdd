import { ConfigError, type Decision } from '@gatehouse/core';
import { type GateInputPorts, type GateRequest, loadGateInputs } from '@gatehouse/gate-runner';
import { countGroups, evaluateFairness } from '@gatehouse/gates';

/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
export async function judgeFairness(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  const { subject, modelDigest, data, challenger, inputs } = await loadGateInputs(request, ports);
  const config = subject.modelConfig.gates.fairness;
  if (config === undefined) throw gateNotConfigured(request.model);
  return evaluateFairness({
    config,
    context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
    groups: countGroups({
      labels: data.labels,
      predicted: challenger.predicted,
      sensitive: data.protected,
      knownGroups: data.knownGroups,
    }),
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
