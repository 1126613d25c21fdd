import { generateKeyPairSync } from 'node:crypto';
import {
  awsCredentials,
  awsKeyService,
  awsKms,
  awsSigningKey,
  dsseSignatureSchema,
  headerFor,
  keyServiceIdentity,
  keyServiceRecipient,
  keysByHint,
  newFileKey,
  openHeader,
  preAuthenticationEncoding,
  signDsseRemotely,
  signStatement,
  statementPayload,
  verifyBundle,
  verifyDsse,
} from '@gatehouse/attest';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { EVIDENCE_STATEMENT } from '../example.ts';
import { CREDENTIALS, type Fault, known, localKms } from './local-kms.ts';

const SERVICE = await localKms();
const KMS = awsKms({ region: 'eu-central-1', endpoint: SERVICE.endpoint, credentials: async () => CREDENTIALS });
const KEY_ID = 'arn:aws:kms:eu-central-1:111122223333:key/1234';
const TRUST = {
  kind: 'key',
  keys: [{ id: 'kms', publicKeyPem: SERVICE.publicKeyPem, revoked: false }],
} as const;
const P384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64');
const throttled: Fault = { status: 400, body: '{"__type":"ThrottlingException","message":"slow down"}' };

afterEach(() => {
  SERVICE.faults.length = 0;
});
afterAll(() => SERVICE.close());

