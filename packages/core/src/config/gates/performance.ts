import { z } from 'zod';
import { confidence, share } from '../fields.ts';

const performanceMetric = z.strictObject({
  floor: share.optional().describe('The lower confidence bound must not be below this.'),
  margin: share.gt(0).describe('Non-inferiority margin against the champion, absolute.'),
});

/** `gates.performance` of a model. */
export const performanceGate = z
  .strictObject({
    confidence,
    metrics: z.strictObject({ accuracy: performanceMetric.optional(), auc: performanceMetric.optional() }),
    'trivial-baseline': z.enum(['majority-class', 'none']).default('majority-class'),
  })
  .refine((g) => g.metrics.accuracy !== undefined || g.metrics.auc !== undefined, {
    message: 'must name at least one of the metrics accuracy, auc',
  });
