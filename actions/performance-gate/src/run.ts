import { ActionError, ConfigError, type Decision, type Digest, taskColumns } from '@gatehouse/core';
import {
  countSharedIds,
  type GateInputPorts,
  type GateRequest,
  judgePerformanceRows,
  type TrainingData,
  trainingDatasets,
  withGateInputs,
} from '@gatehouse/gate-runner';
import { EvidenceStore, evaluationsOn, readDataset, type Subject, trustRootOf } from '@gatehouse/governance';

/** Judges the candidate of a training run against floors and champion, on the data the base policy names. */
export async function judgePerformance(request: GateRequest, ports: GateInputPorts): Promise<Decision> {
  return await withGateInputs(request, ports, async ({ subject, modelDigest, rows, champion, inputs }) => {
    const config = subject.modelConfig.gates.performance;
    if (config === undefined) throw gateNotConfigured(request.model);
    const shared = await countSharedIds(rows, await trainingData(subject, ports), ports);
    const store = new EvidenceStore({ branch: ports.branch, clock: ports.clock, signer: null });
    const judged = { evaluationData: evaluationDataOf(inputs), modelDigest };
    return await judgePerformanceRows(config, {
      rows,
      evaluations: await evaluationsOn(judged, { store, branch: ports.branch }, trustRootOf(subject.policy)),
      ...(shared === null ? {} : { sharedIds: shared }),
      champion,
      columns: taskColumns(subject.modelConfig),
      context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
    });
  });
}

async function trainingData(
  { modelConfig, policy }: Subject,
  { contents }: Pick<GateInputPorts, 'contents'>,
): Promise<readonly TrainingData[]> {
  return await Promise.all(
    trainingDatasets(modelConfig).map(async (dataset) => ({
      dataset,
      bytes: await readDataset(contents, policy, dataset),
    })),
  );
}

function evaluationDataOf(inputs: Decision['inputs']): Digest {
  const data = inputs.find(({ name }) => name === 'evaluation-data');
  if (data !== undefined) return data.digest;
  throw new ActionError('bug', {
    where: 'The inputs of the performance gate',
    found: 'no evaluation data',
    allowed: 'the digest of the rows that are judged',
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
