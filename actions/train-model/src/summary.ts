import { escapeMarkdown } from '@gatehouse/report';
import type { Training } from './run.ts';

/** What the job summary says about a training run. */
export function renderTraining(model: string, training: Training): string {
  const rows = training.files.map(
    (file) => `| ${escapeMarkdown(file.name)} | ${file.sizeBytes} | \`${file.digest}\` |`,
  );
  return [
    `### Trained ${escapeMarkdown(model)}`,
    '',
    `Candidate \`${training.modelDigest}\`, in ${(training.durationMs / 1000).toFixed(1)} s.`,
    '',
    '| File | Bytes | Digest |',
    '|---|---:|---|',
    ...rows,
    '',
    'Nothing is decided here: this run executed the code of the pull request. The workflow "decide" judges the candidate.',
    '',
  ].join('\n');
}
