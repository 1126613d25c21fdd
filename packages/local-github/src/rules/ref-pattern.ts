/**
 * Whether a name matches a pattern as GitHub matches refs (Ruby's fnmatch with FNM_PATHNAME): `*` stays within one
 * segment, `**` followed by a slash spans segments, `?` is one character, `[ab]` one of a set.
 */
export function matchesRefPattern(pattern: string, name: string): boolean {
  return new RegExp(`^${toSource(pattern)}$`).test(name);
}

function toSource(pattern: string): string {
  return pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]/]+\]|[\s\S]/g, (part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    // Without a slash behind it, fnmatch takes `**` for `*`.
    if (part === '*' || part === '**') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1) return `[${part.slice(1, -1).replace(/^!/, '^').replace(/[\\[]/g, '\\$&')}]`;
    return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
}
