import type { CheckState, Checks, CommitSha, GovernanceCheck } from '@gatehouse/core';
import { z } from 'zod';
import { announcementsAfter, readAnnouncements, renderAnnouncements } from './check-announcements.ts';
import type { GitHubClient } from './client.ts';

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
const ownRunAnswer = runAnswer.extend({
  name: z.string(),
  output: z.object({ text: z.string().nullish() }).nullish(),
});

export function createChecks(client: GitHubClient, writer: CheckWriter): Checks {
  return {
    async post(check) {
      return writer.kind === 'app' ? postCheckRun(client, writer.appId, check) : postStatus(client, check);
    },
    async announcedAt(headSha, tuple) {
      if (writer.kind !== 'app') return 'unknown';
      const own = await ownCheckRun(client, writer.appId, { headSha, permission: 'checks: read' });
      return readAnnouncements(own?.output?.text).get(tuple) ?? 'not-announced';
    },
  };
}

/** The App's run of this name on a commit, the newest if there are several; a run of another App is never taken. */
async function ownCheckRun(
  client: GitHubClient,
  appId: number,
  { headSha, permission }: { readonly headSha: CommitSha; readonly permission: string },
): Promise<z.output<typeof ownRunAnswer> | undefined> {
  const runs = await client.list({
    doing: `find the check ${CHECK_NAME} on ${headSha}`,
    permission,
    path: `${client.repository}/commits/${encodeURIComponent(headSha)}/check-runs`,
    params: { check_name: CHECK_NAME, app_id: appId, filter: 'latest' },
    key: 'check_runs',
    item: ownRunAnswer,
  });
  const own = runs.filter(({ app, name }) => app?.id === appId && name === CHECK_NAME);
  return own.toSorted((a, b) => b.id - a.id)[0];
}

/** Updates the App's run of this name on this commit where there is one, so that no stale red one stays beside it. */
async function postCheckRun(client: GitHubClient, appId: number, check: GovernanceCheck): Promise<{ url: string }> {
  const permission = 'checks: write';
  const newest = await ownCheckRun(client, appId, { headSha: check.headSha, permission });
  const known = readAnnouncements(newest?.output?.text);
  const text = renderAnnouncements(announcementsAfter(known, check.announces ?? [], client.waits.now()));
  const answer = await client.call({
    doing: `post the check ${CHECK_NAME} on ${check.headSha}`,
    permission,
    ...(newest === undefined
      ? { method: 'POST' as const, path: `${client.repository}/check-runs` }
      : { method: 'PATCH' as const, path: `${client.repository}/check-runs/${newest.id}` }),
    params: { ...(newest === undefined ? { head_sha: check.headSha } : {}), ...checkRunBody(check, text) },
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
