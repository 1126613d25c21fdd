import type { RecordedStage } from '@gatehouse/core';
import { escapeMarkdown } from './escape-markdown.ts';

/** What the job summary says about a stage that moved. */
export function renderMovedStage(moved: {
  readonly tag: string;
  readonly stage: RecordedStage;
  readonly before: string | null;
  readonly alreadyAssigned: boolean;
}): string {
  const { tag, stage, before, alreadyAssigned } = moved;
  const title = alreadyAssigned
    ? `${stage.version} was in ${stage.stage} already`
    : `${stage.version} ${stage.move === 'promoted' ? 'is promoted to' : 'is back in'} ${stage.stage}`;
  const rows: readonly (readonly [string, string])[] = [
    ['Stage tag', tag],
    ['Model', stage.modelDigest],
    ['Took the place of', alreadyAssigned ? '-' : (before ?? 'nothing: the first of this stage')],
    ['Asked for by', `${stage.person.login} (${stage.person.id})`],
    ['Reason', stage.reason],
    ...(stage.incident === null ? [] : [['Incident', stage.incident] as const]),
    ['Ledger', `entry ${stage.seq}, ${stage.at}`],
  ];
  return [
    `### ${escapeMarkdown(title)}`,
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${escapeMarkdown(value)} |`),
    '',
    'Release, every byte, authorisation, model signature and evidence were verified before the stage moved.',
    '',
  ].join('\n');
}
