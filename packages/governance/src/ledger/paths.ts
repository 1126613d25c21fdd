/** Folder of the ledger on the evidence branch. */
export const LEDGER_FOLDER = 'ledger';
/** Numbers have eight digits. */
export const MAX_SEQ = 99_999_999;
/** So many entries lie in one folder: git and GitHub slow down in folders of many thousand files. */
const ENTRIES_PER_FOLDER = 1000;

const ENTRY_PATH = /^ledger\/(\d{5})\/(\d{8})\.json$/;
const COPY_PATH = /^pulls\/([1-9]\d{0,9})\/([^/]+)\/(\d{8})\.json$/;

/** The pull request and model that an entry is about. */
export interface PullSubject {
  readonly pullRequest: number;
  readonly model: string;
}

/** `ledger/00012/00012345.json` */
export function ledgerPath(seq: number): string {
  return `${LEDGER_FOLDER}/${digits(Math.floor(seq / ENTRIES_PER_FOLDER), 5)}/${digits(seq, 8)}.json`;
}

/** The number that a path of the ledger stands for; `null` for every path that {@link ledgerPath} does not make. */
export function seqOfLedgerPath(path: string): number | null {
  const seq = Number(ENTRY_PATH.exec(path)?.[2]);
  return seq >= 1 && ledgerPath(seq) === path ? seq : null;
}

/** Copies of the ledger entries of one pull request and model, so that they are found without reading the ledger. */
export function pullFolder({ pullRequest, model }: PullSubject): string {
  return `pulls/${pullRequest}/${model}`;
}

/** The copy of one ledger entry, under the entry's own number. */
export function pullCopyPath(subject: PullSubject, seq: number): string {
  return `${pullFolder(subject)}/${digits(seq, 8)}.json`;
}

/** What a path below `pulls/` is a copy of; `null` for every path that {@link pullCopyPath} does not make. */
export function copyOfPath(path: string): (PullSubject & { readonly seq: number }) | null {
  const match = COPY_PATH.exec(path);
  if (match === null) return null;
  const [, pull = '', model = '', number = ''] = match;
  const seq = Number(number);
  return seq >= 1 ? { pullRequest: Number(pull), model, seq } : null;
}

/** One text for each subject, to look it up by. */
export function subjectKey(subject: PullSubject): string {
  return pullFolder(subject);
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
