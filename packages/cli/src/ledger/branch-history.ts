import { ActionError } from '@gatehouse/core';
import { LEDGER_FOLDER, type LedgerFinding, seqOfMessage } from '@gatehouse/governance';
import type { GitRepository } from './git-repository.ts';

/** More faults of one kind say nothing new. */
const MOST_FAULTS = 50;

/** What git knows of the branch itself, which no file of it can say. */
export interface BranchHistory {
  readonly commits: number;
  /** Whether each commit was read, or only how they follow each other. */
  readonly isRead: boolean;
  readonly findings: readonly LedgerFinding[];
}

/**
 * Git compares two whole folders for each commit, and one of them has an entry for each pull request: so many commits
 * take seconds, more of them minutes.
 */
const COMMITS_READ_UNASKED = 2000;

/**
 * Checks that every commit of the branch only adds files to one parent: our writers make no others.
 *
 * @param always reads each commit of a long history too; that there is no merge is checked in any case.
 */
export async function checkHistory(repository: GitRepository, commit: string, always: boolean): Promise<BranchHistory> {
  const [count, merges] = await Promise.all([
    repository.text(['rev-list', '--count', commit]),
    repository.text(['rev-list', '--merges', `--max-count=${MOST_FAULTS}`, commit]),
  ]);
  const commits = Number(count);
  const isRead = always || commits <= COMMITS_READ_UNASKED;
  const changes = isRead ? changeFindings(await repository.text([...CHANGES, commit])) : [];
  return { commits, isRead, findings: [...mergeFindings(merges), ...changes] };
}

/** Every way in which a commit can do other than add, whatever the user's own settings of git are. */
const CHANGES = [
  ...['-c', 'log.showRoot=true'],
  'log',
  ...['--format=commit %H', '--name-status', '-z', '--no-renames', '--diff-filter=a', '--no-color', '--no-ext-diff'],
  ...['--no-show-signature', '--no-notes', '--no-mailmap', `--max-count=${MOST_FAULTS}`],
];

function mergeFindings(listing: string): readonly LedgerFinding[] {
  return listing
    .split('\n')
    .filter(Boolean)
    .map((commit) => ({
      code: 'history' as const,
      where: `commit ${commit}`,
      found: 'it is a merge of two histories',
    }));
}

const VERBS: Readonly<Record<string, string>> = { M: 'changes', D: 'deletes', T: 'changes the type of' };

function changeFindings(listing: string): readonly LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  let commit = '';
  let verb = '';
  for (const part of listing
    .split('\0')
    .map((text) => text.replace(/^\n/, ''))
    .filter(Boolean)) {
    if (part.startsWith('commit ')) commit = part;
    else if (/^[A-Z]$/.test(part)) verb = VERBS[part] ?? `does ${part} to`;
    else findings.push({ code: 'history', where: commit, found: `it ${verb} ${part}` });
  }
  return findings;
}

/** Checks that the newest commit names the newest entry, since readers look there. */
export async function checkTrailer(
  repository: GitRepository,
  commit: string,
  newest: number,
): Promise<readonly LedgerFinding[]> {
  const message = await repository.text(['log', '-1', '--format=%B', '--no-show-signature', commit]);
  try {
    const seq = seqOfMessage(message, commit);
    if (seq === newest) return [];
    return [{ code: 'history', where: `commit ${commit}`, found: `it names entry ${seq}, the newest is ${newest}` }];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return [{ code: 'history', where: `commit ${commit}`, found: error.fault.found }];
  }
}

/**
 * Compares the branch with an older head of it: that must be one of its commits, and its entries must be here, byte for
 * byte.
 */
export async function compareWithOlder(
  repository: GitRepository,
  now: string,
  older: string,
): Promise<readonly LedgerFinding[]> {
  const [isAncestor, before, after] = await Promise.all([
    repository.test(['merge-base', '--is-ancestor', older, now]),
    repository.tree(older, [LEDGER_FOLDER]),
    repository.tree(now, [LEDGER_FOLDER]),
  ]);
  const findings: LedgerFinding[] = isAncestor
    ? []
    : [{ code: 'history', where: `commit ${older}`, found: 'it is no ancestor: the branch was rewritten since' }];
  const here = new Map(after.map(({ path, oid }) => [path, oid]));
  // The first difference is where the histories part; all after it differ as well.
  const first = before.find(({ path, oid }) => here.get(path) !== oid);
  if (first === undefined) return findings;
  const isCut = !here.has(first.path);
  const found = isCut ? 'the older clone has it, this one does not' : 'the older clone has another entry here';
  return [...findings, { code: isCut ? 'cut' : 'fork', where: first.path, found }];
}
