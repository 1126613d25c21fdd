import type { Decision, Finding } from '@gatehouse/core';
import { findingRows, isRecord, measureRows, powerLines } from './decision-tables.ts';
import { driftHeadline } from './drift-headline.ts';
import { driftBlocks } from './drift-tables.ts';
import { digestCode, escapeMarkdown } from './escape-markdown.ts';
import { type Block, fitBlocks } from './fit-blocks.ts';
import { drawInterval } from './interval-drawing.ts';
import { selectionWords } from './measures-text.ts';
import { terminalLine } from './visible-text.ts';

/** GitHub refuses a job summary beyond this many bytes. */
const LONGEST_SUMMARY = 1024 * 1024;

const MOST_DRAWINGS = 12;

/** Messages hold group names from data; two of the longest fit. */
const LONGEST_MESSAGE = { maxCharacters: 1000 };

/**
 * A decision as a job summary: outcome, findings with intervals and limits, all measures, power, and what was not
 * measured. All text from data is escaped; at most 1 MiB, shortened from the end and saying so.
 */
export function renderDecisionMarkdown(decision: Decision): string {
  return fitBlocks(decisionBlocks(decision), LONGEST_SUMMARY);
}

/**
 * The parts of a decision's Markdown: what decided it first, then what it could see, and folded what a reader opens when in
 * doubt. Each part stands alone, so that the last can be left out.
 */
export function decisionBlocks(decision: Decision): readonly Block[] {
  const { findings, measures, notMeasured, inputs } = decision;
  const { decided, others } = byWeight(decision);
  return [
    `### ${escapeMarkdown(decision.gate)} gate: ${decision.outcome}`,
    `\n${subjectLine(decision)}`,
    '',
    ...headlineBlock(decision),
    ...(findings.length === 0 ? ['No measure was judged.'] : findingBlocks(decided)),
    `\n${powerLines(decision).join('\n')}`,
    ...(notMeasured.length === 0
      ? []
      : [`\nNot measured: ${notMeasured.map((text) => escapeMarkdown(text)).join('; ')}.`]),
    ...selectionBlocks(measures),
    ...tableBlock(measureRows('metric', measures['metrics'])),
    ...(others.length === 0
      ? []
      : [
          {
            title: countOf(others.length, 'finding that passes', 'findings that pass'),
            blocks: findingBlocks(others),
          },
        ]),
    ...foldedTables(measures),
    ...(decision.gate === 'drift' ? driftBlocks(measures) : []),
    ...inputs.map(
      ({ name, digest, rows }, index) =>
        `${index === 0 ? '\n' : ''}- input ${escapeMarkdown(name)}: ${digestCode(digest)}${rows === undefined ? '' : `, ${rows} rows`}`,
    ),
  ];
}

/** Names of columns come from data. */
function headlineBlock(decision: Decision): readonly string[] {
  const headline = driftHeadline(decision);
  return headline === '' ? [] : [`**${escapeMarkdown(headline)}.**\n`];
}

/** Without folds, for a place that is folded itself. */
export function openBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    typeof block === 'string' ? [block] : [`\n<b>${block.title}</b>\n`, ...block.blocks],
  );
}

/** What made the outcome what it is, and notes, which a person should read; of a pass, everything that was judged. */
function byWeight({ outcome, findings }: Decision): {
  readonly decided: readonly Finding[];
  readonly others: readonly Finding[];
} {
  const isDecisive = (finding: Finding): boolean =>
    finding.severity === 'warn' || outcome === 'pass' || finding.outcome !== 'pass';
  const decided = findings.filter(isDecisive);
  return decided.length === 0
    ? { decided: findings, others: [] }
    : { decided, others: findings.filter((finding) => !isDecisive(finding)) };
}

function findingBlocks(findings: readonly Finding[]): readonly string[] {
  return [
    findingRows(findings).join('\n'),
    ...drawingBlock(findings),
    '',
    ...findings.map((finding) => `- ${escapeMarkdown(finding.message, LONGEST_MESSAGE)}`),
  ];
}

/** What the rates count, and how many comparisons the findings stand for. */
function selectionBlocks({ selection, judged }: Decision['measures']): readonly string[] {
  const words = selectionWords(selection);
  const rows = measureRows('limited', judged);
  return [...(words === '' ? [] : [`\n${escapeMarkdown(words)}`]), ...tableBlock(rows)];
}

/** Tables that say what else was measured; `title` is what a reader sees of each. */
function foldedTables(measures: Decision['measures']): readonly Block[] {
  const { groups, aggregates, champion } = measures;
  return [
    ...foldedTable(measureRows('group', groups), (rows) => countOf(rows, 'group: its rates', 'groups: their rates')),
    ...foldedTable(measureRows('over the groups', aggregates), (rows) =>
      countOf(rows, 'measure over the groups', 'measures over the groups, whether limited or not'),
    ),
    ...foldedTable(measureRows('beside the champion', champion), (rows) =>
      countOf(rows, 'measure beside the champion', 'measures beside the champion'),
    ),
    ...controlledTables(measures['controlled']),
  ];
}

function foldedTable(rows: readonly string[], title: (rows: number) => string): readonly Block[] {
  return rows.length === 0 ? [] : [{ title: title(rows.length - 2), blocks: [rows.join('\n')] }];
}

function tableBlock(rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [`\n${rows.join('\n')}`];
}

/** Two groups by what is left of their difference where the control columns are held constant. */
function controlledTables(controlled: unknown): readonly Block[] {
  if (!isRecord(controlled)) return [];
  return Object.entries(controlled).flatMap(([column, report]): readonly Block[] => {
    const pairs = isRecord(report) && Array.isArray(report['pairs']) ? report['pairs'].filter(isRecord) : [];
    const named = pairs.map(({ groups, ...numbers }) => [(Array.isArray(groups) ? groups : []).join(' / '), numbers]);
    return foldedTable(
      measureRows('groups', Object.fromEntries(named)),
      () => `${escapeMarkdown(column)}: differences within the values of the control columns`,
    );
  });
}

function countOf(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

const DRAWING_WIDTH = 78;

/** The judged intervals against their limits, as a picture: ● the value, ├ ┤ the interval, ┊ or ╫ the limit. */
function drawingBlock(findings: readonly Finding[]): readonly string[] {
  const drawings = findings.slice(0, MOST_DRAWINGS).flatMap((finding) => {
    const drawing = drawInterval(finding, DRAWING_WIDTH);
    const groups = finding.groups === undefined ? '' : `  ${finding.groups.join(' / ')}`;
    return drawing === '' ? [] : [`${finding.measure}${groups}: ${finding.outcome}`, drawing];
  });
  if (drawings.length === 0) return [];
  // Group names come from data: without backticks none of them can close the fence.
  const lines = drawings.map((line) => terminalLine(line).replaceAll('`', "'"));
  return [`\n\`\`\`text\n${lines.join('\n')}\n\`\`\``];
}

function subjectLine({ subject, policyDigest }: Decision): string {
  const model =
    subject === null
      ? 'A quick look at a table: bound to no model.'
      : `Model ${escapeMarkdown(subject.model)} ${digestCode(subject.modelDigest)}.`;
  return policyDigest === null ? model : `${model} Policy ${digestCode(policyDigest)}.`;
}
