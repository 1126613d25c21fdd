import { z } from 'zod';
import { digest, name, relativePath, text } from '../fields.ts';

/** A limit of an effect, never of a p-value: a value at or above it has reached it. */
function limitUpTo(highest: number, what: string) {
  return z
    .strictObject({
      warn: z.number().gt(0).max(highest).describe('From here on a person should look.'),
      fail: z.number().gt(0).max(highest).describe('From here on, with evidence, the column has drifted.'),
    })
    .refine(({ warn, fail }) => warn <= fail, { message: '"warn" must be at or below "fail"' })
    .describe(what);
}

/** The largest Jensen-Shannon distance in nats. */
const JENSEN_SHANNON_MOST = 0.832_554_611_157_697_8;

const ofColumns = {
  ks: limitUpTo(1, 'Kolmogorov-Smirnov distance, 0 to 1.'),
  'wasserstein-normed': limitUpTo(1e6, 'Wasserstein-1 distance in standard deviations of the reference.'),
  'jensen-shannon': limitUpTo(JENSEN_SHANNON_MOST, 'Jensen-Shannon distance in nats, 0 to 0.8326.'),
  'cramer-v': limitUpTo(1, "Cramér's V, 0 to 1."),
  'missing-rate-difference': limitUpTo(1, 'Difference of the shares of missing values, either way.'),
  'new-category-rate': limitUpTo(1, 'Share of rows with a category that the reference does not have.'),
  'out-of-range-rate': limitUpTo(1, 'Share of values below the least or above the largest of the reference.'),
};
const onlyWhereWritten = {
  psi: limitUpTo(1e3, 'Population stability index on ten bins; judged only where a limit is written.').optional(),
  hellinger: limitUpTo(1, 'Hellinger distance on ten bins; judged only where a limit is written.').optional(),
};
const domainAuc = limitUpTo(1, 'Lower bound of the area of a classifier that tells the two sides apart.');

const ofOneColumn = z.strictObject(ofColumns).partial().extend(onlyWhereWritten);

/**
 * Conventions, not laws (stats.md §3.3): Kolmogorov-Smirnov and V from 0 to 1, Jensen-Shannon in nats, Wasserstein-1 in
 * standard deviations of the reference. `psi` and `hellinger` have none, and are judged where a policy has.
 */
export const DEFAULT_DRIFT_LIMITS = {
  ks: { warn: 0.1, fail: 0.2 },
  'wasserstein-normed': { warn: 0.1, fail: 0.2 },
  'jensen-shannon': { warn: 0.1, fail: 0.2 },
  'cramer-v': { warn: 0.1, fail: 0.2 },
  'missing-rate-difference': { warn: 0.02, fail: 0.05 },
  'new-category-rate': { warn: 0.01, fail: 0.05 },
  'out-of-range-rate': { warn: 0.01, fail: 0.05 },
  'domain-auc': { warn: 0.6, fail: 0.7 },
} as const;

/** Filled in, so that a policy that loosens one shows as looser. */
const limits = z.strictObject({
  ks: ofColumns.ks.default(DEFAULT_DRIFT_LIMITS.ks),
  'wasserstein-normed': ofColumns['wasserstein-normed'].default(DEFAULT_DRIFT_LIMITS['wasserstein-normed']),
  'jensen-shannon': ofColumns['jensen-shannon'].default(DEFAULT_DRIFT_LIMITS['jensen-shannon']),
  'cramer-v': ofColumns['cramer-v'].default(DEFAULT_DRIFT_LIMITS['cramer-v']),
  'missing-rate-difference': ofColumns['missing-rate-difference'].default(
    DEFAULT_DRIFT_LIMITS['missing-rate-difference'],
  ),
  'new-category-rate': ofColumns['new-category-rate'].default(DEFAULT_DRIFT_LIMITS['new-category-rate']),
  'out-of-range-rate': ofColumns['out-of-range-rate'].default(DEFAULT_DRIFT_LIMITS['out-of-range-rate']),
  'domain-auc': domainAuc.default(DEFAULT_DRIFT_LIMITS['domain-auc']),
  ...onlyWhereWritten,
});

const columnRule = z.strictObject({
  importance: z.number().min(0).max(1e6).default(1).describe('Weight of the column in the share of drifted ones.'),
  critical: z.boolean().default(false).describe('Whether drift of this column alone fails the gate.'),
  limits: ofOneColumn.prefault({}).describe('Limits of this column, in place of those of the gate.'),
});

const share = z
  .strictObject({ warn: z.number().gt(0).max(1), fail: z.number().gt(0).max(1) })
  .refine(({ warn, fail }) => warn <= fail, { message: '"warn" must be at or below "fail"' });

/** What a drift gate is told beside its data; the flags of the command line mirror it. */
const rules = {
  mode: z
    .enum(['native', 'evidently'])
    .default('native')
    .describe('"evidently" judges as evidently 0.7 does by default; its false alarms are known, see docs/drift.md.'),
  columns: z.array(text).min(1).optional().describe('Columns that are compared; without it all that can be.'),
  exclude: z.array(text).default([]).describe('Columns that are not compared, such as ids and times.'),
  target: text.optional().describe('The column that the model predicts, where the data has it.'),
  prediction: text.optional().describe('The column with what the model predicted, where the data has it.'),
  'column-rules': z.record(text, columnRule).default({}).describe('Rules of single columns, by name.'),
  limits: limits.prefault({}),
  'drifted-share': share
    .default({ warn: 0.1, fail: 0.3 })
    .describe('Share of the columns, weighed by importance, from which the data as a whole has drifted.'),
  'domain-classifier': z
    .enum(['where-possible', 'required', 'off'])
    .default('where-possible')
    .describe('Whether a classifier tries to tell the two sides apart; it needs rows of both and 200 of each.'),
};

/** Rules alone, as the command line makes them. */
export const driftRules = z.strictObject(rules);

/** `gates.drift` of a model. */
export const driftGate = z.strictObject({
  data: name.describe('The dataset that is judged, by its name under "data".'),
  reference: name.optional().describe('The dataset that it is compared with. Write either this or "profile".'),
  profile: z
    .strictObject({
      path: relativePath.describe('Where the baseline profile is in the repository.'),
      digest: digest.describe('SHA-256 of the whole file.'),
    })
    .optional()
    .describe('A baseline profile in place of the reference, made by "gatehouse profile build".'),
  ...rules,
});

/** Checked rules of the drift gate, without its data. */
export type DriftRules = z.output<typeof driftRules>;
export type DriftColumnRule = DriftRules['column-rules'][string];
