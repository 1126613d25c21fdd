import { type Digest, hexOf, isDigest } from '@gatehouse/core';
import type { LedgerEntry, LedgerLine } from '@gatehouse/governance';
import type { ShownEntry } from './show.ts';
import { terminalText } from './terminal-text.ts';

/** Digests are told apart by their first digits; all of them are shown on request. */
const SHORT = 12;
const HEADINGS = ['entry', 'time', 'kind', 'pull request', 'model', 'who', 'what', 'model digest'];

/** Entries as a table, newest last. */
export function renderEntries(entries: readonly ShownEntry[], { full }: { readonly full: boolean }): string {
  if (entries.length === 0) return 'No entry matches.\n';
  const cells = entries.map((entry) => ('line' in entry ? rowOf(entry.line.entry) : null));
  const rows = [HEADINGS, ...cells.filter((row) => row !== null)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = entries.flatMap((entry, index) => {
    const row = cells[index];
    if ('unreadable' in entry) return [`${entry.path}: ${terminalText(entry.unreadable)}`];
    return row === null || row === undefined ? [] : [aligned(row), ...(full ? detailsOf(entry.line) : [])];
  });
  return `${[aligned(HEADINGS), ...lines].join('\n')}\n`;
}

/** Entries as lines of JSON: the entry, the digest of its file and the key that signed it. */
export function jsonLines(entries: readonly ShownEntry[]): string {
  return entries
    .map((entry) =>
      'line' in entry
        ? { entry: entry.line.entry, digest: entry.line.digest, keyid: entry.line.signature?.keyid ?? null }
        : { path: entry.path, unreadable: entry.unreadable },
    )
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

function rowOf(entry: LedgerEntry): readonly string[] {
  const { pull, people, subject } = entry;
  const who = people.map(({ login, role }) => `${login} (${role})`);
  return [
    String(entry.seq),
    `${entry.at.slice(0, 19).replace('T', ' ')}Z`,
    entry.kind,
    pull === null ? '-' : `#${pull.number} ${pull.headSha.slice(0, 7)}`,
    subject.model,
    [...new Set(who)].join(', ') || '-',
    whatOf(entry),
    subject.modelDigest === null ? '-' : hexOf(subject.modelDigest).slice(0, SHORT),
  ].map(terminalText);
}

/** What came of it and why, in the words of the entry. */
function whatOf({ reasonCode, facts }: LedgerEntry): string {
  const { outcome, tag, environment, waiver, emergency, loosened } = facts;
  const laxer = loosened === undefined || loosened.length === 0 ? undefined : `${loosened.length} loosened`;
  const words = [outcome, tag, environment, waiver, emergency, laxer, reasonCode].filter((word) => word != null);
  return words.join(', ') || '-';
}

function detailsOf({ entry, digest, signature }: LedgerLine): readonly string[] {
  const details: readonly (readonly [string, string])[] = [
    ['entry', digest],
    ['previous', entry.previous ?? 'none'],
    ['signed by', signature?.keyid ?? 'nobody'],
    ['model digest', entry.subject.modelDigest ?? 'none'],
    ...(entry.pull === null ? [] : [['head', entry.pull.headSha] as const]),
    ...entry.people.map(({ id, login, role }) => [role, `${login}, user ${id}`] as const),
    ...Object.entries(entry.facts).map(([name, value]) => [name, valueText(value)] as const),
  ];
  return details.map(([name, value]) => `       ${terminalText(name)}: ${terminalText(value)}`);
}

function valueText(value: Digest | string | number | readonly string[]): string {
  if (typeof value === 'string' || isDigest(value)) return value;
  return typeof value === 'number' ? String(value) : value.join('; ');
}
