import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsCredentials } from '@gatehouse/attest';

export const CREDENTIALS: AwsCredentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'session/token+of=role',
};

/** An answer in place of the right one: a status and a body, or nothing but a closed connection. */
export type Fault = { readonly status: number; readonly body: string } | 'hang up';

/** A key service on this machine that believes only requests whose signature it can compute itself. */
export interface LocalKms {
  readonly endpoint: string;
  readonly publicKeyPem: string;
  readonly operations: string[];
  /** Answered in turn before anything right is. */
  readonly faults: Fault[];
  /** Signs with another key from now on. */
  exchangeKey(): void;
  close(): Promise<void>;
}

type Input = Readonly<Record<string, string>> & { readonly EncryptionContext?: Readonly<Record<string, string>> };

export async function localKms(): Promise<LocalKms> {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let signer = pair.privateKey;
  const wrapped = new Map<string, { readonly plaintext: string; readonly context: string }>();
  const operations: string[] = [];
  const faults: Fault[] = [];
  const contextOf = (input: Input): string => JSON.stringify(Object.entries(input.EncryptionContext ?? {}).sort());
  const answers: Readonly<Record<string, (input: Input) => object | null>> = {
    GetPublicKey: () => ({
      PublicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
    }),
    // The digest is signed as it is, which Node does only through the raw interface: so the message is looked up by it.
    Sign: ({ Message = '', MessageType, SigningAlgorithm }) => {
      if (SigningAlgorithm !== 'ECDSA_SHA_256') return null;
      const raw = Buffer.from(Message, 'base64');
      const message = MessageType === 'DIGEST' ? MESSAGES.get(Message) : raw.length > 4096 ? undefined : raw;
      return message === undefined
        ? null
        : { Signature: sign('sha256', message, signer).toString('base64'), SigningAlgorithm };
    },
    Encrypt: (input) => {
      const blob = randomBytes(40).toString('base64');
      wrapped.set(blob, { plaintext: input['Plaintext'] ?? '', context: contextOf(input) });
      return { CiphertextBlob: blob };
    },
    Decrypt: (input) => {
      const found = wrapped.get(input['CiphertextBlob'] ?? '');
      return found === undefined || found.context !== contextOf(input) ? null : { Plaintext: found.plaintext };
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const operation = String(request.headers['x-amz-target']).replace('TrentService.', '');
      operations.push(operation);
      const fault = faults.shift();
      if (fault === 'hang up') {
        request.socket.destroy();
        return;
      }
      const believed = request.headers.authorization === authorizationOf(request, body);
      const right = answers[operation]?.(JSON.parse(body)) ?? null;
      const refused = {
        __type: believed ? 'InvalidCiphertextException' : 'InvalidSignatureException',
        message: 'refused',
      };
      const status = fault?.status ?? (believed && right !== null ? 200 : 400);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(fault?.body ?? JSON.stringify(status === 200 ? right : refused));
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/`,
    publicKeyPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    operations,
    faults,
    exchangeKey: () => {
      signer = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

const MESSAGES = new Map<string, Uint8Array>();

/** Lets the service sign a message by its digest. */
export function known(message: Uint8Array): Uint8Array {
  MESSAGES.set(createHash('sha256').update(message).digest('base64'), message);
  return message;
}

/** Signature version 4, from its description: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html. */
function authorizationOf(request: IncomingMessage, body: string): string {
  const [, scopeText = '', names = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '') ?? [];
  const required = ['content-type', 'host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target'];
  if (!required.every((name) => names.split(';').includes(name))) return 'too few headers are signed';
  const [day = ''] = scopeText.split('/');
  const scope = `${day}/eu-central-1/kms/aws4_request`;
  const date = String(request.headers['x-amz-date']);
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = ['POST', '/', '', headers.join(''), names, hex(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope, hex(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from(`AWS4${CREDENTIALS.secretAccessKey}`));
  const head = `AWS4-HMAC-SHA256 Credential=${CREDENTIALS.accessKeyId}/${scope}`;
  return `${head}, SignedHeaders=${names}, Signature=${hmac(key, text).toString('hex')}`;
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
