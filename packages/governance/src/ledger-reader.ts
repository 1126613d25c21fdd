import { type Digest, type EvidenceBranch, sha256 } from '@gatehouse/core';
import { mustRead } from './evidence-writer.ts';
import { checkFollows, LEDGER_FOLDER, type LedgerEntry, ledgerPath, newestSeq, parseLedgerEntry } from './ledger.ts';

/** One entry as it lies in the ledger. */
export interface LedgerLine {
  readonly bytes: Uint8Array;
  readonly entry: LedgerEntry;
  readonly digest: Digest;
}

/** Reads entries by number, each once: an entry never changes. */
export class LedgerReader {
  readonly #branch: EvidenceBranch;
  readonly #lines = new Map<number, LedgerLine>();

  constructor(branch: EvidenceBranch) {
    this.#branch = branch;
  }

  /** Number of the newest entry, 0 for an empty ledger; throws `ledger-broken` at a gap. */
  async newest(): Promise<number> {
    return newestSeq(await this.#branch.list(LEDGER_FOLDER));
  }

  /** The entry in the file of that number, whatever number it holds. */
  async read(seq: number): Promise<LedgerLine> {
    const known = this.#lines.get(seq);
    if (known !== undefined) return known;
    const bytes = await mustRead(this.#branch, ledgerPath(seq));
    const line = { bytes, entry: parseLedgerEntry(bytes), digest: sha256(bytes) };
    this.#lines.set(seq, line);
    return line;
  }

  /**
   * The entries from one number to another, each with its own number and linked to the one before it.
   *
   * @throws ActionError `ledger-broken` naming the first that is not.
   */
  async chain(from: number, to: number): Promise<readonly LedgerEntry[]> {
    const start = Math.max(from - 1, 1);
    const numbers = Array.from({ length: to - start + 1 }, (_, index) => start + index);
    const lines = await Promise.all(numbers.map((seq) => this.read(seq)));
    for (const [index, { entry }] of lines.entries()) {
      const seq = start + index;
      const before = lines[index - 1];
      if (seq >= from) checkFollows(entry, seq, before ?? null);
    }
    return lines.map(({ entry }) => entry).slice(from - start);
  }
}
