import { fromBase64, toBase64 } from './base64.ts';
import type { AgeIdentity, AgeRecipient } from './recipients.ts';
import { refusedAge } from './refusal.ts';

/**
 * A key that never leaves its service. `context` is authenticated by the service and stands in its log, so that a
 * wrapped key of one purpose cannot be opened as that of another.
 */
export interface KeyService {
  /** Name of the key, an ARN or alias; it stands in the header, where everybody can read it. */
  readonly keyId: string;
  encrypt(plaintext: Uint8Array, context: Readonly<Record<string, string>>): Promise<Uint8Array>;
  /** @returns `null` when the service says that the ciphertext is not of this key and context. */
  decrypt(ciphertext: Uint8Array, context: Readonly<Record<string, string>>): Promise<Uint8Array | null>;
}

const TYPE = 'github.com/gatehouse-actions/gatehouse/kms';

/** What the service authenticates with the file key. */
export interface KeyPurpose {
  readonly model: string;
}

/** A recipient behind a key service: `-> …/kms <key id in base64>` and the wrapped file key. */
export function keyServiceRecipient(service: KeyService, purpose: KeyPurpose): AgeRecipient {
  return {
    wrap: async (fileKey) => ({
      type: TYPE,
      args: [toBase64(Buffer.from(service.keyId))],
      body: await service.encrypt(fileKey, contextOf(purpose)),
    }),
  };
}

/** The identity of the same key. Stanzas of other keys are passed over without a question to the service. */
export function keyServiceIdentity(service: KeyService, purpose: KeyPurpose): AgeIdentity {
  return {
    unwrap: async ({ type, args, body }) => {
      if (type !== TYPE) return null;
      const keyId = args.length === 1 ? fromBase64(args[0] ?? '') : null;
      if (keyId === null) throw refusedAge('encrypted-header-invalid', 'a recipient of a key service without its name');
      if (Buffer.from(keyId).toString() !== service.keyId) return null;
      return service.decrypt(body, contextOf(purpose));
    },
  };
}

function contextOf({ model }: KeyPurpose): Readonly<Record<string, string>> {
  return { 'gatehouse:purpose': 'age-file-key', 'gatehouse:model': model };
}
