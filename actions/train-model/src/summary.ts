import { escapeMarkdown } from '@gatehouse/report';
import type { Training } from './run.ts';

/**
 * What the job summary says about a training run.
 *
 * @param runsUrl page of the repository's runs, without a slash at its end.
 */
export function renderTraining(model: string, training: Training, runsUrl: string): string {
  const { reusedFrom } = training;
  const rows = training.files.map(
    (file) => `| ${escapeMarkdown(file.name)} | ${file.sizeBytes} | \`${file.digest}\` |`,
  );
  return [
    `### ${reusedFrom === null ? 'Trained' : 'Reused'} ${escapeMarkdown(model)}`,
    '',
    `Candidate \`${training.modelDigest}\`, ${
      reusedFrom === null
        ? `in ${(training.durationMs / 1000).toFixed(1)} s`
        : `from run [${reusedFrom.runId}](${runsUrl}/${reusedFrom.runId}): no file, setting or data that it is made from has changed since`
    }.`,
    '',
    '| File | Bytes | Digest |',
    '|---|---:|---|',
    ...rows,
    '',
    'Nothing is decided here: this run executed the code of the pull request. The workflow "decide" judges the candidate.',
    '',
  ].join('\n');
}
