/** Folder of the ledger on the evidence branch. */
export const LEDGER_FOLDER = 'ledger';
/** Numbers have eight digits. */
export const MAX_SEQ = 99_999_999;
/** So many entries lie in one folder: git and GitHub slow down in folders of many thousand files. */
const ENTRIES_PER_FOLDER = 1000;

const ENTRY_PATH = /^ledger\/(\d{5})\/(\d{8})\.json$/;
const COPY_PATH = /^(?:pulls\/([1-9]\d{0,9})|stages)\/([^/]+)\/(\d{8})\.json$/;

/** The pull request and model that an entry is about. */
export interface PullSubject {
  readonly pullRequest: number;
  readonly model: string;
}

/** The stages of a model: what came into them, and when. */
export interface StagesSubject {
  readonly pullRequest: null;
  readonly model: string;
}

/** What an entry belongs to, so that it is found without reading the whole ledger. */
export type LedgerSubject = PullSubject | StagesSubject;

/** `ledger/00012/00012345.json` */
export function ledgerPath(seq: number): string {
  return `${LEDGER_FOLDER}/${digits(Math.floor(seq / ENTRIES_PER_FOLDER), 5)}/${digits(seq, 8)}.json`;
}

/** The number that a path of the ledger stands for; `null` for every path that {@link ledgerPath} does not make. */
export function seqOfLedgerPath(path: string): number | null {
  const seq = Number(ENTRY_PATH.exec(path)?.[2]);
  return seq >= 1 && ledgerPath(seq) === path ? seq : null;
}

/** Copies of the ledger entries of one subject, so that they are found without reading the ledger. */
export function copyFolder({ pullRequest, model }: LedgerSubject): string {
  return pullRequest === null ? `stages/${model}` : `pulls/${pullRequest}/${model}`;
}

/** The copy of one ledger entry, under the entry's own number. */
export function copyPath(subject: LedgerSubject, seq: number): string {
  return `${copyFolder(subject)}/${digits(seq, 8)}.json`;
}

/** Folders that hold copies and nothing else. */
export const COPY_FOLDERS: readonly string[] = ['pulls', 'stages'];

/** What a path is a copy of; `null` for every path that {@link copyPath} does not make. */
export function copyOfPath(path: string): (LedgerSubject & { readonly seq: number }) | null {
  const match = COPY_PATH.exec(path);
  if (match === null) return null;
  const [, pull, model = '', number = ''] = match;
  const seq = Number(number);
  if (seq < 1) return null;
  return pull === undefined ? { pullRequest: null, model, seq } : { pullRequest: Number(pull), model, seq };
}

/** One text for each subject, to look it up by. */
export function subjectKey(subject: LedgerSubject): string {
  return copyFolder(subject);
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
