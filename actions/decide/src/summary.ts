import { REASON_CODES, type ReasonCode } from '@gatehouse/core';
import { decisionHeadline, escapeMarkdown, renderDecisionMarkdown } from '@gatehouse/report';
import type { Evaluated } from './evaluate.ts';

/** What the job summary says: one line per gate, then the waivers used and each decision in full. */
export function renderDecided(model: string, result: Evaluated): string {
  const rows = result.decisions.map((decision) => {
    const waived = result.waivers.some(({ gate }) => gate === decision.gate) ? ', waived' : '';
    return `| ${decision.gate} | **${decision.outcome}**${waived} | ${escapeMarkdown(decisionHeadline(decision))} |`;
  });
  return [
    `### Decided: ${escapeMarkdown(model)} ${result.outcome}`,
    '',
    '| Gate | Outcome | |',
    '|---|---|---|',
    ...rows,
    '',
    ...waiverLines(result),
    `Model \`${result.modelDigest}\`, evidence \`${result.evidenceDigest}\`, head \`${result.headSha}\`.`,
    '',
    ...result.decisions.map(renderDecisionMarkdown),
  ].join('\n');
}

/** What the job summary says of a model that the pull request does not concern. */
export function renderNotGoverned(model: string): string {
  return `### Nothing to decide: ${escapeMarkdown(model)}\n\nThe pull request changes nothing that the model is made from.\n`;
}

/** What the job summary says of a head whose evaluation could not be made. */
export function renderRefused(model: string, reasonCode: ReasonCode): string {
  const words = `${REASON_CODES[reasonCode]} The log of the job before says what was found and what to do.`;
  return `### Refused: ${escapeMarkdown(model)}\n\n\`${reasonCode}\`: ${words}\n`;
}

function waiverLines({ waivers }: Evaluated): readonly string[] {
  if (waivers.length === 0) return [];
  const rows = waivers.map(
    ({ id, gate, measure, owner, expiresOn }) =>
      `| ${escapeMarkdown(id)} | ${gate} ${escapeMarkdown(measure)} | ${escapeMarkdown(owner)} | ${expiresOn} |`,
  );
  return ['| Waiver | Excuses | Owner | Holds until |', '|---|---|---|---|', ...rows, ''];
}
