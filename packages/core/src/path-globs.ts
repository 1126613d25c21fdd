import picomatch from 'picomatch';

/**
 * Tests paths against globs as `on.push.paths` of a workflow does: a path matches when the last glob that speaks about
 * it is positive; a glob that begins with `!` excludes. `*` stays within a folder, `**` does not, dot files count.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const rules = globs.map((glob) => ({
    includes: !glob.startsWith('!'),
    matches: picomatch(glob.startsWith('!') ? glob.slice(1) : glob, { dot: true, nonegate: true }),
  }));
  return (path) => rules.reduce((matched, rule) => (rule.matches(path) ? rule.includes : matched), false);
}
