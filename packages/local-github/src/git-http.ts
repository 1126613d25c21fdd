import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from './context.ts';

export interface GitRequest {
  readonly repository: string;
  readonly service: 'git-upload-pack' | 'git-receive-pack';
  readonly advertise: boolean;
}

/** The smart-HTTP request that a path means, with or without `.git`, on either host; `null` when it is something else. */
export function gitRequestOf(request: IncomingMessage): GitRequest | null {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const match = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const service = match[2] === 'info/refs' ? url.searchParams.get('service') : match[2];
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return null;
  return { repository: match[1], service, advertise: match[2] === 'info/refs' };
}

export async function handleGitRequest(
  _services: Services,
  call: { readonly gitRequest: GitRequest; readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  call.response.writeHead(501).end();
}
