import { terminalLine } from './visible-text.ts';

/** One line, no longer than the terminal. */
export function cutLine(text: string, width: number): string {
  const characters = Array.from(terminalLine(text));
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}

/** Breaks at spaces; a longer word is cut. Further lines begin with `indent`. */
export function wrapLines(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  for (const word of terminalLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== '') lines.push(cutLine(`${lines.length === 0 ? '' : indent}${word}`, width));
  }
  return lines;
}

const GAP = '  ';
const LONGEST_NAME = 40;

/**
 * Rows as aligned columns, the first row their headings. The first column is text, the others are numbers. What has no room
 * is left out from the right, and named in a last line.
 */
export function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const safe = rows.map((row) => row.map((cell, column) => cutLine(cell, column === 0 ? LONGEST_NAME : width)));
  const [headings = []] = safe;
  const widths = headings.map((_, column) => Math.max(...safe.map((row) => lengthOf(row[column] ?? ''))));
  let shown = 0;
  let used = 0;
  for (const own of widths) {
    used += own + (shown === 0 ? 0 : GAP.length);
    if (used > width && shown > 0) break;
    shown += 1;
  }
  const lines = safe.map((row) =>
    row
      .slice(0, shown)
      .map((cell, column) => (column === 0 ? padEnd(cell, widths[0] ?? 0) : padStart(cell, widths[column] ?? 0)))
      .join(GAP)
      .trimEnd(),
  );
  const left = headings.slice(shown);
  return left.length === 0
    ? lines.map((line) => cutLine(line, width))
    : [...lines.map((line) => cutLine(line, width)), ...wrapLines(`no room for: ${left.join(', ')}`, width)];
}

/** Characters, not code units. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

function padEnd(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - lengthOf(text)))}`;
}

function padStart(text: string, width: number): string {
  return `${' '.repeat(Math.max(0, width - lengthOf(text)))}${text}`;
}
