import type { EvaluationRecord } from '@gatehouse/core';
import { escapeMarkdown } from '@gatehouse/report';

/** What the job summary says about an evaluation. */
export function renderEvaluation(record: EvaluationRecord): string {
  const { champion } = record;
  const championText =
    champion.state === 'none'
      ? 'none: no stage names a version'
      : champion.state === 'evaluated'
        ? `${champion.version}, ${champion.modelDigest}`
        : `${champion.version} could not be evaluated: ${champion.reason}`;
  const rows: readonly (readonly [string, string])[] = [
    ['Model', record.model],
    ['Model digest', record.modelDigest],
    ['Head', record.headSha],
    ['Policy', record.policyDigest],
    ['Evaluation data', record.datasetDigest],
    ['Predictions', record.predictions],
    ['Champion', championText],
  ];
  const table = rows.map(([name, value]) => `| ${name} | ${escapeMarkdown(value)} |`).join('\n');
  return `### Evaluated\n\n| | |\n|---|---|\n${table}\n\nPredictions only: the gates of this run judge them.\n`;
}
