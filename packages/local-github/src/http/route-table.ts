import type { Route } from './route.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Which route answers a request. */
export interface RouteTable {
  add(routes: readonly Route[]): void;
  /** Of the routes that match, the one that spells out most of the path. */
  find(wanted: Wanted): RouteMatch | null;
  hasOperation(operationId: string): boolean;
}

interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly host: 'api' | 'server';
}

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly literals: number;
}

export function createRouteTable(): RouteTable {
  const routes: Compiled[] = [];
  return {
    add: (added) => void routes.push(...added.map(compile)),
    find: (wanted) => findRoute(routes, wanted),
    hasOperation: (operationId) => routes.some(({ route }) => route.options.operationId === operationId),
  };
}

function compile(route: Route): Compiled {
  const source = route.template
    .split('/')
    .map((segment) =>
      segment
        .split(/(\{[^}]+\})/)
        .map((part) => {
          const name = /^\{(\w+)(\.\.\.)?\}$/.exec(part);
          if (name === null) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
          return name[2] === undefined ? `(?<${name[1]}>[^/]+)` : `(?<${name[1]}>.*)`;
        })
        .join(''),
    )
    .join('/');
  const literals = route.template.replace(/\{[^}]+\}/g, '').length;
  return { route, pattern: new RegExp(`^${source}/?$`), literals };
}

function findRoute(routes: readonly Compiled[], wanted: Wanted): RouteMatch | null {
  let best: { readonly compiled: Compiled; readonly groups: Record<string, string> } | null = null;
  for (const compiled of routes) {
    if (compiled.route.method !== wanted.method || (compiled.route.options.host ?? 'api') !== wanted.host) continue;
    const found = compiled.pattern.exec(wanted.path);
    if (found === null || (best !== null && best.compiled.literals >= compiled.literals)) continue;
    best = { compiled, groups: { ...found.groups } };
  }
  if (best === null) return null;
  const entries = Object.entries(best.groups).map(([name, value]) => [name, decode(value)] as const);
  return { route: best.compiled.route, params: Object.fromEntries(entries) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
