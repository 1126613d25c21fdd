import { type DesignMatrix, timesCoefficients, timesRows } from './design-matrix.ts';

const NEWTON_STEPS = 50;
const GRADIENT_LIMIT = 1e-8;
/** For each row: a slope beyond it is no minimum. Standardised columns come to a hundredth of it in some ten steps. */
const REFUSED_GRADIENT = 1e-6;

/** Which rows to fit, and their labels (1 or 0), aligned with all rows of the matrix. */
export interface LogisticProblem {
  readonly matrix: DesignMatrix;
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
}

/**
 * Coefficients of a logistic regression with the penalty ½‖w‖² (intercept free): the minimum of ½‖w‖² + Σ ln(1 + e^-yz).
 * scikit-learn `LogisticRegression(C=1)`. By Newton's method with conjugate gradients inside, so that the cost is that of a
 * few passes over the rows. The penalty makes the minimum exist and be the only one, separated classes included.
 *
 * Columns are standardised, as `designMatrix` makes them. Of columns far from it, such as years beside amounts, the steps may
 * not lead to the minimum, and coefficients from elsewhere are refused.
 *
 * Lin, Weng and Keerthi (2008), Journal of Machine Learning Research 9, 627-650.
 *
 * @throws RangeError when the minimum is not reached.
 */
export function fitLogistic(problem: LogisticProblem): Float64Array {
  let w = new Float64Array(problem.matrix.width);
  let at = evaluate(problem, w);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    if (largest(at.gradient) <= GRADIENT_LIMIT * Math.max(1, problem.rows.length)) break;
    const direction = newtonDirection(problem, at);
    const slope = dot(at.gradient, direction);
    let moved = at;
    let next = w;
    for (let length = 1; length > 1e-10; length /= 2) {
      next = w.map((value, j) => value + length * Number(direction[j]));
      moved = evaluate(problem, next);
      if (moved.objective <= at.objective + 1e-4 * length * slope) break;
    }
    w = next;
    at = moved;
  }
  requireMinimum(largest(at.gradient), problem);
  return w;
}

function requireMinimum(slope: number, { rows }: LogisticProblem): void {
  if (slope <= REFUSED_GRADIENT * Math.max(1, rows.length)) return;
  throw new RangeError(
    `A logistic regression comes to its minimum in ${NEWTON_STEPS} steps, got a slope of ${slope} there: standardise the columns.`,
  );
}

interface Evaluation {
  readonly objective: number;
  readonly gradient: Float64Array;
  /** p(1-p) of each row. */
  readonly curvature: Float64Array;
}

function evaluate({ matrix, rows, labels }: LogisticProblem, w: Float64Array): Evaluation {
  const margins = timesCoefficients(matrix, rows, w);
  const residuals = new Float64Array(rows.length);
  const curvature = new Float64Array(rows.length);
  let objective = (dot(w, w) - Number(w[0]) ** 2) / 2;
  for (let i = 0; i < rows.length; i += 1) {
    const margin = Number(margins[i]);
    const label = Number(labels[Number(rows[i])]);
    const p = 1 / (1 + Math.exp(-margin));
    objective += Math.max(0, margin) + Math.log1p(Math.exp(-Math.abs(margin))) - label * margin;
    residuals[i] = p - label;
    curvature[i] = p * (1 - p);
  }
  const gradient = timesRows(matrix, rows, residuals).map((sum, j) => sum + (j === 0 ? 0 : Number(w[j])));
  return { objective, gradient, curvature };
}

/** Solves (XᵀDX + I)·d = -gradient by conjugate gradients, to a tenth of the gradient or better. */
function newtonDirection({ matrix, rows }: LogisticProblem, { gradient, curvature }: Evaluation): Float64Array {
  const d = new Float64Array(gradient.length);
  const residual = gradient.map((value) => -value);
  let search = Float64Array.from(residual);
  let squares = dot(residual, residual);
  const limit = squares * Math.min(0.01, Math.sqrt(squares) / Math.max(1, rows.length)) ** 2;
  for (let k = 0; k < 2 * gradient.length + 10 && squares > limit; k += 1) {
    const image = timesRows(
      matrix,
      rows,
      timesCoefficients(matrix, rows, search).map((value, i) => value * Number(curvature[i])),
    );
    for (let j = 1; j < image.length; j += 1) image[j] = Number(image[j]) + Number(search[j]);
    const step = squares / dot(search, image);
    for (let j = 0; j < d.length; j += 1) {
      d[j] = Number(d[j]) + step * Number(search[j]);
      residual[j] = Number(residual[j]) - step * Number(image[j]);
    }
    const next = dot(residual, residual);
    const ratio = next / squares;
    search = search.map((value, j) => Number(residual[j]) + ratio * value);
    squares = next;
  }
  return d;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * Number(b[i]), 0);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
