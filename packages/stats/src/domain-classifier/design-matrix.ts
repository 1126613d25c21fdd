/** A column of numbers, or of categories coded from 0. All columns of one table have one length. */
export type DomainFeature =
  | { readonly kind: 'numeric'; readonly values: Float64Array }
  | { readonly kind: 'category'; readonly codes: Int32Array };

/** Standardised numbers and one-hot categories, by column. */
export interface DesignMatrix {
  readonly rows: number;
  /** Number of coefficients: the intercept, one for each number, one for each category. */
  readonly width: number;
  readonly numbers: readonly Float64Array[];
  readonly categories: readonly { readonly codes: Int32Array; readonly offset: number }[];
}

/**
 * The matrix of a linear classifier: numbers less their mean over their standard deviation (divisor n), constant ones left
 * out, categories one-hot. Scale and category codes know nothing of the label, so all rows may share them.
 *
 * @throws RangeError when lengths differ, a number is not finite, or a code is negative.
 */
export function designMatrix(features: readonly DomainFeature[], rows: number): DesignMatrix {
  const numbers: Float64Array[] = [];
  const coded: { codes: Int32Array; size: number }[] = [];
  for (const feature of features) {
    const length = feature.kind === 'numeric' ? feature.values.length : feature.codes.length;
    if (length !== rows) throw new RangeError(`Every feature has ${rows} rows, got ${length}.`);
    if (feature.kind === 'category') coded.push({ codes: feature.codes, size: cardinality(feature.codes) });
    else {
      const scaled = standardised(feature.values);
      if (scaled !== null) numbers.push(scaled);
    }
  }
  let width = 1 + numbers.length;
  const categories = coded.map(({ codes, size }) => {
    const offset = width;
    width += size;
    return { codes, offset };
  });
  return { rows, width, numbers, categories };
}

/** X·w for the rows given. */
export function timesCoefficients(matrix: DesignMatrix, rows: Int32Array, w: Float64Array): Float64Array {
  const out = new Float64Array(rows.length).fill(Number(w[0]));
  for (const [j, values] of matrix.numbers.entries()) {
    const weight = Number(w[1 + j]);
    for (let i = 0; i < rows.length; i += 1) out[i] = Number(out[i]) + weight * Number(values[Number(rows[i])]);
  }
  for (const { codes, offset } of matrix.categories) {
    for (let i = 0; i < rows.length; i += 1) {
      out[i] = Number(out[i]) + Number(w[offset + Number(codes[Number(rows[i])])]);
    }
  }
  return out;
}

/** Xᵀ·r for the rows given. */
export function timesRows(matrix: DesignMatrix, rows: Int32Array, r: Float64Array): Float64Array {
  const out = new Float64Array(matrix.width);
  out[0] = r.reduce((sum, value) => sum + value, 0);
  for (const [j, values] of matrix.numbers.entries()) {
    let sum = 0;
    for (let i = 0; i < rows.length; i += 1) sum += Number(values[Number(rows[i])]) * Number(r[i]);
    out[1 + j] = sum;
  }
  for (const { codes, offset } of matrix.categories) {
    for (let i = 0; i < rows.length; i += 1) {
      const at = offset + Number(codes[Number(rows[i])]);
      out[at] = Number(out[at]) + Number(r[i]);
    }
  }
  return out;
}

function cardinality(codes: Int32Array): number {
  let largest = -1;
  for (const code of codes) {
    if (code < 0) throw new RangeError(`A category code is a whole number from 0, got ${code}.`);
    if (code > largest) largest = code;
  }
  return largest + 1;
}

function standardised(values: Float64Array): Float64Array | null {
  let mean = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A number of a feature is finite, got ${value}.`);
    mean += value / values.length;
  }
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2 / values.length;
  const deviation = Math.sqrt(squares);
  // A constant column leaves rounding behind, not variation.
  if (deviation <= 1e-12 * Math.abs(mean)) return null;
  return values.map((value) => (value - mean) / deviation);
}
