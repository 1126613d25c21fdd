import { hash } from 'node:crypto';

/** A SHA-256 digest in the notation GitHub uses for asset digests: `sha256:` and 64 lower-case hex digits. */
export type Digest = `sha256:${string}`;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** True when `value` is a well-formed {@link Digest}. Upper-case hex and other algorithms are refused. */
export function isDigest(value: unknown): value is Digest {
  return typeof value === 'string' && DIGEST.test(value);
}

/** SHA-256 of bytes, or of a string's UTF-8 encoding. */
export function sha256(content: string | Uint8Array): Digest {
  return `sha256:${hash('sha256', content, 'hex')}`;
}

/** The bare hex of a digest, as OMS and in-toto digest sets write it. */
export function hexOf(digest: Digest): string {
  return digest.slice('sha256:'.length);
}
