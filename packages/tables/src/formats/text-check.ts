import { isUtf8 } from 'node:buffer';
import { TextProblem } from './csv-scanner.ts';

const LF = 0x0a;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Makes sure that a stream of pieces is UTF-8 without NUL, and takes a byte order mark from its begin. Pieces come out cut
 * between characters.
 *
 * @throws TextProblem with the line.
 */
export class TextCheck {
  #rest: Buffer = Buffer.alloc(0);
  #line = 1;
  #begun = false;

  push(chunk: Buffer): Buffer {
    const whole = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    // Three bytes are needed to see the mark.
    if (!this.#begun && whole.length < BOM.length) {
      this.#rest = whole;
      return Buffer.alloc(0);
    }
    const cut = whole.length - incompleteTail(whole);
    this.#rest = Buffer.from(whole.subarray(cut));
    return this.#checked(whole.subarray(0, cut));
  }

  end(): Buffer {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return this.#checked(rest);
  }

  #checked(text: Buffer): Buffer {
    const body = this.#begun || !text.subarray(0, BOM.length).equals(BOM) ? text : text.subarray(BOM.length);
    if (!this.#begun && (text[0] === 0xff || text[0] === 0xfe) && (text[1] === 0xff || text[1] === 0xfe)) {
      throw new TextProblem(1, 'text in UTF-16', 'text in UTF-8');
    }
    this.#begun = true;
    const nul = body.indexOf(0);
    if (nul !== -1) throw new TextProblem(this.#line + lines(body.subarray(0, nul)), 'a NUL character', 'text');
    if (!isUtf8(body)) throw new TextProblem(this.#lineOfInvalid(body), 'bytes that are not UTF-8', 'text in UTF-8');
    this.#line += lines(body);
    return body;
  }

  /** A line feed is never part of a longer sequence, so each line can be checked alone. */
  #lineOfInvalid(body: Buffer): number {
    for (let from = 0, line = this.#line; from < body.length; line += 1) {
      const end = body.indexOf(LF, from);
      const to = end === -1 ? body.length : end + 1;
      if (!isUtf8(body.subarray(from, to))) return line;
      from = to;
    }
    return this.#line;
  }
}

/** How many bytes at the end are the begin of a character that goes on in the next piece. */
function incompleteTail(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back += 1) {
    const byte = text[text.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

/** A loop is faster than searches by the runtime where lines are short. */
function lines(text: Buffer): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text[at] === LF) count += 1;
  return count;
}
