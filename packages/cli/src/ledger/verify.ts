import {
  COPY_FOLDERS,
  createLedgerCheck,
  LEDGER_FOLDER,
  type LedgerAnchor,
  type LedgerFinding,
  type LedgerReport,
} from '@gatehouse/governance';
import { type BranchHistory, checkHistory, checkTrailer, compareWithOlder } from './branch-history.ts';
import type { LedgerBranch } from './evidence-ref.ts';
import { type KeySource, type LedgerKeys, readKeys } from './ledger-keys.ts';
import type { Progress } from './progress.ts';
import type { TreeBlob } from './tree-blob.ts';

export interface VerifyRequest extends LedgerBranch {
  readonly keys: KeySource;
  readonly anchors: readonly LedgerAnchor[];
  /** Head of an older clone, if there is one to compare with. */
  readonly against: string | null;
  readonly allSignatures: boolean;
  /** Each commit of the branch, however many there are. */
  readonly wholeHistory: boolean;
  readonly progress: Progress;
}

/** All that was found. */
export interface Verification {
  readonly ref: string;
  readonly commit: string;
  readonly report: LedgerReport;
  readonly history: Pick<BranchHistory, 'commits' | 'isRead'>;
  /** Which public keys were believed. */
  readonly keys: Pick<LedgerKeys, 'ids' | 'source'>;
  readonly findings: readonly LedgerFinding[];
}

/** A plain file; a link, an executable or a submodule is none of ours. */
const PLAIN_FILE = '100644';

/** Verifies the ledger of a clone: every hash and link, every copy, the signatures, and the history of the branch. */
export async function verifyLedger(request: VerifyRequest): Promise<Verification> {
  const { repository, ref, commit, against } = request;
  const history = checkHistory(repository, commit, request.wholeHistory);
  const older = against === null ? Promise.resolve([]) : compareWithOlder(repository, commit, against);
  // Awaited below; until then a failure of one must not end the process.
  for (const promise of [history, older]) promise.catch(() => undefined);
  const { report, strange, keys } = await checkFiles(request);
  const { commits, isRead, findings }: BranchHistory = await history;
  const trailer =
    report.entries === 0 ? [] : await checkTrailer(repository, commit, report.head?.seq ?? report.entries);
  return {
    ref,
    commit,
    report,
    history: { commits, isRead },
    keys: { ids: keys.ids, source: keys.source },
    findings: [...strange, ...report.findings, ...(await older), ...findings, ...trailer],
  };
}

interface CheckedFiles {
  readonly report: LedgerReport;
  readonly strange: readonly LedgerFinding[];
  readonly keys: LedgerKeys;
}

async function checkFiles(request: VerifyRequest): Promise<CheckedFiles> {
  const { repository, commit, anchors, allSignatures, progress } = request;
  const copies = repository.tree(commit, COPY_FOLDERS);
  copies.catch(() => undefined);
  const [keys, ledger] = await Promise.all([
    readKeys(repository, request.keys),
    repository.tree(commit, [LEDGER_FOLDER]),
  ]);
  const entries = ledger.filter(isPlain);
  const check = createLedgerCheck({ keys: keys.byHint, anchors, allSignatures });
  let at = 0;
  for await (const blobs of repository.entries(commit, entries)) {
    for (const bytes of blobs) {
      const blob: TreeBlob | undefined = entries[at];
      if (blob !== undefined) check.add(blob.path, bytes, blob.oid);
      at += 1;
      progress.at(at, entries.length);
    }
  }
  progress.done();
  // Whatever reads faster, nothing may be left out.
  if (at !== entries.length) throw new Error(`${at} of ${entries.length} entries were read`);
  const found = await copies;
  const strange = [...ledger, ...found]
    .filter((blob) => !isPlain(blob))
    .map(({ path, mode }) => ({ code: 'foreign-file' as const, where: path, found: `it is no plain file (${mode})` }));
  const ids = new Map(found.filter(isPlain).map(({ path, oid }) => [path, oid]));
  return { report: check.finish(ids), strange, keys };
}

function isPlain({ mode }: TreeBlob): boolean {
  return mode === PLAIN_FILE;
}
