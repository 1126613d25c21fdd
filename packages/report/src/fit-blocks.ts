/** Blocks that a reader opens; `title` is HTML and stays to be seen. */
export interface Folded {
  readonly title: string;
  readonly blocks: readonly string[];
}

export type Block = string | Folded;

/** Without the empty lines GitHub would show the Markdown inside as it is written. */
const FOLD_END = '\n</details>';

/**
 * Joins blocks with line breaks and leaves out from the end what does not fit into `maxBytes` of UTF-8, saying how many
 * blocks are missing. Blocks are whole, so no table row, reference or tag is cut; a folded one is always closed.
 */
export function fitBlocks(blocks: readonly Block[], maxBytes: number): string {
  const parts = blocks.flatMap(partsOf);
  const whole = `${parts.map(({ text }) => text).join('\n')}\n`;
  if (size(whole) <= maxBytes) return whole;
  const contents = parts.filter(({ role }) => role === 'content').length;
  const note = (left: number): string =>
    `\n\nShortened: ${left === 1 ? '1 part is' : `${left} parts are`} left out here; the decision files hold the rest.\n`;
  let used = size(note(contents));
  let left = contents;
  const kept: string[] = [];
  let isOpen = false;
  for (const { text, role } of parts) {
    // What is opened must be closed, so the end of a fold is paid for with its beginning.
    if (role !== 'end') used += size(text) + 1 + (role === 'begin' ? size(FOLD_END) + 1 : 0);
    if (used > maxBytes) break;
    if (role === 'content') left -= 1;
    else isOpen = role === 'begin';
    kept.push(text);
  }
  return `${[...kept, ...(isOpen ? [FOLD_END] : [])].join('\n')}${note(left)}`;
}

interface Part {
  readonly text: string;
  /** Begin and end of a fold, or what a reader came for. */
  readonly role: 'begin' | 'content' | 'end';
}

function partsOf(block: Block): readonly Part[] {
  if (typeof block === 'string') return [{ text: block, role: 'content' }];
  const { title, blocks } = block;
  return [
    { text: `\n<details>\n<summary>${title}</summary>\n`, role: 'begin' },
    ...blocks.map((text, index) => ({ text: index === 0 ? text.replace(/^\n/, '') : text, role: 'content' as const })),
    { text: FOLD_END, role: 'end' },
  ];
}

function size(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
