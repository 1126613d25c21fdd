import { escapeMarkdown, renderDecisionMarkdown } from '@gatehouse/report';
import type { DecideResult } from './run.ts';

/** What the job summary says: one line per gate, then each decision in full. */
export function renderDecided(model: string, result: DecideResult): string {
  const rows = result.decisions.map((decision) => {
    const blocking = decision.findings.find((finding) => finding.outcome !== 'pass') ?? decision.findings[0];
    return `| ${decision.gate} | **${decision.outcome}** | ${escapeMarkdown(blocking?.message ?? '')} |`;
  });
  return [
    `### Decided: ${escapeMarkdown(model)} ${result.outcome}`,
    '',
    '| Gate | Outcome | |',
    '|---|---|---|',
    ...rows,
    '',
    `Model \`${result.modelDigest}\`, evidence \`${result.evidenceDigest}\`, head \`${result.headSha}\`.`,
    '',
    ...result.decisions.map(renderDecisionMarkdown),
  ].join('\n');
}
