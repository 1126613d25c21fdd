import { isDigest } from '@gatehouse/core';
import { type Cut, visibleText } from './visible-text.ts';

/**
 * Text from data as GitHub-flavoured Markdown that renders to that text and nothing else.
 *
 * Everything but letters, digits, single spaces, a few signs that mean nothing to Markdown, hyphens between letters, dots
 * between digits and full stops becomes a numeric character reference, which CommonMark never reads as markup. A
 * zero-width space after `@` and `#`, and after a `:` that begins an emoji name or `://`, keeps GitHub from making
 * mentions, issue links, emoji and links of the rendered text. Invisible characters are shown and long text is cut, see
 * {@link visibleText}.
 *
 * @example escapeMarkdown('a|b') // 'a&#124;b'
 */
export function escapeMarkdown(text: string, cut?: Cut): string {
  return visibleText(text, cut).replaceAll(MARKUP, (character, at: number, whole: string) => {
    const reference = `&#${Number(character.codePointAt(0))};`;
    return linksAt(whole, at) ? `${reference}&#8203;` : reference;
  });
}

function linksAt(text: string, at: number): boolean {
  REFERENCE.lastIndex = at;
  return REFERENCE.test(text);
}

// What GitHub turns into something else after rendering, at one place of the text.
const REFERENCE = /[@#]|:(?:\/\/|[\w+-]+:)/y;

// A hyphen or dot inside a word is safe and keeps the source readable; spaces that Markdown would drop are kept.
const MARKUP =
  /(?<!\p{L})-|-(?!\p{L})|(?<![\d\p{L}])\.|(?<=\d)\.(?!\d)|(?<=\p{L})\.(?! [^ ]|$)|^ | (?= )| $|[^\p{L}\p{M}\p{N} ,;%(/.-]/gu;

/** A digest as a code span that can be copied; what is no digest is escaped. */
export function digestCode(digest: string): string {
  return isDigest(digest) ? `\`${digest}\`` : escapeMarkdown(digest);
}
