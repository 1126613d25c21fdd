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

/** One line as it is where it fits, else broken at spaces: nothing is cut for the want of a line. */
export function fitLines(text: string, width: number, indent = ''): readonly string[] {
  return lengthOf(terminalLine(text)) <= width ? [cutLine(text, width)] : wrapLines(text, width, indent);
}

const GAP = '  ';
const LONGEST_NAME = 40;

/** The shortest that a name is cut to for the sake of the numbers beside it. */
const SHORTEST_NAME = 12;

/**
 * Rows as aligned columns, the first row their headings. The first column is text, the others are numbers. Columns that have
 * no room stand in a further table below, so that no number is left out.
 */
export function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const numbers = rows.map((row) => row.map((cell, column) => (column === 0 ? '' : cutLine(cell, width))));
  const widest = Math.max(0, ...numbers.flatMap((row) => row.map(lengthOf)));
  const room = Math.min(LONGEST_NAME, Math.max(SHORTEST_NAME, width - GAP.length - widest));
  return tablesOf(
    rows.map(([name = ''], at) => [cutMiddle(terminalLine(name), room), ...(numbers[at] ?? []).slice(1)]),
    width,
  );
}

function tablesOf(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const [headings = []] = rows;
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  let shown = 0;
  let used = 0;
  for (const own of widths) {
    used += own + (shown === 0 ? 0 : GAP.length);
    // A name alone would say nothing.
    if (used > width && shown > 1) break;
    shown += 1;
  }
  const lines = rows.map((row) =>
    row
      .slice(0, shown)
      .map((cell, column) => (column === 0 ? padEnd(cell, widths[0] ?? 0) : padStart(cell, widths[column] ?? 0)))
      .join(GAP)
      .trimEnd(),
  );
  const cut = lines.map((line) => cutLine(line, width));
  if (shown >= headings.length) return cut;
  return [
    ...cut,
    '',
    ...tablesOf(
      rows.map(([name = '', ...cells]) => [name, ...cells.slice(shown - 1)]),
      width,
    ),
  ];
}

/** Groups of one column begin alike and end differently. */
function cutMiddle(text: string, width: number): string {
  const characters = Array.from(text);
  if (characters.length <= width) return text;
  const head = Math.floor((width - 1) / 2);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (width - 1 - head)).join('')}`;
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
