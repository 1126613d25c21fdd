import type { Measured } from '../measured.ts';
import type { Numbers } from '../sample-checks.ts';

/**
 * A measure of fixed rows as a function of how much each row counts: what drawing rows again needs. Sorting is done once,
 * before; nothing is checked here. A weight may be 0, and a row of weight 0 is as good as absent.
 */
export type MeasureOfWeights<Code extends string = never> = (weights: Numbers) => Measured<Code>;
