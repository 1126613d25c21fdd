import type { Outcome } from './comparison.ts';

/** One line for each comparison. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = [
    ['tool', 'comparison', 'cases', ''],
    ...outcomes.map(({ tool, comparison, cases, faults }) => [
      tool,
      comparison,
      String(cases),
      faults.length === 0 ? 'ok' : 'OFF',
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
