import {
  ActionError,
  type CommitSha,
  canonicalJson,
  compareCodePoints,
  type Digest,
  isDigest,
  modelDigest,
  omsRootDigest,
  parseStrictJson,
} from '@gatehouse/core';
import { z } from 'zod';
import { assetNames } from './asset-names.ts';
import { parseVersionTag } from './version-tag.ts';

/** One model file of a version, and the asset that holds it. */
export interface ManifestFile {
  /** Relative name inside the model, with `/`. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
  readonly asset: string;
}

/** A file that travels with the model and is no part of it; its asset has the same name. */
export interface ManifestAttachment {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digest: Digest;
}

/**
 * `manifest.json` of a version. Holds no time and no run id, so publishing again after a crash gives equal bytes.
 */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly model: string;
  /** The annotated tag, `name@vX.Y.Z`. */
  readonly tag: string;
  readonly commit: CommitSha;
  readonly modelDigest: Digest;
  /** Root digest of OpenSSF Model Signing, for other tools; it does not bind names. */
  readonly omsRootDigest: Digest;
  /** Sorted by code point of the name. */
  readonly files: readonly ManifestFile[];
  readonly attachments: readonly ManifestAttachment[];
}

const digest = z.custom<Digest>(isDigest, { message: 'must be "sha256:" and 64 lower-case hex digits' });
const sized = { name: z.string().min(1), sizeBytes: z.int().min(0), digest };
const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  model: z.string().min(1),
  tag: z.string().refine((tag) => parseVersionTag(tag) !== null, { message: 'must be a version tag name@vX.Y.Z' }),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  modelDigest: digest,
  omsRootDigest: digest,
  files: z.array(z.strictObject({ ...sized, asset: z.string().min(1) })).min(1),
  attachments: z.array(z.strictObject(sized)),
});

const MAX_DEPTH = 8;

/**
 * Makes the manifest of a version; both digests are computed here, from the files.
 *
 * @throws ConfigError for file names that the model or the release cannot hold
 */
export function buildManifest(version: {
  readonly tag: string;
  readonly model: string;
  readonly commit: CommitSha;
  readonly files: readonly ManifestAttachment[];
  readonly attachments: readonly ManifestAttachment[];
}): Manifest {
  const { tag, model, commit, files, attachments } = version;
  const assets = assetNames(files, attachments);
  return {
    schemaVersion: 1,
    model,
    tag,
    commit,
    modelDigest: modelDigest(files),
    omsRootDigest: omsRootDigest(files),
    files: sorted(files).map(({ name, sizeBytes, digest }) => ({
      name,
      sizeBytes,
      digest,
      asset: assets.get(name) ?? name,
    })),
    attachments: sorted(attachments).map(({ name, sizeBytes, digest }) => ({ name, sizeBytes, digest })),
  };
}

/** The bytes of `manifest.json`: canonical JSON and a line feed, so that equal manifests are equal files. */
export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(manifest)}\n`);
}

/**
 * Reads `manifest.json` as hostile bytes: closed shape, no key twice, names and assets as {@link buildManifest} gives
 * them, and both digests recomputed from the list of files.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  const manifest = readShape(bytes);
  const expected = rebuild(manifest);
  if (canonicalJson(expected) === canonicalJson(manifest)) return manifest;
  throw refused('Model name, digests, asset names or order do not follow from its list of files');
}

function readShape(bytes: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(parseStrictJson(bytes, MAX_DEPTH));
  } catch (cause) {
    throw refused(cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), cause);
  }
}

function rebuild(manifest: Manifest): Manifest {
  try {
    return buildManifest({ ...manifest, model: parseVersionTag(manifest.tag)?.model ?? '' });
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function sorted<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  return files.toSorted((a, b) => compareCodePoints(a.name, b.name));
}

function refused(found: string, cause?: unknown): ActionError {
  return new ActionError(
    'integrity',
    {
      where: 'manifest.json of the release',
      found,
      allowed: 'The manifest that publish-model writes, schema version 1',
      remedy: 'Do not use this version; find out who made its release',
    },
    { cause, reasonCode: 'digest-mismatch' },
  );
}
