import type { Context, Reply, RepositoryContext } from '../context.ts';

export interface RouteOptions {
  /** Operation of GitHub's OpenAPI description; `null` for what it does not describe (git, pages, artifact service). */
  readonly operationId: string | null;
  /**
   * `contents:read`, `checks:write` … of job and App tokens; `null` needs none. For people, `read` and `write` mean
   * that level on the repository, and every `administration` permission means admin.
   */
  readonly permission: string | null;
  /** Level that people need, where it is not what `permission` says: readers may open pull requests. */
  readonly userLevel?: 'read' | 'write' | 'admin';
  /** Refuses people: 403 `You must authenticate via a GitHub App.` */
  readonly appsOnly?: boolean;
  /** `none`: the handler reads the Authorization header itself (artifact service, OIDC); credential is anonymous. */
  readonly auth?: 'token' | 'none';
  /** The handler reads the request as a stream; `body` is empty. */
  readonly rawBody?: boolean;
  /** Which host answers: the API (default) or the server that shows pages. */
  readonly host?: 'api' | 'server';
}

export interface Route {
  readonly method: string;
  /** `{name}` matches one path segment, `{name...}` the rest of the path. */
  readonly template: string;
  readonly options: RouteOptions;
  readonly target:
    | { readonly kind: 'plain'; readonly handle: (context: Context) => Promise<Reply> | Reply }
    | { readonly kind: 'repository'; readonly handle: (context: RepositoryContext) => Promise<Reply> | Reply };
}

/**
 * A route that is not about one repository; its handler checks `permission` itself.
 *
 * @param endpoint method and template: `GET /users/{username}`
 */
export function route(
  endpoint: string,
  options: RouteOptions,
  handle: (context: Context) => Promise<Reply> | Reply,
): Route {
  return { ...parseEndpoint(endpoint), options, target: { kind: 'plain', handle } };
}

/** A route whose template has `{owner}` and `{repo}`: visibility and permission are checked before the handler runs. */
export function repositoryRoute(
  endpoint: string,
  options: RouteOptions,
  handle: (context: RepositoryContext) => Promise<Reply> | Reply,
): Route {
  return { ...parseEndpoint(endpoint), options, target: { kind: 'repository', handle } };
}

function parseEndpoint(endpoint: string): Pick<Route, 'method' | 'template'> {
  const [method = '', template = ''] = endpoint.split(' ');
  return { method, template };
}
