import {
  type Checks,
  type CommitSha,
  canonicalJson,
  type Digest,
  type GovernanceCheck,
  type LedgerHead,
  type PostedCheck,
  sha256,
} from '@gatehouse/core';
import type { PullVerdict } from '@gatehouse/governance';
import { renderCheck } from './render-check.ts';

export interface PostRequest {
  readonly headSha: CommitSha;
  readonly verdict: PullVerdict;
  readonly ledgerHead: LedgerHead | null;
  readonly detailsUrl: string;
}

/** GitHub shows about so much of a title in the list of checks. */
const LONGEST_TITLE = 120;

/** Posts a verdict on a head, keeping what the check there remembers. */
export async function postVerdict(
  checks: Pick<Checks, 'post'>,
  request: PostRequest,
  posted?: PostedCheck,
): Promise<void> {
  await checks.post(checkOf(request), posted);
}

/** The check that shows a verdict. */
export function checkOf({ headSha, verdict, ledgerHead, detailsUrl }: PostRequest): GovernanceCheck {
  return {
    headSha,
    state: verdict.state,
    title: titleOf(verdict),
    summary: renderCheck(verdict),
    externalId: externalIdOf(headSha, verdict),
    announces: verdict.tuples,
    detailsUrl,
    ...(ledgerHead === null ? {} : { ledgerHead }),
  };
}

/** At most 120 characters, never half of a surrogate pair. */
export function titleOf({ title }: Pick<PullVerdict, 'title'>): string {
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The tuple that is judged; of several their common digest, and without one the digest of head and reason. */
function externalIdOf(headSha: CommitSha, { tuples, reasonCode }: PullVerdict): Digest {
  const [only, ...others] = tuples;
  if (only === undefined) return sha256(`${headSha} ${reasonCode}`);
  return others.length === 0 ? only : sha256(canonicalJson([...tuples].sort()));
}
