import type { UsedWaiver } from '@gatehouse/attest';
import { type Account, ActionError, type Digest, type People, type Tuple, tupleDigest } from '@gatehouse/core';
import type { AppliedWaiver, LedgerFact } from '@gatehouse/governance';

/**
 * Finds the owners of the waivers that a result rests on. A login may change hands, so the account of today is written
 * down.
 *
 * @throws ActionError `refused`, reason `waiver-invalid`, when an owner is no person on GitHub: nobody answers for it then.
 */
export async function withOwners(
  people: Pick<People, 'accounts'>,
  applied: readonly AppliedWaiver[],
): Promise<readonly UsedWaiver[]> {
  if (applied.length === 0) return [];
  const accounts = await people.accounts([...new Set(applied.map(({ owner }) => owner))]);
  return applied.map((waiver) => {
    const account = accounts.get(waiver.owner) ?? null;
    if (account?.type !== 'User') throw withoutOwner(waiver, account);
    return { ...waiver, owner: account.login, ownerId: account.id };
  });
}

/** One ledger fact for each waiver that an evaluation rests on. */
export function waivedFacts(
  about: Tuple & { readonly pullRequest: number; readonly model: string; readonly modelDigest: Digest },
  waivers: readonly UsedWaiver[],
): readonly LedgerFact[] {
  return waivers.map((waiver) => ({
    kind: 'waived',
    reasonCode: null,
    subject: { model: about.model, modelDigest: about.modelDigest },
    pull: { number: about.pullRequest, headSha: about.headSha },
    people: [{ id: waiver.ownerId, login: waiver.owner, role: 'waiver-owner' }],
    facts: {
      tuple: tupleDigest(about),
      waiver: waiver.id,
      waiverDigest: waiver.digest,
      gate: waiver.gate,
      measure: waiver.measure,
      expiresOn: waiver.expiresOn,
    },
  }));
}

function withoutOwner({ id, owner }: AppliedWaiver, account: Account | null): ActionError {
  return new ActionError(
    'refused',
    {
      where: `governance/waivers/${id}.yaml`,
      found: account === null ? `no account "${owner}" on GitHub` : `"${owner}" is a ${account.type.toLowerCase()}`,
      allowed: 'the owner of a waiver is a person with an account on GitHub',
      remedy: 'Correct "owner" in a reviewed pull request',
    },
    { reasonCode: 'waiver-invalid' },
  );
}
