import { ConfigError, type Fault } from '@gatehouse/core';

/** The asset that lists all others; written last, so that a draft with it is complete. */
export const MANIFEST_ASSET = 'manifest.json';
/** GitHub allows 1000 assets per release; the rest is kept for headers and signatures that come later. */
export const MAX_ASSETS = 900;
/** GitHub refuses assets of 2 GiB and answers errors of its own shortly below. */
export const MAX_ASSET_BYTES = 1_900_000_000;

const MAX_NAME = 200;

/**
 * Name of the release asset that holds a model file: every character but letters of ASCII, digits, `.`, `_` and `-`
 * becomes `_`, and so does a dot at either end. GitHub would change such characters itself, after the upload.
 *
 * @example assetNameOf('weights/part 1.safetensors') === 'weights_part_1.safetensors'
 */
export function assetNameOf(fileName: string): string {
  return fileName.replace(/[^A-Za-z0-9._-]/gu, '_').replace(/^\.|\.$/g, '_');
}

export interface NamedFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * Asset name by model file name, checked before a byte is uploaded.
 *
 * @param attachments files that are assets under their own name: authorisation, evidence, model card
 * @throws ConfigError with every fault: two files with one asset name (case ignored, because downloads may land on a
 *   file system that ignores it), a name GitHub would change, a file or a number of files above the limits
 */
export function assetNames(
  files: readonly NamedFile[],
  attachments: readonly NamedFile[],
): ReadonlyMap<string, string> {
  const names = new Map(files.map(({ name }) => [name, assetNameOf(name)]));
  const faults = [...attachmentFaults(attachments), ...sizeFaults([...files, ...attachments])];
  const owners = new Map<string, string>([[MANIFEST_ASSET, 'the manifest']]);
  const claims = [
    ...attachments.map(({ name }) => ({ asset: name, owner: `attachment "${name}"` })),
    ...files.map(({ name }) => ({ asset: names.get(name) ?? name, owner: `model file "${name}"` })),
  ];
  for (const { asset, owner } of claims) {
    const other = owners.get(asset.toLowerCase());
    if (other === undefined) owners.set(asset.toLowerCase(), owner);
    else faults.push(collision(owner, other, asset));
    if (asset.length > MAX_NAME) faults.push(tooLong(owner, asset));
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return names;
}

function attachmentFaults(attachments: readonly NamedFile[]): Fault[] {
  return attachments
    .filter(({ name }) => name === '' || assetNameOf(name) !== name)
    .map(({ name }) => ({
      where: `Attachment "${name}"`,
      found: 'A name that GitHub changes when it is uploaded',
      allowed: 'Letters of ASCII, digits, ".", "_" and "-", with no dot at either end',
      remedy: 'Rename it',
    }));
}

function sizeFaults(files: readonly NamedFile[]): Fault[] {
  const large = files
    .filter(({ sizeBytes }) => sizeBytes > MAX_ASSET_BYTES)
    .map(({ name, sizeBytes }) => ({
      where: `File "${name}"`,
      found: `${sizeBytes} bytes`,
      allowed: `At most ${MAX_ASSET_BYTES} bytes in one release asset`,
      remedy: 'Let the training write several smaller files',
    }));
  if (files.length < MAX_ASSETS) return large;
  const many = {
    where: 'Release',
    found: `${files.length} files`,
    allowed: `At most ${MAX_ASSETS - 1} files beside the manifest`,
    remedy: 'Let the training write fewer files',
  };
  return [...large, many];
}

function collision(owner: string, other: string, asset: string): Fault {
  return {
    where: `Release asset "${asset}"`,
    found: `Both ${other} and ${owner} would have this name`,
    allowed: 'One asset name for each file, when case is ignored and other characters than A-Z a-z 0-9 . _ - become _',
    remedy: 'Rename one of them',
  };
}

function tooLong(owner: string, asset: string): Fault {
  return {
    where: `Release asset "${asset.slice(0, 40)}…"`,
    found: `A name of ${asset.length} characters for ${owner}`,
    allowed: `At most ${MAX_NAME} characters`,
    remedy: 'Use shorter names',
  };
}
