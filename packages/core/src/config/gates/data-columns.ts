import { z } from 'zod';
import { share } from '../fields.ts';

/** Syntax that the engine's linear-time patterns lack; with it a pattern could also take exponential time. */
const NOT_REGULAR = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;

const pattern = z.string().min(1).max(1000).refine(isRegular, {
  message: 'must be a regular expression without look-around and back-references',
});

function isRegular(source: string): boolean {
  if (NOT_REGULAR.test(source.replaceAll('\\\\', ''))) return false;
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** What a column must be: `gates.data.columns.<name>`. */
export const dataColumn = z.strictObject({
  type: z
    .enum(['integer', 'number', 'text', 'boolean', 'timestamp', 'any'])
    .default('any')
    .describe('What the values are. A timestamp is one of Parquet, or text in ISO 8601, read as UTC without a zone.'),
  required: z.boolean().default(true).describe('Whether the column must be there.'),
  nullable: z.boolean().default(true).describe('Whether values may be missing: null, NaN, infinite or an empty text.'),
  'missing-rate': share
    .optional()
    .describe('Share of missing values that the column may have, in place of the common one.'),
  unique: z.boolean().default(false).describe('Whether every value occurs once.'),
  constant: z.boolean().default(false).describe('Whether the column may have one value in all rows.'),
  min: z.number().optional().describe('The least value that is allowed.'),
  max: z.number().optional().describe('The largest value that is allowed.'),
  pattern: pattern.optional().describe('Regular expression that the whole of every value matches.'),
  values: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .max(10_000)
    .optional()
    .describe('The only values that are allowed.'),
  probability: z.boolean().default(false).describe('Short for a number from 0 to 1.'),
  'max-age-days': z.number().gt(0).optional().describe('How old the newest timestamp may be.'),
  future: z.boolean().default(false).describe('Whether timestamps may be later than now.'),
});
