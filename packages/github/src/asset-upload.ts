import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { ActionError, type AssetSource, type Release, type ReleaseAsset } from '@gatehouse/core';
import type { GitHubClient } from './client.ts';
import { withRateLimit } from './rate-limit.ts';
import { assetAnswer } from './release-answer.ts';
import { toActionError, unexpectedAnswer } from './service-errors.ts';

const IDLE_MILLISECONDS = 300_000;
const MAX_ANSWER_BYTES = 1_000_000;

/**
 * Streams one asset to the release's own upload address. Not through Octokit or fetch: both hold the whole file in
 * memory (2 GB file: 2250 MB resident with fetch, 130 MB here).
 *
 * A broken upload is not tried again here, rate limits apart: it may leave an asset in state `starter` that the caller
 * must delete first.
 */
export async function uploadAsset(client: GitHubClient, release: Release, asset: AssetSource): Promise<ReleaseAsset> {
  const purpose = { doing: `upload asset "${asset.name}"`, permission: 'contents: write' };
  const target = uploadAddress(client, release, asset);
  try {
    const text = await withRateLimit(client.waits, async () => send(client, target, asset));
    const result = assetAnswer.safeParse(parseJson(text));
    if (!result.success) throw unexpectedAnswer(purpose, 'it describes no asset', result.error);
    return result.data;
  } catch (error) {
    throw toActionError(error, purpose, client.waits.now());
  }
}

function uploadAddress(client: GitHubClient, release: Release, asset: AssetSource): URL {
  const url = URL.parse(release.uploadUrl);
  const api = new URL(client.options.apiUrl);
  // The token goes there, so the address must be as protected as the API itself.
  if (url === null || !(url.protocol === 'https:' || (api.protocol === 'http:' && url.protocol === 'http:'))) {
    throw unexpectedAnswer(
      { doing: `upload asset "${asset.name}"`, permission: 'contents: write' },
      'upload_url is not https',
    );
  }
  url.searchParams.set('name', asset.name);
  return url;
}

async function send(client: GitHubClient, target: URL, asset: AssetSource): Promise<string> {
  const open = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = open(target, {
    method: 'POST',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `token ${client.options.token}`,
      'content-length': asset.sizeBytes,
      'content-type': asset.contentType,
      'user-agent': client.options.userAgent ?? 'gatehouse',
      'x-github-api-version': '2022-11-28',
    },
  });
  request.setTimeout(IDLE_MILLISECONDS, () => request.destroy(new Error('no traffic for five minutes')));
  const answered = answerOf(request);
  // A server may answer and close before it has read everything; its answer says more than the broken pipe.
  answered.catch(() => undefined);
  let sendingFailed: unknown;
  try {
    await pipeline(exactly(asset), request);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    sendingFailed = error;
  }
  const response = await answered.catch((error: unknown) => {
    throw sendingFailed ?? error;
  });
  const text = await readText(response);
  if (response.statusCode === 201) return text;
  throw new UploadRefused(response, text);
}

/** What GitHub answered to an upload, in the shape of Octokit's request error. */
class UploadRefused extends Error {
  readonly status: number;
  readonly response: { readonly headers: Readonly<Record<string, string | undefined>> };

  constructor(response: IncomingMessage, text: string) {
    super(messageOf(text));
    this.name = 'UploadRefused';
    this.status = response.statusCode ?? 0;
    this.response = {
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(', ') : value,
        ]),
      ),
    };
  }
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.once('close', () => reject(new Error('the connection was closed without an answer')));
  });
}

/** Node sends whatever it is given: a source that changed its size since it was measured must not get through. */
async function* exactly(asset: AssetSource): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of asset.open()) {
    sizeBytes += chunk.length;
    if (sizeBytes > asset.sizeBytes) throw wrongSize(asset, 'more bytes');
    yield chunk;
  }
  if (sizeBytes < asset.sizeBytes) throw wrongSize(asset, `only ${sizeBytes} bytes`);
}

function wrongSize(asset: AssetSource, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Asset "${asset.name}"`,
      found: `Its source gives ${found}`,
      allowed: `${asset.sizeBytes} bytes, as measured before`,
      remedy: 'Find out what changed the file, and run the job again',
    },
    { reasonCode: 'digest-mismatch' },
  );
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) continue;
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_ANSWER_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function messageOf(text: string): string {
  const data = parseJson(text);
  if (typeof data !== 'object' || data === null || !('message' in data)) return text.slice(0, 300);
  const errors = 'errors' in data ? `: ${JSON.stringify(data.errors)}` : '';
  return `${String(data.message)}${errors}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
