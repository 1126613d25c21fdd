import type { Agreement } from './compare.ts';
import type { FoundDifference } from './traps.ts';

/** One line for each measure and library. */
export function agreementTable(agreements: readonly Agreement[]): string {
  return aligned([
    ['measure', 'library', 'cases', 'largest error', 'tolerance', ''],
    ...agreements.map(({ measure, library, cases, largest, tolerance, agrees }) => [
      measure,
      library,
      String(cases),
      largest === 0 ? '0' : largest.toExponential(1),
      `${tolerance.limit.toExponential()}${tolerance.scale === 0 ? ' rel' : ''}`,
      agrees ? 'ok' : 'OFF',
    ]),
  ]);
}

/** One line for each place where a library gives something else than we do. */
export function differenceTable(differences: readonly FoundDifference[]): string {
  return aligned([
    ['known difference', 'theirs', 'ours', ''],
    ...differences.map(({ name, theirs, ours, isAsKnown }) => [name, theirs, ours, isAsKnown ? 'ok' : 'NOT AS KNOWN']),
  ]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
