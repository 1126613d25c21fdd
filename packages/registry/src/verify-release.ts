import { createHash } from 'node:crypto';
import {
  ActionError,
  type Digest,
  type ModelFile,
  modelDigest,
  type Release,
  type ReleaseAsset,
} from '@gatehouse/core';
import { MANIFEST_ASSET } from './asset-names.ts';
import { type Manifest, type ManifestFile, parseManifest } from './manifest.ts';
import type { RegistryReadPorts } from './registry-ports.ts';

/** Takes one model file while it is hashed. What it made must be thrown away if {@link verifyRelease} throws. */
export type FileReceiver = (file: ManifestFile, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

export interface VerifyRequest {
  readonly tag: string;
  /** The digest that the caller's authorisation or stage names; another one is refused. */
  readonly modelDigest?: Digest;
  readonly receive?: FileReceiver;
}

/** A version whose every byte was read and hashed here. */
export interface VerifiedRelease {
  readonly release: Release;
  readonly manifest: Manifest;
  /** Recomputed from the downloaded bytes. */
  readonly modelDigest: Digest;
  readonly manifestDigest: Digest;
  /** Bytes by name: `authorisation.json`, `evidence.jsonl` and what else travels with the model. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/** Manifest and attachments are read into memory. */
const MAX_SIDE_FILE_BYTES = 32 * 1024 * 1024;

/**
 * Reads a published version and checks all of it: immutable release, annotated tag on the manifest's commit, exactly
 * the assets that the manifest lists, and the digest of every byte. Nothing that the release says about itself is
 * believed; whether the model was authorised is for the caller to verify from `authorisation.json`.
 *
 * @throws ActionError `refused`, reason `not-immutable`, when there is no such immutable release; `integrity`, reason
 *   `digest-mismatch`, for anything that differs
 */
export async function verifyRelease(ports: RegistryReadPorts, request: VerifyRequest): Promise<VerifiedRelease> {
  const { tag, receive = drain } = request;
  const release = await immutableRelease(ports, tag);
  const manifestBytes = await readSideFile(ports, onlyAsset(release, MANIFEST_ASSET), null);
  const manifest = parseManifest(manifestBytes.bytes);
  if (manifest.tag !== tag) throw differs(tag, `The manifest is of ${manifest.tag}`, `A manifest of ${tag}`);
  await checkTag(ports, manifest);
  checkAssetSet(release, manifest);

  const attachments = new Map<string, Uint8Array>();
  for (const attachment of manifest.attachments) {
    const read = await readSideFile(ports, onlyAsset(release, attachment.name), attachment.digest);
    attachments.set(attachment.name, read.bytes);
  }
  const files: ModelFile[] = [];
  for (const file of manifest.files) {
    const found = await receiveFile(ports, onlyAsset(release, file.asset), { file, receive });
    if (found.digest !== file.digest || found.sizeBytes !== file.sizeBytes) {
      throw differs(`${tag}, "${file.asset}"`, `${found.sizeBytes} bytes with ${found.digest}`, file.digest);
    }
    files.push({ name: file.name, ...found });
  }
  const digest = modelDigest(files);
  const expected = request.modelDigest ?? manifest.modelDigest;
  if (digest !== expected) throw differs(tag, `Model digest ${digest}`, `Model digest ${expected}`);
  return { release, manifest, modelDigest: digest, manifestDigest: manifestBytes.digest, attachments };
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

async function checkTag(ports: RegistryReadPorts, manifest: Manifest): Promise<void> {
  const tag = (await ports.tags.list(manifest.tag)).find(({ name }) => name === manifest.tag);
  if (tag?.commit === manifest.commit) return;
  const found = tag === undefined ? 'No annotated tag' : `A tag on commit ${tag.commit}`;
  throw differs(manifest.tag, found, `An annotated tag on commit ${manifest.commit}`);
}

/** An asset that the manifest does not list could be taken for part of the version. */
function checkAssetSet(release: Release, manifest: Manifest): void {
  const listed = new Set([
    MANIFEST_ASSET,
    ...manifest.files.map(({ asset }) => asset),
    ...manifest.attachments.map(({ name }) => name),
  ]);
  const extra = release.assets.find(({ name }) => !listed.has(name));
  if (extra !== undefined) throw differs(release.tag, `Asset "${extra.name}"`, 'The assets that the manifest lists');
}

function onlyAsset(release: Release, name: string): ReleaseAsset {
  const [asset, ...others] = release.assets.filter((candidate) => candidate.name === name);
  if (asset !== undefined && others.length === 0 && asset.state === 'uploaded') return asset;
  const found = asset === undefined ? `No asset "${name}"` : `Asset "${name}" ${others.length + 1} times or incomplete`;
  throw differs(release.tag, found, `One whole asset "${name}"`);
}

interface Measured {
  readonly sizeBytes: number;
  readonly digest: Digest;
}

async function receiveFile(
  ports: RegistryReadPorts,
  asset: ReleaseAsset,
  into: { readonly file: ManifestFile; readonly receive: FileReceiver },
): Promise<Measured> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const download = await ports.releases.download(asset.id);
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of download) {
      sizeBytes += chunk.length;
      if (sizeBytes > into.file.sizeBytes) throw differs(asset.name, 'More bytes', `${into.file.sizeBytes} bytes`);
      hash.update(chunk);
      yield chunk;
    }
  }
  await into.receive(into.file, hashed());
  return { sizeBytes, digest: `sha256:${hash.digest('hex')}` };
}

async function readSideFile(
  ports: RegistryReadPorts,
  asset: ReleaseAsset,
  expected: Digest | null,
): Promise<{ readonly bytes: Uint8Array; readonly digest: Digest }> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of await ports.releases.download(asset.id)) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_SIDE_FILE_BYTES) {
      throw differs(`"${asset.name}"`, 'A larger file', `At most ${MAX_SIDE_FILE_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const digest: Digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  // What GitHub computed at the upload is a witness of its own, where it computed one.
  const other = [expected, asset.digest].find((witness) => witness !== null && witness !== digest);
  if (other !== undefined) throw differs(`"${asset.name}"`, `Digest ${digest}`, `Digest ${other}`);
  return { bytes, digest };
}

async function drain(_file: ManifestFile, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

function differs(where: string, found: string, allowed: string): ActionError {
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
