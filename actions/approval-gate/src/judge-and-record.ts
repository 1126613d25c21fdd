import type { LedgerHead } from '@gatehouse/core';
import { type EvidenceState, judgePull, type PullVerdict, trustRootOf } from '@gatehouse/governance';
import type { Gathered, GatherPorts } from './gather.ts';

export interface Judged {
  readonly verdict: PullVerdict;
  /** Head of the ledger that the verdict rests on; `null` when the ledger was not asked, or is empty. */
  readonly ledgerHead: LedgerHead | null;
}

/**
 * Judges what was gathered and writes into the ledger, in one commit, what it does not say yet. When somebody else wrote
 * meanwhile, the verdict is made anew from the ledger as it is then. A key that could not write is refused beforehand:
 * what decided before this had the same key and left no word, which must not look like one that is still to come.
 *
 * @throws ActionError `signature-invalid`; all that recording throws.
 */
export async function judgeAndRecord(
  { evidence }: Pick<GatherPorts, 'evidence'>,
  { facts, state }: Pick<Gathered, 'facts' | 'state'>,
): Promise<Judged> {
  if (state === null) return { verdict: judgePull(facts, unread), ledgerHead: null };
  evidence.requireTrustedSigner(trustRootOf(facts.policy));
  const judge = (known: EvidenceState): PullVerdict =>
    judgePull(facts, (model) => known.history({ pullRequest: facts.pull.number, model }));
  let verdict = judge(state);
  if (verdict.ledger.length === 0) return { verdict, ledgerHead: headOf(state) };
  const written = await evidence.record(
    state,
    (known) => {
      verdict = judge(known);
      return verdict.ledger.length === 0 ? null : { facts: verdict.ledger, files: new Map() };
    },
    trustRootOf(facts.policy),
  );
  return { verdict, ledgerHead: headOf(written) };
}

export function headOf({ tip }: EvidenceState): LedgerHead | null {
  return tip === null ? null : { seq: tip.seq, digest: tip.digest };
}

function unread(): never {
  throw new RangeError('the ledger of a change that it does not govern is not read');
}
