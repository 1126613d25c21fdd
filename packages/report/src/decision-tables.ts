import type { Decision, Finding } from '@gatehouse/core';
import { escapeMarkdown } from './escape-markdown.ts';
import {
  formatCoverage,
  formatInterval,
  formatLimit,
  formatNumber,
  formatSizes,
  formatSmall,
} from './number-format.ts';

/** The findings as the rows of a Markdown table, header first; severest first, as the decision has them. */
export function findingRows(findings: readonly Finding[]): readonly string[] {
  return [
    '| outcome | measure | groups | value | interval | limit | n | method | reason |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...findings.map((finding) =>
      row([
        outcomeCell(finding),
        escapeMarkdown(finding.measure),
        (finding.groups ?? []).map((group) => escapeMarkdown(group)).join(' and '),
        formatNumber(finding.value),
        intervalCell(finding),
        formatLimit(finding),
        sizesCell(finding),
        escapeMarkdown(finding.method ?? ''),
        escapeMarkdown(finding.reasonCode),
      ]),
    ),
  ];
}

function outcomeCell({ severity, outcome, reasonCode }: Finding): string {
  if (severity === 'warn') return 'note';
  return reasonCode === 'warning-exceeded' ? `**${outcome}**, warning` : `**${outcome}**`;
}

function sizesCell({ n, requiredN }: Finding): string {
  return requiredN === undefined ? formatSizes(n) : `${formatSizes(n)} (about ${requiredN} would tell)`.trimStart();
}

function intervalCell(finding: Finding): string {
  const { interval, confidence } = finding;
  if (interval === undefined) return '';
  const bounds = formatInterval(interval);
  return confidence === undefined ? bounds : `${bounds} (${formatCoverage(finding)})`;
}

/** Every measure of a record of records as a Markdown table, header first; empty when there is none. */
export function measureRows(title: string, measures: unknown): readonly string[] {
  if (!isRecord(measures)) return [];
  const entries = Object.entries(measures).flatMap(([name, values]) => (isRecord(values) ? [{ name, values }] : []));
  const columns = [...new Set(entries.flatMap(({ values }) => Object.keys(values)))];
  if (columns.length === 0) return [];
  return [
    row([escapeMarkdown(title), ...columns.map((column) => escapeMarkdown(column))]),
    row(['---', ...columns.map(() => '---')]),
    ...entries.map(({ name, values }) => row([escapeMarkdown(name), ...columns.map((key) => cell(values[key]))])),
  ];
}

/** What the decision could have seen, in sentences. */
export function powerLines(decision: Pick<Decision, 'power' | 'measures'>): readonly string[] {
  const smallest = smallestDifferences(decision);
  return [
    smallest.length === 0
      ? 'The smallest difference that these rows could show is not known.'
      : `The smallest difference that these rows could show with power 0.8: ${escapeMarkdown(smallest.join(', '))}.`,
  ];
}

/** The smallest difference of each metric, since they have no unit in common; else the one of the decision. */
export function smallestDifferences({ power, measures }: Pick<Decision, 'power' | 'measures'>): readonly string[] {
  const byMetric = isRecord(measures['power']) ? Object.entries(measures['power']) : [];
  const named = byMetric.flatMap(([name, of]) => {
    const smallest = isRecord(of) ? of['minimum-detectable'] : null;
    return typeof smallest === 'number' ? [`${name} ${formatSmall(smallest)}`] : [];
  });
  if (named.length > 0 || power.minimumDetectable === null) return named;
  return [formatSmall(power.minimumDetectable)];
}

function cell(value: unknown): string {
  if (value === null) return '–';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return escapeMarkdown(value);
  if (Array.isArray(value)) return value.map(cell).join(' to ');
  return '';
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
