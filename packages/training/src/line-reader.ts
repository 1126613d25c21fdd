import { StringDecoder } from 'node:string_decoder';

const LONGEST_LINE = 4000;

/**
 * Cuts a byte stream into lines. A line that never ends is cut at 4,000 characters and its rest dropped, so that a
 * program cannot fill memory through its log.
 */
export class LineReader {
  private readonly decoder = new StringDecoder('utf8');
  private readonly emit: (line: string) => void;
  private pending = '';
  private overlong = false;

  constructor(emit: (line: string) => void) {
    this.emit = emit;
  }

  push(chunk: Uint8Array): void {
    const parts = this.decoder.write(Buffer.from(chunk)).split('\n');
    for (const part of parts.slice(0, -1)) {
      this.append(part);
      this.flush();
    }
    this.append(parts.at(-1) ?? '');
  }

  /** The last line need not end in a line end. */
  end(): void {
    this.append(this.decoder.end());
    if (this.pending !== '') this.flush();
  }

  private append(text: string): void {
    if (this.overlong) return;
    this.pending += text;
    if (this.pending.length > LONGEST_LINE) {
      this.pending = `${this.pending.slice(0, LONGEST_LINE)}…`;
      this.overlong = true;
    }
  }

  private flush(): void {
    this.emit(this.pending.replace(/\r$/, ''));
    this.pending = '';
    this.overlong = false;
  }
}
