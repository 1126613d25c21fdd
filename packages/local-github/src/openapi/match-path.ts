/** Parameters whose values may hold slashes that GitHub accepts unescaped. */
const MANY_SEGMENTS = new Set(['path', 'ref', 'branch', 'tag', 'basehead', 'environment_name']);

/** Values of a template's parameters in a path (percent-decoded), or `null` where the path is of another operation. */
export function matchPath(template: string, path: string): Readonly<Record<string, string>> | null {
  const found = patternOf(template).exec(path);
  if (found === null) return null;
  const entries = Object.entries(found.groups ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, decode(value ?? '')]));
}

const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known !== undefined) return known;
  // The root folder's contents have an empty path, and Octokit then drops the slash before it.
  const parts = template.split(/(?:(?<=\/contents)\/)?\{(\w+)\}/);
  const source = parts.map((part, index) => (index % 2 === 0 ? literal(part) : groupOf(part))).join('');
  const pattern = new RegExp(`^${source}/?$`);
  patterns.set(template, pattern);
  return pattern;
}

function groupOf(name: string): string {
  if (name === 'path') return '(?:/(?<path>.*))?';
  return MANY_SEGMENTS.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
