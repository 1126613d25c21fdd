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
    savedLine(published),
    '',
    '| Asset | Bytes | Digest |',
    '|---|---:|---|',
    ...rows,
    '',
  ].join('\n');
}

function savedLine({ storedBytes, referencedBytes }: PublishedVersion): string {
  if (referencedBytes === 0) return `Stores ${storedBytes} bytes of the model, and needs no other release.`;
  const share = ((100 * storedBytes) / (storedBytes + referencedBytes)).toFixed(1);
  return `Stores ${storedBytes} bytes of the model (${share} %); earlier releases hold the other ${referencedBytes}.`;
}
