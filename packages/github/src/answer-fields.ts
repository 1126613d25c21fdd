import { type Account, type Digest, isDigest } from '@gatehouse/core';
import { z } from 'zod';

/** An account in any answer. A type that GitHub adds some day counts as a bot: only `User` is a person. */
export const accountAnswer = z
  .object({ id: z.int(), login: z.string().min(1), type: z.string() })
  .transform(({ id, login, type }): Account => ({ id, login, type: toType(type) }));

function toType(type: string): Account['type'] {
  return type === 'User' || type === 'Organization' ? type : 'Bot';
}

/** A commit SHA of a SHA-1 or SHA-256 repository. */
export const shaAnswer = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** A digest that GitHub computed; `null` where it computed none. Another algorithm is an unusable answer. */
export const digestAnswer = z
  .string()
  .refine(isDigest, { message: 'must be "sha256:" and 64 lower-case hex digits' })
  .transform((value): Digest => value)
  .nullish()
  .transform((value) => value ?? null);
