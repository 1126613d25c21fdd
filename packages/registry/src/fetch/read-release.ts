import { createHash } from 'node:crypto';
import { ActionError, type Digest, type Release, type ReleaseAsset } from '@gatehouse/core';
import { MANIFEST_ASSET, MAX_ATTACHMENT_BYTES } from '../asset-names.ts';
import { partAsset } from '../chunks/part-asset.ts';
import { MAX_MANIFEST_BYTES, type Manifest, parseManifest } from '../manifest.ts';
import type { RegistryReadPorts } from '../registry-ports.ts';

/** A release whose manifest was read and agrees with what GitHub lists. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly manifestDigest: Digest;
}

/** The release of a tag, if it counts. */
export async function immutableRelease(ports: Pick<RegistryReadPorts, 'releases'>, tag: string): Promise<Release> {
  const release = await ports.releases.byTag(tag);
  if (release !== null && !release.draft && release.immutable && release.tag === tag) return release;
  throw new ActionError(
    'refused',
    {
      where: `Version ${tag}`,
      found: release === null ? 'No published release of this tag' : 'A release that is not immutable',
      allowed: 'An immutable release: without it a version does not count',
      remedy: 'Name another version, or publish the next one with release immutability switched on',
    },
    { reasonCode: 'not-immutable' },
  );
}

/**
 * Reads the manifest of a release: hostile bytes of the release's own tag, with exactly the assets that it lists, each of
 * its parts there once, whole, and of the size and digest that the manifest says.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch` or `chunk-index-invalid`
 */
export async function readManifest(
  ports: Pick<RegistryReadPorts, 'releases'>,
  release: Release,
): Promise<ReadManifest> {
  const read = await readSideFile(ports, onlyAsset(release, MANIFEST_ASSET), { maxBytes: MAX_MANIFEST_BYTES });
  const manifest = parseManifest(read.bytes);
  const { tag } = release;
  if (manifest.tag !== tag) throw differs(tag, `The manifest is of ${manifest.tag}`, `A manifest of ${tag}`);
  const own = manifest.parts.filter((part) => part.release === tag);
  const listed = new Set([MANIFEST_ASSET, ...own.map(({ asset }) => asset)]);
  for (const { name } of manifest.attachments) listed.add(name);
  // An asset that the manifest does not list could be taken for part of the version.
  const extra = release.assets.find(({ name }) => !listed.has(name));
  if (extra !== undefined) throw differs(tag, `Asset "${extra.name}"`, 'The assets that the manifest lists');
  for (const part of own) partAsset(part, release.assets);
  return { manifest, manifestDigest: read.digest };
}

/**
 * The annotated tag of a version must be on the commit of its manifest.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`
 */
export async function requireTagOf(ports: Pick<RegistryReadPorts, 'tags'>, manifest: Manifest): Promise<void> {
  const tag = (await ports.tags.list(manifest.tag)).find(({ name }) => name === manifest.tag);
  if (tag?.commit === manifest.commit) return;
  const found = tag === undefined ? 'No annotated tag' : `A tag on commit ${tag.commit}`;
  throw differs(manifest.tag, found, `An annotated tag on commit ${manifest.commit}`);
}

/** Bytes by name: `authorisation.json`, `evidence.jsonl` and what else travels with the model. */
export async function readAttachments(
  ports: Pick<RegistryReadPorts, 'releases'>,
  release: Release,
  { attachments }: Pick<Manifest, 'attachments'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const { name, digest } of attachments) {
    const limits = { maxBytes: MAX_ATTACHMENT_BYTES, digest };
    found.set(name, (await readSideFile(ports, onlyAsset(release, name), limits)).bytes);
  }
  return found;
}

/** What is wrong with a release, as an error that stops whoever reads it. */
export function differs(where: string, found: string, allowed: string): ActionError {
  return new ActionError(
    'integrity',
    {
      where: `Release of ${where}`,
      found,
      allowed,
      remedy: 'Do not use this version; find out who made or changed its release',
    },
    { reasonCode: 'digest-mismatch' },
  );
}

function onlyAsset(release: Release, name: string): ReleaseAsset {
  const [asset, ...others] = release.assets.filter((candidate) => candidate.name === name);
  if (asset !== undefined && others.length === 0 && asset.state === 'uploaded') return asset;
  const found = asset === undefined ? `No asset "${name}"` : `Asset "${name}" ${others.length + 1} times or incomplete`;
  throw differs(release.tag, found, `One whole asset "${name}"`);
}

async function readSideFile(
  ports: Pick<RegistryReadPorts, 'releases'>,
  asset: ReleaseAsset,
  expected: { readonly maxBytes: number; readonly digest?: Digest },
): Promise<{ readonly bytes: Uint8Array; readonly digest: Digest }> {
  const blocks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const block of await ports.releases.download(asset.id)) {
    sizeBytes += block.length;
    if (sizeBytes > expected.maxBytes) {
      throw differs(`"${asset.name}"`, 'A larger file', `At most ${expected.maxBytes} bytes`);
    }
    blocks.push(block);
  }
  const bytes = Buffer.concat(blocks);
  const digest: Digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  // What GitHub computed at the upload is a witness of its own, where it computed one.
  const other = [expected.digest ?? null, asset.digest].find((witness) => witness !== null && witness !== digest);
  if (other !== undefined) throw differs(`"${asset.name}"`, `Digest ${digest}`, `Digest ${other}`);
  return { bytes, digest };
}
