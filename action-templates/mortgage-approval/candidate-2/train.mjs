// Candidate 2. It uses the columns of candidate 1, but weighs the training rows so that being denied and being Black are
// independent in them (Kamiran and Calders, 2012), and denies only who is likelier to be denied than not.
// `data/applications.csv` holds training rows only: the action stages it so.
import { readRows } from './lib/csv.mjs';
import { fitModel, offeredColumns, saveModel } from './lib/model.mjs';

const THRESHOLD = 0.5;

/** Expected over observed share of each combination of group and outcome. */
function reweigh(rows, group, outcome) {
  const count = (wanted) =>
    rows.filter((row) => Object.entries(wanted).every(([key, value]) => row[key] === value)).length;
  const weightOf = new Map();
  for (const g of new Set(rows.map((row) => row[group]))) {
    for (const o of new Set(rows.map((row) => row[outcome]))) {
      const expected = (count({ [group]: g }) * count({ [outcome]: o })) / rows.length;
      weightOf.set(`${g} ${o}`, expected / count({ [group]: g, [outcome]: o }));
    }
  }
  return rows.map((row) => weightOf.get(`${row[group]} ${row[outcome]}`));
}

const rows = readRows('data/applications.csv');
const model = fitModel(rows, {
  columns: offeredColumns(rows),
  weights: reweigh(rows, 'afam', 'deny'),
  threshold: THRESHOLD,
});
saveModel('model', model);
console.log(`trained on ${rows.length} reweighed applications; threshold ${THRESHOLD}`);
