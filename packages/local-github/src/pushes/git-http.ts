import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { actorOf, canSee, requireAccess } from '../access/access.ts';
import { authenticateBasic } from '../access/authenticate.ts';
import type { Services } from '../context.ts';
import { listRefs, runGit, spawnGit, ZERO_SHA } from '../git/git.ts';
import { withRepositoryLock } from '../git/repository-lock.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { readBytes } from '../http/read-body.ts';
import type { Credential } from '../model.ts';
import type { RepositoryRecord } from '../records.ts';
import { hookEnvironment, type RefChange } from '../rules/push-rules.ts';
import { findRepository } from '../state.ts';
import { recordRefChanges } from './ref-changes.ts';

/** More than any test pushes; models never travel through git. */
const MAX_PACK_BYTES = 512 * 1024 * 1024;

export interface GitRequest {
  readonly repository: string;
  readonly service: 'upload-pack' | 'receive-pack';
  readonly advertise: boolean;
}

/** The smart-HTTP request that a path means, with or without `.git`, on either host; `null` when it is something else. */
export function gitRequestOf(request: IncomingMessage): GitRequest | null {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const match = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const service = match[2] === 'info/refs' ? url.searchParams.get('service') : match[2];
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return null;
  const name = service === 'git-upload-pack' ? 'upload-pack' : 'receive-pack';
  return { repository: match[1], service: name, advertise: match[2] === 'info/refs' };
}

interface GitCall {
  readonly gitRequest: GitRequest;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export async function handleGitRequest(services: Services, call: GitCall): Promise<void> {
  try {
    const credential = authenticateBasicOrBearer(services, call.request.headers.authorization);
    const repository = requireGitAccess(services, { credential, gitRequest: call.gitRequest });
    call.response.setHeader('cache-control', 'no-cache');
    if (call.gitRequest.advertise) return await advertise(repository, call);
    if (call.gitRequest.service === 'upload-pack') return await uploadPack(repository, call);
    return await receivePack(services, { repository, credential, call });
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    if (error.status === 401) call.response.setHeader('www-authenticate', 'Basic realm="GitHub"');
    call.response.writeHead(error.status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${error.message}\n`);
  }
}

function authenticateBasicOrBearer(services: Services, authorization: string | undefined): Credential {
  const bearer = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const basic =
    bearer === undefined ? authorization : `Basic ${Buffer.from(`x-access-token:${bearer}`).toString('base64')}`;
  return authenticateBasic(services.state, basic);
}

function requireGitAccess(
  services: Services,
  { credential, gitRequest }: { readonly credential: Credential; readonly gitRequest: GitRequest },
): RepositoryRecord {
  const repository = findRepository(services.state, gitRequest.repository);
  const visible = repository !== null && canSee(services.state, credential, repository);
  // A client without credentials is asked for them, so that it cannot tell a private repository from none.
  if (credential.kind === 'anonymous' && (!visible || gitRequest.service === 'receive-pack'))
    throw new HttpProblem(401, 'Repository not found.');
  if (!visible) throw new HttpProblem(404, 'Repository not found.');
  const permission = gitRequest.service === 'upload-pack' ? 'contents:read' : 'contents:write';
  try {
    requireAccess(services.state, { credential, repository, options: { operationId: null, permission } });
  } catch (error) {
    if (error instanceof HttpProblem && error.status === 403) {
      throw new HttpProblem(403, `Permission to ${repository.fullName}.git denied to ${actorOf(credential).login}.`);
    }
    throw error;
  }
  return repository;
}

function protocolOf(request: IncomingMessage): Readonly<Record<string, string>> {
  const protocol = request.headers['git-protocol'];
  return typeof protocol === 'string' ? { GIT_PROTOCOL: protocol } : {};
}

async function advertise(repository: RepositoryRecord, { gitRequest, request, response }: GitCall): Promise<void> {
  const args = [gitRequest.service, '--stateless-rpc', '--advertise-refs', repository.gitDir];
  const result = await runGit(repository.gitDir, args, { env: protocolOf(request) });
  if (result.code !== 0) throw new HttpProblem(500, result.stderr);
  const line = `# service=git-${gitRequest.service}\n`;
  const head = `${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`;
  response.writeHead(200, { 'content-type': `application/x-git-${gitRequest.service}-advertisement` });
  response.end(Buffer.concat([Buffer.from(head), result.stdout]));
}

async function uploadPack(repository: RepositoryRecord, { request, response }: GitCall): Promise<void> {
  const child = spawnGit(repository.gitDir, ['upload-pack', '--stateless-rpc', repository.gitDir], protocolOf(request));
  child.stderr.resume();
  response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result' });
  const input = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  // The service may finish before it has read everything; its answer is what counts.
  const fed = pipeline(input, child.stdin).catch(() => undefined);
  await Promise.all([fed, pipeline(child.stdout, response)]);
}

async function receivePack(
  services: Services,
  {
    repository,
    credential,
    call,
  }: { readonly repository: RepositoryRecord; readonly credential: Credential; readonly call: GitCall },
): Promise<void> {
  const input = await readBytes(call.request, MAX_PACK_BYTES);
  const changes = parseCommands(input);
  const output = await withRepositoryLock(repository, async () => {
    const before = await listRefs(repository.gitDir);
    const env = { ...protocolOf(call.request), ...hookEnvironment(services, repository, { changes, credential }) };
    const result = await runGit(repository.gitDir, ['receive-pack', '--stateless-rpc', repository.gitDir], {
      input,
      env,
    });
    const after = await listRefs(repository.gitDir);
    const moved = changes
      .map(({ ref }) => ({ ref, before: before.get(ref) ?? ZERO_SHA, after: after.get(ref) ?? ZERO_SHA }))
      .filter((change) => change.before !== change.after);
    await recordRefChanges(services, repository, { changes: moved, credential });
    return result.stdout;
  });
  call.response.writeHead(200, { 'content-type': 'application/x-git-receive-pack-result' }).end(output);
}

/** The `old new ref` commands before the pack: pkt-lines up to the first flush. */
export function parseCommands(input: Buffer): readonly RefChange[] {
  const changes: RefChange[] = [];
  let at = 0;
  while (at + 4 <= input.length) {
    const length = Number.parseInt(input.subarray(at, at + 4).toString('latin1'), 16);
    if (!(length >= 4)) break;
    const line =
      input
        .subarray(at + 4, at + length)
        .toString('utf8')
        .split('\0')[0] ?? '';
    const match = /^([0-9a-f]{40}) ([0-9a-f]{40}) (\S+)\n?$/.exec(line);
    if (match !== null) changes.push({ before: match[1] ?? '', after: match[2] ?? '', ref: match[3] ?? '' });
    at += length;
  }
  return changes;
}
