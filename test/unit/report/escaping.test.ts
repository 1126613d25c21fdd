import { escapeMarkdown, terminalLine, visibleText } from '@gatehouse/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const SPECIAL = [
  ...'|`*_~[](){}<>!#@:&\\$^+-=.\n\r\t \u001b\u202e\u200b\u2066\ufeff\u2028\ud800%,;/',
  '::',
  '##[',
  'www.',
  'é',
  '😀',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...SPECIAL, 'a', '1', 'error'), { maxLength: 40 }).map((parts) => parts.join('')),
);

/** What a browser gets: zero-width spaces included. */
function decoded(markdown: string): string {
  return markdown.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

describe('visibleText', () => {
  it.each([
    ['\u202eabc', '⟨U+202E⟩abc'],
    ['a\nb', 'a⟨U+000A⟩b'],
    ['\u001b[31mred', '⟨U+001B⟩[31mred'],
    ['\ufeff', '⟨U+FEFF⟩'],
    ['\u3164', '⟨U+3164⟩'],
    ['\ud800', '⟨U+D800⟩'],
    ['naïve 日本 😀', 'naïve 日本 😀'],
  ])('shows %j as %s', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it('cuts long text by characters, not in the middle of one', () => {
    expect(visibleText('😀'.repeat(300))).toBe(`${'😀'.repeat(200)}…`);
    expect(visibleText('abc', { maxCharacters: 3 })).toBe('abc');
    expect(visibleText('abcd', { maxCharacters: 3 })).toBe('abc…');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['www. ', 'www&#46;&#32;'],
    ['African-American', 'African-American'],
    ['0.25, 95 %', '0.25, 95 %'],
    ['a|b', 'a&#124;b'],
    ['<img src=x>', '&#60;img src&#61;x&#62;'],
    ['@octocat', '&#64;&#8203;octocat'],
    ['closes #1', 'closes &#35;&#8203;1'],
    ['GH-1', 'GH&#45;1'],
    ['https://x.example', 'https&#58;&#8203;//x&#46;example'],
    ['[a](b)', '&#91;a&#93;(b&#41;'],
    ['--- x', '&#45;&#45;&#45; x'],
    ['1. x', '1&#46; x'],
    ['The end.', 'The end.'],
    ['It ends. It begins.', 'It ends. It begins.'],
    [':smile: sha256:ab', '&#58;&#8203;smile&#58; sha256&#58;ab'],
    ['www.x', 'www&#46;x'],
    ['.x', '&#46;x'],
    ['    code', '&#32;&#32;&#32; code'],
    ['end ', 'end&#32;'],
    ['', ''],
  ])('writes %j as %s', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('leaves no character that Markdown, HTML or GitHub could read as markup, and renders to the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = escapeMarkdown(text);
        const outside = markdown.replaceAll(/&#\d+;/g, '');

        expect(outside).toMatch(/^[\p{L}\p{M}\p{N} ,;%(/.-]*$/u);
        expect(markdown).not.toMatch(/^ | {2}| $|\d\. |\p{L}\.[^ ]|\n/u);
        expect(decoded(markdown)).not.toMatch(/[@#](?!\u200b)|:\/\/|:[\w+-]+:/);
        expect(decoded(markdown).replaceAll('\u200b', '')).toBe(visibleText(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('terminalLine', () => {
  it.each([
    ['::error::x', ': :error: :x'],
    [':::', ': : :'],
    ['a ##[set-env]', 'a ## [set-env]'],
    ['a\r\n::stop::', 'a⟨U+000D⟩⟨U+000A⟩: :stop: :'],
  ])('writes %j as %s', (text, line) => {
    expect(terminalLine(text)).toBe(line);
  });

  it('is one line without escapes and without workflow commands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = terminalLine(text);

        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(line).not.toContain('::');
        expect(line).not.toContain('##[');
      }),
      { numRuns: 500 },
    );
  });
});
