// Candidate 1. It uses every column that the evaluation offers and denies whoever is likelier to be denied than the
// average applicant. `data/applications.csv` holds training rows only: the action stages it so.
import { readRows } from './lib/csv.mjs';
import { fitModel, offeredColumns, saveModel } from './lib/model.mjs';

const rows = readRows('data/applications.csv');
const denied = rows.filter((row) => row.deny === 'yes').length;
const model = fitModel(rows, {
  columns: offeredColumns(rows),
  weights: rows.map(() => 1),
  threshold: denied / rows.length,
});
saveModel('model', model);
console.log(`trained on ${rows.length} applications, ${denied} denied; threshold ${model.threshold.toFixed(4)}`);