describe('a signing key in AWS KMS', () => {
  const payload = statementPayload(EVIDENCE_STATEMENT);

  it('signs statements that the trust root believes', async () => {
    const key = await awsSigningKey(KMS, KEY_ID);
    known(preAuthenticationEncoding({ type: 'application/vnd.in-toto+json', payload }));

    const { statement, keyId } = await verifyBundle(await signStatement(EVIDENCE_STATEMENT, key), TRUST);

    expect(statement).toEqual(EVIDENCE_STATEMENT);
    expect(keyId).toBe('kms');
    expect(key.publicKeyPem).toBe(SERVICE.publicKeyPem);
  });

  it('signs entries of a ledger', async () => {
    const key = await awsSigningKey(KMS, KEY_ID);
    const message = { type: 'text/plain', payload: Buffer.from('entry') };
    known(preAuthenticationEncoding(message));

    const signature = await signDsseRemotely(message, key);

    expect(dsseSignatureSchema.parse(signature)).toEqual(signature);
    expect(verifyDsse(message, signature, keysByHint(TRUST)).verdict).toBe('valid');
  });

  it.each([4096, 4097])('signs %i bytes, the longer ones by their digest', async (size) => {
    const key = await awsSigningKey(KMS, KEY_ID);
    const bytes = known(Buffer.alloc(size, 'x'));

    await expect(key.sign(bytes)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('gives out no signature of another key', async () => {
    const service = await localKms();
    const kms = awsKms({ region: 'eu-central-1', endpoint: service.endpoint, credentials: async () => CREDENTIALS });
    const key = await awsSigningKey(kms, KEY_ID);
    service.exchangeKey();

    await expect(key.sign(known(Buffer.from('bytes')))).rejects.toThrow('its own public key does not verify');
    await service.close();
  });

  it.each([
    ['on another curve', { PublicKey: 'AAAA', KeySpec: 'ECC_NIST_P384', KeyUsage: 'SIGN_VERIFY' }, 'KeySpec'],
    ['that encrypts', { PublicKey: 'AAAA', KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' }, 'KeyUsage'],
    ['on a curve that is not told', { PublicKey: P384, KeyUsage: 'SIGN_VERIFY' }, 'not one on P-256'],
    ['that is none', { PublicKey: 'AAAA', KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }, 'not one on P-256'],
  ])('%s is refused', async (_, answer, message) => {
    SERVICE.faults.push({ status: 200, body: JSON.stringify(answer) });

    await expect(awsSigningKey(KMS, KEY_ID)).rejects.toThrow(message);
  });
});

describe('an envelope key in AWS KMS', () => {
  const service = awsKeyService(KMS, KEY_ID);

  it('opens headers for the model that they were written for, and for no other', async () => {
    const fileKey = newFileKey();
    const header = await headerFor(fileKey, [keyServiceRecipient(service, { model: 'm' })]);

    const opened = await openHeader(header, [keyServiceIdentity(service, { model: 'm' })]);

    expect(Buffer.from(opened.fileKey)).toEqual(Buffer.from(fileKey));
    await expect(openHeader(header, [keyServiceIdentity(service, { model: 'other' })])).rejects.toMatchObject({
      reasonCode: 'encrypted-no-identity',
    });
  });

  it('does not take a refusal for a key of somebody else', async () => {
    SERVICE.faults.push({ status: 400, body: '{"__type":"AccessDeniedException","Message":"kms:Decrypt"}' });

    await expect(service.decrypt(Buffer.from('x'), {})).rejects.toMatchObject({ code: 'permission' });
  });
});

describe('the service', () => {
  it.each<[string, readonly Fault[]]>([
    ['is throttled', [throttled, throttled, throttled]],
    [
      'is broken',
      [
        { status: 500, body: 'oops' },
        { status: 503, body: '' },
      ],
    ],
    ['hangs up', ['hang up']],
  ])('is asked again when it %s', async (_, faults) => {
    SERVICE.faults.push(...faults);
    const before = SERVICE.operations.length;

    await expect(awsSigningKey(KMS, KEY_ID)).resolves.toMatchObject({ publicKeyPem: SERVICE.publicKeyPem });
    expect(SERVICE.operations).toHaveLength(before + faults.length + 1);
  });

  it('is asked four times and no more', async () => {
    SERVICE.faults.push(throttled, throttled, throttled, throttled, throttled);
    const before = SERVICE.operations.length;

    await expect(awsSigningKey(KMS, KEY_ID)).rejects.toMatchObject({ code: 'service' });
    expect(SERVICE.operations).toHaveLength(before + 4);
  });

  it.each<[string, Fault, string]>([
    ['an answer that is cut', { status: 200, body: '{"PublicKey":' }, 'cannot be read'],
    ['an answer of another kind', { status: 200, body: '[]' }, 'cannot be read'],
    ['a page of a proxy', { status: 403, body: '<html>' }, 'status 403'],
    ['too long an answer', { status: 200, body: `{"a":"${'x'.repeat(70_000)}"}` }, 'cannot be read'],
  ])('is not asked again for %s', async (_, fault, message) => {
    SERVICE.faults.push(fault);
    const before = SERVICE.operations.length;

    await expect(awsSigningKey(KMS, KEY_ID)).rejects.toThrow(message);
    expect(SERVICE.operations).toHaveLength(before + 1);
  });

  it('refuses who does not know the secret', async () => {
    const credentials = async () => ({ ...CREDENTIALS, secretAccessKey: 'other' });
    const kms = awsKms({ region: 'eu-central-1', endpoint: SERVICE.endpoint, credentials });

    await expect(awsSigningKey(kms, KEY_ID)).rejects.toMatchObject({ code: 'permission' });
  });

  it.each([
    ['a region that is none', { region: 'x.evil.example/', endpoint: null }],
    ['plain HTTP', { region: 'eu-central-1', endpoint: 'http://kms.example/' }],
    ['a URL with a password', { region: 'eu-central-1', endpoint: 'https://a:b@kms.example/' }],
  ])('is not looked for at %s', (_, place) => {
    expect(() => awsKms({ ...place, credentials: async () => CREDENTIALS })).toThrow('a region such as "eu-central-1"');
  });
});

describe('credentials', () => {
  it('are those of the environment', () => {
    const environment = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };

    expect(awsCredentials(environment)).toEqual({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: null });
    expect(awsCredentials({ ...environment, AWS_SESSION_TOKEN: 'c' }).sessionToken).toBe('c');
  });

  it('that are missing are named', () => {
    expect(() => awsCredentials({})).toThrow('no AWS_ACCESS_KEY_ID and no AWS_SECRET_ACCESS_KEY in the environment');
  });
});
