import { z } from 'zod';
import type { Digest } from './digest.ts';
import { ActionError } from './errors.ts';

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .transform((value) => value as Digest);

const champion = z.discriminatedUnion('state', [
  /** No stage tag names a version: the first version is judged by floors. */
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('evaluated'), version: z.string(), modelDigest: digest, predictions: digest }),
  z.strictObject({ state: z.literal('unavailable'), version: z.string(), reason: z.string().max(1000) }),
]);

const schema = z.strictObject({
  schemaVersion: z.literal(1),
  model: z.string().min(1),
  headSha: z.string().regex(/^[0-9a-f]{40}$/),
  policyDigest: digest,
  modelDigest: digest,
  datasetDigest: digest,
  predictions: digest,
  champion,
});

/**
 * What `evaluate-model` says about the predictions it hands over. The evaluate job may have run hostile code, so the
 * gates check every field against what they derive themselves and believe none of them.
 */
export type EvaluationRecord = z.output<typeof schema>;
export type EvaluatedChampion = EvaluationRecord['champion'];

/** Names inside the evaluation artifact. */
export const EVALUATION_FILES = {
  record: 'evaluation.json',
  predictions: 'predictions.csv',
  championPredictions: 'champion-predictions.csv',
} as const;

/** Parses the record; anything else is refused as `evaluation-error`. */
export function parseEvaluationRecord(bytes: Uint8Array): EvaluationRecord {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new ActionError(
      'integrity',
      {
        where: EVALUATION_FILES.record,
        found: cause instanceof Error ? cause.message.slice(0, 500) : String(cause),
        allowed: 'an evaluation record, schema version 1',
        remedy: 'Run evaluate-model and the gates of the same release of Gatehouse',
      },
      { cause, reasonCode: 'evaluation-error' },
    );
  }
}
