import type { Decision, Finding, Outcome } from '@gatehouse/core';
import { drawInterval } from './interval-drawing.ts';
import { formatInterval, formatLimit, formatNumber, formatPercent, formatSizes } from './number-format.ts';
import { terminalLine } from './visible-text.ts';

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
    paint(decision.outcome, cut(`${decision.gate} gate: ${decision.outcome}${subjectWords(decision)}`, width)),
    ...decision.findings.flatMap((finding) => [
      paint(finding.outcome, cut(headOf(finding), width)),
      ...[numbersOf(finding), drawInterval(finding, width - INDENT.length)]
        .filter((line) => line !== '')
        .map((line) => cut(`${INDENT}${line}`, width)),
    ]),
    ...(decision.findings.length === 0 ? ['No measure was judged.'] : []),
    ...wrap(powerWords(decision.power), width),
    ...wrap(decision.notMeasured.length === 0 ? '' : `not measured: ${decision.notMeasured.join('; ')}`, width),
  ];
  return `${lines.join('\n')}\n`;
}

function subjectWords({ subject }: Decision): string {
  return subject === null ? '' : `, ${subject.model} ${subject.modelDigest.slice(0, 'sha256:'.length + 12)}`;
}

function headOf(finding: Finding): string {
  const groups = finding.groups === undefined ? '' : `  ${finding.groups.join(' / ')}`;
  const mark = finding.severity === 'warn' ? 'i' : MARK[finding.outcome];
  return `${mark} ${finding.measure}${groups}  (${finding.reasonCode})`;
}

function numbersOf(finding: Finding): string {
  const { interval, confidence, value } = finding;
  if (value === null && finding.limit === undefined) return finding.message;
  const level = confidence === undefined ? '' : ` ${formatPercent(confidence)}`;
  return [
    formatNumber(value),
    interval === undefined ? '' : `[${formatInterval(interval)}]${level}`,
    finding.limit === undefined ? '' : `limit ${formatLimit(finding)}`,
    finding.n === undefined ? '' : `n ${formatSizes(finding.n)}`,
    finding.method ?? '',
  ]
    .filter((part) => part !== '')
    .join('  ');
}

function powerWords({ minimumDetectable, requiredN }: Decision['power']): string {
  const required = Object.entries(requiredN).map(([name, n]) => `${name} ${formatNumber(n)}`);
  return [
    minimumDetectable === null ? '' : `smallest detectable difference ${formatNumber(minimumDetectable)}`,
    required.length === 0 ? '' : `rows needed: ${required.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** One line, no longer than the terminal. */
function cut(text: string, width: number): string {
  const characters = Array.from(terminalLine(text));
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}

/** Breaks at spaces; a longer word is cut. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of terminalLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== '') lines.push(cut(word, width));
  }
  return lines;
}
