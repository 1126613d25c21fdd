import { type Bounds, meanInterval, momentsOf } from '@gatehouse/stats';
import {
  type DifferenceEstimate,
  estimateOf,
  type MetricQuestion,
  type Undefined,
  undefinedMetric,
} from './metric-estimate.ts';
import { LEAST_UNITS, resampledEstimate, unvariedEstimate } from './resampled-estimate.ts';

/** Fewer differences are too few for the t interval (stats.md §1.3). */
const LEAST_FOR_T = 200;

/** What a mean is for, and what a unit can contribute. */
export interface MeanQuestion {
  readonly question: MetricQuestion;
  /** The least and the greatest value that a row can have. */
  readonly range: Bounds;
}

/** Smaller differences between losses are rounding, as a share of the losses of the row itself. */
const ROUNDING = 1e-9;

/** Values of units, and of each how large the numbers are that it was computed from. */
interface SizedValues {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
}

/**
 * Whether nothing but rounding tells the values apart. Each row has a rounding of its own: measured by the largest loss of all,
 * every true difference beside one huge loss would be called rounding.
 */
function isUnvaried({ values, sizes }: SizedValues): boolean {
  const smallest = sizes.reduce((least, size, row) => (size < Number(sizes[least]) ? row : least), 0);
  const reference = Number(values[smallest]);
  return values.every((value, row) => Math.abs(value - reference) <= ROUNDING * Number(sizes[row]));
}

/** The mean of values that are all equal; `null` where they vary. Rows of the least and the greatest value are added. */
function unvariedMean(sized: SizedValues, { question, range }: MeanQuestion): DifferenceEstimate | null {
  const [least, greatest] = range;
  const n = sized.values.length;
  if (n === 0 || !isUnvaried(sized)) return null;
  const { mean: value } = momentsOf(sized.values);
  // Two models with the same losses are no exception: of a few rows that says little about the others (ADR 10).
  const unvaried = (added: number): Bounds => [
    (n * value + added * least) / (n + added),
    (n * value + added * greatest) / (n + added),
  ];
  return { ...unvariedEstimate({ value, n: [n], unvaried }, question.confidence), p: null };
}

/** The mean with its t interval, and a p-value of the null that it is 0. */
export function meanOfUnits(values: Float64Array, of: MeanQuestion): DifferenceEstimate | Undefined {
  return studentMean({ values, sizes: values.map(Math.abs) }, of);
}

function studentMean(sized: SizedValues, { question, range }: MeanQuestion): DifferenceEstimate | Undefined {
  const lowest = range[0];
  const moments = momentsOf(sized.values);
  const fixed = unvariedMean(sized, { question, range });
  if (fixed !== null) return fixed;
  if (moments.n < LEAST_UNITS) return undefinedMetric('insufficient-n');
  const mean = meanInterval(moments, question.confidence);
  if (mean.undefinedReason !== null) return undefinedMetric(mean.undefinedReason);
  const boundsAt = (level: number) => {
    const at = meanInterval(moments, level);
    const [lower, upper] = at.undefinedReason === null ? at.interval : mean.interval;
    return [Math.max(lowest, lower), upper] as const;
  };
  const estimate = estimateOf(
    { value: mean.estimate, boundsAt, method: 'student', n: [moments.n] },
    question.confidence,
  );
  return { ...estimate, method: lowest === 0 ? 'student' : 'paired student', p: mean.p };
}

/** The mean with its BCa interval, from the closed form of the jackknife. */
function resampledMean(sized: SizedValues, { question, range }: MeanQuestion): DifferenceEstimate | Undefined {
  const { values } = sized;
  const n = values.length;
  const fixed = unvariedMean(sized, { question, range });
  if (fixed !== null) return fixed;
  if (n < LEAST_UNITS) return undefinedMetric('insufficient-n');
  const sum = values.reduce((total, value) => total + value, 0);
  const statistic = (multiplicities: Int32Array): number => {
    let total = 0;
    for (let row = 0; row < n; row += 1) total += Number(multiplicities[row]) * Number(values[row]);
    return total / n;
  };
  const estimate = resampledEstimate(
    {
      units: { kind: 'rows', rows: n },
      statistic,
      jackknife: () => values.map((value) => (sum - value) / (n - 1)),
      n: [n],
      name: 'paired bca',
      unvaried: null,
    },
    question,
  );
  return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
}

/** The mean of first minus second, of the same units: t with 200 of them, and BCa with fewer. */
export function meanDifference(
  [first, second]: readonly [first: Float64Array, second: Float64Array],
  of: MeanQuestion,
): DifferenceEstimate | Undefined {
  const values = first.map((value, unit) => value - Number(second[unit]));
  const sizes = first.map((value, unit) => Math.max(Math.abs(value), Math.abs(Number(second[unit]))));
  return values.length < LEAST_FOR_T ? resampledMean({ values, sizes }, of) : studentMean({ values, sizes }, of);
}
