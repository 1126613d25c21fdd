import {
  kendallTauB,
  ksDistance,
  ksPValue,
  mannWhitney,
  maxError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanInterval,
  meanSquaredError,
  meanSquaredLogError,
  medianAbsoluteError,
  momentsOf,
  ndcgAt,
  pinballLoss,
  rootMeanSquaredError,
  rSquared,
  spearmanRho,
  welchDifference,
} from '@gatehouse/stats';
import type { Kind, OurValues } from '../compare.ts';
import { numericPairs, ranking, twoSamples } from '../inputs.ts';
import { ABSOLUTE, RELATIVE } from '../tolerances.ts';

/** Metrics of regression and ranking, rank tests, correlations and means. */
export const REGRESSION: Readonly<Record<string, Kind>> = {
  // A sum of squares about a mean loses digits where the mean is large: R² is known to 1e-12 of 1, not of itself.
  regression: { tolerance: RELATIVE[12], exceptions: { rSquared: ABSOLUTE[12] }, measure: pairs },
  ranking: { tolerance: ABSOLUTE[12], measure: ranked },
  'two-samples': {
    tolerance: ABSOLUTE[12],
    exceptions: { ksP: RELATIVE[9], uP: RELATIVE[9] },
    measure: samples,
  },
  correlation: {
    tolerance: ABSOLUTE[12],
    measure: (input) => {
      const [first, second] = twoArrays(input);
      return { spearman: spearmanRho(first, second).value, kendall: kendallTauB(first, second).value };
    },
  },
  means: { tolerance: { limit: 1e-10, scale: 1 }, measure: means },
};

function pairs(input: unknown): OurValues {
  const { truth, predicted, weights } = numericPairs.parse(input);
  const plain = { truth: Float64Array.from(truth), predicted: Float64Array.from(predicted) };
  const weighted = weights === null ? plain : { ...plain, weights: Float64Array.from(weights) };
  const isPositive = Math.min(...truth, ...predicted) >= 0;
  return {
    mae: meanAbsoluteError(weighted).value,
    mse: meanSquaredError(weighted).value,
    rmse: rootMeanSquaredError(weighted).value,
    maxError: maxError(plain).value,
    medianAbsoluteError: medianAbsoluteError(plain).value,
    pinballTenth: pinballLoss(weighted, 0.1).value,
    rSquared: rSquared(weighted).value,
    mape: meanAbsolutePercentageError(weighted).value,
    msle: isPositive ? meanSquaredLogError(weighted).value : null,
  };
}

function ranked(input: unknown): OurValues {
  const { relevance, scores, k } = ranking.parse(input);
  const rankings = {
    offsets: Uint32Array.of(0, relevance.length),
    relevance: Float64Array.from(relevance),
    scores: Float64Array.from(scores),
    idOrder: Uint32Array.from(relevance.keys()),
  };
  return {
    ndcg: ndcgAt(rankings, k).values[0] ?? null,
    ndcgExp2: ndcgAt(rankings, k, 'exp2').values[0] ?? null,
  };
}

function twoArrays(input: unknown): readonly [Float64Array, Float64Array] {
  const { first, second } = twoSamples.parse(input);
  return [Float64Array.from(first), Float64Array.from(second)];
}

function samples(input: unknown): OurValues {
  const [first, second] = twoArrays(input);
  const [ks, u] = [ksDistance(first, second), mannWhitney(first, second)];
  if (ks.undefinedReason !== null || u.undefinedReason !== null) return {};
  return { ks: ks.distance, ksP: ksPValue(ks).p, u: u.u, uP: u.p };
}

function means(input: unknown): OurValues {
  const { confidence = Number.NaN } = twoSamples.parse(input);
  const [first, second] = twoArrays(input).map(momentsOf);
  if (first === undefined || second === undefined) return {};
  const [mean, welch] = [meanInterval(first, confidence), welchDifference(first, second, confidence)];
  return {
    mean: 'interval' in mean ? mean.interval : null,
    welch: 'interval' in welch ? welch.interval : null,
  };
}
