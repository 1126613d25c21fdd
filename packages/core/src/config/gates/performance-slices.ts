import { z } from 'zod';
import { text } from '../fields.ts';

const slice = z.strictObject({
  'minimum-rows': z
    .int()
    .min(1)
    .default(30)
    .describe('A value of the column with fewer rows is inconclusive: it may hide a model that fails there.'),
  'margin-factor': z
    .number()
    .min(1)
    .max(10)
    .default(1)
    .describe(
      'Widens the margins of all metrics within the slices of this column; no slice is without a margin. Of a first version it moves floors and ceilings by what the margin grows.',
    ),
  'report-only': z.boolean().default(false).describe('True when the slices are shown and do not decide.'),
});

/** `gates.performance.slices`: by column, how the metrics are judged in the rows of each of its values. */
export const performanceSlices = z
  .record(text, slice)
  .optional()
  .describe(
    'Protected or control columns in whose values the challenger must be non-inferior too; a first version must keep its floors and ceilings there.',
  );
