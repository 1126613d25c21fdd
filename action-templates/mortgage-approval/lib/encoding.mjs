/** Columns that hold quantities; every other feature is a category. */
const QUANTITIES = new Set(['pirat', 'hirat', 'lvrat', 'unemp']);
/** A few ratios are far out (3.0 where the mean is 0.3): beyond this many standard deviations they count as this many. */
const FARTHEST = 5;

/** Learns from training rows how to turn a row into numbers: means and deviations, and the values of each category. */
export function fitEncoding(rows, columns) {
  return columns.map((column) => {
    const values = rows.map((row) => row[column]);
    if (!QUANTITIES.has(column)) return { column, categories: [...new Set(values)].sort() };
    const numbers = values.map((value) => toNumber(value, column));
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
    return { column, mean, deviation: Math.sqrt(variance) };
  });
}

/** One row as numbers. The first category of a column is the base, so it has no number of its own. */
export function encode(encoding, row) {
  return encoding.flatMap((feature) => {
    const value = row[feature.column];
    if (value === undefined) throw new Error(`The table has no column "${feature.column}".`);
    if (feature.categories === undefined) {
      const distance = (toNumber(value, feature.column) - feature.mean) / feature.deviation;
      return [Math.max(-FARTHEST, Math.min(FARTHEST, distance))];
    }
    return feature.categories.slice(1).map((category) => (value === category ? 1 : 0));
  });
}

function toNumber(text, column) {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value))
    throw new Error(`Column "${column}" holds "${text}", which is no number.`);
  return value;
}
