import { readFileSync, writeFileSync } from 'node:fs';

/** Reads a CSV file without quoted fields into one object per row; values stay text. */
export function readRows(path) {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== columns.length || line.includes('"')) {
      throw new Error(`${path}:${index + 2}: expected ${columns.length} fields without quotes.`);
    }
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
  });
}

/** Writes rows with the given columns; no value may need quoting. */
export function writeRows(path, columns, rows) {
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  writeFileSync(path, `${[columns.join(','), ...lines].join('\n')}\n`);
}
