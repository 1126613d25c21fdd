import type { Decision } from '@gatehouse/core';
import { decisionBlocks } from './decision-markdown.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { fitBlocks } from './fit-blocks.ts';
import { formatNumber, formatPercent } from './number-format.ts';

/** GitHub refuses a job summary beyond this many bytes. */
const LONGEST_SUMMARY = 1024 * 1024;

/** Columns that a person reads; the others are in the decision. */
const MOST_COLUMNS = 200;

/**
 * A decision on data as a job summary: what {@link decisionBlocks} says, then a table of the columns, those with findings
 * against them first, then by their missing values.
 */
export function renderDataMarkdown(decision: Decision): string {
  return fitBlocks([...decisionBlocks(decision), ...columnBlocks(decision)], LONGEST_SUMMARY);
}

interface Row {
  readonly name: string;
  readonly against: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly missing: number;
}

function columnBlocks({ findings, measures }: Decision): readonly string[] {
  const columns = Object.entries(recordOf(measures['columns']));
  if (columns.length === 0) return [];
  const against = Map.groupBy(
    findings.filter(({ outcome, groups }) => outcome !== 'pass' && groups?.length === 1),
    ({ groups = [] }) => groups[0] ?? '',
  );
  const rows = columns
    .map(([name, raw]): Row => {
      const values = recordOf(raw);
      const missing = numberOf(values['missing-rate']);
      return { name, against: (against.get(name) ?? []).map(({ reasonCode }) => reasonCode), values, missing };
    })
    .sort((a, b) => b.against.length - a.against.length || b.missing - a.missing);
  const shown = rows.slice(0, MOST_COLUMNS);
  const more = rows.length - shown.length;
  return [
    `\n#### Columns`,
    '\n| column | type | values | missing | | distinct | found |\n| --- | --- | --- | --- | --- | --- | --- |',
    ...shown.map(rowOf),
    ...(more === 0 ? [] : [`\n${more} more columns are in the decision.`]),
  ];
}

function rowOf({ name, against, values, missing }: Row): string {
  const cells = [
    escapeMarkdown(name),
    escapeMarkdown(String(values['type'] ?? '')),
    numberCell(values['n']),
    formatPercent(missing),
    bar(missing),
    numberCell(values['distinct']),
    escapeMarkdown([...new Set(against)].join(', ')),
  ];
  return `| ${cells.join(' | ')} |`;
}

const BAR_WIDTH = 10;

/** The missing share as a picture: a full bar is a column without a value, and a part of a block is never nothing. */
function bar(share: number): string {
  const filled = share === 0 ? 0 : Math.max(1, Math.round(share * BAR_WIDTH));
  return `\`${'█'.repeat(filled)}${'·'.repeat(BAR_WIDTH - filled)}\``;
}

function numberCell(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : '–';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
