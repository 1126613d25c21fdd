import { rocAuc } from '../classification/scores/roc-auc.ts';
import { type Undefined, undefinedFor } from '../measured.ts';
import { shuffle } from '../random/shuffle.ts';
import type { Random } from '../random/xoshiro.ts';
import { checkBinary } from '../sample-checks.ts';
import { type DesignMatrix, type DomainFeature, designMatrix, timesCoefficients } from './design-matrix.ts';
import { fitLogistic } from './logistic-regression.ts';

const FOLDS = 5;
/** Fewer rows on a side leave the area too uncertain to say anything. */
const FEWEST_ROWS = 200;

/** Reference and current rows together. */
export interface DomainRows {
  readonly features: readonly DomainFeature[];
  /** 1 for a current row, 0 for one of the reference. */
  readonly current: Uint8Array;
}

/** How well the side of a row can be told from its features. */
export interface DomainClassification {
  /** Area under the ROC curve of the out-of-fold scores: about ½ without drift, 1 when the sides do not overlap. */
  readonly value: number;
  readonly undefinedReason: null;
  /** Log odds of "current" of each row, by a model that did not see it; for `delong` and its interval. */
  readonly scores: Float64Array;
}

/**
 * A domain classifier: logistic regression of the side on standardised numbers and one-hot categories in five folds, each
 * side split apart, scored on rows left out. It sees a drift of means and of several columns together; not one of spread
 * alone, which the measures of a column see. From 0 to 1; higher means more drift; below ½ is noise. Lopez-Paz and Oquab
 * (2017), ICLR.
 *
 * The folds are drawn from `random`, so the value is the same for the same seed and order of the rows.
 *
 * Undefined (`insufficient-n`) with fewer than 200 rows on a side.
 *
 * @throws RangeError when there is no feature, lengths differ, a number is not finite or a code negative.
 */
export function classifyDomains(
  { features, current }: DomainRows,
  random: Random,
): DomainClassification | Undefined<'insufficient-n'> {
  if (features.length === 0) throw new RangeError('A domain classifier needs at least one feature, got none.');
  checkBinary(current, 'A side');
  const matrix = designMatrix(features, current.length);
  const sides = [0, 1].map((side) => Int32Array.from(current.keys()).filter((row) => current[row] === side));
  if (sides.some((rows) => rows.length < FEWEST_ROWS)) return undefinedFor('insufficient-n');
  const scores = outOfFold({ matrix, current, sides }, random);
  // Both sides have rows, so the area has a value.
  return { value: Number(rocAuc({ labels: current, scores }).value), undefinedReason: null, scores };
}

interface Split {
  readonly matrix: DesignMatrix;
  readonly current: Uint8Array;
  readonly sides: readonly Int32Array[];
}

function outOfFold({ matrix, current, sides }: Split, random: Random): Float64Array {
  const fold = new Uint8Array(current.length);
  for (const rows of sides) {
    shuffle(rows, random);
    for (const [at, row] of rows.entries()) fold[row] = at % FOLDS;
  }
  const scores = new Float64Array(current.length);
  const all = Int32Array.from(current.keys());
  for (let held = 0; held < FOLDS; held += 1) {
    const test = all.filter((row) => fold[row] === held);
    const w = fitLogistic({ matrix, rows: all.filter((row) => fold[row] !== held), labels: current });
    for (const [i, score] of timesCoefficients(matrix, test, w).entries()) scores[Number(test[i])] = score;
  }
  return scores;
}
