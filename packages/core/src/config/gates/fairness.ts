import { z } from 'zod';
import { confidence, share, text } from '../fields.ts';
import type { Task } from '../task.ts';

const atMost = z.strictObject({ limit: share }).optional();
const difference = z
  .strictObject({
    limit: share,
    'disparity-increase': share
      .optional()
      .describe('How much more than under the champion two groups may differ, on the same rows.'),
  })
  .optional();
const atLeast = z.strictObject({ limit: share.gt(0) }).optional();

/** 0 is equal, and more than the limit fails. */
const differences = {
  'selection-rate-difference': difference,
  'demographic-parity-difference': difference,
  'equal-opportunity-difference': difference,
  'true-positive-rate-difference': difference,
  'false-positive-rate-difference': difference,
  'true-negative-rate-difference': difference,
  'false-negative-rate-difference': difference,
  'predictive-parity-difference': difference,
  'positive-predictive-value-difference': difference,
  'negative-predictive-value-difference': difference,
  'false-discovery-rate-difference': difference,
  'false-omission-rate-difference': difference,
  'accuracy-difference': difference,
  'error-rate-difference': difference,
  'equalized-odds-difference': difference,
  'average-odds-difference': difference,
};

/** The smaller over the larger: 1 is equal, and less than the limit fails. */
const ratios = {
  'selection-rate-ratio': atLeast,
  'demographic-parity-ratio': atLeast,
  'disparate-impact': atLeast,
  'true-positive-rate-ratio': atLeast,
  'false-positive-rate-ratio': atLeast,
  'false-negative-rate-ratio': atLeast,
  'positive-predictive-value-ratio': atLeast,
  'false-discovery-rate-ratio': atLeast,
  'false-omission-rate-ratio': atLeast,
  'accuracy-ratio': atLeast,
  'error-rate-ratio': atLeast,
  'equalized-odds-ratio': atLeast,
};

/** What is left of a difference within the values of the control columns. */
const controlled = {
  'conditional-selection-rate-difference': atMost,
  'conditional-demographic-disparity': atMost,
};

/** Measures that need control columns. */
export const CONTROLLED_MEASURES: readonly string[] = Object.keys(controlled);

/** Of the scores of a binary model. */
const scored = {
  'auc-difference': atMost,
  'calibration-in-the-large-difference': atMost,
};

const inUnits = z
  .strictObject({ limit: z.number().min(0).describe('In the unit of the label, squared for no measure.') })
  .optional();

/** Of the errors of a regression, label minus prediction. */
const errors = {
  'mean-residual-difference': inUnits,
  'mean-absolute-error-difference': inUnits,
  'root-mean-squared-error-difference': inUnits,
};

/** Of the places that a ranking gives to the items of groups. */
const places = {
  'exposure-ratio': atLeast,
  ndkl: z.strictObject({ limit: z.number().min(0) }).optional(),
  'skew-at-k': z
    .strictObject({
      limit: z
        .number()
        .min(0)
        .describe('Most that the logarithm of the share among the first k over that among all may be from 0.'),
      k: z.int().min(1).max(10_000).describe('How many of the first items of each query are looked at.'),
    })
    .optional(),
};

/** Which measures a task has. */
export const FAIRNESS_MEASURES: Readonly<Record<Task, readonly string[]>> = {
  'binary-classification': Object.keys({ ...differences, ...ratios, ...controlled, ...scored }),
  'multiclass-classification': Object.keys({ ...differences, ...ratios, ...controlled }),
  regression: Object.keys(errors),
  ranking: Object.keys(places),
};

/** Measures that need nothing but the counts of a binary model. */
export const COUNTED_MEASURES: readonly string[] = Object.keys({ ...differences, ...ratios });

/** Measures of which a lower limit is the looser one. */
export const FAIRNESS_RATIOS: readonly string[] = [...Object.keys(ratios), 'exposure-ratio'];

/** `gates.fairness` of a model. */
export const fairnessGate = z.strictObject({
  confidence,
  sensitive: z.array(text).min(1).describe('Protected columns whose groups are compared.'),
  favorable: z
    .enum(['positive', 'negative'])
    .optional()
    .describe('Which label is good for the person; "disparate-impact" needs it.'),
  'favorable-classes': z
    .array(text)
    .min(1)
    .optional()
    .describe('Of a multiclass model, the classes that are good for the person; the others together are not.'),
  reference: z
    .enum(['none', 'overall', 'largest', 'best'])
    .default('none')
    .describe('What a group is compared with: every other ("none", "best"), all rows, or the largest group.'),
  'reference-groups': z
    .record(text, text)
    .default({})
    .describe('By sensitive column, the one group that the others are compared with, in place of "reference".'),
  'minimum-group-size': z
    .int()
    .min(1)
    .default(50)
    .describe('Rows that a group must have; with fewer the gate is inconclusive.'),
  'minimum-denominator': z
    .int()
    .min(1)
    .default(30)
    .describe('Rows that a rate of a group must rest on, such as the negatives for the false positive rate.'),
  intersections: z
    .strictObject({
      depth: z.int().min(1).max(2).default(2).describe('How many sensitive columns form groups together; 1 is none.'),
      gate: z.boolean().default(false).describe('Whether those groups are judged where they are large enough.'),
    })
    .prefault({}),
  'suppress-below': z
    .int()
    .min(1)
    .default(10)
    .describe('Of a group with fewer rows no number is shown, nor of groups from which its numbers could be solved.'),
  'suppress-rates': z
    .boolean()
    .default(false)
    .describe('Whether a rate of which the part, or the rest, has fewer rows is a reason to show no number, too.'),
  measures: z
    .strictObject({ ...differences, ...ratios, ...controlled, ...scored, ...errors, ...places })
    .refine((m) => Object.values(m).some((v) => v !== undefined), { message: 'must name at least one measure' }),
});
