import { z } from 'zod';
import { confidence, digest, name, relativePath, share, text } from '../fields.ts';
import { dataColumn } from './data-columns.ts';

const profileRules = z
  .strictObject({
    path: relativePath.describe('Where the baseline profile is in the repository.'),
    digest: digest.describe('SHA-256 of the profile.'),
    'missing-rate-difference': share
      .default(0.05)
      .describe('How far the share of missing values of a column may move from that of the profile, either way.'),
    'new-category-rate': share
      .default(0.01)
      .describe('Share of rows with a category that the profile does not have, above what chance alone would give.'),
    'out-of-range-rate': share
      .default(0.01)
      .describe('Share of values below the least or above the largest of the profile.'),
    'row-count-change': z
      .number()
      .gt(0)
      .optional()
      .describe('How much the number of rows may differ from the profile, as a share of it: 0.5 is half.'),
    'unit-jumps': z
      .enum(['fail', 'warn', 'allow'])
      .default('warn')
      .describe('A median that is 10, 100, 1000, 2.54 … times that of the profile, or that part of it.'),
  })
  .describe('Rules that compare the data with a baseline profile.');

const leakage = z
  .strictObject({
    correlation: z
      .number()
      .gt(0.5)
      .max(1)
      .default(0.999)
      .describe('A column whose correlation with the label is above this, either way, gives the label away.'),
    ignore: z.array(text).default([]).describe('Columns that may tell the label, such as a copy that no model reads.'),
  })
  .describe('Whether a column gives the label away. The data must hold the label.');

const overlap = z
  .strictObject({
    with: name.optional().describe('Dataset that no row may be shared with. Left out, the parts of its own split.'),
    rows: z
      .boolean()
      .default(false)
      .describe('Whether rows count as shared when all columns but the key are equal, not only the key.'),
    limit: share.default(0).describe('Share of rows that may be shared.'),
  })
  .describe('Whether rows are in training and in evaluation.');

/** Rules of the data gate that stand by themselves, without the rest of a policy: what `gate data --schema` reads. */
export const dataRules = z.strictObject({
  confidence,
  key: z.array(text).min(1).optional().describe('Columns that together name a row: none may be missing or repeat.'),
  rows: z
    .strictObject({ min: z.int().min(1).default(1), max: z.int().min(1).optional() })
    .prefault({})
    .describe('How many rows there must be.'),
  columns: z.record(text, dataColumn).default({}).describe('What is known of each column.'),
  'extra-columns': z
    .enum(['fail', 'warn', 'allow'])
    .default('fail')
    .describe('Columns that are not under "columns"; judged only where at least one column is.'),
  'constant-columns': z
    .enum(['fail', 'warn', 'allow'])
    .default('fail')
    .describe('Columns with one value in all rows, or none.'),
  'missing-rate': share.optional().describe('Share of missing values that any column may have.'),
  'duplicate-rows': share
    .optional()
    .describe('Share of rows that may equal an earlier one in all columns but the key.'),
  probabilities: z
    .array(z.array(text).min(2))
    .default([])
    .describe('Lists of columns that add to 1 in every row, each between 0 and 1.'),
});

/** `gates.data` of a model. */
export const dataGate = dataRules.extend({
  dataset: name.describe('Name of the dataset under "data" that is judged.'),
  profile: profileRules.optional(),
  leakage: leakage.optional(),
  overlap: overlap.optional(),
});

/** How the rules are written that a profile is compared by, without where it is. */
export const dataProfileRules = profileRules.omit({ path: true, digest: true });

export type DataColumnConfig = z.output<typeof dataColumn>;
export type DataRulesConfig = z.output<typeof dataRules>;
export type DataGateConfig = z.output<typeof dataGate>;
export type DataProfileRules = z.output<typeof dataProfileRules>;
