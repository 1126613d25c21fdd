import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { KeylessServices, SigstoreTrustRoot } from '@gatehouse/attest';
import { hexOf, sha256 } from '@gatehouse/core';
import { CLAIMS, certifiableToken, ISSUER, newToken, REPOSITORY, WORKFLOW } from './identity-issuer.ts';

interface Handler {
  readonly path: string;
  readonly fn: (request: string) => Promise<{
    readonly statusCode: number;
    readonly response: string | ArrayBufferView<ArrayBuffer>;
    readonly contentType?: string;
  }>;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What is used of @sigstore/mock, whose own types lead to those of a browser. */
interface Mock {
  initializeCTLog(
    keys: KeyPair,
    clock?: Date,
  ): Promise<{ readonly publicKey: Buffer; readonly logID: ArrayBufferView }>;
  initializeCA(keys: KeyPair, ctlog: object, clock?: Date): Promise<{ readonly rootCertificate: ArrayBufferView }>;
  initializeTLog(url: string, keys: KeyPair, clock?: Date): Promise<{ readonly publicKey: Buffer }>;
  initializeTSA(
    keys: KeyPair,
    clock?: Date,
  ): Promise<{ readonly rootCertificate: ArrayBufferView; readonly intCertificate: ArrayBufferView }>;
  fulcioHandler(authority: object): Handler;
  rekorHandler(log: object): Handler;
  tsaHandler(stamps: object): Handler;
}

// Not the index, which loads a second nock that would take over the sockets of every test.
const load = createRequire(import.meta.url);
const { initializeCA, initializeCTLog, initializeTLog, initializeTSA, fulcioHandler, rekorHandler, tsaHandler }: Mock =
  {
    ...load('@sigstore/mock/dist/fulcio/index.js'),
    ...load('@sigstore/mock/dist/rekor/index.js'),
    ...load('@sigstore/mock/dist/timestamp/index.js'),
  };

/** A Sigstore instance on this machine, with keys of its own. */
export interface LocalSigstore {
  readonly url: string;
  /** Asked for, in order. */
  readonly requests: readonly string[];
  services(claims?: Readonly<Record<string, string>>): KeylessServices;
  /** Trusts the usual workflow, or what is changed of it. */
  trustRoot(change?: Partial<SigstoreTrustRoot['signers'][number]>, without?: readonly string[]): SigstoreTrustRoot;
  close(): Promise<void>;
}

/** Its host is the name by which the log signs. */
const LOG = 'http://log.localhost';
const START = '2020-01-01T00:00:00Z';

/** @param clocks what authority and log take for now; each is right by itself. */
export async function localSigstore(
  clocks: { readonly authority?: Date; readonly log?: Date } = {},
): Promise<LocalSigstore> {
  const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ctlog = await initializeCTLog(pair(), clocks.authority);
  const authority = await initializeCA(pair(), ctlog, clocks.authority);
  const log = await initializeTLog(LOG, pair(), clocks.log);
  const stamps = await initializeTSA(pair(), clocks.log);
  const requests: string[] = [];
  const { server, url } = await serve(
    [fulcioHandler(authority), summarising(rekorHandler(log)), tsaHandler(stamps)],
    requests,
  );
  const base64 = (bytes: ArrayBufferView): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const logOf = (key: Buffer, id: string) => ({
    baseUrl: LOG,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: base64(key), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: { start: START } },
    logId: { keyId: id },
  });
  const chainOf = (...certificates: readonly ArrayBufferView[]) => ({
    subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
    uri: url,
    certChain: { certificates: certificates.map((one) => ({ rawBytes: base64(one) })) },
    validFor: { start: START },
  });
  const root: Readonly<Record<string, unknown>> = {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    certificateAuthorities: [chainOf(authority.rootCertificate)],
    ctlogs: [logOf(ctlog.publicKey, base64(ctlog.logID))],
    tlogs: [logOf(log.publicKey, base64(await keyId(log.publicKey)))],
    timestampAuthorities: [chainOf(stamps.intCertificate, stamps.rootCertificate)],
  };
  return {
    url,
    requests,
    services: (claims = CLAIMS) => ({
      fulcioUrl: url,
      rekorUrl: url,
      timestampUrl: null,
      identityToken: async () => newToken(claims),
    }),
    trustRoot: (change = {}, without = []) => ({
      kind: 'sigstore',
      trustedRoot: Buffer.from(JSON.stringify({ ...root, ...Object.fromEntries(without.map((name) => [name, []])) })),
      signers: [
        {
          id: 'decide',
          issuer: ISSUER,
          workflow: `https://github.com/${WORKFLOW}`,
          repository: `https://github.com/${REPOSITORY}`,
          ...change,
        },
      ],
    }),
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** A log keeps digests of an envelope and its signatures, not the envelope; the library's keeps what it was sent. */
function summarising({ path, fn }: Handler): Handler {
  return {
    path,
    fn: (body) => {
      const entry: {
        readonly kind: string;
        readonly spec: {
          readonly proposedContent: { readonly envelope: string; readonly verifiers: readonly string[] };
        };
      } = JSON.parse(body);
      const { envelope, verifiers } = entry.spec.proposedContent;
      const { payload, signatures }: { payload: string; signatures: { sig: string }[] } = JSON.parse(envelope);
      const hash = (value: string | Buffer) => ({ algorithm: 'sha256', value: hexOf(sha256(value)) });
      const spec = {
        envelopeHash: hash(envelope),
        payloadHash: hash(Buffer.from(payload, 'base64')),
        signatures: signatures.map(({ sig }, at) => ({ signature: sig, verifier: verifiers[at] })),
      };
      return fn(JSON.stringify({ ...entry, spec }));
    },
  };
}

async function keyId(key: Buffer): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(key)));
}

async function serve(
  handlers: readonly Handler[],
  requests: string[],
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '';
      requests.push(path);
      const body = withCertifiableToken(path, await bodyOf(request));
      const handler = handlers.find((one) => one.path === path);
      if (body === null || handler === undefined) {
        response.writeHead(body === null ? 401 : 404, { 'content-type': 'application/json' });
        response.end('{"message":"refused here"}');
        return;
      }
      const { statusCode, response: answer, contentType } = await handler.fn(body);
      response.writeHead(statusCode, { 'content-type': contentType ?? 'text/plain' });
      response.end(
        typeof answer === 'string' ? answer : new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength),
      );
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

/** The body, its token judged as Fulcio does; `null` for a token that is not believed. */
function withCertifiableToken(path: string, body: string): string | null {
  if (!path.endsWith('/signingCert')) return body;
  const request: { credentials: { oidcIdentityToken: string } } = JSON.parse(body);
  const token = certifiableToken(request.credentials.oidcIdentityToken);
  return token === null ? null : JSON.stringify({ ...request, credentials: { oidcIdentityToken: token } });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
