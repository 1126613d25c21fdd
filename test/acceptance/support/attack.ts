import type { ReasonCode } from '@gatehouse/core';
import { expect, it } from 'vitest';

/** Who says no: a job or step of the shipped workflows, the check, or GitHub itself by its answer. */
export type RefusedBy =
  | 'check'
  | 'evaluate'
  | 'gates'
  | 'decide'
  | 'authorise'
  | 'publish'
  | 'deploy'
  | 'train'
  | 'ledger';

interface Declared {
  /** Kebab-case, never reused; the row in docs/attacks.md. */
  readonly id: string;
  /** Numbers of the threat model, such as `['T5', 'T6']`. */
  readonly threats: readonly `T${number}`[];
  /** What the attacker may do before the attack. */
  readonly may: string;
  /** What the attacker does. */
  readonly does: string;
}

/** Refused with exactly these reason codes, no more and no fewer. */
interface RefusedForReason extends Declared {
  readonly refusedBy: RefusedBy;
  readonly reasonCodes: readonly ReasonCode[];
}

/** Refused by GitHub with these words: in an answer of this status, or, `null`, by failing a job before its first step. */
interface RefusedByGitHub extends Declared {
  readonly refusedBy: 'github';
  readonly status: number | null;
  readonly words: string;
}

/** Nothing refuses, because there is nothing to gain: what was looked for is not there, what was written is not read. */
interface Fruitless extends Declared {
  readonly refusedBy: 'nobody';
  readonly because: string;
}

/**
 * One attack as docs/attacks.md lists it. `.github/scripts/attacks-page.ts` reads the declaration from the source of the
 * test without running it, so it holds plain literals only.
 */
export type Attack = RefusedForReason | RefusedByGitHub | Fruitless;

/** What was seen, in the words of the declaration. */
export type Observed =
  | { readonly refusedBy: RefusedBy; readonly reasonCodes: readonly string[] }
  | { readonly refusedBy: 'github'; readonly status: number | null; readonly words: string }
  | { readonly refusedBy: 'nobody'; readonly gained: readonly string[] };

const checked: unique symbol = Symbol('checked');

/** Proof that something went well; only the functions of `green.ts` make one, after they have looked. */
export interface Green {
  readonly [checked]: string;
}

/** For `green.ts` alone: what was looked at is green, or the proof is an error. */
export function proveGreen(what: string, found: unknown, wanted: unknown): Green {
  expect(found, `green without the attack: ${what}`).toEqual(wanted);
  return { [checked]: what };
}

export interface Attempt {
  /** The same scenario without the attack; runs first. */
  readonly green: () => Green | Promise<Green>;
  readonly attempt: () => Observed | Promise<Observed>;
}

/**
 * A test of one attack: the scenario is green without it, and with it exactly what is declared is seen. An attack that
 * fails for another reason fails the test.
 */
export function attack(declared: Attack, { green, attempt }: Attempt): void {
  it(`${declared.id}: ${declared.does}`, async () => {
    expect((await green())[checked]).toBeTypeOf('string');
    const observed = await attempt();

    if (declared.refusedBy === 'nobody') {
      expect(observed).toEqual({ refusedBy: 'nobody', gained: [] });
    } else if (declared.refusedBy === 'github') {
      const { status, words } = declared;
      expect(observed).toEqual({ refusedBy: 'github', status, words: expect.stringContaining(words) });
    } else {
      const { refusedBy, reasonCodes } = declared;
      expect(sorted(observed)).toEqual({ refusedBy, reasonCodes: reasonCodes.toSorted() });
    }
  });
}

function sorted(observed: Observed): Observed {
  return 'reasonCodes' in observed ? { ...observed, reasonCodes: observed.reasonCodes.toSorted() } : observed;
}
