/** Replaces secrets in everything that a job prints or writes for people. */
export interface Masker {
  /** Hides a value, each of its lines, and the encodings in which it usually leaks. */
  add(value: string): void;
  mask(text: string): string;
  /** Whether the text holds a value that must not leave the job. */
  hasSecret(text: string): boolean;
}

export function createMasker(): Masker {
  const values = new Set<string>();
  let pattern: RegExp | null = null;

  function add(value: string): void {
    for (const part of [value, ...value.split(/\r?\n/)]) {
      const text = part.trim();
      // The runner masks no empty values; without this every position of every line would be replaced.
      if (text === '') continue;
      for (const variant of variants(text)) values.add(variant);
    }
    pattern = null;
  }

  function current(): RegExp | null {
    if (values.size === 0) return null;
    // Longest first, so that a secret that contains another is hidden whole.
    const sources = [...values].sort((left, right) => right.length - left.length).map((value) => escapeRegExp(value));
    pattern ??= new RegExp(sources.join('|'), 'g');
    return pattern;
  }

  return {
    add,
    mask: (text) => {
      const found = current();
      return found === null ? text : text.replaceAll(found, '***');
    },
    hasSecret: (text) => {
      const found = current();
      return found !== null && text.search(found) !== -1;
    },
  };
}

function variants(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const all = [text, json, encodeURIComponent(text)];
  // Base64 of very short values would hide ordinary words.
  return text.length < 6 ? all : [...all, Buffer.from(text).toString('base64').replace(/=+$/, '')];
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
