const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** Quote, comma, tab and line ends are all up to here. */
const LAST_SPECIAL = 0x2c;

/** DuckDB must hold a record in memory, and so must we the header. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;

/** What is wrong with a text, and where. */
export class TextProblem extends Error {
  readonly line: number;
  readonly found: string;
  readonly allowed: string;

  constructor(line: number, found: string, allowed: string) {
    super(`line ${line}: ${found}`);
    this.name = 'TextProblem';
    this.line = line;
    this.found = found;
    this.allowed = allowed;
  }
}

/** Where in a field the scanner stands. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** After a quote in a quoted field: the end of the field, or the first half of a doubled quote. */
const CLOSED = 3;
/** After a carriage return: only a line feed may follow. */
const RETURN = 4;
type State = typeof START | typeof PLAIN | typeof QUOTED | typeof CLOSED | typeof RETURN;

/**
 * Reads delimited text byte by byte as RFC 4180 has it, takes the header out and writes each record with LF at its end:
 * the one form that DuckDB's reader does not have to guess about. Left to itself it drops a trailing delimiter and blank
 * lines, takes a quote in the middle of a field for text, and fails on a mixture of line ends.
 *
 * Blank lines at the end are left out, as many writers end a file with one. With a single column a blank line may be a record
 * without a value, so there none is left out.
 *
 * @throws TextProblem for broken quoting, a lone CR, a blank line before a record, a record of another length or one that is
 *   too long.
 */
export class CsvScanner {
  #state: State = START;
  #fields = 1;
  #width = 0;
  #line = 1;
  #quoteLine = 1;
  /** The first of the blank lines since the last record. */
  #blankLine: number | null = null;
  #recordBytes = 0;
  #headerParts: Buffer[] = [];
  #header: Buffer | null = null;
  #records = 0;
  readonly #delimiter: number;

  constructor(delimiter: ',' | '\t') {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Bytes of the first record, without its line end; `null` while it has not ended. */
  get header(): Buffer | null {
    return this.#header;
  }

  /** Records after the header. */
  get records(): number {
    return this.#records;
  }

  /** The next bytes; returns what belongs into the body. */
  push(chunk: Buffer): Buffer {
    const body = new Kept(chunk, this.#headerParts, this.#header !== null);
    let recordStart = -this.#recordBytes;
    let state = this.#state;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      // Most bytes are text outside quotes: they take a local variable and nothing else.
      if (byte > LAST_SPECIAL && (state === PLAIN || state === START)) {
        state = PLAIN;
        continue;
      }
      this.#state = state;
      if (state === QUOTED) at = this.#skipQuoted(chunk, at);
      else if (byte === LF) {
        const bytes = at - recordStart - (this.#state === RETURN ? 1 : 0);
        if (this.#header === null) body.endHeader(at);
        else if (bytes === 0) body.drop(at);
        this.#endRecord(bytes);
        recordStart = at + 1;
      } else if (this.#state === RETURN) throw this.#misplaced();
      else if (byte === CR) {
        body.drop(at);
        this.#state = RETURN;
      } else this.#step(byte);
      state = this.#state;
    }
    this.#state = state;
    this.#recordBytes = chunk.length - recordStart;
    if (this.#recordBytes > MAX_RECORD_BYTES) throw this.#tooLong();
    return body.end();
  }

  /** One byte outside quotes that ends no line. */
  #step(byte: number): void {
    if (byte === this.#delimiter) {
      this.#state = START;
      this.#fields += 1;
    } else if (byte !== QUOTE) {
      if (this.#state === CLOSED) throw this.#misplaced();
      this.#state = PLAIN;
    } else {
      if (this.#state === PLAIN) throw this.#misplaced();
      if (this.#state === START) this.#quoteLine = this.#line;
      this.#state = QUOTED;
    }
  }

  /** Position of the next quote, or of the end. */
  #skipQuoted(chunk: Buffer, at: number): number {
    // A loop, because a search by the runtime costs more than most fields have bytes.
    let end = at;
    for (; end < chunk.length; end += 1) {
      const byte = chunk[end];
      if (byte === LF) this.#line += 1;
      else if (byte === QUOTE) {
        this.#state = CLOSED;
        break;
      }
    }
    return end;
  }

  /** The end of the text; returns what still belongs into the body. */
  end(): Buffer {
    if (this.#state === RETURN) throw this.#misplaced();
    if (this.#state === QUOTED) {
      throw new TextProblem(this.#quoteLine, 'a quote that is never closed', 'a quote at the end of the field');
    }
    if (this.#recordBytes === 0) return Buffer.alloc(0);
    const inHeader = this.#header === null;
    this.#endRecord(this.#recordBytes);
    return inHeader ? Buffer.alloc(0) : Buffer.from('\n');
  }

  #endRecord(bytes: number): void {
    if (bytes > MAX_RECORD_BYTES) throw this.#tooLong();
    if (bytes === 0) this.#endBlank();
    else if (this.#blankLine !== null) throw blank(this.#blankLine);
    else if (this.#header === null) {
      this.#header = Buffer.concat(this.#headerParts);
      this.#width = this.#fields;
    } else {
      if (this.#fields !== this.#width) {
        const allowed = `${this.#width} fields, as in the header`;
        throw new TextProblem(this.#line, `${this.#fields} fields`, allowed);
      }
      this.#records += 1;
    }
    this.#line += 1;
    this.#fields = 1;
    this.#state = START;
  }

  #endBlank(): void {
    if (this.#width < 2) throw blank(this.#line);
    this.#blankLine ??= this.#line;
  }

  #misplaced(): TextProblem {
    if (this.#state === RETURN) {
      return new TextProblem(this.#line, 'a carriage return without a line feed', 'LF or CRLF at the end of a line');
    }
    const found = this.#state === CLOSED ? 'text after a closing quote' : 'a quote inside a field without quotes';
    return new TextProblem(this.#line, found, 'fields with a quote in double quotes, the quote itself doubled');
  }

  #tooLong(): TextProblem {
    const allowed = `at most ${MAX_RECORD_BYTES} bytes in a record`;
    return new TextProblem(this.#line, 'a record that is too long', allowed);
  }
}

function blank(line: number): TextProblem {
  return new TextProblem(line, 'a blank line', 'a record in every line');
}

/** What remains of a piece after the header and carriage returns outside quotes were taken out. */
class Kept {
  #from = 0;
  #length = 0;
  #inBody: boolean;
  #out: Buffer | null = null;
  readonly #chunk: Buffer;
  readonly #header: Buffer[];

  constructor(chunk: Buffer, header: Buffer[], inBody: boolean) {
    this.#chunk = chunk;
    this.#header = header;
    this.#inBody = inBody;
  }

  drop(at: number): void {
    this.#keep(at);
    this.#from = at + 1;
  }

  endHeader(at: number): void {
    this.#keep(at);
    this.#from = at + 1;
    this.#inBody = true;
  }

  end(): Buffer {
    // Most pieces have nothing to take out and need no copy.
    if (this.#out === null && this.#inBody) return this.#chunk.subarray(this.#from);
    this.#keep(this.#chunk.length);
    return this.#out?.subarray(0, this.#length) ?? Buffer.alloc(0);
  }

  #keep(to: number): void {
    if (this.#inBody) {
      this.#out ??= Buffer.allocUnsafe(this.#chunk.length);
      this.#length += this.#chunk.copy(this.#out, this.#length, this.#from, to);
    } else if (to > this.#from) this.#header.push(Buffer.from(this.#chunk.subarray(this.#from, to)));
  }
}
