import {
  bcaInterval,
  calibrate,
  confusionRate,
  designMatrix,
  expectedAuc,
  expectedConfusion,
  fBeta,
  fitIsotonic,
  fitLogistic,
  jackknifeAcceleration,
} from '@gatehouse/stats';
import type { Kind, OurValues } from '../compare.ts';
import { bootstrap, domains, estimate, isotonic } from '../inputs.ts';
import { ABSOLUTE, RELATIVE } from '../tolerances.ts';
import { sampleOf } from './classification.ts';

/** Calibration, the domain classifier, resampling, and estimates without labels. */
export const ESTIMATION: Readonly<Record<string, Kind>> = {
  isotonic: {
    tolerance: ABSOLUTE[12],
    measure: (input) => {
      const given = isotonic.parse(input);
      return { calibrated: [...calibrate(fitIsotonic(sampleOf(given)), Float64Array.from(given.queries))] };
    },
  },
  // Both stop at a small gradient, not at the minimum itself.
  logistic: { tolerance: ABSOLUTE[5], measure: logistic },
  // NannyML rounds its sums to five digits before the area.
  estimate: { tolerance: ABSOLUTE[12], exceptions: { auc: ABSOLUTE[4] }, measure: estimated },
  bca: {
    tolerance: RELATIVE[10],
    measure: (input) => {
      const { replicates, leftOut, confidence, estimate: found } = bootstrap.parse(input);
      const acceleration = jackknifeAcceleration(Float64Array.from(leftOut));
      const sample = { estimate: found, replicates: Float64Array.from(replicates), acceleration };
      return { interval: bcaInterval(sample, confidence).interval };
    },
  },
};

function logistic(input: unknown): OurValues {
  const { first, second, codes, sides } = domains.parse(input);
  const matrix = designMatrix(
    [
      { kind: 'numeric', values: Float64Array.from(first) },
      { kind: 'numeric', values: Float64Array.from(second) },
      { kind: 'category', codes: Int32Array.from(codes) },
    ],
    sides.length,
  );
  const labels = Uint8Array.from(sides);
  return { coefficients: [...fitLogistic({ matrix, rows: Int32Array.from(sides.keys()), labels })] };
}

function estimated(input: unknown): OurValues {
  const { scores, probabilities, predicted } = estimate.parse(input);
  const calibrated = Float64Array.from(probabilities);
  const table = expectedConfusion(calibrated, Uint8Array.from(predicted));
  return {
    auc: expectedAuc(calibrated, Float64Array.from(scores)).value,
    f1: fBeta(table, 1).value,
    precision: confusionRate('precision', table).value,
    recall: confusionRate('recall', table).value,
    specificity: confusionRate('specificity', table).value,
    accuracy: confusionRate('accuracy', table).value,
  };
}
