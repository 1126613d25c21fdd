import { z } from 'zod';
import { name } from './fields.ts';

/** What a stage asks for. */
export const stageRule = z
  .strictObject({
    after: name.optional().describe('Stage that a version must have been in before.'),
    'for-hours': z
      .number()
      .gt(0)
      .max(8760)
      .optional()
      .describe('How long it must have been there in all; only with "after".'),
    promoters: z
      .array(name)
      .min(1)
      .optional()
      .describe('Roles of which the person who starts the promotion holds one; without it, whoever may start the job.'),
    'rollback-to': z
      .enum(['assigned', 'any'])
      .default('assigned')
      .describe('assigned: only versions that were in this stage before. any: every version that verifies.'),
  })
  .describe('What must hold before a version comes into a stage.');

/** A version without its model's name. */
export const versionName = z.string().regex(/^v(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$/, {
  error: 'must be a version such as v1.2.0',
});

/** What a stage asks for, as parsed. */
export type StageRule = z.output<typeof stageRule>;
