import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  type AwsKms,
  awsKeyService,
  awsKms,
  awsSigningKey,
  headerFor,
  keyServiceIdentity,
  keyServiceRecipient,
  modelSignatureStatement,
  newFileKey,
  openHeader,
  signStatement,
  verifyBundle,
} from '@gatehouse/attest';
import { sha256 } from '@gatehouse/core';
import { z } from 'zod';
import { type Comparison, type Verdict, verdictOf } from '../comparison.ts';
import { type Draws, drawsOf } from '../draws.ts';

const created = z.object({ KeyMetadata: z.object({ KeyId: z.string() }) });

/** AWS KMS as moto serves it: signatures and wrapped keys of a service that we did not write. */
export function kmsComparisons(place: { readonly python: string; readonly seed: number }): readonly Comparison[] {
  const served =
    (purpose: string, act: (kms: AwsKms, draws: Draws, spoilt: boolean) => Promise<void>) =>
    async (spoilt: boolean): Promise<readonly Verdict[]> => {
      const draws = drawsOf(place.seed, purpose);
      return withServer(place.python, async (kms) => {
        const verdicts: Verdict[] = [];
        for (let index = 0; index < 5; index += 1) {
          verdicts.push(await verdictOf(`case ${index}`, () => act(kms, draws, spoilt)));
        }
        return verdicts;
      });
    };
  return [
    { name: 'statements that its key signs are believed', compare: served('kms signs', signs) },
    { name: 'file keys that it wraps are opened', compare: served('kms wraps', wraps) },
  ];
}

/** Spoilt: the policy names another key of the service. */
async function signs(kms: AwsKms, draws: Draws, spoilt: boolean): Promise<void> {
  const [own, other] = [await newSigningKey(kms), await newSigningKey(kms)];
  const files = [{ name: 'weights.bin', sizeBytes: 1, digest: sha256(draws.bytes(40)) }];
  const bundle = await signStatement(modelSignatureStatement('m', files), own);
  const { publicKeyPem } = spoilt ? other : own;
  await verifyBundle(bundle, { kind: 'key', keys: [{ id: 'kms', publicKeyPem, revoked: false }] });
}

/** Spoilt: it is asked for another model. */
async function wraps(kms: AwsKms, draws: Draws, spoilt: boolean): Promise<void> {
  const service = awsKeyService(kms, await createKey(kms, {}));
  const model = draws.pick(['m', 'mortgage-approval']);
  const fileKey = newFileKey();
  const header = await headerFor(fileKey, [keyServiceRecipient(service, { model })]);
  const found = await openHeader(header, [keyServiceIdentity(service, { model: spoilt ? 'other' : model })]);
  if (!Buffer.from(found.fileKey).equals(Buffer.from(fileKey))) throw new Error('another file key');
}

async function newSigningKey(kms: AwsKms): ReturnType<typeof awsSigningKey> {
  return awsSigningKey(kms, await createKey(kms, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }));
}

async function createKey(kms: AwsKms, input: Readonly<Record<string, string>>): Promise<string> {
  const answer = await kms.call('CreateKey', input);
  if ('fault' in answer) throw new Error(`${answer.fault}: ${answer.message}`);
  return created.parse(answer.value).KeyMetadata.KeyId;
}

/** A server of its own for each run, ended with it. */
async function withServer<T>(python: string, act: (kms: AwsKms) => Promise<T>): Promise<T> {
  const server = spawn(python, [join(import.meta.dirname, '..', 'python', 'kms.py')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  try {
    const endpoint = `http://127.0.0.1:${await portOf(server)}/`;
    const credentials = async () => ({ accessKeyId: 'interop', secretAccessKey: 'interop', sessionToken: null });
    return await act(awsKms({ region: 'eu-central-1', endpoint, credentials }));
  } finally {
    server.kill();
    await ended;
  }
}

/** The first line that it prints. */
function portOf({ stdout }: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    let said = '';
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) done(Number.parseInt(said, 10));
    });
    stdout?.once('close', () => fail(new Error('the server of moto ended before it said its port')));
  });
}
