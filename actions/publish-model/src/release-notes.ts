import type { ReleaseRight } from '@gatehouse/governance';
import { escapeMarkdown } from '@gatehouse/report';

/** Notes for people. They stay editable after publishing, so nothing ever reads them back. */
export function releaseNotes(right: ReleaseRight, resource: string): string {
  const { authorisation } = right.stored;
  const decisions = right.evaluation.decisions.map(({ gate, outcome }) => {
    const waived = outcome !== 'pass' && authorisation.waivers.some((waiver) => waiver.gate === gate);
    return `| ${gate} | ${outcome}${waived ? ', waived' : ''} |`;
  });
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
    ...waiverLines(authorisation.waivers),
    `Authorised for \`${escapeMarkdown(resource)}\`. \`authorisation.json\` and \`evidence.jsonl\` hold the signed statements; these notes are not evidence.`,
  ].join('\n');
}

function waiverLines(waivers: ReleaseRight['stored']['authorisation']['waivers']): readonly string[] {
  if (waivers.length === 0) return [];
  const rows = waivers.map(
    ({ id, gate, measure, owner, ownerId, expiresOn }) =>
      `| ${escapeMarkdown(id)} | ${gate} ${escapeMarkdown(measure)} | ${escapeMarkdown(owner)} (${ownerId}) | ${expiresOn} |`,
  );
  return ['| Waiver | Excuses | Owner | Held until |', '|---|---|---|---|', ...rows, ''];
}
