import { PROVENANCE_PREDICATE, type Statement, statementOf, TRAINING_BUILD_TYPE } from '@gatehouse/attest';
import { hexOf } from '@gatehouse/core';
import type { Subject } from '@gatehouse/governance';
import type { Candidate } from '@gatehouse/registry';

/**
 * SLSA provenance v1 of the candidate, from what GitHub's API and the base policy say. The run record of the training
 * job is not used: a job that ran untrusted code cannot testify for itself.
 */
export function provenanceOf(facts: {
  readonly subject: Subject;
  readonly candidate: Candidate;
  readonly repositoryUrl: string;
}): Statement {
  const { subject, candidate, repositoryUrl } = facts;
  const { run, modelConfig } = subject;
  return statementOf({ model: subject.model, modelDigest: candidate.modelDigest }, PROVENANCE_PREDICATE, {
    buildDefinition: {
      buildType: TRAINING_BUILD_TYPE,
      externalParameters: { model: subject.model, repository: repositoryUrl, ref: run.headBranch ?? subject.headSha },
      internalParameters: { event: run.event, actorId: run.actor.id, triggeringActorId: run.triggeringActor.id },
      resolvedDependencies: [
        {
          uri: `git+${repositoryUrl}@${subject.headSha}`,
          name: 'source',
          digest: { gitCommit: subject.headSha },
          annotations: { kind: 'source' },
        },
        ...Object.entries(modelConfig.data).map(([name, dataset]) => ({
          uri: dataset.path,
          name,
          digest: { sha256: hexOf(dataset.digest) },
          annotations: { kind: 'dataset' },
        })),
      ],
    },
    runDetails: {
      builder: { id: `${repositoryUrl}/actions` },
      metadata: { invocationId: `${repositoryUrl}/actions/runs/${run.id}` },
      byproducts: candidate.files.map((file) => ({ name: file.name, digest: { sha256: hexOf(file.digest) } })),
    },
  });
}
