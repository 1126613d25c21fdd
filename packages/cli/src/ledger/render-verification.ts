import { terminalText } from './terminal-text.ts';
import type { Verification } from './verify.ts';

/** More lines than this are counted; `--json` has them all. */
const MOST_LINES = 100;

/** What was verified, and what was found. */
export function renderVerification({ ref, commit, report, history, keys, findings }: Verification): string {
  const { entries, head, signedHead, signaturesVerified } = report;
  const rows: readonly (readonly [string, string])[] = [
    ['ledger', `${ref} at ${commit}`],
    ['entries', `${entries}: every hash, link and copy was checked`],
    ['head', head === null ? 'unknown' : `${head.seq} ${head.digest}`],
    ['signed head', signedHead === null ? 'none' : `${signedHead.seq} ${signedHead.digest}`],
    ['signatures', `${signaturesVerified} verified; each vouches for every entry before it`],
    ['public keys', `${keys.ids.join(', ')}, from ${keys.source}`],
    ['git history', historyText(history)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${terminalText(value)}`);
  return `${[...table, ...unsignedNote(report), '', ...verdict(findings, entries)].join('\n')}\n`;
}

function historyText({ commits, isRead }: Verification['history']): string {
  return isRead
    ? `${commits} commits, each read: it may only add files`
    : `${commits} commits, not read: --history reads them`;
}

/** Entries that jobs without a key wrote. They are in the chain, and nobody vouches for them yet. */
function unsignedNote({ head, signedHead }: Verification['report']): readonly string[] {
  const count = notUnderSignedHead({ head, signedHead });
  if (count === 0) return [];
  const which = count === 1 ? 'The newest entry is' : `The newest ${count} entries are`;
  return [
    '',
    `${which} not yet under a signed head: whoever can write to the branch could have added or cut ${count === 1 ? 'it' : 'them'}.`,
  ];
}

/** How many entries no signature vouches for. */
export function notUnderSignedHead({ head, signedHead }: Pick<Verification['report'], 'head' | 'signedHead'>): number {
  return (head?.seq ?? 0) - (signedHead?.seq ?? 0);
}

function verdict(findings: Verification['findings'], entries: number): readonly string[] {
  if (findings.length === 0) return [entries === 0 ? 'Nothing verified.' : 'Verified: no fault found.'];
  const lines = findings
    .slice(0, MOST_LINES)
    .map(({ code, where, found }) => `  ${code.padEnd(18)}  ${terminalText(where)}: ${terminalText(found)}`);
  const more = findings.length - lines.length;
  return [
    `Broken: ${findings.length} ${findings.length === 1 ? 'fault' : 'faults'}.`,
    ...lines,
    ...(more > 0 ? [`  and ${more} more, all of them with --json`] : []),
    '',
    'Keep this clone as it is. docs/evidence.md of Gatehouse tells what each word means and what to do.',
  ];
}
