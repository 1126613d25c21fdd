import type { Decision, Finding } from '@gatehouse/core';
import { findingRows, measureRows, powerLines } from './decision-tables.ts';
import { driftBlocks } from './drift-tables.ts';
import { digestCode, escapeMarkdown } from './escape-markdown.ts';
import { fitBlocks } from './fit-blocks.ts';
import { drawInterval } from './interval-drawing.ts';
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

/** The parts of a decision's Markdown, most important first; each stands alone, so that the last can be left out. */
export function decisionBlocks(decision: Decision): readonly string[] {
  const { findings, measures, notMeasured, inputs } = decision;
  return [
    `### ${escapeMarkdown(decision.gate)} gate: ${decision.outcome}`,
    `\n${subjectLine(decision)}`,
    '',
    ...(findings.length === 0 ? ['No measure was judged.'] : findingRows(findings)),
    ...drawingBlock(findings),
    ...(findings.length === 0 ? [] : ['']),
    ...findings.map((finding) => `- ${escapeMarkdown(finding.message, LONGEST_MESSAGE)}`),
    `\n${powerLines(decision.power).join('\n')}`,
    ...(notMeasured.length === 0
      ? []
      : [`\nNot measured: ${notMeasured.map((text) => escapeMarkdown(text)).join('; ')}.`]),
    ...Object.entries({ group: measures['groups'], metric: measures['metrics'], aggregate: measures['aggregates'] })
      .map(([title, values]) => measureRows(title, values))
      .filter((rows) => rows.length > 0)
      .map((rows) => `\n${rows.join('\n')}`),
    ...(decision.gate === 'drift' ? driftBlocks(measures) : []),
    ...inputs.map(
      ({ name, digest, rows }, index) =>
        `${index === 0 ? '\n' : ''}- input ${escapeMarkdown(name)}: ${digestCode(digest)}${rows === undefined ? '' : `, ${rows} rows`}`,
    ),
  ];
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
