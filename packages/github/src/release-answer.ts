import type { Release, ReleaseAsset } from '@gatehouse/core';
import { z } from 'zod';
import { digestAnswer } from './answer-fields.ts';

export const assetAnswer = z
  .object({
    id: z.int(),
    name: z.string(),
    size: z.int().min(0),
    state: z.string(),
    digest: digestAnswer,
    browser_download_url: z.url(),
  })
  .transform(
    (asset): ReleaseAsset => ({
      id: asset.id,
      name: asset.name,
      sizeBytes: asset.size,
      // Anything but `uploaded` is an asset whose bytes are not all there.
      state: asset.state === 'uploaded' ? 'uploaded' : 'starter',
      digest: asset.digest,
      url: asset.browser_download_url,
    }),
  );

export const releaseAnswer = z
  .object({
    id: z.int(),
    tag_name: z.string(),
    name: z.string().nullable(),
    body: z.string().nullish(),
    draft: z.boolean(),
    // Absent on servers that do not know immutable releases: then it is not immutable.
    immutable: z.boolean().optional(),
    target_commitish: z.string(),
    html_url: z.url(),
    upload_url: z.string().min(1),
    assets: z.array(assetAnswer),
  })
  .transform(
    (release): Release => ({
      id: release.id,
      tag: release.tag_name,
      title: release.name ?? '',
      body: release.body ?? '',
      draft: release.draft,
      immutable: release.immutable === true,
      targetCommit: release.target_commitish,
      url: release.html_url,
      // An RFC 6570 template: "…/assets{?name,label}".
      uploadUrl: release.upload_url.replace(/\{[^}]*\}$/, ''),
      assets: release.assets,
    }),
  );
