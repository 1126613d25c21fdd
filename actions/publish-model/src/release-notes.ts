import type { ReleaseRight } from '@gatehouse/governance';
import { escapeMarkdown } from '@gatehouse/report';

/** Notes for people. They stay editable after publishing, so nothing ever reads them back. */
export function releaseNotes(right: ReleaseRight, resource: string): string {
  const { authorisation } = right.stored;
  const decisions = right.evaluation.decisions.map(({ gate, outcome }) => `| ${gate} | ${outcome} |`);
  const approvals = authorisation.approvals.map(
    ({ role, login, userId, reviewId }) =>
      `| ${escapeMarkdown(role)} | ${escapeMarkdown(login)} (${userId}) | ${reviewId} |`,
  );
  return [
    `Model \`${authorisation.modelDigest}\`, from pull request #${authorisation.pullRequest}.`,
    '',
    '| Gate | Outcome |',
    '|---|---|',
    ...decisions,
    '',
    '| Role | Approved by | Review |',
    '|---|---|---|',
    ...approvals,
    '',
    `Authorised for \`${escapeMarkdown(resource)}\`. \`authorisation.json\` and \`evidence.jsonl\` hold the signed statements; these notes are not evidence.`,
  ].join('\n');
}
