import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Digest, Release } from '@gatehouse/core';
import type { Manifest } from '../manifest.ts';
import type { RegistryReadPorts } from '../registry-ports.ts';
import { type TransferWatch, UNWATCHED } from '../transfer-watch.ts';
import { fetchFiles } from './fetch-files.ts';
import type { FileStore } from './file-store.ts';
import { folderStore } from './folder-store.ts';
import { withoutRoom } from './no-room.ts';
import { differs, immutableRelease, readAttachments, readManifest, requireTagOf } from './read-release.ts';

export interface VerifyRequest {
  readonly tag: string;
  /** The digest that the caller's authorisation or stage names; another one is refused. */
  readonly modelDigest?: Digest;
  readonly watch?: TransferWatch;
}

/** A version whose every byte was read and hashed here. */
export interface VerifiedRelease {
  readonly tag: string;
  readonly release: Release;
  readonly manifest: Manifest;
  /** Recomputed from the downloaded bytes. */
  readonly modelDigest: Digest;
  readonly manifestDigest: Digest;
  /** Bytes by name: `authorisation.json`, `evidence.jsonl` and what else travels with the model. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a published version and checks all of it: immutable releases, annotated tag on the manifest's commit, exactly
 * the assets that the manifest lists, and the digest of every byte. Nothing that the release says about itself is
 * believed; whether the model was authorised is for the caller to verify from `authorisation.json`.
 *
 * The files are put together in a temporary folder, because their chunks come in another order than their bytes; it is
 * gone afterwards.
 *
 * @throws ActionError `refused`, reason `not-immutable`, when there is no such immutable release; `integrity`, reason
 *   `digest-mismatch` or `chunk-index-invalid`, for anything that differs
 */
export async function verifyRelease(ports: RegistryReadPorts, request: VerifyRequest): Promise<VerifiedRelease> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-verify-'));
  const store = folderStore(folder);
  try {
    return await withoutRoom(folder, () => readVersion(ports, request, store));
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a version into a store, whose content may be used only when this returns. */
export async function readVersion(
  ports: RegistryReadPorts,
  request: VerifyRequest,
  store: FileStore,
): Promise<VerifiedRelease> {
  const { tag, modelDigest, watch = UNWATCHED } = request;
  const release = await immutableRelease(ports, tag);
  const { manifest, manifestDigest } = await readManifest(ports, release);
  await requireTagOf(ports, manifest);
  const expected = modelDigest ?? manifest.modelDigest;
  // Before gigabytes are read for nothing; what is compared here is computed again from the bytes.
  if (manifest.modelDigest !== expected) {
    throw differs(tag, `Model digest ${manifest.modelDigest}`, `Model digest ${expected}`);
  }
  const attachments = await readAttachments(ports, release, manifest);
  const found = await fetchFiles(ports, manifest, { store, watch });
  return { tag, release, manifest, modelDigest: found, manifestDigest, attachments };
}
