import type { SigstoreTrustRoot } from '../keyless/instance.ts';
import type { TrustRoot } from '../trust-root.ts';
import { type VerifiedStatement, verifyBundle } from '../verify.ts';
import { differentModel, type FoundFile, modelDifferences } from './differences.ts';
import { parseSignedModel, type SignedModel } from './signed-model.ts';

/** A model signature that holds for these files. */
export interface VerifiedModel extends VerifiedStatement {
  readonly model: SignedModel;
}

/**
 * Verifies an OpenSSF Model Signing v1 signature over files that were hashed already: signature, list, digest of the
 * whole, and every file. A name in `unsigned` lets that file or folder be there without a signature.
 *
 * @throws ActionError `signature-invalid` as `verifyBundle` and `parseSignedModel`; `model-root-mismatch`,
 *   `model-file-changed`, `model-file-missing`, `model-file-additional` or `model-file-renamed`.
 */
export async function verifyModel(
  bundleJson: string,
  given: {
    readonly trustRoot: TrustRoot | SigstoreTrustRoot;
    readonly files: readonly FoundFile[];
    readonly unsigned?: readonly string[];
    readonly anchoredAt?: Date;
  },
): Promise<VerifiedModel> {
  const verified = await verifyBundle(bundleJson, given.trustRoot, given.anchoredAt);
  const model = parseSignedModel(verified.statement);
  const [first, ...others] = modelDifferences(model, given.files, given.unsigned);
  if (first !== undefined) throw differentModel([first, ...others]);
  return { ...verified, model };
}
