/** Where text is cut. An object, so that `list.map(escapeMarkdown)` cannot pass an index for it. */
export interface Cut {
  readonly maxCharacters: number;
}

const LONGEST: Cut = { maxCharacters: 200 };

/**
 * Text from data made harmless to read: control, format, bidirectional, private, unassigned and invisible characters, line
 * and paragraph separators are shown as `⟨U+202E⟩`, and what is longer than 200 characters is cut with `…`. One line results.
 */
export function visibleText(text: string, { maxCharacters }: Cut = LONGEST): string {
  const characters = Array.from(text);
  const kept = characters.slice(0, maxCharacters).join('');
  const shown = kept.replaceAll(/[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu, codePointName);
  return characters.length > maxCharacters ? `${shown}…` : shown;
}

function codePointName(character: string): string {
  return `⟨U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/**
 * One line for a terminal or a workflow log: visible text in which no workflow command can be read, neither `::name::`
 * at its beginning nor the older `##[name]` anywhere.
 */
export function terminalLine(text: string): string {
  return visibleText(text, { maxCharacters: Number.POSITIVE_INFINITY })
    .replaceAll(/:(?=:)/g, ': ')
    .replaceAll('##[', '## [');
}
