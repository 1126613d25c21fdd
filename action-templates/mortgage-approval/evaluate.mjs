// Evaluation command: features in, predictions out. It sees no label and no protected column.
import { readRows, writeRows } from './lib/csv.mjs';
import { loadModel, predict } from './lib/model.mjs';

function setting(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

const model = loadModel(setting('GATEHOUSE_MODEL_DIR'));
const rows = readRows(setting('GATEHOUSE_FEATURES'));
const predictions = rows.map((row) => ({ id: row.id, ...predict(model, row) }));
writeRows(setting('GATEHOUSE_PREDICTIONS'), ['id', 'prediction', 'score'], predictions);
console.log(`predicted ${predictions.length} applications`);
