import { ActionError, type Finding, type PerformanceGateConfig } from '@gatehouse/core';
import { unfitInput } from './exam/exam-input.ts';

/** Beyond this many evaluations on the same rows, the best of them says little about new rows. */
const MANY_EVALUATIONS = 20;

/**
 * The confidence at which the k-th evaluation on the same rows must be judged, so that all evaluations ever made together
 * keep the error α: 1 - α_k with α_k = 6α/(π²k²), because Σ 1/k² = π²/6. From 1 - 0.61·α for the first it grows towards 1.
 *
 * @param k Counted from 1, this evaluation included.
 * @param alpha One-sided, above 0 and below one half.
 * @throws RangeError when k is not a whole number from 1 or alpha is out of range.
 * @example reuseConfidence(1, 0.05) // 0.9696
 */
export function reuseConfidence(k: number, alpha: number): number {
  if (!Number.isSafeInteger(k) || k < 1) throw new RangeError(`Evaluations are counted from 1, got ${k}.`);
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`An alpha is above 0 and below 0.5, got ${alpha}.`);
  return 1 - (6 * alpha) / (Math.PI ** 2 * k ** 2);
}

/** The confidence that a decision is made at: that of the policy, or with `strict-reuse` that of the k-th evaluation. */
export function confidenceOf(config: PerformanceGateConfig, evaluations: number | null | undefined): number {
  if (config['strict-reuse'] !== true || evaluations === null || evaluations === undefined) return config.confidence;
  return reuseConfidence(counted(evaluations) + 1, 1 - config.confidence);
}

/**
 * Warns when the evaluation rows have judged so many candidates that passing them was learned, or when nobody knows how many.
 *
 * Where the policy divides the error among the evaluations, not to know their number blocks, and there may be many.
 *
 * @param evaluations How often rows with this digest were used before; `null` when that is unknown, absent when not asked.
 */
export function reuseFindings(evaluations: number | null | undefined, strict = false): readonly Finding[] {
  if (evaluations === null || (strict && evaluations === undefined)) {
    const unknown = 'it is not known how often the evaluation rows were used before';
    return [{ ...note('test-set-reuse-unknown', null, unknown), severity: strict ? 'block' : 'warn' }];
  }
  if (evaluations === undefined) return [];
  const k = counted(evaluations) + 1;
  if (strict || k <= MANY_EVALUATIONS) return [];
  const said = `this is evaluation ${k} on the same rows; beyond ${MANY_EVALUATIONS}, rows that no candidate has seen should replace them`;
  return [note('test-set-reused', k, said)];
}

/**
 * @param sharedIds Ids that are both in the training and in the evaluation rows; absent when they were not compared.
 * @throws ActionError `refused`, `training-rows-in-evaluation`, when there is one: such evidence is broken, not inconclusive.
 */
export function refuseLeakage(sharedIds: number | undefined): void {
  if (sharedIds === undefined || sharedIds === 0) return;
  if (!Number.isSafeInteger(sharedIds) || sharedIds < 0)
    throw unfitInput(`${sharedIds} shared ids`, 'a whole number from 0');
  throw new ActionError(
    'refused',
    {
      where: 'The evaluation rows',
      found: `${sharedIds} ${sharedIds === 1 ? 'id that is' : 'ids that are'} in the training rows too`,
      allowed: 'rows that training has not seen',
      remedy: 'Take them out of the training data, train again, and evaluate',
    },
    { reasonCode: 'training-rows-in-evaluation' },
  );
}

function counted(evaluations: number): number {
  if (!Number.isSafeInteger(evaluations) || evaluations < 0)
    throw unfitInput(`${evaluations} evaluations`, 'a whole number from 0');
  return evaluations;
}

function note(reasonCode: Finding['reasonCode'], value: number | null, message: string): Finding {
  return { measure: 'test-set-evaluations', outcome: 'inconclusive', severity: 'warn', reasonCode, value, message };
}
