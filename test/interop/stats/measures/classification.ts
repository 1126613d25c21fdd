import {
  averagePrecision,
  balancedAccuracy,
  binaryConfusion,
  brier,
  CONFUSION_RATES,
  type ConfusionRate,
  calibrationLine,
  classAccuracy,
  classAucOneVsOne,
  classAucOneVsRest,
  classBalancedAccuracy,
  classBrier,
  classConfusion,
  classF1,
  classLogLoss,
  classMatthews,
  cohenKappa,
  confusionRate,
  delong,
  fBeta,
  logLoss,
  matthews,
  rocAuc,
  type ScoredLabels,
  topKAccuracy,
} from '@gatehouse/stats';
import type { z } from 'zod';
import type { Kind, OurValues } from '../compare.ts';
import { classRows, rows, scored, scoredClasses, severalScores } from '../inputs.ts';
import { ABSOLUTE, RELATIVE } from '../tolerances.ts';

const RATES = Object.keys(CONFUSION_RATES).filter((name): name is ConfusionRate => name in CONFUSION_RATES);

/** Metrics of classes and of scores. */
export const CLASSIFICATION: Readonly<Record<string, Kind>> = {
  confusion: { tolerance: ABSOLUTE[12], measure: confusion },
  scores: { tolerance: ABSOLUTE[12], measure: scores },
  classes: { tolerance: ABSOLUTE[12], measure: classes },
  'class-scores': { tolerance: ABSOLUTE[12], measure: classScores },
  delong: {
    tolerance: ABSOLUTE[12],
    exceptions: { covariance: ABSOLUTE[10] },
    measure: (input) => {
      const { labels, scores: several } = severalScores.parse(input);
      const found = delong(
        labels.map((label) => label === 1),
        several,
      );
      return found === null ? {} : { areas: found.aucs, covariance: found.covariance?.flat() ?? null };
    },
  },
  'calibration-line': {
    tolerance: RELATIVE[6],
    measure: (input) => {
      const line = calibrationLine(sampleOf(scored.parse(input)), 0.95);
      if (line.undefinedReason !== null) return {};
      return {
        line: [line.intercept, line.slope],
        intervals: [...line.interceptInterval, ...line.slopeInterval],
      };
    },
  },
};

function confusion(input: unknown): OurValues {
  const { labels, predicted, weights } = rows.parse(input);
  const counted = binaryConfusion(labels, predicted, weights ?? undefined);
  return {
    ...Object.fromEntries(RATES.map((rate) => [rate, confusionRate(rate, counted).value])),
    f1: fBeta(counted, 1).value,
    f2: fBeta(counted, 2).value,
    balancedAccuracy: balancedAccuracy(counted).value,
    matthews: matthews(counted).value,
  };
}

/** Labels and scores as our measures take them. */
export function sampleOf({ labels, scores: given, weights }: z.output<typeof scored>): ScoredLabels {
  return {
    labels: Uint8Array.from(labels),
    scores: Float64Array.from(given),
    ...(weights === null || weights === undefined ? {} : { weights: Float64Array.from(weights) }),
  };
}

function scores(input: unknown): OurValues {
  const sample = sampleOf(scored.parse(input));
  return {
    auc: rocAuc(sample).value,
    averagePrecision: averagePrecision(sample).value,
    logLoss: logLoss(sample).value,
    brier: brier(sample).value,
  };
}

function classes(input: unknown): OurValues {
  const given = classRows.parse(input);
  const counted = classConfusion({
    labels: Int32Array.from(given.labels),
    predicted: Int32Array.from(given.predicted),
    classes: given.classes,
    ...(given.weights === null ? {} : { weights: Float64Array.from(given.weights) }),
  });
  return {
    accuracy: classAccuracy(counted).value,
    balancedAccuracy: classBalancedAccuracy(counted).value,
    macroF1: classF1(counted, 'macro').value,
    microF1: classF1(counted, 'micro').value,
    weightedF1: classF1(counted, 'weighted').value,
    matthews: classMatthews(counted).value,
    kappa: cohenKappa(counted).value,
    linearKappa: cohenKappa(counted, 'linear').value,
    quadraticKappa: cohenKappa(counted, 'quadratic').value,
  };
}

function classScores(input: unknown): OurValues {
  const given = scoredClasses.parse(input);
  const sample = {
    labels: Int32Array.from(given.labels),
    scores: Float64Array.from(given.scores),
    classes: given.classes,
  };
  return {
    aucOneVsRest: classAucOneVsRest(sample).value,
    aucOneVsOne: classAucOneVsOne(sample).value,
    logLoss: classLogLoss(sample).value,
    brier: classBrier(sample).value,
    topTwo: topKAccuracy(sample, 2).value,
  };
}
