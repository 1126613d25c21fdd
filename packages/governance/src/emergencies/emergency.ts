import { type Digest, parseYamlDocument, sha256 } from '@gatehouse/core';
import { z } from 'zod';
import { parseFolder } from '../governance-folder.ts';
import { isUtcDay, type UtcDay, utcDaySchema, workingDaysAfter } from '../utc-day.ts';
import { shortName, writtenReason } from '../written-reason.ts';

export const EMERGENCIES_FOLDER = 'governance/emergencies';
/** Compliance gives so long for the full review of what was merged in an emergency. */
export const REVIEW_WITHIN_WORKING_DAYS = 5;

/** A declared emergency, from `governance/emergencies/<id>.yaml`. */
export interface Emergency {
  /** Name of the file without `.yaml`. */
  readonly id: string;
  readonly path: string;
  /** Of the file's bytes. */
  readonly digest: Digest;
  /** Id or URL of the incident that makes the haste necessary. */
  readonly incident: string;
  readonly reason: string;
  readonly models: readonly string[];
  readonly declaredOn: UtcDay;
  /** The last day for the full review. */
  readonly reviewBy: UtcDay;
  /** `null` until the full review. */
  readonly reviewedOn: UtcDay | null;
}

const schema = z
  .strictObject({
    version: z.literal(1),
    incident: shortName.describe('Id or URL of the incident.'),
    reason: writtenReason(20).describe('Why the change cannot wait for the usual roles.'),
    models: z
      .array(shortName)
      .min(1)
      .refine((models) => new Set(models).size === models.length, { message: 'must name each model once' })
      .describe('The models that the change concerns.'),
    'declared-on': utcDaySchema.describe('The day of the declaration.'),
    'review-by': utcDaySchema.describe('The last day for the full review.'),
    'reviewed-on': utcDaySchema.optional().describe('The day of the full review, added by a later pull request.'),
  })
  .superRefine((raw, context) => {
    const declaredOn = raw['declared-on'];
    if (!isUtcDay(declaredOn)) return;
    const latest = workingDaysAfter(declaredOn, REVIEW_WITHIN_WORKING_DAYS);
    if (raw['review-by'] < declaredOn || raw['review-by'] > latest) {
      context.addIssue({
        code: 'custom',
        path: ['review-by'],
        message: `must be from ${declaredOn} to ${latest}: at most ${REVIEW_WITHIN_WORKING_DAYS} working days after declared-on`,
      });
    }
    const reviewedOn = raw['reviewed-on'];
    if (reviewedOn !== undefined && reviewedOn < declaredOn) {
      context.addIssue({
        code: 'custom',
        path: ['reviewed-on'],
        message: `must not be before declared-on, ${declaredOn}`,
      });
    }
  });

/**
 * The declarations in the files of {@link EMERGENCIES_FOLDER}, by id. A declaration may name a model that was removed
 * since: it is history.
 *
 * @throws ConfigError `emergency-invalid` with every fault of every file.
 */
export function parseEmergencies(files: ReadonlyMap<string, Uint8Array>): readonly Emergency[] {
  return parseFolder(files, {
    folder: EMERGENCIES_FOLDER,
    reasonCode: 'emergency-invalid',
    parse: ({ path, id, bytes }) => {
      const raw = parseYamlDocument(bytes, { file: path, schema, what: 'the declaration of an emergency' });
      return {
        id,
        path,
        digest: sha256(bytes),
        incident: raw.incident,
        reason: raw.reason,
        models: raw.models,
        declaredOn: raw['declared-on'],
        reviewBy: raw['review-by'],
        reviewedOn: raw['reviewed-on'] ?? null,
      };
    },
  });
}

/**
 * Emergencies whose full review is late: not reviewed, and the last day for it is past. While there is one, every other
 * pull request is red.
 */
export function overdueEmergencies(
  policy: { readonly emergencies: readonly Emergency[] },
  today: UtcDay,
): readonly Emergency[] {
  return policy.emergencies.filter(({ reviewedOn, reviewBy }) => reviewedOn === null && reviewBy < today);
}
