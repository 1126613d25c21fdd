import { type CommitSha, canonicalJson, type Digest, isDigest, sha256 } from '@gatehouse/core';

/** The name under which changes of rules stand in the ledger; no model can have it. */
export const POLICY_SUBJECT = '_policy';

/**
 * What people approve when a pull request changes rules and no model: this head, judged under this policy.
 *
 * @throws TypeError when a part is not a commit SHA or digest.
 */
export function policyTupleDigest(headSha: CommitSha, policyDigest: Digest): Digest {
  if (!/^[0-9a-f]{40}$/.test(headSha)) throw new TypeError(`headSha is not a commit SHA: ${headSha}`);
  if (!isDigest(policyDigest)) throw new TypeError(`policyDigest is not a digest: ${String(policyDigest)}`);
  return sha256(canonicalJson({ type: 'gatehouse-policy-tuple/v1', headSha, policyDigest }));
}
