import { z } from 'zod';
import { confidence, share, text } from '../fields.ts';

/** `gates.fairness` of a model. */
export const fairnessGate = z.strictObject({
  confidence,
  sensitive: z.array(text).min(1).describe('Protected columns whose groups are compared.'),
  'minimum-group-size': z.int().min(1).default(30),
  measures: z
    .strictObject({
      'selection-rate-difference': z.strictObject({ limit: share }).optional(),
      'false-positive-rate-difference': z.strictObject({ limit: share }).optional(),
      'false-negative-rate-difference': z.strictObject({ limit: share }).optional(),
    })
    .refine((m) => Object.values(m).some((v) => v !== undefined), { message: 'must name at least one measure' }),
});
