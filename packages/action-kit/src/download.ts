import { ActionError } from '@gatehouse/core';

export interface DownloadOptions {
  /** Told how far it is, about every ten seconds, for a person who waits. */
  readonly progress: (text: string) => void;
  /** Most bytes that are taken; an answer without an end must not fill the memory. */
  readonly maxBytes: number;
}

const SOCKET_TIMEOUT_MS = 30_000;
const REPORT_EVERY_MS = 10_000;

/**
 * Bytes over HTTP, through the proxy that `HTTPS_PROXY` and `NO_PROXY` name, as other actions go. Whoever asks must know the
 * digest of what comes.
 *
 * @throws ActionError `service` when the answer is not the file.
 */
export async function download(url: string, { progress, maxBytes }: DownloadOptions): Promise<Uint8Array> {
  const { HttpClient } = await import('@actions/http-client');
  const client = new HttpClient('gatehouse', [], {
    allowRetries: true,
    maxRetries: 3,
    maxRedirects: 5,
    socketTimeout: SOCKET_TIMEOUT_MS,
  });
  try {
    const { message } = await client.get(url);
    const status = message.statusCode ?? 0;
    if (status !== 200) {
      message.destroy();
      throw failed(url, `the answer ${status}`);
    }
    const length = Number(message.headers['content-length'] ?? Number.NaN);
    progress(`Downloading ${url}${Number.isFinite(length) ? `, ${inMegabytes(length)}` : ''}.`);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let reported = performance.now();
    for await (const chunk of message as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) throw failed(url, `more than ${inMegabytes(maxBytes)}`);
      if (performance.now() - reported < REPORT_EVERY_MS) continue;
      reported = performance.now();
      progress(`${inMegabytes(bytes)} of ${Number.isFinite(length) ? inMegabytes(length) : 'an unknown length'}.`);
    }
    if (Number.isFinite(length) && bytes !== length) throw failed(url, `${bytes} of ${length} bytes`);
    return Buffer.concat(chunks);
  } finally {
    client.dispose();
  }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function failed(url: string, found: string): ActionError {
  const fault = {
    where: url,
    found,
    allowed: 'the whole file',
    remedy: 'Look at the address, the mirror and the proxy',
  };
  return new ActionError('service', fault);
}
