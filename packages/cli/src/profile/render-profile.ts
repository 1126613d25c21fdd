import { type BaselineProfile, type ShownColumn, showProfile } from '@gatehouse/core';
import { terminalLine } from '@gatehouse/report';

const HEAD = ['column', 'kind', 'values', 'missing', 'bins', 'joined rows', 'least', 'largest', 'mean', 'deviation'];
const LONGEST_NAME = 32;

/** A profile as a table for a terminal; names of columns come from data and cannot steer it. */
export function renderProfile(profile: BaselineProfile, width: number): string {
  const { datasetDigest, rows, shards, privacyFloor, columns } = showProfile(profile);
  const floor =
    privacyFloor === null ? 'no privacy floor: a part, to be merged' : `no count below ${privacyFloor} rows`;
  const cells = [HEAD, ...columns.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...cells.map((row) => Array.from(row[at] ?? '').length)));
  const lines = [
    `baseline profile of ${datasetDigest}`,
    `${rows} rows in ${shards} ${shards === 1 ? 'part' : 'parts'}, ${columns.length} columns, ${floor}`,
    '',
    ...cells.map((row) =>
      row
        .map((cell, at) => padded(cell, { width: widths[at] ?? 0, left: at < 2 }))
        .join('  ')
        .trimEnd(),
    ),
  ];
  return `${lines.map((line) => cut(line, Math.max(40, width))).join('\n')}\n`;
}

function cellsOf(column: ShownColumn): readonly string[] {
  const { kind, n, missing, bins, pooledRows, minimum, maximum, mean, standardDeviation } = column;
  const numbers = [minimum, maximum, mean, standardDeviation].map((value) => (value === null ? '–' : short(value)));
  return [
    cut(terminalLine(column.column), LONGEST_NAME),
    kind,
    String(n),
    String(missing),
    String(bins),
    String(pooledRows),
    ...numbers,
  ];
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function padded(text: string, { width, left }: { readonly width: number; readonly left: boolean }): string {
  const room = ' '.repeat(Math.max(0, width - Array.from(text).length));
  return left ? text + room : room + text;
}

function cut(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}
