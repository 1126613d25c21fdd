import { type Digest, GATE_NAMES, type GateName, type Outcome } from '@gatehouse/core';
import { z } from 'zod';
import { digestSchema } from './statement.ts';

/** A waiver that a result rests on: which file it was, what it excused, and who answers for it. */
export interface UsedWaiver {
  readonly id: string;
  /** Of the file's bytes on the base branch. */
  readonly digest: Digest;
  readonly gate: GateName;
  readonly measure: string;
  /** Login for readers; whoever compares people compares {@link ownerId}. */
  readonly owner: string;
  readonly ownerId: number;
  /** The last day on which it holds, `2026-11-23`. */
  readonly expiresOn: string;
}

const usedWaiver = z.strictObject({
  id: z.string().min(1),
  digest: digestSchema,
  gate: z.enum(GATE_NAMES),
  measure: z.string().min(1),
  owner: z.string().min(1),
  ownerId: z.int().min(1),
  expiresOn: z.iso.date(),
});

/** Used waivers of a signed statement: by id, none twice. */
export const usedWaiversSchema = z
  .array(usedWaiver)
  .refine((waivers) => waivers.every(({ id }, index) => index === 0 || (waivers[index - 1]?.id ?? id) < id), {
    message: 'must be in the order of their ids, none twice',
  });

/** Only the members that a statement holds, in the order that it needs. */
export function sortedWaivers(waivers: readonly UsedWaiver[]): UsedWaiver[] {
  return waivers
    .map(({ id, digest, gate, measure, owner, ownerId, expiresOn }) => ({
      id,
      digest,
      gate,
      measure,
      owner,
      ownerId,
      expiresOn,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What decisions and waivers of one summary contradict each other in, as a text, or `null`. */
export function waiverContradiction(
  decisions: readonly { readonly gate: GateName; readonly outcome: Outcome; readonly waived: boolean }[],
  waivers: readonly UsedWaiver[],
): string | null {
  for (const { gate, outcome, waived } of decisions) {
    const covered = waivers.some((waiver) => waiver.gate === gate);
    if (waived && outcome === 'pass') return `a ${gate} decision that passes and is waived`;
    if (waived !== covered)
      return `a ${gate} decision that is ${waived ? '' : 'not '}waived, ${covered ? 'with' : 'without'} a waiver`;
  }
  const idle = waivers.find(({ gate }) => !decisions.some((decision) => decision.gate === gate));
  return idle === undefined ? null : `a waiver of the ${idle.gate} gate, which has no decision`;
}
