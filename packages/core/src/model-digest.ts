import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { compareCodePoints } from './code-point-order.ts';
import { type Digest, hexOf, sha256 } from './digest.ts';
import { checkModelFiles, type ModelFile, SIGNATURE_FILE } from './model-files.ts';

/** Predicate of OpenSSF Model Signing v1.0 in its smallest conforming form: whole files, SHA-256. */
export interface OmsPredicate {
  readonly serialization: {
    readonly method: 'files';
    readonly hash_type: 'sha256';
    readonly allow_symlinks: false;
    readonly ignore_paths: readonly string[];
  };
  readonly resources: readonly OmsResource[];
}

export interface OmsResource {
  readonly name: string;
  readonly algorithm: 'sha256';
  /** Bare lower-case hex. */
  readonly digest: string;
}

/**
 * What OMS says about these files, sorted by code point of the name. Nothing is ignored but the signature itself.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
export function omsPredicate(files: readonly ModelFile[]): OmsPredicate {
  checkModelFiles(files);
  return {
    serialization: {
      method: 'files',
      hash_type: 'sha256',
      allow_symlinks: false,
      ignore_paths: [SIGNATURE_FILE],
    },
    resources: files
      .map(({ name, digest }): OmsResource => ({ name, algorithm: 'sha256', digest: hexOf(digest) }))
      .sort((a, b) => compareCodePoints(a.name, b.name)),
  };
}

/**
 * The model digest: SHA-256 of the RFC 8785 JSON of the OMS predicate. It binds names and bytes of every file, so a
 * renamed, swapped, added, removed or changed file gives another digest; the order of `files` does not matter.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
export function modelDigest(files: readonly ModelFile[]): Digest {
  return sha256(canonicalJson(omsPredicate(files)));
}

/**
 * The root digest of OMS v1: SHA-256 over the raw digests in the order of the resources. It does not bind names and is
 * recorded for interoperability only; identify models by {@link modelDigest}.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
export function omsRootDigest(files: readonly ModelFile[]): Digest {
  const hash = createHash('sha256');
  for (const resource of omsPredicate(files).resources) hash.update(resource.digest, 'hex');
  return `sha256:${hash.digest('hex')}`;
}
