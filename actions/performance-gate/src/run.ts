import { ConfigError, type Decision } from '@gatehouse/core';
import { type GateInputPorts, type GateRequest, loadGateInputs } from '@gatehouse/gate-runner';
import { evaluatePerformance } from '@gatehouse/gates';

/** Judges the candidate of a training run against floors and champion, on the data the base policy names. */
export async function judgePerformance(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  const { subject, modelDigest, data, challenger, champion, inputs } = await loadGateInputs(request, ports);
  const config = subject.modelConfig.gates.performance;
  if (config === undefined) throw gateNotConfigured(request.model);
  return evaluatePerformance({
    config,
    context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
    labels: data.labels,
    challenger,
    champion:
      champion.state === 'evaluated'
        ? { state: 'evaluated', version: champion.version, ...champion.predictions }
        : champion,
    slices: new Map([...data.protected, ...data.control]),
    knownSlices: data.knownGroups,
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
