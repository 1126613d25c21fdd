import type { CheckState, Checks, GovernanceCheck, PostedCheck } from '@gatehouse/core';
import { z } from 'zod';
import { announcementsAfter, readAnnouncements, readLedgerHead, renderMemory } from './check-announcements.ts';
import type { GitHubClient } from './client.ts';
import type { Graphql } from './graphql/graphql.ts';
import { findOwnCheckRun, type OwnCheckRun } from './own-check-run.ts';

/** The one check that a ruleset requires. Check run and commit status of this name would both be required: use one. */
export const CHECK_NAME = 'gatehouse/governance';

/**
 * Who posts the check. `app` needs the App's id and its installation token as the client's token: a check run of
 * another App with the same name is never touched.
 */
export type CheckWriter = { readonly kind: 'app'; readonly appId: number } | { readonly kind: 'commit-status' };

const MAX_SUMMARY = 65_535;
const MAX_DESCRIPTION = 140;
const SUMMARY_CUT = '\n\n… cut here, because GitHub shows no more. The whole text is in the job summary.';

/** Design §8.5: never `neutral` or `skipped`, because both pass a required check. */
const CONCLUSION = { success: 'success', failure: 'failure', waiting: 'action_required' } as const;
const STATUS = { success: 'success', failure: 'failure', waiting: 'pending' } as const satisfies Record<
  CheckState,
  string
>;

const runAnswer = z.object({ id: z.int(), html_url: z.url(), app: z.object({ id: z.int() }).nullable() });

const NOTHING_POSTED: PostedCheck = { id: null, announcements: new Map(), ledgerHead: null, shows: null };

export function createChecks(client: GitHubClient, graphql: Graphql, writer: CheckWriter): Checks {
  const read: Checks['current'] = async (headSha) => {
    if (writer.kind !== 'app') return { ...NOTHING_POSTED, announcements: 'unknown' };
    const own = await findOwnCheckRun({ client, graphql }, { appId: writer.appId, name: CHECK_NAME, headSha });
    if (own === null) return NOTHING_POSTED;
    return {
      id: own.id,
      announcements: readAnnouncements(own.text),
      ledgerHead: readLedgerHead(own.text),
      shows: shownBy(own),
    };
  };
  return {
    current: read,
    async post(check, current) {
      if (writer.kind !== 'app') return postStatus(client, check);
      return postCheckRun(client, check, current ?? (await read(check.headSha)));
    },
  };
}

/** `null` for a run that this adapter did not post as it is, such as one that GitHub set to stale. */
function shownBy({ conclusion, externalId, title }: OwnCheckRun): PostedCheck['shows'] {
  const states = ['success', 'failure', 'waiting'] as const;
  const state = states.find((candidate) => CONCLUSION[candidate] === conclusion);
  return state === undefined || externalId === null || title === null ? null : { externalId, state, title };
}

/** Updates the App's run of this name on this commit where there is one, so that no stale red one stays beside it. */
async function postCheckRun(
  client: GitHubClient,
  check: GovernanceCheck,
  posted: PostedCheck,
): Promise<{ url: string }> {
  const { id, announcements } = posted;
  const known = announcements === 'unknown' ? new Map() : announcements;
  const text = renderMemory(
    announcementsAfter(known, check.announces ?? [], client.waits.now()),
    check.ledgerHead ?? posted.ledgerHead,
  );
  const answer = await client.call({
    doing: `post the check ${CHECK_NAME} on ${check.headSha}`,
    permission: 'checks: write',
    ...(id === null
      ? { method: 'POST' as const, path: `${client.repository}/check-runs` }
      : { method: 'PATCH' as const, path: `${client.repository}/check-runs/${id}` }),
    params: { ...(id === null ? { head_sha: check.headSha } : {}), ...checkRunBody(check, text) },
    answer: runAnswer,
  });
  return { url: answer.html_url };
}

function checkRunBody(check: GovernanceCheck, text: string): Readonly<Record<string, unknown>> {
  return {
    name: CHECK_NAME,
    status: 'completed',
    conclusion: CONCLUSION[check.state],
    external_id: check.externalId,
    ...(check.detailsUrl === undefined ? {} : { details_url: check.detailsUrl }),
    output: {
      title: check.title,
      summary: cut(check.summary, MAX_SUMMARY, SUMMARY_CUT),
      ...(text === '' ? {} : { text }),
    },
  };
}

/** A status has no room for a summary or an external id: the job summary and the evidence branch hold them. */
async function postStatus(client: GitHubClient, check: GovernanceCheck): Promise<{ url: string }> {
  const answer = await client.call({
    doing: `set the status ${CHECK_NAME} on ${check.headSha}`,
    permission: 'statuses: write',
    method: 'POST',
    path: `${client.repository}/statuses/${encodeURIComponent(check.headSha)}`,
    params: {
      state: STATUS[check.state],
      context: CHECK_NAME,
      description: cut(check.title, MAX_DESCRIPTION, '…'),
      ...(check.detailsUrl === undefined ? {} : { target_url: check.detailsUrl }),
    },
    answer: z.object({ url: z.url(), target_url: z.string().nullable() }),
  });
  return { url: answer.target_url ?? answer.url };
}

/** At most `limit` characters; never half of a surrogate pair. */
export function cut(text: string, limit: number, ending: string): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
}
