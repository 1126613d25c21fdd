import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode, fitEncoding } from './encoding.mjs';
import { fitLogisticRegression, probability } from './logistic-regression.mjs';
import { readSafetensors, writeSafetensors } from './safetensors.mjs';

/** Never inputs of a model. The evaluation withholds them too, so a model that needed one could not be evaluated. */
const WITHHELD = new Set(['id', 'deny', 'afam', 'single']);

/** Every column that the evaluation offers to a model. */
export function offeredColumns(rows) {
  return Object.keys(rows[0]).filter((column) => !WITHHELD.has(column));
}

/** Fits the probability of a denial. `weights` has one number per row. */
export function fitModel(rows, { columns, weights, threshold }) {
  const encoding = fitEncoding(rows, columns);
  const matrix = rows.map((row) => encode(encoding, row));
  const labels = rows.map((row) => (row.deny === 'yes' ? 1 : 0));
  return { encoding, threshold, coefficients: fitLogisticRegression(matrix, labels, weights) };
}

/** Writes the two files of a candidate: weights as safetensors, everything else as JSON. */
export function saveModel(folder, { encoding, threshold, coefficients }) {
  mkdirSync(folder, { recursive: true });
  writeSafetensors(join(folder, 'model.safetensors'), { coefficients });
  writeFileSync(join(folder, 'config.json'), `${JSON.stringify({ threshold, encoding }, null, 2)}\n`);
}

export function loadModel(folder) {
  const { threshold, encoding } = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
  const { coefficients } = readSafetensors(join(folder, 'model.safetensors'));
  return { encoding, threshold, coefficients };
}

/** What the model says about one application. */
export function predict(model, row) {
  const score = probability(model.coefficients, encode(model.encoding, row));
  return { prediction: score >= model.threshold ? 'yes' : 'no', score };
}
