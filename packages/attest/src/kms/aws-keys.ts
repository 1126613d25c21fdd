import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import type { KeyService } from '../age/key-service.ts';
import { loadPublicKey, publicKeyHint, type RemoteSigningKey } from '../signing-key.ts';
import { type AwsKms, refusedByService, serviceFault } from './aws-kms.ts';

const publicKeySchema = z.object({
  PublicKey: z.base64(),
  // moto leaves it out; the curve of the key itself is asked for all the same.
  KeySpec: z.literal('ECC_NIST_P256').optional(),
  KeyUsage: z.literal('SIGN_VERIFY'),
});
const signatureSchema = z.object({ Signature: z.base64(), SigningAlgorithm: z.literal('ECDSA_SHA_256') });
const ciphertextSchema = z.object({ CiphertextBlob: z.base64() });
const plaintextSchema = z.object({ Plaintext: z.base64() });
const MAX_RAW_BYTES = 4096;
/** The ciphertext is not of this key, or was made with another context. */
const NOT_OURS = ['InvalidCiphertextException', 'IncorrectKeyException'];

/**
 * A signing key of AWS KMS, `ECC_NIST_P256` for signing. Its public half is asked for once; each signature is verified with
 * it before it is given out, so that a service that signs with another key is no surprise to whoever verifies later.
 *
 * @throws ActionError `permission` or `service`.
 */
export async function awsSigningKey(kms: AwsKms, keyId: string): Promise<RemoteSigningKey> {
  const { PublicKey } = await answerTo(kms, {
    operation: 'GetPublicKey',
    input: { KeyId: keyId },
    schema: publicKeySchema,
  });
  const publicKey = publicKeyOf(PublicKey);
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    publicKeyPem,
    hint: publicKeyHint(publicKeyPem),
    sign: async (bytes) => {
      const input = { KeyId: keyId, SigningAlgorithm: 'ECDSA_SHA_256', ...messageOf(bytes) };
      const answer = await answerTo(kms, { operation: 'Sign', input, schema: signatureSchema });
      const signature = Buffer.from(answer.Signature, 'base64');
      if (verify('sha256', bytes, publicKey, signature)) return signature;
      throw serviceFault('Sign', 'a signature that its own public key does not verify');
    },
  };
}

/** A symmetric key of AWS KMS that wraps file keys. The context is authenticated by the service and stands in its log. */
export function awsKeyService(kms: AwsKms, keyId: string): KeyService {
  return {
    keyId,
    encrypt: async (plaintext, context) => {
      const input = { KeyId: keyId, Plaintext: base64(plaintext), EncryptionContext: context };
      const answer = await answerTo(kms, { operation: 'Encrypt', input, schema: ciphertextSchema });
      return Buffer.from(answer.CiphertextBlob, 'base64');
    },
    decrypt: async (ciphertext, context) => {
      const input = { KeyId: keyId, CiphertextBlob: base64(ciphertext), EncryptionContext: context };
      const answer = await kms.call('Decrypt', input);
      if ('fault' in answer && NOT_OURS.includes(answer.fault)) return null;
      if ('fault' in answer) throw refusedByService('Decrypt', answer);
      return Buffer.from(parsed('Decrypt', answer.value, plaintextSchema).Plaintext, 'base64');
    },
  };
}

interface Question<S extends z.ZodType> {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly schema: S;
}

/** The bytes themselves, hashed by the service, or their digest where they are more than it takes. moto knows the first only. */
function messageOf(bytes: Uint8Array): { readonly Message: string; readonly MessageType: 'RAW' | 'DIGEST' } {
  if (bytes.length <= MAX_RAW_BYTES) return { Message: base64(bytes), MessageType: 'RAW' };
  return { Message: createHash('sha256').update(bytes).digest('base64'), MessageType: 'DIGEST' };
}

async function answerTo<S extends z.ZodType>(kms: AwsKms, question: Question<S>): Promise<z.output<S>> {
  const { operation, input, schema } = question;
  const answer = await kms.call(operation, input);
  if ('fault' in answer) throw refusedByService(operation, answer);
  return parsed(operation, answer.value, schema);
}

/** The text of a fault tells which field is wrong and nothing of its value, which may be a key. */
function parsed<S extends z.ZodType>(operation: string, value: unknown, schema: S): z.output<S> {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  const fields = found.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw serviceFault(operation, `an answer with other fields than expected: ${fields}`);
}

function publicKeyOf(spki: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
    return loadPublicKey(key.export({ type: 'spki', format: 'pem' }).toString(), 'Key of the service');
  } catch {
    throw serviceFault('GetPublicKey', 'a public key that is not one on P-256');
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
