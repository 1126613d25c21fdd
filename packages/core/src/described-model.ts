import { type Digest, sha256 } from './digest.ts';
import { modelDigest } from './model-digest.ts';
import { checkModelFiles, type ModelFile } from './model-files.ts';
import { modelFileFormat } from './model-format.ts';

/** A model by its bytes: what it is called and which files it consists of. */
export interface DescribedModel {
  readonly modelDigest: Digest;
  readonly files: readonly ModelFile[];
}

/**
 * Checks the names and formats of model files whose bytes are at hand, hashes them and names the model.
 *
 * @throws ConfigError for names that are not allowed, ActionError `refused`, reason `format-not-allowed`.
 */
export function describeModel(contents: ReadonlyMap<string, Uint8Array>): DescribedModel {
  const files = [...contents].map(([name, bytes]) => ({ name, sizeBytes: bytes.length, digest: sha256(bytes) }));
  checkModelFiles(files);
  for (const [name, bytes] of contents) modelFileFormat({ name, sizeBytes: bytes.length }, bytes);
  return { modelDigest: modelDigest(files), files };
}
