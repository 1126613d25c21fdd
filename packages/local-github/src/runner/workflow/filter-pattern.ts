/**
 * Filter patterns of workflow triggers: `*` stays within a path segment, `**` does not, `?` and `+` repeat the
 * character before them, `[]` lists characters, `\` takes the next one literally.
 *
 * Source: docs.github.com, workflow syntax, filter pattern cheat sheet.
 */
export function patternMatches(pattern: string, value: string): boolean {
  return new RegExp(`^${toRegExpSource(pattern)}$`, 's').test(value);
}

function toRegExpSource(pattern: string): string {
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (pattern.startsWith('**/', index)) {
      source += '(?:.*/)?';
      index += 2;
    } else if (pattern.startsWith('**', index)) {
      source += '.*';
      index += 1;
    } else if (character === '*') source += '[^/]*';
    else if ((character === '?' || character === '+') && source !== '') source += character;
    else if (character === '[' && pattern.includes(']', index)) {
      const end = pattern.indexOf(']', index);
      source += `[${pattern.slice(index + 1, end).replaceAll('\\', '\\\\')}]`;
      index = end;
    } else if (character === '\\' && index + 1 < pattern.length) {
      index += 1;
      source += escapeCharacter(pattern.charAt(index));
    } else source += escapeCharacter(character);
  }
  return source;
}

function escapeCharacter(character: string): string {
  return /[A-Za-z0-9_/-]/.test(character) ? character : `\\${character}`;
}

/** Whether a list of patterns selects a value: the last pattern that matches decides, `!` deselects. */
export function patternsSelect(patterns: readonly string[], value: string): boolean {
  let selected = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (patternMatches(negative ? pattern.slice(1) : pattern, value)) selected = !negative;
  }
  return selected;
}
