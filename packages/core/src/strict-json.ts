/** Where a document breaks a rule that `JSON.parse` does not know. */
export class StrictJsonError extends Error {
  override readonly name = 'StrictJsonError';
}

/**
 * Parses JSON that another program will read too, so that both must see the same thing: UTF-8 without a byte order
 * mark, no key twice in one object, at most `maxDepth` levels.
 *
 * @throws StrictJsonError saying which rule is broken.
 */
export function parseStrictJson(bytes: Uint8Array, maxDepth: number): unknown {
  const text = decode(bytes);
  const value = parse(text);
  scan(text, maxDepth);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new StrictJsonError('it is not UTF-8', { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StrictJsonError('it is not JSON', { cause });
  }
}

/** Walks text that is known to be JSON, so it only has to find brackets, strings and colons. */
function scan(text: string, maxDepth: number): void {
  /** The keys of every open object; `null` for an open array. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > maxDepth) throw new StrictJsonError(`it is nested more than ${maxDepth} levels deep`);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (followedByColon(text, end)) addKey(open.at(-1), JSON.parse(text.slice(at, end)));
      at = end - 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function followedByColon(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return text[at] === ':';
}

function addKey(keys: Set<string> | null | undefined, key: string): void {
  if (keys === null || keys === undefined) return;
  if (keys.has(key)) throw new StrictJsonError(`the key ${JSON.stringify(key.slice(0, 100))} is there twice`);
  keys.add(key);
}
