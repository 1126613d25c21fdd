import { hexOf, sha256 } from '@gatehouse/core';
import type { GateContext } from './assemble-decision.ts';

/** Changes when the same rows would be drawn differently, so that evidence says which law its seed was for. */
const LAW = 'gatehouse-bootstrap-1';

const SEED_DIGITS = 32;

/**
 * The seed of one check in hexadecimal: the first 16 bytes of the SHA-256 of the law, the candidate's digest, the digests of what was read,
 * and the name of the check (stats.md §0). Nobody can choose it: other seeds need another model or other data. The policy's
 * digest is left out, because a comment in the policy changes it.
 */
export function seedOf(check: string, { subject, inputs }: Pick<GateContext, 'subject' | 'inputs'>): string {
  const read = inputs.map(({ name, digest }) => `${name} ${digest}`).sort();
  const text = [LAW, subject?.modelDigest ?? 'no candidate', ...read, check].join('\n');
  return hexOf(sha256(text)).slice(0, SEED_DIGITS);
}
