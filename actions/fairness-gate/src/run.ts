import { ConfigError, type Decision } from '@gatehouse/core';
import { type GateInputPorts, type GateRequest, loadGateInputs } from '@gatehouse/gate-runner';
import { countChampion, countGroups, countIntersections, evaluateFairness, type SensitiveRows } from '@gatehouse/gates';

/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
export async function judgeFairness(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  const { subject, modelDigest, data, challenger, champion, inputs } = await loadGateInputs(request, ports);
  const config = subject.modelConfig.gates.fairness;
  if (config === undefined) throw gateNotConfigured(request.model);
  const rowsOf = (predicted: readonly boolean[]): SensitiveRows => ({
    labels: data.labels,
    predicted,
    sensitive: data.protected,
    knownGroups: data.knownGroups,
  });
  const rows = rowsOf(challenger.predicted);
  return evaluateFairness({
    config,
    context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
    groups: countGroups(rows),
    intersections: countIntersections(rows),
    ...(champion.state === 'unavailable' ? { championUnavailable: champion.reason } : {}),
    ...(champion.state === 'evaluated' ? { champion: countChampion(rows, champion.predictions.predicted) } : {}),
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
