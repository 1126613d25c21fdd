import type { Decision, Finding, Interval, Outcome } from '@gatehouse/core';
import { NOTHING_JUDGED } from './decision-headline.ts';
import { smallestDifferences } from './decision-tables.ts';
import { driftHeadline } from './drift-headline.ts';
import { drawInterval } from './interval-drawing.ts';
import { measureLines } from './measures-text.ts';
import { formatCoverage, formatInterval, formatLimit, formatNumber, formatSizes } from './number-format.ts';
import { cutLine, fitLines, wrapLines } from './text-lines.ts';

/** How wide the terminal is, and whether it shows colours. */
export interface TextOptions {
  /** Columns, 40 to 200; other values are brought into that range. */
  readonly width: number;
  readonly color: boolean;
}

const INDENT = '    ';
const MARK: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✗', inconclusive: '?' };
const COLOR: Readonly<Record<Outcome, number>> = { pass: 32, fail: 31, inconclusive: 33 };

/**
 * A decision for a terminal or a log: one block per finding with its interval drawn against the limit. Every line is
 * one that no terminal escape and no workflow command can hide in.
 */
export function renderDecisionText(decision: Decision, options: TextOptions): string {
  const width = Math.min(200, Math.max(40, Math.trunc(options.width) || 0));
  const paint = (outcome: Outcome, text: string): string =>
    options.color ? `\u001b[${COLOR[outcome]}m${text}\u001b[0m` : text;
  const lines = [
    paint(decision.outcome, cutLine(`${decision.gate} gate: ${decision.outcome}${subjectWords(decision)}`, width)),
    ...wrapLines(driftHeadline(decision), width),
    ...decision.findings.flatMap((finding) => [
      ...fitLines(headOf(finding), width, INDENT).map((line) => paint(finding.outcome, line)),
      ...countedLines(decision.gate, finding, width - INDENT.length),
      ...[
        ...(decision.gate === 'data' ? [] : numberLines(finding, width - INDENT.length)),
        drawInterval(finding, width - INDENT.length),
        neededWords(finding, decision.gate),
      ]
        .filter((line) => line !== '')
        .flatMap((line) => fitLines(line, width - INDENT.length).map((part) => `${INDENT}${part}`)),
    ]),
    ...(decision.findings.length === 0 ? wrapLines(NOTHING_JUDGED, width) : []),
    ...measureLines(decision, width),
    '',
    ...wrapLines(powerWords(decision), width),
    ...wrapLines(decision.notMeasured.length === 0 ? '' : `not measured: ${decision.notMeasured.join('; ')}`, width),
  ];
  return `${lines.join('\n')}\n`;
}

function subjectWords({ subject }: Decision): string {
  return subject === null ? '' : `, ${subject.model} ${subject.modelDigest.slice(0, 'sha256:'.length + 12)}`;
}

/** What a gate of counts found is a sentence: which values, in which rows, against which rule. */
function countedLines(gate: Decision['gate'], { message }: Finding, width: number): readonly string[] {
  return gate === 'data' ? wrapLines(message, width).map((line) => `${INDENT}${line}`) : [];
}

function headOf(finding: Finding): string {
  const groups = finding.groups === undefined ? '' : `  ${finding.groups.join(' / ')}`;
  const passes = finding.reasonCode === 'warning-exceeded' ? '!' : MARK[finding.outcome];
  const mark = finding.severity === 'warn' ? 'i' : passes;
  return `${mark} ${finding.measure}${groups}  (${finding.reasonCode})`;
}

/** Parts beside each other as far as a line goes: none is cut because another is long. */
function packed(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}  ${part}`;
    if (last !== undefined && Array.from(longer).length <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** What has no value has a reason, which only the sentence says. */
function numberLines(finding: Finding, width: number): readonly string[] {
  const { interval, value } = finding;
  if (value === null && interval === undefined) return wrapLines(finding.message, width);
  const parts = [
    formatNumber(value),
    interval === undefined ? '' : `${boundsOf(interval)} ${formatCoverage(finding)}`.trimEnd(),
    finding.limit === undefined ? '' : `limit ${formatLimit(finding)}`,
    finding.n === undefined ? '' : `n ${formatSizes(finding.n)}`,
    finding.method ?? '',
  ];
  return packed(
    parts.filter((part) => part !== ''),
    width,
  );
}

function boundsOf(interval: Interval): string {
  const isOneSided = interval.filter((bound) => bound === null).length === 1;
  return isOneSided ? formatInterval(interval) : `[${formatInterval(interval)}]`;
}

function powerWords(decision: Decision): string {
  const smallest = smallestDifferences(decision);
  if (smallest.length === 0) return '';
  return `smallest difference that these rows could show, with power 0.8: ${smallest.join(', ')}`;
}

/** What it takes to tell what these rows cannot tell. */
function neededWords({ groups, n, requiredN: rows }: Finding, gate: Decision['gate']): string {
  if (rows === undefined) return '';
  const where = groups === undefined ? '' : ` in ${groups.length === 1 ? 'this' : 'each'} group`;
  // The groups of drift are columns, and its reference stays as it is.
  return `to tell needs about ${rows} ${gate === 'drift' ? 'current rows' : `rows${where}`}${n === undefined ? '' : `; there are ${formatSizes(n)}`}`;
}
