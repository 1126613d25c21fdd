import { ActionError, type ReleaseAsset } from '@gatehouse/core';
import type { Part } from './chunk-index.ts';

/**
 * The asset of a release that is a part of an index: there once, wholly uploaded, of the size that the index says and
 * with its digest where GitHub has computed one. Ranges of a part cannot show its digest, so it is compared before.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`
 */
export function partAsset(part: Part, assets: readonly ReleaseAsset[]): ReleaseAsset {
  const [asset, ...others] = assets.filter(({ name }) => name === part.asset);
  if (asset === undefined) throw differs(part, 'No such asset');
  if (others.length > 0) throw differs(part, `${others.length + 1} assets of this name`);
  if (asset.state !== 'uploaded') throw differs(part, 'An upload that was not finished');
  if (asset.sizeBytes !== part.sizeBytes) throw differs(part, `${asset.sizeBytes} bytes`);
  if (asset.digest !== null && asset.digest !== part.digest) throw differs(part, `Digest ${asset.digest}`);
  return asset;
}

function differs(part: Part, found: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `${part.asset} of ${part.release}`,
      found,
      allowed: `One asset of ${part.sizeBytes} bytes with ${part.digest}`,
      remedy: 'Do not use versions that are read from it; find out who changed the release',
    },
    { reasonCode: 'digest-mismatch' },
  );
}
