import type { ChildProcessWithoutNullStreams } from 'node:child_process';

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

export interface GitObject {
  readonly sha: string;
  readonly type: ObjectType;
  /** Empty when only the header was asked for. */
  readonly content: Buffer;
}

interface Waiting {
  readonly command: 'info' | 'contents';
  resolve(object: GitObject | null): void;
  reject(reason: Error): void;
}

/** A process that nobody asks for this long is ended; the next question starts another. */
const IDLE_MS = 3000;

/**
 * Asks one long-lived `git cat-file --batch-command` instead of starting git for every object. It sees refs and objects
 * that come later, because git looks again when it does not find something.
 */
export class ObjectReader {
  readonly #start: () => ChildProcessWithoutNullStreams;
  #child: ChildProcessWithoutNullStreams | null = null;
  #waiting: Waiting[] = [];
  #chunks: Buffer[] = [];
  /** Bytes come in, and bytes that the answer now read needs before it is worth looking again. */
  #size = 0;
  #needed = 1;
  #timer: NodeJS.Timeout | null = null;

  /** @param start starts the command in the repository */
  constructor(start: () => ChildProcessWithoutNullStreams) {
    this.#start = start;
  }

  /** The object that an expression names, or `null`. */
  ask(command: 'info' | 'contents', expression: string): Promise<GitObject | null> {
    if (expression.includes('\n') || expression === '') return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ command, resolve, reject });
      this.#running().stdin.write(`${command} ${expression}\n`);
    });
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#child !== null) return this.#child;
    const child = this.#start();
    this.#child = child;
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.#end(child, error));
    child.on('close', () => this.#end(child, new Error('git cat-file ended before it had answered.')));
    return child;
  }

  /** Ends the process; the reader can be asked again. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const child = this.#child;
    this.#child = null;
    child?.stdin.end();
  }

  #end(child: ChildProcessWithoutNullStreams, reason: Error): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#keep(Buffer.alloc(0), 1);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(reason);
  }

  #keep(rest: Buffer, needed: number): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
    this.#needed = needed;
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    let buffer = Buffer.concat(this.#chunks);
    let needed = 1;
    for (let waiting = this.#waiting[0]; waiting !== undefined; waiting = this.#waiting[0]) {
      const answer = parseAnswer(buffer, waiting.command);
      if ('needed' in answer) {
        needed = answer.needed;
        break;
      }
      this.#waiting.shift();
      waiting.resolve(answer.object);
      buffer = buffer.subarray(answer.length);
    }
    this.#keep(buffer, needed);
    if (this.#waiting.length === 0) this.#rest();
  }

  #rest(): void {
    this.#timer = setTimeout(() => this.close(), IDLE_MS);
    this.#timer.unref();
  }
}

type Answer =
  | { readonly object: GitObject | null; readonly length: number }
  /** So many bytes must be there before the answer can be whole. */
  | { readonly needed: number };

/** The first answer in the buffer and its length. */
function parseAnswer(buffer: Buffer, command: Waiting['command']): Answer {
  const end = buffer.indexOf(10);
  if (end < 0) return { needed: buffer.length + 1 };
  const header = /^([0-9a-f]{40}) (commit|tree|blob|tag) (\d+)$/.exec(buffer.subarray(0, end).toString('utf8'));
  if (header === null) return { object: null, length: end + 1 };
  const [, sha = '', type = '', size = ''] = header;
  const start = end + 1;
  if (command === 'info') {
    return { object: { sha, type: parseObjectType(type), content: Buffer.alloc(0) }, length: start };
  }
  const last = start + Number(size);
  if (buffer.length < last + 1) return { needed: last + 1 };
  // A copy, because the rest of the buffer must not be kept alive by a small object.
  const content = Buffer.from(buffer.subarray(start, last));
  return { object: { sha, type: parseObjectType(type), content }, length: last + 1 };
}

function parseObjectType(text: string): ObjectType {
  if (text === 'commit' || text === 'tree' || text === 'blob' || text === 'tag') return text;
  throw new Error(`git knows no object type "${text}".`);
}
