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
import { visibleText } from '@gatehouse/report';
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
  checks: Pick<Checks, 'current' | 'post'>,
  request: PostRequest,
  posted: PostedCheck | null,
): Promise<void> {
  await checks.post(checkOf(request), posted ?? (await checks.current(request.headSha)));
}

/**
 * Posts that something went wrong. When the check that is there cannot be read, another one takes its place: it knows no
 * announcement, so that reviews are needed anew, and that is better than a green check that nobody stands for.
 */
export async function postProblem(checks: Pick<Checks, 'current' | 'post'>, request: PostRequest): Promise<void> {
  const posted = await checks.current(request.headSha).catch(() => NOTHING_KNOWN);
  await checks.post(checkOf(request), posted);
}

const NOTHING_KNOWN: PostedCheck = { id: null, announcements: new Map(), ledgerHead: null, shows: null };

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

/** At most 120 characters in one line, invisible ones shown: it may hold names from the data. Never half of a surrogate pair. */
export function titleOf(verdict: Pick<PullVerdict, 'title'>): string {
  const title = visibleText(verdict.title, { maxCharacters: Number.POSITIVE_INFINITY });
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The tuple that is judged; of several their common digest, and without one the digest of head and reason. */
function externalIdOf(headSha: CommitSha, { tuples, reasonCode }: PullVerdict): Digest {
  const [only, ...others] = tuples;
  if (only === undefined) return sha256(`${headSha} ${reasonCode}`);
  return others.length === 0 ? only : sha256(canonicalJson([...tuples].sort()));
}
