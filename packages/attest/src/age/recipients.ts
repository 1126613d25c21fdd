/** One recipient's part of a header: which key can open it, and the file key wrapped for that key. */
export interface Stanza {
  readonly type: string;
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

/** Someone who shall be able to read. A key in a KMS, a hardware token and an X25519 key differ only here. */
export interface AgeRecipient {
  wrap(fileKey: Uint8Array): Promise<Stanza>;
}

/** Someone who reads. */
export interface AgeIdentity {
  /**
   * @returns the file key, or `null` when the stanza is of another kind or for another key.
   * @throws ActionError `encrypted-header-invalid` when the stanza is of this kind and malformed.
   */
  unwrap(stanza: Stanza): Promise<Uint8Array | null>;
}

/** A file key has 128 bits. Wrapped ones of another length are refused before they are opened. */
export const FILE_KEY_BYTES = 16;
