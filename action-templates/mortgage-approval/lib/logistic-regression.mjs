/** Ridge penalty on every coefficient but the intercept: keeps rare categories from running away. */
const PENALTY = 1;
const MOST_STEPS = 50;
const CLOSE_ENOUGH = 1e-10;

/** Probability of the positive label; `coefficients` begin with the intercept. */
export function probability(coefficients, features) {
  let sum = coefficients[0];
  for (let at = 0; at < features.length; at += 1) sum += coefficients[at + 1] * features[at];
  return 1 / (1 + Math.exp(-sum));
}

/** Fits by Newton's method from zero: no randomness, so equal rows give equal coefficients. */
export function fitLogisticRegression(matrix, labels, weights) {
  const size = matrix[0].length + 1;
  const coefficients = new Array(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = newtonStep({ matrix, labels, weights }, coefficients);
    for (let at = 0; at < size; at += 1) coefficients[at] += change[at];
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) return coefficients;
  }
  throw new Error(`The fit did not settle in ${MOST_STEPS} steps.`);
}

function newtonStep({ matrix, labels, weights }, coefficients) {
  const size = coefficients.length;
  const gradient = coefficients.map((value, at) => (at === 0 ? 0 : -PENALTY * value));
  const curvature = Array.from({ length: size }, (_, row) => {
    const line = new Array(size).fill(0);
    if (row > 0) line[row] = PENALTY;
    return line;
  });
  matrix.forEach((features, index) => {
    const row = [1, ...features];
    const p = probability(coefficients, features);
    const residual = weights[index] * (labels[index] - p);
    const spread = weights[index] * p * (1 - p);
    for (let a = 0; a < size; a += 1) {
      gradient[a] += residual * row[a];
      for (let b = 0; b < size; b += 1) curvature[a][b] += spread * row[a] * row[b];
    }
  });
  return solve(curvature, gradient);
}

/** Solves a linear system by elimination with row pivoting. */
function solve(matrix, right) {
  const size = right.length;
  const rows = matrix.map((line, at) => [...line, right[at]]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let at = column; at <= size; at += 1) rows[row][at] -= factor * rows[column][at];
    }
  }
  return rows.map((row, at) => row[size] / row[at]);
}
