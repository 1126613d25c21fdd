/** RFC 4180 text with LF line ends: the form in which tables are handed to a user's command. */
export function formatCsv(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [formatRecord(columns)];
  for (const row of rows) lines.push(formatRecord(row));
  return `${lines.join('\n')}\n`;
}

function formatRecord(cells: readonly string[]): string {
  // A record of one empty field would be an empty line, which readers skip.
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map(formatField).join(',');
}

function formatField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
