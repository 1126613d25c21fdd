import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const QUOTE = 0x22;
const LF = 0x0a;

/** Columns of a text file that lie in a file of their own. */
export interface ColumnBlock {
  /** Position of its first column. */
  readonly first: number;
  readonly width: number;
  readonly path: string;
}

/** Positions at which a table is cut. A block of one column could be a blank line, which DuckDB skips, so there is none. */
export function blocksOf(
  columns: number,
  width: number,
): readonly { readonly first: number; readonly width: number }[] {
  const count = Math.max(1, Math.floor((columns + width - 2) / width));
  return Array.from({ length: count }, (_, at) => ({
    first: at * width,
    width: at === count - 1 ? columns - at * width : width,
  }));
}

/**
 * Cuts a staged text into files of some columns each. DuckDB needs a vector for every column of a file, also for those that
 * nobody asks for: with 10,000 that is more memory than we give it, and more than a second for each question.
 */
export async function splitColumns(
  path: string,
  how: { readonly delimiter: ',' | '\t'; readonly blocks: ReturnType<typeof blocksOf> },
): Promise<readonly ColumnBlock[]> {
  const blocks = how.blocks.map((block, at) => ({ ...block, path: `${path}-${at}` }));
  const files: FileHandle[] = [];
  try {
    for (const block of blocks) files.push(await open(block.path, 'wx', 0o600));
    const cutter = new Cutter(how.delimiter.charCodeAt(0), blocks);
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      const pieces = cutter.push(chunk);
      for (const [at, file] of files.entries()) await file.writev(pieces[at]?.length ? pieces[at] : [Buffer.alloc(0)]);
    }
  } finally {
    for (const file of files) await file.close();
  }
  return blocks;
}

const LINE_END = Buffer.from('\n');

/** The scanner has checked the text, so a quote is the begin or end of a quoted field and LF outside is the end of a record. */
class Cutter {
  #quoted = false;
  #field = 0;
  #block = 0;
  readonly #delimiter: number;
  readonly #blocks: readonly ColumnBlock[];

  constructor(delimiter: number, blocks: readonly ColumnBlock[]) {
    this.#delimiter = delimiter;
    this.#blocks = blocks;
  }

  push(chunk: Buffer): readonly Buffer[][] {
    const pieces: Buffer[][] = this.#blocks.map(() => []);
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (this.#quoted) continue;
      else if (byte === LF) {
        pieces[this.#block]?.push(chunk.subarray(from, at + 1));
        from = at + 1;
        this.#field = 0;
        this.#block = 0;
      } else if (byte === this.#delimiter) {
        this.#field += 1;
        if (this.#field !== this.#blocks[this.#block + 1]?.first) continue;
        pieces[this.#block]?.push(chunk.subarray(from, at), LINE_END);
        from = at + 1;
        this.#block += 1;
      }
    }
    pieces[this.#block]?.push(chunk.subarray(from));
    return pieces;
  }
}
