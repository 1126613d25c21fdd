import { type Undefined, undefinedFor } from '../../measured.ts';

/** Maximum likelihood estimates of a logistic regression with one covariate, with their standard errors. */
export interface LogisticLine {
  readonly intercept: number;
  readonly interceptError: number;
  readonly slope: number;
  readonly slopeError: number;
  readonly undefinedReason: null;
}

/** ln(odds) = intercept + slope·x, by Newton's method with halved steps on a covariate of mean 0 and variance 1. */
export function logisticLine(labels: Uint8Array, covariate: Float64Array): LogisticLine | Undefined {
  const reason = whyNoLine(labels, covariate);
  if (reason !== null) return reason;
  const n = covariate.length;
  const mean = covariate.reduce((sum, x) => sum + x, 0) / n;
  const scale = Math.sqrt(covariate.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n);
  const standard = covariate.map((x) => (x - mean) / scale);
  const { a, b } = climb(labels, standard);
  const { aa, ab, bb } = slopesAt(labels, standard, { a, b });
  const determinant = aa * bb - ab * ab;
  // Back to the covariate as given: slope = b/scale, intercept = a - b·mean/scale.
  const shift = mean / scale;
  const variance = (bb + 2 * ab * shift + aa * shift * shift) / determinant;
  return {
    intercept: a - b * shift,
    interceptError: Math.sqrt(variance),
    slope: b / scale,
    slopeError: Math.sqrt(aa / determinant) / scale,
    undefinedReason: null,
  };
}

/** The estimate is finite if and only if the classes overlap (Albert and Anderson 1984, Biometrika 71, 1-10). */
function whyNoLine(labels: Uint8Array, covariate: Float64Array): Undefined | null {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < covariate.length; row += 1) {
    const x = Number(covariate[row]);
    const label = Number(labels[row]);
    low[label] = Math.min(Number(low[label]), x);
    high[label] = Math.max(Number(high[label]), x);
  }
  const [low0 = 0, low1 = 0] = low;
  const [high0 = 0, high1 = 0] = high;
  if (labels.length === 0) return undefinedFor('empty-group');
  if (low0 > high0 || low1 > high1) return undefinedFor('single-class');
  if (Math.min(low0, low1) === Math.max(high0, high1)) return undefinedFor('constant-prediction');
  return high0 <= low1 || high1 <= low0 ? undefinedFor('separated-classes') : null;
}

interface Point {
  readonly a: number;
  readonly b: number;
}

/** Every step raises the concave likelihood, so the loop ends: at the maximum no step does. */
function climb(labels: Uint8Array, x: Float64Array): Point {
  let here: Point = { a: 0, b: 0 };
  let height = logLikelihood(labels, x, here);
  for (;;) {
    const { ga, gb, aa, ab, bb } = slopesAt(labels, x, here);
    const determinant = aa * bb - ab * ab;
    const da = (bb * ga - ab * gb) / determinant;
    const db = (aa * gb - ab * ga) / determinant;
    let step = 1;
    let next = { a: here.a + da, b: here.b + db };
    let nextHeight = logLikelihood(labels, x, next);
    while (!(nextHeight > height) && step > SMALLEST_STEP) {
      step /= 2;
      next = { a: here.a + step * da, b: here.b + step * db };
      nextHeight = logLikelihood(labels, x, next);
    }
    // The likelihood is flat to its last digit here; the gradient still shows where the maximum lies.
    if (!(nextHeight > height)) return { a: here.a + da, b: here.b + db };
    here = next;
    height = nextHeight;
  }
}

const SMALLEST_STEP = 2 ** -30;

function logLikelihood(labels: Uint8Array, x: Float64Array, { a, b }: Point): number {
  let sum = 0;
  for (let row = 0; row < x.length; row += 1) {
    const eta = a + b * Number(x[row]);
    const toward = labels[row] === 1 ? -eta : eta;
    // -ln(1 + e^toward) without overflow.
    sum -= Math.max(toward, 0) + Math.log1p(Math.exp(-Math.abs(toward)));
  }
  return sum;
}

interface Slopes {
  readonly ga: number;
  readonly gb: number;
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

/** Gradient of the log-likelihood and the information matrix. */
function slopesAt(labels: Uint8Array, x: Float64Array, { a, b }: Point): Slopes {
  const sums = { ga: 0, gb: 0, aa: 0, ab: 0, bb: 0 };
  for (let row = 0; row < x.length; row += 1) {
    const value = Number(x[row]);
    const p = 1 / (1 + Math.exp(-(a + b * value)));
    const residual = Number(labels[row]) - p;
    const information = p * (1 - p);
    sums.ga += residual;
    sums.gb += residual * value;
    sums.aa += information;
    sums.ab += information * value;
    sums.bb += information * value * value;
  }
  return sums;
}
