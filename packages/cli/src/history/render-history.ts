import { formatStageTag, type StageInterval } from '@gatehouse/registry';
import { terminalText } from '../ledger/terminal-text.ts';
import type { HistoryQuestion, StageHistory } from './read-history.ts';

const HEADINGS = ['model', 'stage', 'version', 'from', 'until', 'how', 'by', 'tag', 'why'];

/** The answer as a table, oldest first, and what is wrong with tags below it. */
export function renderHistory({ intervals, findings }: StageHistory, { at }: HistoryQuestion): string {
  const rows = intervals.map(rowOf);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const aligned = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const when = at === undefined ? '' : at.length === 10 ? ` on ${at} (UTC)` : ` at ${at} (UTC)`;
  const table = rows.length === 0 ? [`No version was in a stage${when}.`] : [HEADINGS, ...rows].map(aligned);
  const told = findings.map(({ code, tag, found }) => `${code}: ${terminalText(tag)}: ${terminalText(found)}`);
  const below = told.length === 0 ? [] : ['', 'Tags that say something else than the ledger:', ...told];
  return `${[...table, ...below].join('\n')}\n`;
}

/** The answer as one JSON object. */
export function historyJson(
  { intervals, findings }: StageHistory,
  read: { readonly question: HistoryQuestion; readonly ref: string; readonly commit: string },
): object {
  return {
    schemaVersion: 1,
    ref: read.ref,
    commit: read.commit,
    at: read.question.at ?? null,
    assignments: intervals.map(({ stage, from, until }) => ({
      model: stage.model,
      stage: stage.stage,
      version: stage.version,
      modelDigest: stage.modelDigest,
      commit: stage.commit,
      from,
      until,
      how: stage.move,
      by: stage.person,
      reason: stage.reason,
      incident: stage.incident,
      tag: formatStageTag(stage),
      replaces: stage.replaces,
      ledgerEntry: stage.seq,
    })),
    findings,
  };
}

function rowOf({ stage, from, until }: StageInterval): readonly string[] {
  const { incident, reason } = stage;
  return [
    stage.model,
    stage.stage,
    stage.version.slice(stage.model.length + 1),
    minute(from),
    until === null ? 'now' : minute(until),
    stage.move,
    stage.person.login,
    formatStageTag(stage),
    incident === null ? reason : `${reason} (${incident})`,
  ].map(terminalText);
}

function minute(instant: string): string {
  return `${instant.slice(0, 19).replace('T', ' ')}Z`;
}
