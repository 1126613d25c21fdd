import { z } from 'zod';
import type { Digest } from '../digest.ts';

/** Fields that several parts of `gatehouse.yml` share. */
export const text = z.string().min(1);
export const relativePath = text.refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), {
  message: 'must be a path inside the repository, with "/" between its parts',
});
export const command = z.array(text).min(1).describe('Program and arguments; no shell is involved.');
export const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, { message: 'must be "sha256:" and 64 lower-case hex digits' })
  .transform((value) => value as Digest);
export const share = z.number().min(0).max(1);
export const confidence = z.number().gt(0.5).lt(1).default(0.95);
export const name = z.string().regex(/^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/, {
  message: 'must be 1 to 64 lower-case letters, digits, "-" or "_", beginning and ending with a letter or digit',
});
