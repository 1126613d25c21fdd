import type { Comments } from '@gatehouse/core';
import type { PullVerdict } from '@gatehouse/governance';
import { renderCheck } from './render-check.ts';

/** Marks the one comment that is kept; only comments of this account are looked at. */
const MARKER = '<!-- gatehouse/governance -->';

/** GitHub takes 65,536 characters; the marker needs some of them. */
const LONGEST_TEXT = 65_000;

/** Keeps one comment on a pull request that says what its check says. */
export async function keepComment(comments: Comments, pullRequest: number, verdict: PullVerdict): Promise<void> {
  const body = `${MARKER}\n${renderCheck(verdict, LONGEST_TEXT)}`;
  const own = (await comments.own(pullRequest)).find((comment) => comment.body.startsWith(MARKER));
  if (own === undefined) await comments.create(pullRequest, body);
  else if (own.body !== body) await comments.update(own.id, body);
}
