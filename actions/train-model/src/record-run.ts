import { arch, cpus, platform, totalmem } from 'node:os';
import type { ActionContext, Environment } from '@gatehouse/action-kit';
import { runRecord } from '@gatehouse/attest';
import { canonicalJson, omsRootDigest } from '@gatehouse/core';
import type { RunFacts } from './run.ts';

/**
 * The run record of this job as SLSA provenance v1. Unsigned on purpose: the job ran untrusted code. What this machine
 * does not measure, such as energy, is null and never zero.
 */
export function recordRun(facts: RunFacts, context: ActionContext, env: Environment): Uint8Array {
  const repository = `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`;
  const processors = cpus();
  const statement = runRecord({
    model: facts.model,
    modelDigest: facts.modelDigest,
    omsRootDigest: omsRootDigest(facts.files),
    candidateKey: facts.candidateKey,
    reusedFrom: facts.reusedFrom,
    command: facts.command,
    repository,
    commit: context.sha,
    ref: context.ref,
    datasets: facts.datasets,
    baseModels: [],
    lockfiles: [],
    image: null,
    seeds: {},
    hardware: {
      platform: `${platform()}-${arch()}`,
      cpuModel: processors[0]?.model ?? null,
      cpuCount: Math.max(1, processors.length),
      memoryBytes: totalmem(),
      gpus: [],
    },
    energyJoules: null,
    builderId: `${repository}/actions/workflows/${context.workflow}`,
    invocationId: `${context.runUrl}/attempts/${context.runAttempt}`,
    runnerEnvironment: runnerEnvironmentOf(env['RUNNER_ENVIRONMENT']),
    startedOn: facts.startedAt,
    finishedOn: facts.finishedAt,
  });
  return new TextEncoder().encode(canonicalJson(statement));
}

function runnerEnvironmentOf(value: string | undefined): 'github-hosted' | 'self-hosted' | 'unknown' {
  return value === 'github-hosted' || value === 'self-hosted' ? value : 'unknown';
}
