import { type Bounds, newcombeDifference, type Proportion } from '@gatehouse/stats';
import type { ColumnVerdict, DriftVerdict } from './column-verdict.ts';

/** Confidence of the printed difference. */
const CONFIDENCE = 0.95;

/** The share of positives on both sides, for a target or prediction of two classes. */
export interface BaseRates {
  readonly reference: Proportion;
  readonly current: Proportion;
}

/** How the target or the prediction has moved. */
export interface OutputDrift {
  readonly role: 'target' | 'prediction';
  readonly judged: Pick<ColumnVerdict, 'column' | 'verdict'>;
  /** Current minus reference, with Newcombe's 95 % interval; `null` without rows or for more than two classes. */
  readonly baseRateDifference: {
    readonly value: number;
    readonly interval: Bounds;
    readonly confidence: number;
  } | null;
  /** Predictions moved although no input did: look at the pipeline before looking for a change in the world. */
  readonly label: 'suspect-pipeline' | null;
}

/**
 * Joins the verdict on a target or prediction with the difference of base rates. A prediction that drifts (`warn` or `fail`)
 * while the features pass is labelled `suspect-pipeline`; features that were not judged or are inconclusive prove nothing.
 *
 * @throws RangeError when successes are not whole numbers from 0 to n.
 */
export function describeOutput(
  output: Pick<OutputDrift, 'role' | 'judged'>,
  rates: BaseRates | null,
  features: DriftVerdict | null,
): OutputDrift {
  const moved = output.judged.verdict === 'fail' || output.judged.verdict === 'warn';
  const suspect = output.role === 'prediction' && moved && features === 'pass';
  return { ...output, baseRateDifference: differenceOf(rates), label: suspect ? 'suspect-pipeline' : null };
}

function differenceOf(rates: BaseRates | null): OutputDrift['baseRateDifference'] {
  if (rates === null || rates.reference.n === 0 || rates.current.n === 0) return null;
  const { reference, current } = rates;
  return {
    value: current.successes / current.n - reference.successes / reference.n,
    interval: newcombeDifference(current, reference, CONFIDENCE),
    confidence: CONFIDENCE,
  };
}
