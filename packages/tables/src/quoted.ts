const LONGEST = 80;

/**
 * A value from a hostile file, fit for a message: in quotes, cut to 80 characters, with control, format and bidirectional
 * characters shown as escapes so that it can neither start a log command nor reorder the line.
 */
export function quoted(value: string): string {
  const characters = Array.from(value);
  const kept = characters.slice(0, LONGEST).join('');
  const visible = JSON.stringify(kept).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeCharacter);
  return characters.length > LONGEST ? `${visible} (${characters.length} characters)` : visible;
}

/** Up to ten values of a hostile file as one phrase, and how many more there are. */
export function quotedList(values: readonly string[]): string {
  const shown = values.slice(0, 10).map(quoted).join(', ');
  return values.length > 10 ? `${shown} and ${values.length - 10} more` : shown;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
