import type { UsedWaiver } from '@gatehouse/attest';
import type { UtcDay } from '../utc-day.ts';
import { inForce, type Waiver } from './waiver.ts';

/** A waiver that an evaluation rests on and that does not hold any more. */
export interface LapsedWaiver {
  readonly id: string;
  readonly reasonCode: 'waiver-expired';
  readonly cause: 'expired' | 'removed' | 'changed';
  /** One sentence for a person. */
  readonly message: string;
}

/**
 * Asks of every waiver that a signed summary rests on whether it holds today: it must lie on the base branch with the same
 * bytes, and the day must not be past its last one.
 */
export function judgeUsedWaivers(
  used: readonly UsedWaiver[],
  waivers: readonly Waiver[],
  today: UtcDay,
): readonly LapsedWaiver[] {
  return used.flatMap((use): LapsedWaiver[] => {
    const current = waivers.find(({ id }) => id === use.id);
    const about = `The waiver "${use.id}" of ${use.gate} ${use.measure}`;
    const lapsed = (cause: LapsedWaiver['cause'], words: string): LapsedWaiver[] => [
      { id: use.id, reasonCode: 'waiver-expired', cause, message: `${about} ${words}` },
    ];
    if (current === undefined) return lapsed('removed', 'is not on the base branch any more.');
    if (current.digest !== use.digest) return lapsed('changed', 'was changed on the base branch since the evaluation.');
    if (!inForce(current, today)) return lapsed('expired', `held until ${use.expiresOn}; today is ${today}.`);
    return [];
  });
}
