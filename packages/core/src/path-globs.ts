import picomatch from 'picomatch';

/**
 * Tests paths against globs as `on.push.paths` of a workflow does: a path matches when the last glob that speaks about
 * it is positive; a glob that begins with `!` excludes. `*` stays within a folder, `**` does not, dot files count. Git allows
 * line terminators in names, and a wildcard matches them too: a name must not escape a glob.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const rules = globs.map((glob) => ({
    includes: !glob.startsWith('!'),
    matches: picomatch(glob.startsWith('!') ? glob.slice(1) : glob, { dot: true, nonegate: true, flags: 's' }),
  }));
  return (path) => rules.reduce((matched, rule) => (rule.matches(path) ? rule.includes : matched), false);
}

/** True when a path holds a control, format or line-separator character: nobody can see what such a name says. */
export function hasInvisibleCharacter(path: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path);
}
