import type { PublishedVersion } from '@gatehouse/registry';
import { escapeMarkdown } from '@gatehouse/report';

/** What the job summary says about a published version. */
export function renderPublished(published: PublishedVersion): string {
  const rows = published.release.assets.map(
    (asset) => `| ${escapeMarkdown(asset.name)} | ${asset.sizeBytes} | \`${asset.digest ?? 'none'}\` |`,
  );
  return [
    `### Published ${escapeMarkdown(published.tag)}`,
    '',
    `Immutable release ${escapeMarkdown(published.release.url)}, model \`${published.manifest.modelDigest}\`${
      published.alreadyPublished ? '; an earlier run had published it' : ''
    }.`,
    '',
    '| Asset | Bytes | Digest |',
    '|---|---:|---|',
    ...rows,
    '',
  ].join('\n');
}
