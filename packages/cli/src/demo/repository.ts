import { call, field, numberField, type Person, textField } from './person.ts';
import { expectEqual } from './step.ts';

/** What GitHub says about one check. */
export interface CheckView {
  readonly conclusion: string | null;
  readonly title: string;
  readonly summary: string;
  readonly externalId: string;
  readonly url: string;
}

export interface RunView {
  readonly id: number;
  readonly name: string;
  readonly event: string;
  readonly conclusion: string | null;
  readonly headSha: string;
  readonly url: string;
}

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly expected: number;
}

/** The example repository seen through GitHub's API, as one person sees it. */
export interface RepositoryView {
  get(path: string): Promise<unknown>;
  /** A call that must be answered with the expected status. */
  send(request: Sent): Promise<unknown>;
  /** The newest governance check of the App on a commit, or `null`. */
  check(headSha: string, appId: number): Promise<CheckView | null>;
  /** Runs, newest first. */
  runs(): Promise<readonly RunView[]>;
}

export const CHECK_NAME = 'gatehouse/governance';

export function repositoryView(apiUrl: string, repository: string, person: Person): RepositoryView {
  const base = `/repos/${repository}`;
  async function send({ method, path, body, expected }: Sent): Promise<unknown> {
    const answer = await call(apiUrl, person, { method, path: `${base}${path}`, body });
    expectEqual(`${method} ${base}${path} as ${person.login}: ${JSON.stringify(answer.body)}`, answer.status, expected);
    return answer.body;
  }
  const get = (path: string): Promise<unknown> => send({ method: 'GET', path, expected: 200 });
  return {
    get,
    send,
    check: async (headSha, appId) => {
      const query = `check_name=${encodeURIComponent(CHECK_NAME)}&app_id=${appId}`;
      const answer = await get(`/commits/${headSha}/check-runs?${query}`);
      if (numberField(answer, 'total_count') === 0) return null;
      const run = field(answer, 'check_runs', 0);
      const conclusion = field(run, 'conclusion');
      return {
        conclusion: typeof conclusion === 'string' ? conclusion : null,
        title: textField(run, 'output', 'title'),
        summary: textField(run, 'output', 'summary'),
        externalId: textField(run, 'external_id'),
        url: textField(run, 'html_url'),
      };
    },
    runs: async () => {
      const answer = field(await get('/actions/runs?per_page=100'), 'workflow_runs');
      if (!Array.isArray(answer)) throw new Error('workflow_runs is no list.');
      return answer.map((run: unknown) => {
        const conclusion = field(run, 'conclusion');
        return {
          id: numberField(run, 'id'),
          name: textField(run, 'name'),
          event: textField(run, 'event'),
          conclusion: typeof conclusion === 'string' ? conclusion : null,
          headSha: textField(run, 'head_sha'),
          url: textField(run, 'html_url'),
        };
      });
    },
  };
}
