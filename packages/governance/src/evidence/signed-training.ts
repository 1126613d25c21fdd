import { PROVENANCE_PREDICATE, type Statement, subjectDigest, TRAINING_BUILD_TYPE } from '@gatehouse/attest';
import { resourceUri } from '@gatehouse/core';
import { z } from 'zod';
import type { EvaluationId } from './layout.ts';

/** The training run as the decide run read it from GitHub and signed it. */
export interface SignedTraining {
  readonly runId: number;
  /** Numeric ids of the run's actor and triggering actor. */
  readonly actorIds: readonly number[];
}

const accountId = z.int().min(1);

/** What is asked of the provenance; the rest of it is for readers. */
const schema = z.object({
  buildDefinition: z.object({
    buildType: z.literal(TRAINING_BUILD_TYPE),
    externalParameters: z.object({ model: z.string(), repository: z.string() }),
    internalParameters: z.object({ actorId: accountId, triggeringActorId: accountId }),
    resolvedDependencies: z.array(z.object({ name: z.string(), digest: z.record(z.string(), z.string()) })),
  }),
  runDetails: z.object({ metadata: z.object({ invocationId: z.string() }) }),
});

/**
 * Who trained, from a verified provenance that is about this model, at this head, in the repository of the summary. The
 * same model can come out of two runs, so the model digest alone does not bind it.
 *
 * @returns what contradicts, as a text, when it is about anything else.
 */
export function readSignedTraining(
  statement: Statement,
  id: EvaluationId,
  summary: { readonly model: string; readonly resourceUri: string },
): SignedTraining | string {
  if (statement.predicateType !== PROVENANCE_PREDICATE) return 'the provenance is something else';
  if (subjectDigest(statement) !== id.modelDigest) return 'the provenance is about another model';
  const parsed = schema.safeParse(statement.predicate);
  if (!parsed.success) return `the provenance is not of a training run: ${z.prettifyError(parsed.error).slice(0, 500)}`;
  const { externalParameters, internalParameters, resolvedDependencies } = parsed.data.buildDefinition;
  const { model, repository: repositoryUrl } = externalParameters;
  const source = resolvedDependencies.find(({ name }) => name === 'source')?.digest['gitCommit'];
  if (source !== id.headSha) return `the provenance is about commit ${source ?? 'unknown'}`;
  if (model !== summary.model || resourceUri({ repositoryUrl, headSha: id.headSha, model }) !== summary.resourceUri) {
    return `the provenance is about ${model} of ${repositoryUrl}`;
  }
  const { invocationId } = parsed.data.runDetails.metadata;
  const run = `${repositoryUrl}/actions/runs/`;
  const number = invocationId.startsWith(run) ? invocationId.slice(run.length) : '';
  if (!/^[1-9]\d{0,14}$/.test(number)) return `the provenance names no run of this repository: ${invocationId}`;
  return { runId: Number(number), actorIds: [internalParameters.actorId, internalParameters.triggeringActorId] };
}
